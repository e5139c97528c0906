"""At which stage is each exhibitor: first visit, confirmed, trusting, weakening, gone?"""

from analytics.customers.measures import MONEY
from analytics.customers.methods import CURVE, MEMBERS, MOVES, RATINGS
from analytics.figures import Method
from analytics.filters import Option
from analytics.study import DeckPlace, Study, later
from analytics.wording import phrase

RULES = Method(
    phrase(
        "First match on held editions: missed two or more: gone; missed the last: weakening; first"
        " time: nurture (or start not on file); unbroken streak of three or more: trust; else"
        " confirm. Coming back starts a new streak in confirm. With the dial: who still comes, but"
        " whose stand or satisfaction fell twice running, is weakening."
    ),
    phrase(
        "Registers are complete. A stage uses that edition and earlier ones only. Who is on the"
        " first register on file has no known start, unless the settings say it was the first ever."
    ),
    phrase("Dwyer, Schurr & Oh 1987; Jap & Anderson 2007"),
    phrase(
        "Stages describe what was done, not what is felt. Who comes every other edition weakens and"
        " is back in turn."
    ),
)
WORK = Method(
    phrase(
        "The stages with their phase in the four-phase view, the work that fits, and how many came"
        " back after a gap or are shrinking."
    ),
    phrase("What fits a stage is a rule of thumb of customer care, not computed."),
    phrase("Dwyer, Schurr & Oh 1987"),
    phrase("A stage is a reason to call, no script for the call."),
)

METHODS = (RULES, WORK, CURVE, MOVES, RATINGS, MEMBERS)

STUDY = Study(
    key="lifecycle",
    section="know",
    title=phrase("Life cycle"),
    question=phrase("At which stage is each exhibitor?"),
    icon="timeline",
    analyse=later(__name__, "compute", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("participations",),
    in_decks=(DeckPlace("segment", 66), DeckPlace("segment", 68, "moves")),
    names_people=("members", "weakening"),
    options=(
        Option(
            "shrinking",
            phrase("Still here, but shrinking"),
            ("no", "yes"),
            (phrase("by coming and skipping alone"), phrase("counts as weakening")),
        ),
        MONEY,
    ),
    audiences=("exhibitor",),
    unweighted=phrase("Not weighted: the register counts everybody, whether they answered or not."),
)
