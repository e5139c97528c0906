"""Decks in one click: an edition review, a board summary and the portrait of one segment. Which
figures they are made of, each study declares.
"""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from analytics.catalogue import in_deck
from analytics.deck.requested_figures import FigureRequest
from analytics.filters import Filters
from analytics.study import Deck
from analytics.wording import phrase

Kind = Deck
KINDS: tuple[Kind, ...] = get_args(Kind)
NAMES: dict[Kind, str] = {
    "review": phrase("Edition review"),
    "board": phrase("Board summary"),
    "segment": phrase("One segment"),
    "actions": phrase("What we did and what came of it"),
}
DESCRIPTIONS: dict[Kind, str] = {
    "review": phrase(
        "Satisfaction, change, what matters, return, turnover and segments: the whole picture, with"
        " tables."
    ),
    "board": phrase(
        "Four slides: the key numbers, the findings in a row, what to fix first, whether"
        " satisfaction brings exhibitors back."
    ),
    "segment": phrase("What the exhibitors of one saved segment say, and whether they come back."),
    "actions": phrase("The actions, what they cost, and what the next edition says of each."),
}


def requests(kind: Kind, filters: Filters, *, has_slow: bool = True) -> list[FigureRequest]:
    """The figures of a ready-made deck in reading order. `has_slow` says whether long computations
    may be waited for.
    """
    return [
        FigureRequest(study.key, figure, filters)
        for study, figure in in_deck(kind)
        if has_slow or not study.is_slow
    ]


def of_segment(filters: Filters, segment: str) -> Filters:
    """The same fair through the eyes of one saved segment, exhibitors all."""
    return replace(filters, segment=segment, audience="exhibitor", profile=())
