"""Why do they exhibit, and do they get it? Objectives named, their drift, attainment and satisfaction."""

from analytics.scores.bases import SMALL_BASES
from analytics.scores.editions import COMPARE_WITH
from analytics.studies.objectives.explained import METHODS
from analytics.studies.objectives.figures import figures
from analytics.studies.objectives.method import Objectives, analyse
from analytics.study import Study
from analytics.wording import phrase

__all__ = ["STUDY", "Objectives"]

STUDY = Study(
    key="objectives",
    section="listen",
    title=phrase("Objectives"),
    question=phrase("Why do they come, and do they get it?"),
    icon="flag",
    analyse=analyse,
    figures=figures,
    methods=METHODS,
    options=(COMPARE_WITH, SMALL_BASES),
)
