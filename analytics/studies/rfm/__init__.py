"""Recency, frequency, money: who comes lately, often, and brings much?"""

from analytics.customers.measures import MONEY
from analytics.customers.methods import CURVE, MEMBERS, MOVES, RATINGS
from analytics.figures import Method
from analytics.filters import Option
from analytics.study import DeckPlace, Study, later
from analytics.wording import phrase

SCORES = Method(
    phrase(
        "Recency: held editions since the last one attended, 5 for none … 1 for four or more."
        " Frequency: editions attended of those possible since the first, 5 for all, then from"
        " 80, 60, 40%. Money: what is known of the last three held editions, in bands of round"
        " amounts. Equal values get equal scores. With fifths: 1 + ⌊5 × those below / n⌋."
    ),
    phrase(
        "An edition counts once however many stands; absent is zero, came with nothing known is"
        " missing. Who came first at the last edition reaches frequency 5 by construction."
    ),
    phrase("Hughes 1994; Fader, Hardie & Lee 2005"),
    phrase("Bands are settings: other bands give other classes. The past is no promise."),
)
CLASSES = Method(
    phrase(
        "By scores, first match: one possible edition: newcomers; recency 5 and frequency 4 or more"
        " with money 4 or more: core, else regulars; recency 5: occasional; recency 4: slipping;"
        " less: lapsed."
    ),
    phrase("The classes are made from the scores; they say nothing that these do not."),
    phrase("Hughes 1994"),
    phrase("A newcomer has had no chance to be anything else."),
)
POINTS = Method(
    phrase(
        "Over the last three held editions: recency 3, 2 or 1 points for having come to the last,"
        " the one before or the third; recurrence one point for each of them attended; revenue one"
        " to four points by the band of its money. Sum, at most ten."
    ),
    phrase("The organisers' own habit for giving stands out; declared, not derived."),
    phrase("Rules of priority points as organisers print them"),
    phrase("Points reward the past three editions only."),
)

METHODS = (SCORES, CLASSES, POINTS, CURVE, MOVES, RATINGS, MEMBERS)

STUDY = Study(
    key="rfm",
    section="know",
    title=phrase("Recency, frequency, money"),
    question=phrase("Who comes lately, often, and brings much?"),
    icon="grid_view",
    analyse=later(__name__, "compute", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("participations",),
    in_decks=(DeckPlace("segment", 72),),
    names_people=("members",),
    options=(
        Option(
            "scores",
            phrase("Scores by"),
            ("bands", "fifths"),
            (phrase("fixed bands"), phrase("fifths of the exhibitors")),
        ),
        MONEY,
    ),
    audiences=("exhibitor",),
    unweighted=phrase("Not weighted: the register counts everybody, whether they answered or not."),
)
