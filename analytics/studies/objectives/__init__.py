"""Why do they exhibit, and do they get it? Objectives named, their drift, attainment and
satisfaction.
"""

from analytics.figures.small_bases import SMALL_BASES
from analytics.ratings.editions import COMPARE_WITH
from analytics.studies.objectives.explained import METHODS
from analytics.study import Study, later
from analytics.wording import phrase

STUDY = Study(
    key="objectives",
    section="listen",
    title=phrase("Objectives"),
    question=phrase("Why do they come, and do they get it?"),
    icon="flag",
    analyse=later(__name__, "method", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("exhibitor_survey", "visitor_survey"),
    options=(COMPARE_WITH, SMALL_BASES),
    weighs=True,
)
