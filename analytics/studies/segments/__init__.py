"""Which kinds of customers are there? Groups of exhibitors, if there are any, and what sets them
apart.
"""

from analytics.filters import Option
from analytics.studies.segments.features import SETS
from analytics.studies.segments.methods import METHODS
from analytics.study import DeckPlace, Study, later
from analytics.wording import phrase

STUDY = Study(
    key="segments",
    section="know",
    title=phrase("Segments"),
    question=phrase("Which kinds of customers are there?"),
    icon="hub",
    analyse=later(__name__, "method", "analyse"),
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
