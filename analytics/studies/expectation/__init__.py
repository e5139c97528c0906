"""Did we meet what they expected? Expectation and experience of the same respondents, part
by part.
"""

from analytics.ratings.editions import COMPARE_WITH
from analytics.ratings.levels import LEVEL
from analytics.ratings.small_bases import SMALL_BASES
from analytics.studies.expectation.explained import METHODS
from analytics.study import Study, later
from analytics.wording import phrase

STUDY = Study(
    key="expectation",
    section="listen",
    title=phrase("Expectations"),
    question=phrase("Did we meet what they expected?"),
    icon="balance",
    analyse=later(__name__, "method", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    options=(LEVEL, COMPARE_WITH, SMALL_BASES),
    weighs=True,
)
