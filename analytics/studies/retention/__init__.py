"""Who comes back? Three measures with two denominators, flows that add up, cohorts and survival."""

from analytics.figures.small_bases import SMALL_BASES
from analytics.filters import Option
from analytics.studies.retention.methods import METHODS
from analytics.study import DeckPlace, OverviewPlace, Study, later
from analytics.wording import phrase

STUDY = Study(
    key="retention",
    section="prove",
    title=phrase("Retention"),
    question=phrase("Who comes back?"),
    icon="autorenew",
    analyse=later(__name__, "method", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("exhibitors", "participations"),
    on_overview=OverviewPlace(40),
    in_decks=(
        DeckPlace("review", 70),
        DeckPlace("review", 80, "flows"),
        DeckPlace("segment", 60),
        DeckPlace("segment", 70, "flows"),
    ),
    options=(
        Option(
            "cohort",
            phrase("Cohorts show who"),
            ("classic", "unbroken", "ever_after"),
            (
                phrase("came at that edition"),
                phrase("came every time so far"),
                phrase("came at that edition or later"),
            ),
        ),
        Option(
            "history",
            phrase("Survival counts"),
            ("known", "all"),
            (
                phrase("those first seen after the first edition on file"),
                phrase("everybody, the first edition on file as a start"),
            ),
        ),
        SMALL_BASES,
    ),
    audiences=("exhibitor",),
    unweighted=phrase(
        "Not weighted: everybody on the register is counted here, so there is nothing to weight."
    ),
)
