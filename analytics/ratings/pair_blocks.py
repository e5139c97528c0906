"""What goes with what, by group of responses: the sums that correlations over pairs of answers
need.

Method: within each edition every rating is taken from its mean of that edition, so that editions
are never compared with each other; n, Σx, Σx² and Σxy over those who answered both of a pair,
summed by group in blocks. Weighted answers bring Σw, Σwx, Σwx² and Σwxy, and beside them how many
they are and what they are worth. Where a block leaves nothing unanswered, Σx and Σxy hold for every
pair alike, and a sixth of the work gives them. Assumption: the same things go together at every
edition chosen. Source: Little & Rubin 2019 (available pairs).
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from analytics.ratings.answer_blocks import Block, Floats, Layout, runs
from analytics.stats.arrays import FloatArray, IntArray
from analytics.stats.pairwise import PairSums


def pair_sums_by_group(blocks: Iterable[Block], plan: Layout, means: FloatArray) -> PairSums:
    """What is rated, then the overall judgement (groups, columns, columns). `means` are places,
    editions × columns.
    """
    columns = plan.rated + 1
    gathered = np.zeros((plan.groups, 3 * columns, 2 * columns))
    whole = np.zeros((plan.groups, columns + 1, columns + 1))
    centres, workspace = means.astype(np.float32), np.empty((0, 3 * columns), dtype=np.float32)
    counted = np.zeros((2, columns, columns))
    is_weighted = False
    for block in blocks:
        if len(workspace) < len(block.group):
            workspace = np.empty((len(block.group), 3 * columns), dtype=np.float32)
        _gather(block, centres, workspace[: len(block.group)], gathered, whole)
        if block.weight is not None:
            is_weighted = True
            _count(block, block.weight, counted)
    _add_whole(whole, gathered)
    values, answered, squares = (slice(at * columns, (at + 1) * columns) for at in range(3))
    return PairSums(
        n=gathered[:, answered, columns:],
        sums=gathered[:, values, columns:],
        squares=gathered[:, squares, columns:],
        products=gathered[:, values, :columns],
        answers=counted[0] if is_weighted else None,
        worth=(
            _worth(gathered[:, answered, columns:].sum(axis=0), counted[1]) if is_weighted else None
        ),
    )


def _gather(
    block: Block, centres: Floats, left: Floats, into: FloatArray, whole: FloatArray
) -> None:
    """Adds a block. One product a group holds all four sums: (x, answered, x²)' (x, answered), or
    (x, 1)' (x, 1) of a whole one.

    `left` is room for these columns, the same for every block: fresh memory costs more than the
    arithmetic.
    """
    order, start = runs(block.group, len(into))
    columns = centres.shape[1]
    values, answered = left[:, :columns], left[:, columns : 2 * columns]
    values[:, :-1] = np.take(block.ratings, order, axis=0)
    values[:, -1] = block.overall[order]
    values -= np.take(centres, block.edition[order], axis=0)
    if not np.isnan(values.sum()):
        left[:, columns] = 1
        _add_products(block, left[:, : columns + 1], columns + 1, (order, start), whole)
        return
    answered[:] = values == values
    values[answered == 0] = 0
    np.multiply(values, values, out=left[:, 2 * columns :])
    _add_products(block, left, 2 * columns, (order, start), into)


def _add_products(
    block: Block, left: Floats, right: int, runs_of: tuple[IntArray, IntArray], into: FloatArray
) -> None:
    """By group the products of all columns with the first `right` of them."""
    order, start = runs_of
    for group in np.flatnonzero(np.diff(start)):
        part = left[start[group] : start[group + 1]]
        into[group] += part.T @ _weighted(
            part[:, :right], block, order[start[group] : start[group + 1]]
        )


def _add_whole(whole: FloatArray, into: FloatArray) -> None:
    """From (x, 1)' (x, 1): every sum is the same whatever it is paired with."""
    columns = whole.shape[1] - 1
    into[:, :columns] += np.concatenate(
        [whole[:, :columns, :columns], np.repeat(whole[:, :columns, columns:], columns, axis=2)],
        axis=2,
    )
    into[:, columns : 2 * columns, columns:] += whole[:, columns:, columns:]
    into[:, 2 * columns :, columns:] += np.diagonal(whole, axis1=1, axis2=2)[:, :columns, None]


def _weighted(columns: Floats, block: Block, rows: IntArray) -> Floats:
    return columns if block.weight is None else columns * block.weight[rows, None]


def _count(block: Block, weight: Floats, into: FloatArray) -> None:
    """Answers in common to each pair, and their squared weights."""
    answered = np.isfinite(np.column_stack([block.ratings, block.overall])).astype(np.float64)
    squares = np.square(weight, dtype=np.float64)
    into[0] += answered.T @ answered
    into[1] += answered.T @ (answered * squares[:, None])


def _worth(weight: FloatArray, squares: FloatArray) -> FloatArray:
    """Kish's effective n of each pair."""
    return np.where(squares > 0, weight**2 / np.where(squares > 0, squares, 1.0), 0.0)
