"""How each figure is computed, in phrases: formula, assumption, source, and what would make it
wrong.
"""

from __future__ import annotations

from analytics.study import Method
from analytics.wording import phrase

MET = Method(
    phrase(
        "A respondent's rating less what the same respondent had expected, averaged over those who"
        " gave both; paired t interval. A dimension is a respondent's mean over its items given"
        " both ways. Changes: Welch's interval. Gaps and changes each carry Holm's p over all"
        " parts."
    ),
    phrase(
        "Expectation and experience were asked on the same scale; the two editions are independent"
        " samples."
    ),
    phrase("Parasuraman, Zeithaml & Berry 1988; Welch 1947; Holm 1979."),
    phrase(
        "Asked after the fair, expectation is remembered in the light of what was found. High"
        " expectations make a good fair look poor: read the rating beside the gap."
    ),
)
SHARES = Method(
    phrase(
        "Exceeded: the rating lies half a scale point or more above what the same respondent"
        " expected; missed: as far below; confirmed: in between. Shares of those who gave both,"
        " with Wilson's 95 % interval."
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
    phrase("Means of expectation and of experience over those who gave both, 95 % t interval."),
    phrase("Both were asked on the same scale."),
    phrase("Parasuraman, Zeithaml & Berry 1988."),
    phrase(
        "Only those who gave both count, so a mean may differ a little from the one of all"
        " respondents."
    ),
)
METHODS = (MET, SHARES, LEVELS)
