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
        " confirm. Two and three are dials. Coming back starts a new streak in confirm. With the"
        " dial: who still comes, but whose stand or satisfaction fell twice running, is weakening."
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
LEVELS = Method(
    phrase(
        "Five readings of the same exhibitors; in each the highest level whose rule fits. A yes is"
        " an answer at this edition at or above the dial's part of its scale; a key account is an A"
        " by money. Prospects come from their lists, without firms that the register holds."
    ),
    phrase(
        "Who did not answer counts by coming alone. Editions running, editions missed and the part"
        " of the scale are dials; a level whose evidence is not on file is left out, and said."
    ),
    phrase("Dwyer, Schurr & Oh 1987; Payne 1995; rules of thumb, not estimates"),
    phrase("A level orders the work; it is no forecast, and no exhibitor was asked about it."),
)
DECLINE = Method(
    phrase(
        "Ratings given at the edition before: mean of those who then stayed away minus mean of"
        " those who came again, each exhibitor once; Welch's 95% interval, p after Holm over all"
        " items that five of either kind rated."
    ),
    phrase("Who answered stands for those who came or stayed away."),
    phrase("Welch 1947; Holm 1979"),
    phrase(
        "What was rated lower goes with staying away; nobody was asked why. Who was gone already"
        " could not rate."
    ),
)

METHODS = (RULES, WORK, LEVELS, DECLINE, CURVE, MOVES, RATINGS, MEMBERS)

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
        Option(
            "trust",
            phrase("Trust from"),
            ("3", "2", "4"),
            (
                phrase("three editions running"),
                phrase("two editions running"),
                phrase("four editions running"),
            ),
        ),
        Option(
            "gone",
            phrase("Gone from"),
            ("2", "3"),
            (phrase("two editions missed"), phrase("three editions missed")),
        ),
        Option(
            "yes",
            phrase("An answer is a yes"),
            ("0.75", "0.9", "0.5"),
            (
                phrase("in the upper quarter of its scale"),
                phrase("in the upper tenth of its scale"),
                phrase("in the upper half of its scale"),
            ),
        ),
        MONEY,
    ),
    audiences=("exhibitor",),
    unweighted=phrase("Not weighted: the register counts everybody, whether they answered or not."),
)
