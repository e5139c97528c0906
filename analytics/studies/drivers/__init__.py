"""What matters, and what to fix first? Derived importance against performance, beside what they say
matters.
"""

from analytics.figures import Method
from analytics.filters import Option
from analytics.ratings.editions import COMPARE_WITH
from analytics.ratings.levels import LEVEL
from analytics.ratings.populations import STANDS_FOR
from analytics.study import DeckPlace, OverviewPlace, Study, later
from analytics.wording import phrase

GRID = Method(
    phrase(
        "Up: derived importance, an item's or dimension's share of R² by Johnson's relative"
        " weights. Across: its mean at the last edition chosen. The crosshair stands at the means,"
        " the medians or the middle (of the scale; of the range for importance). Borderline: the 95"
        "% interval of either holds a line."
    ),
    phrase(
        "Parts are compared with each other, not with a target. The uncertainty of the crosshair"
        " itself is left out. What goes together with overall satisfaction is taken from all"
        " editions chosen, within each of them."
    ),
    phrase("Martilla & James 1977 (Journal of Marketing 41, 77–79); Johnson 2000."),
    phrase(
        "Quadrants move with the crosshair. Each part has its own 95% interval: of twenty parts,"
        " expect one placed wrongly. What matters may have changed: choose only the last editions"
        " to see."
    ),
)
IMPORTANCE = Method(
    phrase(
        "From correlations over everyone who answered both of a pair: Johnson's relative weights"
        " (parts replaced by their nearest uncorrelated variables, R² handed back), as shares of"
        " R². Intervals: percentiles of 1,000 resamples of 200 random groups of exhibitors with all"
        " their responses (below 2,000 responses, of the exhibitors). The first is called alone"
        " only if the resampled differences to all others say so (Bonferroni). That anything goes"
        " with overall satisfaction is tested by Hotelling's T² over the groups."
    ),
    phrase(
        "Linear relations; exhibitors are independent of each other, their own responses need not"
        " be; those who answered a pair stand for all. At least 10 answers a part and never fewer"
        " than 50."
    ),
    phrase(
        "Johnson 2000 (Multivariate Behavioral Research 35, 1–19); Tonidandel, LeBreton & Johnson"
        " 2009; Davison & Hinkley 1997; Hotelling 1931."
    ),
    phrase(
        "Importance is association, not cause: a part that nobody finds fault with goes with"
        " nothing and still may matter. Whatever was not asked is missing here."
    ),
)
MEASURES = Method(
    phrase(
        "r: plain correlation with overall satisfaction. β = R⁻¹r and inflation VIF = diag(R⁻¹)."
        " Relative weights: as above. LMG: the gain of R² averaged over all orders, up to 17 parts,"
        " its interval up to 10."
    ),
    phrase(
        "As for relative weights. β holds the other parts still, which overlapping parts do not do."
    ),
    phrase("Lindeman, Merenda & Gold 1980; Grömping 2006; Marquardt 1970 for VIF."),
    phrase(
        "Never rank by β: parts that overlap (VIF above 3 to 5) change its sign and order by"
        " chance. Where weights and LMG differ clearly, trust neither order."
    ),
)
NEEDS = Method(
    phrase(
        "Across: mean importance they state. Up: derived importance. Cut at the means: both high,"
        " key; stated only, basic; derived only, hidden; neither, minor. Borderline: an interval"
        " holds a line."
    ),
    phrase(
        "People state what they believe; the derived share shows what their satisfaction goes with."
    ),
    phrase("Vavra 1997, Improving Your Measurement of Customer Satisfaction."),
    phrase(
        "Stated importance bunches near the top of the scale, so small differences carry the cut."
    ),
)
GAPS = Method(
    phrase(
        "A respondent's rating less the importance he stated, averaged over those who gave both;"
        " paired t interval. Change since the edition compared with: Welch's interval. Gaps and"
        " changes each carry Holm's p over all parts."
    ),
    phrase(
        "Importance and satisfaction were asked on the same scale; the two editions are independent"
        " samples."
    ),
    phrase("Parasuraman, Zeithaml & Berry 1988; Welch 1947; Holm 1979."),
    phrase(
        "A point of importance is no point of satisfaction: compare gaps with each other and over"
        " time, not with zero."
    ),
)
METHODS = (GRID, IMPORTANCE, MEASURES, NEEDS, GAPS)

STUDY = Study(
    key="drivers",
    section="listen",
    title=phrase("Key drivers"),
    question=phrase("What matters, and what to fix first?"),
    icon="target",
    analyse=later(__name__, "compute", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("exhibitor_survey", "visitor_survey"),
    on_overview=OverviewPlace(60),
    in_decks=(
        DeckPlace("review", 40),
        DeckPlace("board", 10),
    ),
    options=(
        LEVEL,
        Option(
            "crosshair",
            phrase("Crosshair at"),
            ("mean", "median", "midpoint"),
            (phrase("Average values"), phrase("Median values"), phrase("Middle of the scale")),
        ),
        COMPARE_WITH,
        STANDS_FOR,
    ),
    weighs=True,
)
