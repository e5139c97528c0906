"""Everybody's answers in blocks, never all at once: for what needs several answers of one
respondent side by side.

Method: Arrow batches become places between 0 and 1 on the scale each edition asked. Every exhibitor
falls into one of 200 groups by a fixed hash, with all its responses, for they resemble each other
(below 2,000 responses each exhibitor is a group of its own; a response that leads to no exhibitor
stands for itself). So sums by group can be resampled without returning to the rows. Assumption:
equal places on different scales mean the same. Source: Davison & Hinkley 1997 (§3.8) for groups.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import nan
from typing import Any

import numpy as np
import numpy.typing as npt

from analytics.filters import Filters
from analytics.ratings.levels import Rated, read_slots
from analytics.ratings.questions import Question, Questionnaire
from analytics.stats.arrays import FloatArray, IntArray
from analytics.store import Reader
from analytics.study import statement

Floats = npt.NDArray[np.float32]
GROUPS = 200
ONE_EACH_BELOW = 2_000
ROWS = 32_768
OVERALL = "overall"


@dataclass(frozen=True, eq=False)
class Block:
    """Rows of respondents; `ratings` and `stated` are rows × what is rated. NaN where nothing was
    answered.

    `weight`: what each row counts; None where all count alike.
    """

    group: IntArray
    edition: IntArray
    overall: Floats
    ratings: Floats
    stated: Floats
    weight: Floats | None = None


@dataclass(frozen=True, eq=False)
class Layout:
    """How rows are read: `low` and `span` (editions × (slots + overall)) in hundredths, NaN where
    not asked; `stated` the same two of importance (2 × editions × slots).

    `members` (slots × what is rated) says which slot counts for what; `named`: the editions a slice
    names (None: these).
    """

    editions: tuple[str, ...]
    slots: IntArray
    low: FloatArray
    span: FloatArray
    members: FloatArray
    groups: int
    is_one_each: bool
    named: tuple[str, ...] | None = None
    stated: FloatArray | None = None

    @property
    def rated(self) -> int:
        return int(self.members.shape[1])

    @property
    def width(self) -> int:
        return int(self.slots.max()) + 1

    def ends_of(self, edition: IntArray) -> tuple[Floats, Floats]:
        """`low` and `span` of each row: one row for all where every edition asked the same on the
        same scales.
        """
        low, span = self.low.astype(np.float32), self.span.astype(np.float32)
        if (low == low[0]).all() and (span == span[0]).all():
            return low[:1], span[:1]
        return low[edition], span[edition]


def layout(
    reader: Reader,
    filters: Filters,
    editions: Mapping[str, int],
    asked: Questionnaire,
    rated: Sequence[Rated],
    named: tuple[str, ...] | None = None,
) -> Layout:
    """`editions` with the number of responses of each inside the filters; `named`: see
    `editions.named`.
    """
    known = read_slots(reader, filters)
    items = [item for part in rated for item in part.items]
    members = np.repeat(np.eye(len(rated)), [len(part.items) for part in rated], axis=0)
    columns = {item: at for at, item in enumerate(items)}
    low, span = _scales(asked, list(editions), columns)
    stated = _stated_scales(asked, list(editions), columns)
    responses = sum(editions.values())
    is_one_each = responses < ONE_EACH_BELOW
    slots = np.array([known[item] - 1 for item in items], dtype=np.int64)
    groups = responses if is_one_each else GROUPS
    keys = tuple(editions)
    return Layout(keys, slots, low, span, members, groups, is_one_each, named, stated)


def _scales(
    asked: Questionnaire, editions: list[str], column: dict[str, int]
) -> tuple[FloatArray, FloatArray]:
    low = np.full((len(editions), len(column) + 1), nan)
    span = low.copy()
    for question in asked.of(editions).questions:
        at = _column_of(question, column)
        if at is not None:
            low[editions.index(question.edition), at] = question.scale.low * 100
            span[editions.index(question.edition), at] = question.scale.span * 100
    return low, span


def _stated_scales(asked: Questionnaire, editions: list[str], column: dict[str, int]) -> FloatArray:
    """Low and span of the importances: 2 × editions × slots, in hundredths."""
    ends = np.full((2, len(editions), len(column)), nan)
    for question in asked.of(editions).questions:
        at = None if question.is_measure else column.get(question.key)
        if at is not None:
            scale = question.stated or question.scale
            ends[:, editions.index(question.edition), at] = scale.low * 100, scale.span * 100
    return ends


def _column_of(question: Question, column: dict[str, int]) -> int | None:
    if question.is_measure:
        return len(column) if question.key == OVERALL else None
    return column.get(question.key)


def read_blocks(
    reader: Reader, filters: Filters, plan: Layout, has_stated: bool = False
) -> Iterator[Block]:
    """The responses of the layout's editions. `stated` repeats `ratings` where it is not
    asked for.
    """
    within = replace(filters, editions=plan.editions if plan.named is None else plan.named).slice()
    sql = statement(__package__, "stated_blocks" if has_stated else "blocks")
    batches = reader.batches(
        sql, ROWS, slice=within, editions=list(plan.editions), slots=plan.width
    )
    for batch in _in_one_batch(batches) if plan.is_one_each else batches:
        if batch.num_rows:
            block = _block(batch, plan, has_stated)
            yield replace(block, weight=_column(batch, "weight")) if filters.weights else block


def _in_one_batch(batches: Iterator[Any]) -> list[Any]:
    """Few responses: all in one batch, in the order of their numbers, so that each exhibitor can be
    a group of its own.
    """
    import pyarrow as pa

    blocks = list(batches)
    return (
        pa.Table.from_batches(blocks).sort_by("response_id").combine_chunks().to_batches()
        if blocks
        else []
    )


def _block(batch: Any, plan: Layout, has_stated: bool) -> Block:
    edition = batch["edition"].to_numpy(zero_copy_only=False).astype(np.int64)
    low, span = plan.ends_of(edition)
    overall = _column(batch, "overall")
    ratings = _rated(_listed(batch["sat"], plan), low[:, :-1], span[:, :-1], plan)
    stated = (
        _rated(_listed(batch["imp"], plan), *_stated_ends(plan, edition, low, span), plan)
        if has_stated
        else ratings
    )
    return Block(
        _group(batch, plan), edition, (overall - low[:, -1]) / span[:, -1], ratings, stated
    )


def _stated_ends(
    plan: Layout, edition: IntArray, low: Floats, span: Floats
) -> tuple[Floats, Floats]:
    """Low and span of the importances; those of the ratings where nothing else is known."""
    if plan.stated is None:
        return low[:, :-1], span[:, :-1]
    ends = plan.stated.astype(np.float32)
    return ends[0][edition], ends[1][edition]


def _column(batch: Any, name: str) -> Floats:
    return np.asarray(batch[name].to_numpy(zero_copy_only=False), dtype=np.float32)


def _group(batch: Any, plan: Layout) -> IntArray:
    who = batch["who"].to_numpy(zero_copy_only=False)
    if plan.is_one_each:
        return np.asarray(np.unique(who, return_inverse=True)[1], dtype=np.int64)
    return group_of(who)


def group_of(numbers: Any) -> IntArray:
    """One of the 200 groups, by Steele, Lea & Flood's mixing of the number: the same for ever, and
    like chance.
    """
    mixed = numbers.astype(np.uint64) + np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray((mixed ^ (mixed >> np.uint64(31))) % np.uint64(GROUPS), dtype=np.int64)


def _listed(column: Any, plan: Layout) -> Floats:
    """The slots of a list column as hundredths, rows × slots."""
    import pyarrow as pa

    values = (
        column.flatten().cast(pa.float32()).to_numpy(zero_copy_only=False).reshape(-1, plan.width)
    )
    is_whole = np.array_equal(plan.slots, np.arange(plan.width))
    return np.array(values if is_whole else values[:, plan.slots], dtype=np.float32)


def _rated(values: Floats, low: Floats, span: Floats, plan: Layout) -> Floats:
    """Places of items, or respondents' means over the items of a dimension they answered."""
    values -= low
    values /= span
    if len(plan.slots) == plan.rated:
        return values
    answered = ~np.isnan(values)
    members = plan.members.astype(np.float32)
    count = answered.astype(np.float32) @ members
    total = np.where(answered, values, np.float32(0)) @ members
    return np.asarray(np.where(count > 0, total / np.maximum(count, 1), np.float32(nan)))


def runs(group: IntArray, groups: int) -> tuple[IntArray, IntArray]:
    """The order that brings rows of a group together, and where each group begins (groups + 1
    places).
    """
    order = np.argsort(group.astype(np.int16), kind="stable")
    return order, np.concatenate([[0], np.cumsum(np.bincount(group, minlength=groups))])
