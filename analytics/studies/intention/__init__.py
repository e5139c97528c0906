"""They say they come back; do they? Stated intention, kept or not, and what it is worth as a
forecast.
"""

from analytics.figures.small_bases import SMALL_BASES
from analytics.studies.intention.methods import METHODS
from analytics.study import Study, later
from analytics.wording import phrase

STUDY = Study(
    key="intention",
    section="prove",
    title=phrase("Stated intention"),
    question=phrase("They say they come back; do they?"),
    icon="record_voice_over",
    analyse=later(__name__, "method", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("exhibitor_survey", "participations"),
    options=(SMALL_BASES,),
    audiences=("exhibitor",),
    weighs=True,
)
