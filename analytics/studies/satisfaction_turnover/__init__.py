"""Does satisfaction go with turnover? Between editions, and between exhibitors of the same edition."""

from analytics.scores.bases import SMALL_BASES
from analytics.studies.satisfaction_turnover.figures import figures
from analytics.studies.satisfaction_turnover.method import SatisfactionTurnover, analyse
from analytics.studies.satisfaction_turnover.methods import DENSITY, METHODS
from analytics.study import Option, Study
from analytics.wording import phrase

__all__ = ["STUDY", "SatisfactionTurnover"]

STUDY = Study(
    key="satisfaction_turnover",
    section="prove",
    title=phrase("Satisfaction and turnover"),
    question=phrase("Does satisfaction go with turnover?"),
    icon="scatter_plot",
    analyse=analyse,
    figures=figures,
    methods=METHODS,
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
