"""How the answers spread: satisfied and dissatisfied shares, and the whole distribution.

Method: the share of answers in the upper and lower end of the scale with Wilson's interval, one
question at a time (several ratings of one respondent are not independent, so a dimension gets its
distribution without an interval). Assumption: exhibitors answer independently; several answers of
one are taken together (`ratings.tally`). Source: Wilson 1927; Brown, Cai & DasGupta 2001.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from analytics.ratings.levels import DIMENSIONS, ITEMS, level_shown
from analytics.ratings.questions import Question, Questionnaire
from analytics.ratings.scale import Scale
from analytics.ratings.tally import Tally, added, tally
from analytics.stats.proportion import Proportion
from analytics.wording import Name

MOST_POINTS = 11
BANDS = 5
ROUNDING = 1e-9

Counts = dict[tuple[str, str, str], dict[float, Tally]]
Sharing = Callable[[Tally, Tally], Proportion]


@dataclass(frozen=True, slots=True)
class Boxes:
    """One question: shares of answers at the upper and the lower end of its scale."""

    key: str
    name: Name
    scale: Scale
    satisfied: Proportion
    dissatisfied: Proportion


@dataclass(frozen=True, slots=True)
class Spread:
    """One question or dimension: the share of each answer from worst to best. `n` counts ratings,
    `n_eff` what they are worth.
    """

    key: str
    name: Name
    shares: tuple[float, ...]
    n: int
    n_eff: float


@dataclass(frozen=True, slots=True)
class Distribution:
    """Spreads on one scale; `answers` from worst to best, as written."""

    spreads: tuple[Spread, ...]
    answers: tuple[str, ...]
    scale: Scale
    is_by_dimension: bool


def counts_of(rows: Iterable[dict[str, Any]], repeated: Iterable[dict[str, Any]] = ()) -> Counts:
    """Rows of `counts.sql` by edition, kind and key: answer -> who gave it; `repeated` are rows of
    `repeated.sql`.
    """
    pairs: dict[tuple[Any, ...], dict[tuple[Hashable, Hashable], float]] = {}
    repeats: dict[tuple[Any, ...], float] = {}
    for row in repeated:
        answer = _question(row), row["answer"]
        pairs.setdefault(answer, {})[row["answer"], row["other"]] = row["product"]
        repeats[answer] = repeats.get(answer, 0.0) + row["repeats"]
    counts: Counts = {}
    for row in rows:
        answer = _question(row), row["answer"]
        counted = tally(row, pairs=pairs.get(answer))
        counts.setdefault(answer[0], {})[row["answer"]] = replace(
            counted, repeats=repeats.get(answer, 0.0)
        )
    return counts


def _question(row: dict[str, Any]) -> tuple[str, str, str]:
    return row["edition_id"], row["kind"], row["key"]


def box_width(scale: Scale) -> float:
    """How far an end of the scale reaches: two points of five to eleven, one of fewer, a fifth of a
    wide scale.
    """
    if scale.span >= MOST_POINTS:
        return scale.span / BANDS
    return 1.0 if scale.span >= 4 else 0.0


def box_ends(scale: Scale) -> tuple[float, float]:
    """The highest answer that counts as dissatisfied, the lowest that counts as satisfied."""
    width = box_width(scale)
    return scale.low + width, scale.high - width


def plain_share(part: Tally, whole: Tally) -> Proportion:
    """Of the fair as a process."""
    return part.share_of(whole)


def boxes(
    key: str,
    name: Name,
    scale: Scale,
    counted: Mapping[float, Tally],
    share: Sharing = plain_share,
) -> Boxes:
    below, above = box_ends(scale)
    everybody = added(counted.values())
    satisfied = added(tally_ for answer, tally_ in counted.items() if answer >= above - ROUNDING)
    dissatisfied = added(tally_ for answer, tally_ in counted.items() if answer <= below + ROUNDING)
    return Boxes(key, name, scale, share(satisfied, everybody), share(dissatisfied, everybody))


def boxes_shown(
    asked: Questionnaire, counts: Counts, edition: str, dimension: str, least: int, share: Sharing
) -> tuple[Boxes, ...]:
    """The overall question and the items of the dimension shown, or every item where none
    is shown.
    """
    shares = []
    for question in asked.questions:
        kind = "measure" if question.is_measure else "item"
        counted = counts.get((edition, kind, question.key), {})
        if _is_counted(question, dimension) and added(counted.values()).n >= least:
            shares.append(boxes(question.key, question.name, question.scale, counted, share))
    return tuple(shares)


def _is_counted(question: Question, dimension: str) -> bool:
    if question.is_measure:
        return question.key == "overall"
    return dimension in ("", question.dimension)


def answer_labels(scale: Scale) -> tuple[str, ...]:
    """1, 2, … or, on a wide scale, five bands."""
    if scale.span < MOST_POINTS:
        return tuple(f"{scale.low + step:g}" for step in range(int(scale.span) + 1))
    width = scale.span / BANDS
    return tuple(
        f"{scale.low + band * width:g}–{scale.low + (band + 1) * width:g}" for band in range(BANDS)
    )


def distribution(
    asked: Questionnaire, counts: Counts, edition: str, dimension: str, least: int
) -> Distribution | None:
    """By dimension, or by item: of the dimension asked for, or where items lead; only questions on
    the scale that most share.
    """
    items = [
        question
        for question in asked.questions
        if not question.is_measure and dimension in ("", question.dimension)
    ]
    if not items:
        return None
    scales = [item.scale for item in items]
    scale = max(scales, key=scales.count)
    by_item = bool(dimension) or level_shown(edition, asked, DIMENSIONS) == ITEMS
    rows: dict[str, Name] = {}
    counted: dict[str, dict[float, Tally]] = {}
    for item in items:
        if item.scale == scale:
            key = item.key if by_item else item.dimension
            rows[key] = item.name if by_item else item.dimension_name
            into = counted.setdefault(key, {})
            for answer, n in counts.get((edition, "item", item.key), {}).items():
                into[answer] = into.get(answer, Tally()) + n
    spreads = tuple(spread(key, name, scale, counted[key]) for key, name in rows.items())
    shown = tuple(of_row for of_row in spreads if of_row.n >= least)
    return Distribution(shown, answer_labels(scale), scale, not by_item) if shown else None


def spread(key: str, name: Name, scale: Scale, counted: Mapping[float, Tally]) -> Spread:
    """Half points count with the point below."""
    bins = [0.0] * len(answer_labels(scale))
    for answer, tally_ in counted.items():
        bins[_bin(answer, scale)] += tally_.weight
    everybody = added(counted.values())
    shares = tuple(weight / everybody.weight if everybody.n else 0.0 for weight in bins)
    return Spread(key, name, shares, everybody.n, everybody.n_eff)


def _bin(answer: float, scale: Scale) -> int:
    if scale.span < MOST_POINTS:
        place = int(answer - scale.low + ROUNDING)
        return min(max(place, 0), int(scale.span))
    return min(max(ceil((answer - scale.low) / scale.span * BANDS - ROUNDING) - 1, 0), BANDS - 1)
