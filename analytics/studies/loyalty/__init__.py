"""Prove it: do satisfied customers come back? Return by score, ratios, the curve, the exceptions by
name.
"""

from analytics.figures.small_bases import SMALL_BASES
from analytics.studies.loyalty.methods import EMPTY_CELL, EXCEPTIONS, MATCHING, METHODS
from analytics.study import DeckPlace, Study, later
from analytics.wording import phrase

STUDY = Study(
    key="loyalty",
    section="prove",
    title=phrase("Satisfaction and return"),
    question=phrase("Do satisfied customers come back?"),
    icon="favorite",
    analyse=later(__name__, "method", "analyse"),
    figures=later(__name__, "figures", "figures"),
    methods=METHODS,
    reads=("exhibitor_survey", "participations"),
    in_decks=(
        DeckPlace("review", 50),
        DeckPlace("board", 20),
    ),
    names_people=("trap", "hostages"),
    options=(SMALL_BASES,),
    audiences=("exhibitor",),
    weighs=True,
    not_weighted=(EMPTY_CELL, EXCEPTIONS, MATCHING),
)
