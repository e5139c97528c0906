"""Did we meet what they expected? Expectation and experience of the same respondents, part by part."""

from analytics.scores.bases import SMALL_BASES
from analytics.scores.editions import COMPARE_WITH
from analytics.scores.levels import LEVEL
from analytics.studies.expectation.explained import METHODS
from analytics.studies.expectation.figures import figures
from analytics.studies.expectation.method import Expectation, analyse
from analytics.study import Study
from analytics.wording import phrase

__all__ = ["STUDY", "Expectation"]

STUDY = Study(
    key="expectation",
    section="listen",
    title=phrase("Expectations"),
    question=phrase("Did we meet what they expected?"),
    icon="balance",
    analyse=analyse,
    figures=figures,
    methods=METHODS,
    options=(LEVEL, COMPARE_WITH, SMALL_BASES),
)
