"""Who is worth much now, and who could be worth more? Present value against potential."""

from analytics.customers.measures import MONEY
from analytics.customers.methods import MEMBERS, MOVES, RATINGS
from analytics.figures import Method
from analytics.filters import Option
from analytics.study import DeckPlace, Study, later
from analytics.wording import phrase

VALUE = Method(
    phrase(
        "Present value = margin × money per edition attended (of the last three) × Σₖ (r/(1+i))ᵏ"
        " over the horizon. Potential = margin × (chance to grow × usual rise × money + chance to"
        " become regular × money × share of editions skipped + chance to reach the upper quarter of"
        " the own industry × what is missing to it) × the same sum. High is at or above"
        " the median (or mean) of those classed."
    ),
    phrase(
        "r and the chances are shares of this fair's own exhibitors that had come and skipped alike"
        " at earlier editions; margin and discount are the fair's settings. Who came to none of the"
        " last three is in no class."
    ),
    phrase("Dwyer 1997; Gupta & Lehmann 2005; Venkatesan & Kumar 2004"),
    phrase(
        "A chance is of many such exhibitors, not of one. Half are high by the median: the cut"
        " orders, it does not judge."
    ),
)
CHANCES = Method(
    phrase(
        "Of all exhibitors at earlier editions by how they had come so far: share that came next;"
        " of those with an amount both times, share that brought more, and the median rise of"
        " these. Fewer than thirty take the share of all."
    ),
    phrase("The next edition treats exhibitors as earlier ones did."),
    phrase("Shares of the fair's own history; Blattberg, Kim & Neslin 2008"),
    phrase("A new venue, date or price is in no share. See lifetime value for a model of it."),
)
INDICES = Method(
    phrase(
        "Satisfaction and intention on their scales as 0–100; behaviour = 100 × editions attended /"
        " possible; loyalty = mean of intention and behaviour where both are known; retention ="
        " 100 r; contribution = 100 × (average rank − ½) / n of present value + potential; together"
        " = their mean, only where all four are known. Means of a class; fewer than five are not"
        " shown."
    ),
    phrase("Who answered stands for their class."),
    phrase("Reinartz & Kumar 2002; Kumar & Shah 2004"),
    phrase("Each index has a base of its own: compare classes, not indices."),
)
PROFILE = Method(
    phrase(
        "Profit and cash = margin × money per edition attended; length = editions attended;"
        " capability = the last known stand; recommendation = the answer at this edition;"
        " potential as above. Each as 100 × (average rank − ½) / n among those of the same industry"
        " that are classed; means of a class, fewer than five are not shown."
    ),
    phrase("The size of a stand stands for what a firm can do."),
    phrase("No estimate: percentiles; the five values by a house rule"),
    phrase("Industries differ in size: a place says how a firm stands among its own, no amount."),
)
ATTRACTION = Method(
    phrase(
        "Spending = money per edition attended; buying more = mean of the places of the last stand"
        " against the one before and of the share of the last three editions attended less that of"
        " all (from four possible); recommendation = the answer at this edition; effort ="
        " complaints per edition attended of the last three and contacts since the edition before;"
        " risk = share of comparable ones that stayed away next time. Each as 100 × (average rank"
        " − ½) / n among those classed and known, effort and risk turned; means by industry, fewer"
        " than five are not shown. Attraction = mean of the parts on file with equal weights, only"
        " where an industry has all."
    ),
    phrase("The parts count alike; those known stand for their industry."),
    phrase("No estimate: percentiles; a house rule"),
    phrase(
        "A contact can be care as well as effort. Each part has a base of its own; small industries"
        " move easily. Attraction is not fit."
    ),
)

METHODS = (VALUE, CHANCES, INDICES, PROFILE, ATTRACTION, MOVES, RATINGS, MEMBERS)

STUDY = Study(
    key="value_matrix",
    section="know",
    title=phrase("Value matrix"),
    question=phrase("Who is worth much now, and who could be worth more?"),
    icon="window",
    analyse=later(__name__, "compute", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("participations",),
    in_decks=(DeckPlace("segment", 74),),
    names_people=("members",),
    options=(
        Option(
            "cut",
            phrase("High means"),
            ("median", "mean"),
            (phrase("from the median"), phrase("from the mean")),
        ),
        Option(
            "horizon",
            phrase("Editions ahead"),
            ("5", "3", "8"),
            ("5", "3", "8"),
        ),
        MONEY,
    ),
    audiences=("exhibitor",),
    unweighted=phrase("Not weighted: the register counts everybody, whether they answered or not."),
)
