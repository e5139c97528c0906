"""Decks in one click: which figures an edition review, a board summary and the portrait of one segment are made of."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, get_args

from analytics.catalogue import STUDIES
from analytics.deck.choices import FIRST, Wanted
from analytics.study import Filters
from analytics.wording import phrase

Kind = Literal["review", "board", "segment"]
KINDS: tuple[Kind, ...] = get_args(Kind)
NAMES: dict[Kind, str] = {
    "review": phrase("Edition review"),
    "board": phrase("Board summary"),
    "segment": phrase("One segment"),
}
TOLD: dict[Kind, str] = {
    "review": phrase("Satisfaction, change, return, turnover and segments: the whole picture, with its tables."),
    "board": phrase("Three slides: what matters, is it satisfaction, is it return."),
    "segment": phrase("What the exhibitors of one saved segment say, and whether they come back."),
}
MOST_FINDINGS = 9

REVIEW = (
    ("satisfaction", "overalls"), ("satisfaction", "dimensions"), ("satisfaction", "distribution"), ("trends", "trend"),
    ("satisfaction_turnover", "by_score"), ("retention", FIRST), ("retention", "flows"), ("segments", FIRST),
)  # fmt: skip
BOARD = (("satisfaction", "dimensions"), ("retention", FIRST))
SEGMENT = (
    ("satisfaction", "overalls"), ("satisfaction", "dimensions"), ("satisfaction", "distribution"), ("trends", "trend"),
    ("satisfaction_turnover", "by_score"), ("retention", FIRST), ("retention", "flows"),
)  # fmt: skip
LISTENING = ("listen", "prove", "know", "act")


def wanted(kind: Kind, filters: Filters, *, has_slow: bool = True) -> list[Wanted]:
    """The figures of a ready-made deck in reading order. `has_slow` says whether long computations may be waited for."""
    picked = {"review": _review(), "board": BOARD, "segment": SEGMENT}[kind]
    slow = {study.key for study in STUDIES if study.is_slow}
    return [
        Wanted(study, figure, filters) for study, figure in picked if has_slow or study not in slow
    ]  # fmt: skip


def of_segment(filters: Filters, segment: str) -> Filters:
    """The same fair through the eyes of one saved segment, exhibitors all."""
    return replace(filters, segment=segment, audience="exhibitor", profile=())


def _review() -> tuple[tuple[str, str], ...]:
    """The chosen figures, and the first of every other study while there is room."""
    named = {study for study, _ in REVIEW}
    others = [(one.key, FIRST) for one in STUDIES if one.key not in named and one.section in LISTENING]
    order = {one.key: at for at, one in enumerate(STUDIES)}
    return tuple(sorted((*REVIEW, *others[: MOST_FINDINGS - len(REVIEW)]), key=lambda pair: order.get(pair[0], 0)))
