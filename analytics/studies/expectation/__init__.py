"""Did we meet what they expected? Expectation and experience of the same respondents, part by
part.
"""

from __future__ import annotations

from analytics.figures import Method
from analytics.figures.small_bases import SMALL_BASES
from analytics.ratings.editions import COMPARE_WITH
from analytics.ratings.levels import LEVEL
from analytics.ratings.populations import STANDS_FOR
from analytics.study import Study, later
from analytics.wording import phrase

MET = Method(
    phrase(
        "A respondent's rating less what the same respondent had expected, averaged over those who"
        " gave both; paired t interval. A dimension is a respondent's mean over its items given"
        " both ways. Change: variance v₁ + v₂ − 2 cov, cov from the firms that answered both"
        " times; Welch's where nobody did. Gaps and changes each carry Holm's p over all parts."
    ),
    phrase(
        "Expectation and experience were asked on the same scale. A change is established only"
        " where scale, wording, items, weights and response rate are alike."
    ),
    phrase("Parasuraman, Zeithaml & Berry 1988; Welch 1947, Kish 1965 (change); Holm 1979."),
    phrase(
        "Asked after the fair, expectation is remembered in the light of what was found. High"
        " expectations make a good fair look poor: read the rating beside the gap."
    ),
)
SHARES = Method(
    phrase(
        "Exceeded: the rating lies half a scale point or more above what the same respondent"
        " expected; missed: as far below; confirmed: in between. Shares of those who gave both,"
        " with Wilson's 95% interval."
    ),
    phrase(
        "Half a point is what respondents mean by a difference; on whole points it is any"
        " difference at all."
    ),
    phrase("Oliver 1980 (Journal of Marketing Research 17, 460–469); Wilson 1927."),
    phrase(
        "Whoever expected the top of the scale cannot be exceeded, whoever expected the bottom"
        " cannot be disappointed."
    ),
)
LEVELS = Method(
    phrase("Means of expectation and of experience over those who gave both, 95% t interval."),
    phrase("Both were asked on the same scale."),
    phrase("Parasuraman, Zeithaml & Berry 1988."),
    phrase(
        "Only those who gave both count, so a mean may differ a little from the one of all"
        " respondents."
    ),
)
METHODS = (MET, SHARES, LEVELS)

STUDY = Study(
    key="expectation",
    section="listen",
    title=phrase("Expectations"),
    question=phrase("Did we meet what they expected?"),
    icon="balance",
    analyse=later(__name__, "compute", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("exhibitor_survey", "visitor_survey"),
    options=(LEVEL, COMPARE_WITH, STANDS_FOR, SMALL_BASES),
    weighs=True,
)
