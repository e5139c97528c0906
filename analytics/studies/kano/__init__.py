"""What must be there, what delights? Penalty–reward contrasts; an inference from ratings, no survey
of pairs of questions.
"""

from analytics.figures import Method
from analytics.filters import Option
from analytics.ratings.levels import LEVEL
from analytics.study import OverviewPlace, Study, later
from analytics.wording import phrase

ASYMMETRY = Method(
    phrase(
        "(Reward − |penalty|) ÷ (reward + |penalty|), parts of the wrong sign counting 0: −1 only"
        " punishes, +1 only rewards. Interval: percentiles of 1,000 resamples of exhibitors with"
        " all their responses. One side outweighs the other when an interval widened for the number"
        " of parts (Bonferroni) leaves out 0."
    ),
    phrase(
        "As for penalties and rewards; low and high scores lie about equally far from the middle"
        " ones."
    ),
    phrase(
        "Mikulic & Prebezac 2008 (Managing Service Quality 18, 559–576); Davison & Hinkley 1997 for"
        " the resampling."
    ),
    phrase(
        "Where the low or the high mark begins moves the asymmetry: try the other setting. “Must be"
        " there” only because a reward was not established is weak evidence, so the figure says"
        " whether the two differ beyond chance."
    ),
)
EFFECTS = Method(
    phrase(
        "Least squares of overall satisfaction on two marks a part, low score (1 and 2 of five) and"
        " high score (4 and 5), the middle as reference, within each edition. Robust errors by"
        " exhibitor; 95% t intervals; p by Benjamini–Hochberg over all penalties and rewards."
    ),
    phrase(
        "Effects of parts add up. Complete answers only; parts answered by fewer than half are left"
        " out. At least 10 complete answers a mark, never fewer than 50."
    ),
    phrase(
        "Brandt 1987; Anderson & Mittal 2000; Matzler & Sauerwein 2002; Benjamini & Hochberg 1995."
    ),
    phrase(
        "Association, not cause. This is no Kano survey: nobody was asked how they would feel with"
        " and without something. Parts that overlap share their effects."
    ),
)
CLASSES = Method(
    phrase(
        "Must be there: only the penalty is established. Counts both ways: both are. Delights: only"
        " the reward is. Established means p below 0.05 after Benjamini–Hochberg and of the"
        " expected sign. No name from fewer than 30 low or 30 high scores, from a significant wrong"
        " sign (unless its interval lies within a fortieth of the scale, 0.1 of five points), or"
        " from nothing established."
    ),
    phrase("As for penalties and rewards."),
    phrase("Brandt 1987; Matzler & Sauerwein 2002."),
    phrase(
        "“Not established” does not mean that it does not matter: too little may vary, or too few"
        " answered."
    ),
)
METHODS = (ASYMMETRY, EFFECTS, CLASSES)

STUDY = Study(
    key="kano",
    section="listen",
    title=phrase("What must be there, what delights?"),
    question=phrase("What costs satisfaction when it is poor, and what wins it when it is good?"),
    icon="balance",
    analyse=later(__name__, "compute", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("exhibitor_survey", "visitor_survey"),
    on_overview=OverviewPlace(70),
    options=(
        LEVEL,
        Option(
            "high_from",
            phrase("A high score is"),
            ("usual", "top"),
            (phrase("4 or more of 5"), phrase("4.5 or more of 5")),
        ),
    ),
    weighs=True,
)
