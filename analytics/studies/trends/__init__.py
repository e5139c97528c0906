"""Is the change real, and what made it? One score through the editions, and the last change taken
apart.
"""

from __future__ import annotations

from analytics.figures.small_bases import SMALL_BASES
from analytics.filters import Option
from analytics.ratings.editions import COMPARE_WITH
from analytics.ratings.groups import group_option
from analytics.ratings.questions import DIMENSION
from analytics.studies.trends.explained import EVERY, TURNOVER
from analytics.study import DeckPlace, OverviewPlace, Study, later
from analytics.wording import phrase

STUDY = Study(
    key="trends",
    section="listen",
    title=phrase("Trends"),
    question=phrase("Is the change real, and what made it?"),
    icon="trending_up",
    analyse=later(__name__, "method", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=EVERY,
    reads=("exhibitor_survey", "visitor_survey", "editions"),
    on_overview=OverviewPlace(20, "trend"),
    in_decks=(
        DeckPlace("review", 30, "trend"),
        DeckPlace("segment", 40, "trend"),
    ),
    options=(
        Option(
            "score",
            phrase("Follow"),
            ("overall", "dimensions", "pooled"),
            (
                phrase("Overall question"),
                phrase("Mean of the dimension means"),
                phrase("Mean of all ratings"),
            ),
        ),
        DIMENSION,
        COMPARE_WITH,
        group_option(phrase("Take apart by")),
        SMALL_BASES,
    ),
    weighs=True,
    not_weighted=(TURNOVER,),
)
