"""Who thinks alike? A map of profile, objectives and satisfaction, and the groups of respondents on
it.
"""

from analytics.figures import Method
from analytics.filters import Option
from analytics.study import OverviewPlace, Study, later
from analytics.wording import phrase

MAP = Method(
    phrase(
        "Multiple correspondence analysis of the Burt table (all two-way tables of the questions)."
        " Answers given by fewer than 5% are put together; outcomes, editions and groups are"
        " placed afterwards and take no part in making the map. Weights are the masses; tests stand"
        " on the effective n (Kish)."
    ),
    phrase(
        "Each respondent gave one answer to every question. Where 5% or more gave none, “no"
        " answer” is an answer of its own; where fewer did, they are left out and counted. Bands of"
        " satisfaction are cut at three quarters (and the middle) of the scale."
    ),
    phrase("Benzécri 1979; Greenacre 2017; Le Roux & Rouanet 2010."),
    phrase(
        "Read directions, not distances: answers in the same direction from the middle are given by"
        " the same people more often than chance. A point near the middle says nothing. The map"
        " describes; it proves no cause."
    ),
)
INERTIA = Method(
    phrase(
        "Adjusted inertia: (K/(K − 1))² (λ − 1/K)² for eigenvalues λ above 1/K, K questions; shares"
        " of the average inertia between different questions (Greenacre). Tested: the sum of the"
        " chi-squares of all two-way tables, on the effective base where exhibitors answered"
        " several times (Kish)."
    ),
    phrase("At least two questions; enough respondents in the cells of most tables."),
    phrase("Greenacre 1993, 2017; Benzécri 1979."),
    phrase(
        "Raw eigenvalues understate what a map shows, because most of their sum only repeats the"
        " coding of the answers."
    ),
)
GROUPS = Method(
    phrase(
        "Ward's tree of at most 5,000 respondents (drawn by a fixed hash) on the axes that carry"
        " four fifths of the adjusted inertia, cut where the next step gains least, made firmer by"
        " k-means. Jaccard: mean over 50 resamples; silhouette: separation. Weights count in the"
        " tree, the centres and every resample."
    ),
    phrase(
        "The axes kept are worth keeping. Distances on the map stand for differences between"
        " respondents."
    ),
    phrase(
        "Husson, Josse & Pagès 2010; Hennig 2007; Kaufman & Rousseeuw 1990; Studer 2013 for"
        " weights."
    ),
    phrase(
        "A tree can always be cut: groups without separation are parts of one cloud. That they"
        " differ in the questions that made them is by construction, and no proof of anything."
    ),
)
TRAITS = Method(
    phrase(
        "Share of the answer in the group less its share of all respondents, in points; v-test"
        " (hypergeometric, mid-p), beyond ±1.96 rarer than once in twenty draws of as many"
        " respondents."
    ),
    phrase(
        "Respondents answer independently. For questions that made the map the v-test describes"
        " only."
    ),
    phrase("Lebart, Morineau & Piron 1995; Husson, Lê & Pagès 2017."),
    phrase(
        "With many answers and groups some v-tests pass 1.96 by chance: read the strongest first."
    ),
)
OUTCOME = Method(
    phrase(
        "Share in each group that gave the best band of the outcome, Wilson's 95% interval;"
        " chi-square of the outcome against the groups, on the effective base where exhibitors"
        " answered several times or answers are weighted (Kish)."
    ),
    phrase(
        "The outcome took no part in making the groups. An exhibitor who answered at several"
        " editions counts each time."
    ),
    phrase("Wilson 1927; Pearson 1900."),
    phrase(
        "Satisfaction with single dimensions did take part, and goes with overall satisfaction in"
        " one mood: groups cut along it will differ in it."
    ),
)

METHODS = (MAP, INERTIA, GROUPS, TRAITS, OUTCOME)

STUDY = Study(
    key="perception",
    section="listen",
    title=phrase("Perception map"),
    question=phrase("Who thinks alike?"),
    icon="scatter_plot",
    analyse=later(__name__, "compute", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("exhibitor_survey", "visitor_survey"),
    on_overview=OverviewPlace(90, "map"),
    options=(
        Option(
            "parts",
            phrase("The map is made of"),
            ("all", "profile", "opinion"),
            (
                phrase("Profile, objectives and satisfaction"),
                phrase("Profile and objectives"),
                phrase("Objectives and satisfaction"),
            ),
        ),
        Option(
            "bands",
            phrase("Satisfaction in"),
            ("two", "three"),
            (phrase("two bands: satisfied or not"), phrase("three bands")),
        ),
        Option(
            "k",
            phrase("Number of groups"),
            ("auto", *(str(k) for k in range(2, 9))),
            (phrase("as the tree suggests"), *(str(k) for k in range(2, 9))),
        ),
    ),
    is_slow=True,
    weighs=True,
)
