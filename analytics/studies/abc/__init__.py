"""Who brings the turnover? Classes A, B and C, how concentrated the money is, and which accounts
shrink, leave and grow.
"""

from analytics.customers.measures import MONEY
from analytics.customers.methods import CURVE, MEMBERS, MOVES, RATINGS
from analytics.figures import Method
from analytics.filters import Option
from analytics.study import DeckPlace, OverviewPlace, Study, later
from analytics.wording import phrase

CLASSES = Method(
    phrase(
        "Exhibitors by amount. A while the share of those with a strictly greater amount is below"
        " the first line (80%), B while it is below the second (95%), else C. Equal amounts get"
        " equal classes; who crosses a line belongs to the higher class."
    ),
    phrase(
        "A zero is a known amount and a C. Missing, negative and foreign amounts have no class and"
        " are counted apart. An edition counts once however many stands."
    ),
    phrase("Dickie 1951; Juran 1954"),
    phrase(
        "The lines are a habit, not a law: turn the dials. A small account can be worth more later;"
        " see the value matrix."
    ),
)
ACCOUNTS = Method(
    phrase(
        "Shrank: A at the edition before, here again, both amounts known, less money. Left: A at"
        " the edition before, not here. Growing: no A three editions ago, and more money at each of"
        " the three editions since, all four known."
    ),
    phrase("Amounts of different editions are in one currency; prices are not adjusted."),
    phrase("No estimate: lists"),
    phrase("Among many accounts some grow three times by chance alone: ask before you conclude."),
)

METHODS = (CLASSES, CURVE, MOVES, RATINGS, MEMBERS, ACCOUNTS)

STUDY = Study(
    key="abc",
    section="know",
    title=phrase("Key accounts (ABC)"),
    question=phrase("Who earns us money?"),
    icon="leaderboard",
    analyse=later(__name__, "compute", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("participations",),
    on_overview=OverviewPlace(45),
    in_decks=(DeckPlace("segment", 62), DeckPlace("segment", 64, "moves")),
    names_people=("members", "shrinking", "left", "growing"),
    options=(
        MONEY,
        Option(
            "a",
            phrase("A reaches to"),
            ("80", "60", "70", "90"),
            ("80%", "60%", "70%", "90%"),
        ),
        Option("b", phrase("B reaches to"), ("95", "98"), ("95%", "98%")),
    ),
    audiences=("exhibitor",),
    unweighted=phrase("Not weighted: the register counts everybody, whether they answered or not."),
)
