"""How satisfied, with what? Means, shares, outcomes and groups of one edition beside another."""

from __future__ import annotations

from analytics.figures.small_bases import SMALL_BASES
from analytics.ratings.editions import COMPARE_WITH
from analytics.ratings.groups import group_option
from analytics.ratings.questions import DIMENSION
from analytics.studies.satisfaction.explained import EVERY
from analytics.study import DeckPlace, OverviewPlace, Study, later
from analytics.wording import phrase

STUDY = Study(
    key="satisfaction",
    section="listen",
    title=phrase("Satisfaction"),
    question=phrase("How satisfied, with what?"),
    icon="sentiment_satisfied",
    analyse=later(__name__, "method", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=EVERY,
    reads=("exhibitor_survey", "visitor_survey"),
    on_overview=OverviewPlace(10),
    in_decks=(
        DeckPlace("review", 10, "overalls"),
        DeckPlace("review", 20, "dimensions"),
        DeckPlace("segment", 10, "overalls"),
        DeckPlace("segment", 20, "dimensions"),
        DeckPlace("segment", 30, "distribution"),
    ),
    options=(
        DIMENSION,
        COMPARE_WITH,
        group_option(phrase("Compare groups by")),
        SMALL_BASES,
    ),
    weighs=True,
)
