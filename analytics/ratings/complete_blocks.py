"""Only those who answered everything: correlations of complete answers, beside those of pairs.

Method: while blocks pass on their way to the sums of pairs, the rows without a gap are summed as
well, taken from the same means of their edition. Assumption: who answered everything stands for
all, which pairs do not need; so the two are shown beside each other. Source: Little & Rubin 2019
(listwise deletion).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from analytics.ratings.answer_blocks import Block
from analytics.stats.arrays import FloatArray, IntArray
from analytics.stats.pairwise import PairSums, pairwise_correlations


class CompleteAnswers:
    """Sums over complete rows, what is rated and then the overall judgement; `n` of them."""

    def __init__(self, means: FloatArray) -> None:
        self.means, self.n = means, 0
        self._products = np.zeros((means.shape[1] + 1, means.shape[1] + 1))

    def passing(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """The blocks as they come, each summed on its way."""
        for block in blocks:
            self._add(block)
            yield block

    def correlations(self, places: IntArray) -> FloatArray:
        """Of the columns at these places; NaN where one does not vary."""
        whole = self._products
        weight, sums = whole[-1, -1], whole[:-1, -1]
        squares = np.diag(whole)[:-1]
        shape = (sums.size, sums.size)
        pairs = PairSums(
            np.full(shape, weight),
            np.repeat(sums[:, None], sums.size, axis=1),
            np.repeat(squares[:, None], sums.size, axis=1),
            whole[:-1, :-1],
        )
        return np.asarray(pairwise_correlations(pairs)[np.ix_(places, places)])

    def _add(self, block: Block) -> None:
        ratings = np.column_stack([block.ratings, block.overall])
        rows = np.flatnonzero(np.isfinite(ratings).all(axis=1))
        away = ratings[rows].astype(np.float64) - self.means[block.edition[rows]]
        columns = np.column_stack([away, np.ones(len(rows))])
        weight = 1.0 if block.weight is None else block.weight[rows, None]
        self._products += columns.T @ (columns * weight)
        self.n += len(rows)
