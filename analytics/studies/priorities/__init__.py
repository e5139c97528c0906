"""What first? Parts of the fair by importance, by what is missing, by how many it reaches, and by
the money of those who are at risk and rated it low.
"""

from analytics.customers.measures import MONEY
from analytics.figures import Method
from analytics.filters import Option
from analytics.ratings.levels import LEVEL
from analytics.study import DeckPlace, Study, later
from analytics.wording import phrase

SCORE = Method(
    phrase(
        "max(r, 0) × gap × reach × stake. r: correlation of the part with the overall rating over"
        " those who answered both; gap: (top of the scale − mean) ÷ range; reach: share of"
        " respondents who rated it; stake: money of respondents who rated it, or an item of it, in"
        " the lowest quarter of the scale and are at risk. Drawn as shares of the highest score;"
        " percentile intervals of 1,000 resamples of exhibitors."
    ),
    phrase(
        "The four factors weigh alike. Respondents' own money, not scaled up to the fair; an amount"
        " not known adds nothing. What goes with overall satisfaction is worth fixing: nothing here"
        " proves a cause."
    ),
    phrase("Martilla & James 1977; Efron 1979"),
    phrase(
        "A first place that resamples do not keep is no first place: see how often it came first."
        " What costs how much to fix is in no number here."
    ),
)
RANKS = Method(
    phrase(
        "Places by four rules: the score with the stake, the score without it, importance alone,"
        " what is missing alone. Ties share the better place."
    ),
    phrase("Each rule is a way to look, none is the true one."),
    phrase("Martilla & James 1977"),
    phrase("Where the rules disagree, decide which question you ask before you look at the list."),
)
PEOPLE = Method(
    phrase(
        "Exhibitors that rated the first part, or an item of it, in the lowest quarter of the scale"
        " and count for its stake, the largest amounts first."
    ),
    phrase("A low rating is this edition's; the risk is of the next one."),
    phrase("No estimate: a list"),
    phrase("Call, and ask: a low rating does not say what was missing."),
)

METHODS = (SCORE, RANKS, PEOPLE)

STUDY = Study(
    key="priorities",
    section="act",
    title=phrase("What first"),
    question=phrase("What should we fix first?"),
    icon="format_list_numbered",
    analyse=later(__name__, "compute", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("exhibitor_survey", "participations"),
    in_decks=(DeckPlace("actions", 5),),
    names_people=("at_stake",),
    options=(
        LEVEL,
        MONEY,
        Option(
            "at_risk",
            phrase("At risk are"),
            ("average", "30", "50"),
            (
                phrase("those more likely to leave than the average"),
                phrase("those likely to leave by 30% or more"),
                phrase("those likely to leave by 50% or more"),
            ),
        ),
    ),
    audiences=("exhibitor",),
    is_slow=True,
    unweighted=phrase(
        "Not weighted: the score counts those who answered, with the money they bring themselves."
    ),
)
