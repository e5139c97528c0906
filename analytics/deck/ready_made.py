"""Decks in one click: the figures of an edition review, a board summary, one segment's portrait."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, get_args

from analytics.catalogue import STUDIES
from analytics.deck.deck_contents import FIRST, FigureRequest
from analytics.study import Filters
from analytics.wording import phrase

Kind = Literal["review", "board", "segment"]
KINDS: tuple[Kind, ...] = get_args(Kind)
NAMES: dict[Kind, str] = {
    "review": phrase("Edition review"),
    "board": phrase("Board summary"),
    "segment": phrase("One segment"),
}
DESCRIPTIONS: dict[Kind, str] = {
    "review": phrase(
        "Satisfaction, change, what matters, return, turnover and segments: the whole picture, with"
        " tables."
    ),
    "board": phrase(
        "Three slides: the findings in a row, what to fix first, whether satisfaction brings"
        " exhibitors back."
    ),
    "segment": phrase("What the exhibitors of one saved segment say, and whether they come back."),
}

REVIEW = (
    ("satisfaction", "overalls"),
    ("satisfaction", "dimensions"),
    ("trends", "trend"),
    ("drivers", FIRST),
    ("loyalty", FIRST),
    ("satisfaction_turnover", "by_score"),
    ("retention", FIRST),
    ("retention", "flows"),
    ("segments", FIRST),
)
BOARD = (("drivers", FIRST), ("loyalty", FIRST))
SEGMENT = (
    ("satisfaction", "overalls"),
    ("satisfaction", "dimensions"),
    ("satisfaction", "distribution"),
    ("trends", "trend"),
    ("satisfaction_turnover", "by_score"),
    ("retention", FIRST),
    ("retention", "flows"),
)


def requests(kind: Kind, filters: Filters, *, has_slow: bool = True) -> list[FigureRequest]:
    """The figures of a ready-made deck in reading order; without `has_slow` only the quick ones."""
    picked = {"review": REVIEW, "board": BOARD, "segment": SEGMENT}[kind]
    slow = {study.key for study in STUDIES if study.is_slow}
    return [
        FigureRequest(study, figure, filters)
        for study, figure in picked
        if has_slow or study not in slow
    ]


def of_segment(filters: Filters, segment: str) -> Filters:
    """The same fair through the eyes of one saved segment, exhibitors all."""
    return replace(filters, segment=segment, audience="exhibitor", profile=())
