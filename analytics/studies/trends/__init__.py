"""Is the change real, and what made it? One score through the editions, and the last change taken
apart.
"""

from __future__ import annotations

from analytics.figures import Method
from analytics.figures.small_bases import SMALL_BASES
from analytics.filters import Option
from analytics.ratings.editions import COMPARE_WITH
from analytics.ratings.groups import group_option
from analytics.ratings.populations import STANDS_FOR
from analytics.ratings.questions import DIMENSION
from analytics.study import DeckPlace, OverviewPlace, Study, later
from analytics.wording import phrase

TREND = Method(
    phrase(
        "Mean of each edition ± t × standard error. Mann–Kendall: rises less falls over all pairs"
        " of editions, exact p up to ten editions. Sen's slope: the median of the slopes between"
        " all pairs, over the years the fair was held."
    ),
    phrase(
        "Without a trend every order of the editions would be equally likely; each edition counts"
        " once."
    ),
    phrase("Mann 1945; Kendall 1975; Sen 1968 (JASA 63, 1379–1389)."),
    phrase(
        "With fewer than five editions no trend can be established. A series that remembers its"
        " past looks like a trend more often than the p value says. Editions not held stay gaps and"
        " are never filled in."
    ),
)
CHANGE = Method(
    phrase(
        "Difference of two means with its 95% interval, over all steps Holm's p: variance v₁ + v₂"
        " − 2 cov, linearised over firms, cov from the firms that answered both times; Welch's"
        " where nobody did. Smallest change that could be seen: (t.975 + t.80) standard errors, so"
        " that it would have been seen four times out of five."
    ),
    phrase(
        "Firms answer independently of each other; what one says twice need not be. A change is"
        " established only where scale, wording, items, weights and response rate are alike."
    ),
    phrase("Welch 1947; Kish 1965 (overlap); Holm 1979; Bloom 1995 (smallest change)."),
    phrase(
        "If other exhibitors answered, or other items were asked, the mean changes without anybody"
        " changing his mind."
    ),
)
TURNOVER = Method(
    phrase("Turnover of each edition as stated, with Mann–Kendall's exact p and Sen's slope."),
    phrase(
        "Stated in the same way and currency every time; editions in another currency are left out."
    ),
    phrase("Mann 1945; Kendall 1975; Sen 1968."),
    phrase("Declared turnover includes intentions, is not adjusted for prices and is not revenue."),
)
PARTS = Method(
    phrase(
        "Kitagawa: rate part = sum of (change of a group's mean) × (its average share); composition"
        " part = sum of (change of its share) × (its average mean, measured from the mean of both"
        " editions). The two add up to the change exactly."
    ),
    phrase(
        "The groups cover everybody: small ones are put together, answers without a group form one"
        " of their own."
    ),
    phrase("Kitagawa 1955 (JASA 50, 1168–1194); Das Gupta 1993."),
    phrase(
        "It describes and does not explain, and it says nothing about chance: read it together with"
        " the interval."
    ),
)
SAME = Method(
    phrase(
        "For each exhibitor who answered in both editions: later less earlier (the mean where there"
        " are several answers). Mean of these differences ± t × standard error."
    ),
    phrase("Exhibitors are matched rightly; their differences are independent of each other."),
    phrase("Student 1908 (paired t)."),
    phrase(
        "Those who come and answer twice are the loyal ones: their change need not be that of all."
    ),
)
METHODS = (TREND, CHANGE, TURNOVER, PARTS, SAME)

STUDY = Study(
    key="trends",
    section="listen",
    title=phrase("Trends"),
    question=phrase("Is the change real, and what made it?"),
    icon="trending_up",
    analyse=later(__name__, "compute", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("exhibitor_survey", "visitor_survey", "editions"),
    on_overview=OverviewPlace(20, "trend"),
    in_decks=(
        DeckPlace("review", 30, "trend"),
        DeckPlace("segment", 40, "trend"),
    ),
    options=(
        Option(
            "score",
            phrase("Follow"),
            ("overall", "dimensions", "pooled"),
            (
                phrase("Overall question"),
                phrase("Mean of the dimension means"),
                phrase("Mean of all ratings"),
            ),
        ),
        DIMENSION,
        COMPARE_WITH,
        group_option(phrase("Take apart by")),
        STANDS_FOR,
        SMALL_BASES,
    ),
    weighs=True,
    not_weighted=(TURNOVER,),
)
