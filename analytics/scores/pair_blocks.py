"""What goes with what, by group of responses: the sums that correlations over pairs of answers need.

Method: within each edition every rating is taken from its mean of that edition, so that editions are never compared with
each other; n, Σx, Σx² and Σxy over those who answered both of a pair, summed by group in blocks.
Assumption: the same things go together at every edition chosen. Source: Little & Rubin 2019 (available pairs).
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from analytics.scores.blocks import Block, Floats, Layout, runs
from analytics.stats.arrays import FloatArray
from analytics.stats.pairwise import PairSums


def pair_sums_by_group(blocks: Iterable[Block], plan: Layout, means: FloatArray) -> PairSums:
    """What is rated, then the overall judgement (groups, columns, columns). `means` are places, editions × columns."""
    columns = plan.rated + 1
    gathered = np.zeros((plan.groups, 3 * columns, 2 * columns))
    centres, workspace = means.astype(np.float32), np.empty((0, 3 * columns), dtype=np.float32)
    for block in blocks:
        if len(workspace) < len(block.group):
            workspace = np.empty((len(block.group), 3 * columns), dtype=np.float32)
        _gather(block, centres, workspace[: len(block.group)], gathered)
    values, answered, squares = (slice(at * columns, (at + 1) * columns) for at in range(3))
    return PairSums(
        n=gathered[:, answered, columns:],
        sums=gathered[:, values, columns:],
        squares=gathered[:, squares, columns:],
        products=gathered[:, values, :columns],
    )


def _gather(block: Block, centres: Floats, left: Floats, into: FloatArray) -> None:
    """Adds a block. One product a group holds all four sums: (x, answered, x²)' (x, answered).

    `left` is room for these columns, the same for every block: fresh memory costs more than the arithmetic.
    """
    order, start = runs(block.group, len(into))
    columns = centres.shape[1]
    values, answered = left[:, :columns], left[:, columns : 2 * columns]
    values[:, :-1] = np.take(block.ratings, order, axis=0)
    values[:, -1] = block.overall[order]
    values -= np.take(centres, block.edition[order], axis=0)
    answered[:] = values == values
    values[answered == 0] = 0
    np.multiply(values, values, out=left[:, 2 * columns :])
    for group in np.flatnonzero(np.diff(start)):
        part = left[start[group] : start[group + 1]]
        into[group] += part.T @ part[:, : 2 * columns]
