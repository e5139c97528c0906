"""Are organiser, exhibitors and visitors in balance? Three indices, visitors per stand, and what
follows what.
"""

from analytics.figures import Method
from analytics.filters import Option
from analytics.study import Study, later
from analytics.wording import phrase

INDEX = Method(
    phrase(
        "A side's index: 100 × geometric mean of its ratios (count, satisfaction, quality) to the"
        " first held edition; the organiser's: 100 × ratio of turnover. Satisfaction and quality"
        " are means as places from 0 to 1. Alarm: visitors fell at the edition before, and the"
        " renewal rate is lower than then."
    ),
    phrase(
        "Registers and counts of visitors are complete; a missing part makes that index missing,"
        " never a mean of the rest."
    ),
    phrase("Rochet & Tirole 2006 (two-sided platforms)"),
    phrase(
        "An index says nothing about levels: 100 is where the first edition stood, good or bad."
    ),
)
LAG = Method(
    phrase(
        "Pearson's r of the log change of visitors with the renewal rate so many held editions"
        " later; two-sided p over all orders, from four pairs on. One edition later was fixed"
        " beforehand and is the only test; the others are shown for reading."
    ),
    phrase("Editions are few and neighbours depend on each other."),
    phrase("Pitman 1937; Rochet & Tirole 2006"),
    phrase("A link between two series is no proof that one moves the other."),
)

METHODS = (INDEX, LAG)

STUDY = Study(
    key="triangle",
    section="act",
    title=phrase("Balance of three sides"),
    question=phrase("Are organiser, exhibitors and visitors in balance?"),
    icon="change_history",
    analyse=later(__name__, "compute", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("participations", "exhibitor_survey", "visitor_survey"),
    options=(
        Option(
            "quality",
            phrase("Quality of a side"),
            ("auto", "goal_attainment", "recommend", "intention"),
            (
                phrase("What both sides were asked first"),
                phrase("Goals reached"),
                phrase("Recommendation"),
                phrase("Intention to come back"),
            ),
        ),
    ),
    audiences=("exhibitor",),
    unweighted=phrase("Not weighted: registers and counts of visitors speak for everybody."),
)
