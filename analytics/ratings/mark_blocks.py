"""Low and high scores beside the overall judgement: cross-products by group of responses.

Method: each rating is marked low (up to three eighths of its scale: 1 and 2 of five) or high (from
three quarters: 4 and 5); between them lies the middle. Complete answers only. Marks and judgement
are taken from their means within each edition, so that editions are never compared with each other:
the same slopes as with a constant for every edition. Assumption: a point of the scale means the
same at every edition. Source: Brandt 1987 for the marks; Frisch & Waugh 1933 for taking out the
editions.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from analytics.ratings.answer_blocks import Block, Layout, runs
from analytics.stats.arrays import FloatArray
from analytics.stats.mean import effective_n

LOW, HIGH, TOP = 0.375, 0.75, 0.875


@dataclass(frozen=True, eq=False)
class MarkProducts:
    """`products`: Z'Z by group of Z = (1, low₁, high₁, …, overall); `marks` (items × 2): how many
    gave a low, a high score.

    `n` complete answers, of `answered` to the overall question; `editions`: complete answers by
    edition; `n_eff`: their worth.
    """

    products: FloatArray
    marks: FloatArray
    n: int
    answered: int
    editions: FloatArray
    n_eff: float


def mark_products(blocks: Iterable[Block], plan: Layout, high: float = HIGH) -> MarkProducts:
    """From places; the overall judgement stays a place."""
    return marks_from(blocks, plan, (high,))[0]


def marks_from(
    blocks: Iterable[Block], plan: Layout, highs: tuple[float, ...]
) -> tuple[MarkProducts, ...]:
    """The same answers with the high mark beginning here or there, read once."""
    marks, editions = 2 * plan.rated, len(plan.editions)
    width = marks + editions + 1
    gathered = [np.zeros((plan.groups, width, width)) for _ in highs]
    counted = [np.zeros(width) for _ in highs]
    squares, answered = 0.0, 0
    for block in blocks:
        answered += int(np.isfinite(block.overall).sum())
        worth = [
            _gather(block, into, count, editions, high)
            for into, count, high in zip(gathered, counted, highs, strict=True)
        ]
        squares += worth[0]
    return tuple(
        _centred(into, count, marks, editions, answered, squares)
        for into, count in zip(gathered, counted, strict=True)
    )


def _gather(
    block: Block, into: FloatArray, counted: FloatArray, editions: int, high: float
) -> float:
    """Adds a block, and to `counted` how many gave each mark; returns the squared weights of its
    complete answers.
    """
    complete = np.flatnonzero(np.isfinite(block.overall) & np.isfinite(block.ratings).all(axis=1))
    order, start = runs(block.group[complete], len(into))
    rows = complete[order]
    ratings = block.ratings[rows]
    marked = np.stack([ratings <= LOW + 1e-6, ratings >= high - 1e-6], axis=2).reshape(
        len(rows), 2 * ratings.shape[1]
    )
    held = block.edition[rows, None] == np.arange(editions)
    weight = np.ones(len(rows), dtype=np.float32) if block.weight is None else block.weight[rows]
    columns = np.concatenate([marked, held, block.overall[rows, None]], axis=1, dtype=np.float32)
    for group in np.flatnonzero(np.diff(start)):
        part = columns[start[group] : start[group + 1]]
        into[group] += part.T @ (
            part if block.weight is None else part * weight[start[group] : start[group + 1], None]
        )
    counted += columns.sum(axis=0, dtype=np.float64)
    return float(np.square(weight, dtype=np.float64).sum())


def _centred(
    gathered: FloatArray,
    counted: FloatArray,
    marks: int,
    editions: int,
    answered: int,
    squares: float,
) -> MarkProducts:
    """Marks, editions, overall become 1, marks, overall, the latter two less their means within the
    edition.
    """
    whole, held = gathered.sum(axis=0), slice(marks, marks + editions)
    by_edition = np.diag(whole)[held]
    means = whole[:, held] / np.where(by_edition > 0, by_edition, 1.0)
    away = np.eye(len(whole))
    away[:, held] -= means
    away[held] = 0.0
    centring = np.vstack([np.zeros(len(whole)), away[:marks], away[-1:]])
    centring[0, held] = 1.0
    return MarkProducts(
        centring @ gathered @ centring.T,
        counted[:marks].reshape(-1, 2),
        round(counted[held].sum()),
        answered,
        counted[held],
        effective_n(float(by_edition.sum()), squares),
    )
