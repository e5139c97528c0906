"""Who answered, and whom do they stand for? Response rates by group of the register, and weights
that match it.
"""

from analytics.figures import Method
from analytics.figures.small_bases import SMALL_BASES
from analytics.filters import Option
from analytics.ratings.groups import TITLES
from analytics.ratings.populations import STANDS_FOR
from analytics.study import Study, later
from analytics.wording import phrase

RATES = Method(
    phrase(
        "Exhibitors of the edition who answered ÷ exhibitors on its register, in each group;"
        " Wilson's 95% interval. Answering against each field: chi-square (drawn tables where"
        " cells are sparse), Holm over the fields."
    ),
    phrase(
        "The register of the edition is complete, so the interval does not say how well answers"
        " were counted but how far chance alone moves such a rate. An exhibitor with several"
        " answers counts once."
    ),
    phrase("Wilson 1927; Holm 1979; Groves 2006 on response rates."),
    phrase(
        "A high response rate is no proof of a good sample, nor a low one of a bad one: what counts"
        " is whether those who stayed silent think otherwise, and no register tells that."
    ),
)
GAPS = Method(
    phrase(
        "Share of the group among respondents less its share of the register, in points. Interval:"
        " (1 − response rate) × Newcombe's interval for those who answered against those who did"
        " not. Benjamini–Hochberg over all groups shown."
    ),
    phrase("Every exhibitor could have answered; the register knows the group of most of them."),
    phrase("Newcombe 1998; Benjamini & Hochberg 1995."),
    phrase(
        "Groups of different fields overlap: the same exhibitors may stand behind several gaps. A"
        " gap matters for a mean only where the groups also answer differently."
    ),
)
REPEATS = Method(
    phrase(
        "Exhibitors seen at any earlier edition (at every earlier edition) ÷ exhibitors, on the"
        " register and among respondents; Wilson's 95% interval. Tested: those who answered"
        " against those who did not (score test)."
    ),
    phrase("The registers of the earlier editions are on file and complete."),
    phrase("Wilson 1927; Newcombe 1998; Farris, Bendle, Pfeifer & Reibstein 2010."),
    phrase(
        "Whoever came before the first edition on file looks new there. Where the weights match"
        " first-timers to the register, the weighted share of those seen before equals the"
        " register's by construction."
    ),
)
WEIGHTS = Method(
    phrase(
        "Raking: weights are moved until the respondents match the register in every field, groups"
        " with fewer than 10 respondents counted together; weights beyond 0.3 and 3 times the"
        " average are cut and raked again. Effective n = (Σw)² / Σw² (Kish); design effect = n /"
        " effective n. Interval of the weighted mean: residuals from the margins, linearised."
    ),
    phrase("Within a group, those who answered are like those who did not."),
    phrase("Deming & Stephan 1940; Deville & Särndal 1992; Kish 1965; Lumley 2010."),
    phrase(
        "Weights mend only what the register knows. If satisfied exhibitors answered more often"
        " whatever their group, both means are too high, and nothing here would show it."
    ),
)

METHODS = (RATES, GAPS, REPEATS, WEIGHTS)

STUDY = Study(
    key="respondents",
    section="listen",
    title=phrase("Respondents"),
    question=phrase("Who answered, and whom do they stand for?"),
    icon="how_to_reg",
    analyse=later(__name__, "compute", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("exhibitors",),
    options=(
        Option("group_by", phrase("Response rate by"), tuple(TITLES), tuple(TITLES.values())),
        STANDS_FOR,
        SMALL_BASES,
    ),
    audiences=("exhibitor",),
    unweighted=phrase(
        "Weights are what this page is about: it shows figures with and without them, whatever the"
        " switch says."
    ),
)
