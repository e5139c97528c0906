"""Which kinds of customers are there? Groups of exhibitors, if there are any, and what sets them
apart.
"""

from analytics.figures import Method
from analytics.filters import Option
from analytics.studies.segments.compute_features import SETS
from analytics.study import DeckPlace, Study, later
from analytics.wording import phrase

GROUPING = Method(
    phrase(
        "Features as z-scores (divisor n − 1; turnover, area and fee as logarithms); k-means, best"
        " of 25 starts, or Ward's tree, or a Gaussian mixture chosen by BIC. Exhibitors lacking a"
        " feature are left out."
    ),
    phrase(
        "Features count alike, and groups are round (k-means, Ward) or elliptical (mixture). Seeds"
        " are fixed."
    ),
    phrase("Hartigan & Wong 1979; Ward 1963; Fraley & Raftery 2002"),
    phrase(
        "Segments describe those who were complete, not every exhibitor. A grouping is a way of"
        " seeing; other features give other groups. Names only say where a group lies against the"
        " average."
    ),
)
PROFILE = Method(
    phrase(
        "z = (mean of the segment − mean of all) / standard deviation of all; v-test = that"
        " distance in standard errors of a random group of the same size, √(s²/n · (N − n)/(N −"
        " 1))."
    ),
    phrase("Means of turnover, area and fee are geometric."),
    phrase("Lebart, Morineau & Piron 1995; Husson, Lê & Pagès 2017"),
    phrase(
        "The segments were formed by these very features, so their v-tests are large by"
        " construction: they order what sets a segment apart and prove nothing."
    ),
)
STANDING_OUT = Method(
    phrase(
        "Share of a category inside the segment against its share among all; v-test from the"
        " hypergeometric distribution with mid-p; up to three a field that stand after"
        " Benjamini–Hochberg over all looked at, of at least 5 members."
    ),
    phrase("Industry, region and size took no part in forming the segments."),
    phrase("Lebart, Morineau & Piron 1995"),
    phrase(
        "Many categories are looked at; corrected for that, still one finding in twenty may be"
        " false."
    ),
)
CHOICE = Method(
    phrase(
        "Admitted: mean silhouette ≥ 0.25, mean Jaccard over 100 resamples ≥ 0.75 with none below"
        " 0.60, smallest group ≥ 2%; the largest silhouette wins. One group when the gap statistic"
        " says so; for mixtures k has the smallest BIC."
    ),
    phrase(
        "Criteria are computed on up to 4,000 exhibitors drawn at random (stability and mixtures on"
        " 1,000, mixtures resampled for the smallest BIC only), gap against 20 uniform data sets in"
        " the box of the principal axes, by k-means."
    ),
    phrase(
        "Rousseeuw 1987; Caliński & Harabasz 1974; Tibshirani, Walther & Hastie 2001; Hennig 2007;"
        " Kaufman & Rousseeuw 1990"
    ),
    phrase(
        "Stability is not separation: an arbitrary cut can come back every time. A silhouette below"
        " 0.25 means none."
    ),
)
MAP = Method(
    phrase(
        "First two principal axes of the correlation matrix of the features; up to 5,000 exhibitors"
        " drawn at random."
    ),
    phrase("Distances on the map are those in the plane; what the other axes carry is not seen."),
    phrase("Pearson 1901; Hotelling 1933"),
    phrase(
        "Groups that overlap here may lie apart on a further axis, and colours make clusters where"
        " there may be none."
    ),
)
LARGEST = Method(
    phrase(
        "The 20 members of each segment with the highest declared turnover over all editions on"
        " file up to the last chosen."
    ),
    phrase("Turnover as declared, intentions included; exhibitors that declared none come last."),
    phrase("No estimate: a list"),
    phrase("Large is not typical: look at the profile for what a segment is like."),
)

METHODS = (GROUPING, PROFILE, STANDING_OUT, CHOICE, MAP, LARGEST)

STUDY = Study(
    key="segments",
    section="know",
    title=phrase("Segments"),
    question=phrase("Which kinds of customers are there?"),
    icon="hub",
    analyse=later(__name__, "compute", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("exhibitors", "participations"),
    in_decks=(DeckPlace("review", 90),),
    names_people=("members",),
    options=(
        Option(
            "features",
            phrase("Group by"),
            tuple(SETS),
            (
                phrase("Satisfaction, business and history"),
                phrase("Business and history, no survey needed"),
                phrase("Satisfaction and history"),
                phrase("Everything known"),
            ),
        ),
        Option(
            "way",
            phrase("Method"),
            ("kmeans", "mixture", "ward"),
            (phrase("k-means"), phrase("Gaussian mixture"), phrase("Ward's tree")),
        ),
        Option(
            "k",
            phrase("Number of segments"),
            ("auto", *(str(k) for k in range(2, 9))),
            (phrase("by the rule"), *(str(k) for k in range(2, 9))),
        ),
    ),
    audiences=("exhibitor",),
    is_slow=True,
    unweighted=phrase(
        "Not weighted: a segment lists exhibitors one by one, each once over all its editions,"
        " while a weight belongs to the answers of one edition. Shares are of the exhibitors"
        " grouped."
    ),
)
