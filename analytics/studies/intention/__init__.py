"""They say they come back; do they? Stated intention, kept or not, and what it is worth as a forecast."""

from analytics.scores.bases import SMALL_BASES
from analytics.studies.intention.figures import figures
from analytics.studies.intention.method import Intention, analyse
from analytics.studies.intention.methods import METHODS
from analytics.study import Study
from analytics.wording import phrase

__all__ = ["STUDY", "Intention"]

STUDY = Study(
    key="intention",
    section="prove",
    title=phrase("Stated intention"),
    question=phrase("They say they come back; do they?"),
    icon="record_voice_over",
    analyse=analyse,
    figures=figures,
    methods=METHODS,
    options=(SMALL_BASES,),
    audiences=("exhibitor",),
    weighs=True,
)
