"""Does satisfaction go with turnover? Between editions, and between exhibitors of the same
edition.
"""

from analytics.figures.small_bases import SMALL_BASES
from analytics.filters import Option
from analytics.studies.satisfaction_turnover.methods import DENSITY, METHODS
from analytics.study import DeckPlace, OverviewPlace, Study, later
from analytics.wording import phrase

STUDY = Study(
    key="satisfaction_turnover",
    section="prove",
    title=phrase("Satisfaction and turnover"),
    question=phrase("Does satisfaction go with turnover?"),
    icon="scatter_plot",
    analyse=later(__name__, "method", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("exhibitor_survey", "participations", "editions"),
    on_overview=OverviewPlace(30),
    in_decks=(
        DeckPlace("review", 60, "by_score"),
        DeckPlace("segment", 50, "by_score"),
    ),
    options=(
        Option(
            "turnover",
            phrase("Turnover of an edition"),
            ("auto", "declared", "summed"),
            (
                phrase("As declared for the fair, else summed"),
                phrase("As declared for the fair"),
                phrase("Summed over its exhibitors"),
            ),
        ),
        SMALL_BASES,
    ),
    weighs=True,
    not_weighted=(DENSITY,),
)
