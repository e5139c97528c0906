"""Who answered, and whom do they stand for? Response rates by group of the register, and weights
that match it.
"""

from analytics.figures.small_bases import SMALL_BASES
from analytics.filters import Option
from analytics.ratings.groups import TITLES
from analytics.studies.respondents.explained import METHODS
from analytics.study import Study, later
from analytics.wording import phrase

STUDY = Study(
    key="respondents",
    section="listen",
    title=phrase("Respondents"),
    question=phrase("Who answered, and whom do they stand for?"),
    icon="how_to_reg",
    analyse=later(__name__, "method", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("exhibitors",),
    options=(
        Option("group_by", phrase("Response rate by"), tuple(TITLES), tuple(TITLES.values())),
        SMALL_BASES,
    ),
    audiences=("exhibitor",),
    unweighted=phrase(
        "Weights are what this page is about: it shows figures with and without them, whatever the"
        " switch says."
    ),
)
