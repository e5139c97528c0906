"""Which words does one group of comments use more often than the rest?

Method: counted on comments, so that a writer who repeats a word counts once: for each word the
table comments with and without it × group and rest, and its log-likelihood ratio over all four
cells, G² = 2 Σ O ln(O/E) with 0 ln 0 = 0. The sign is that of the share in the group minus the
share in the rest. p by chi-square with one degree of freedom, Benjamini–Hochberg over the words in
at least so many comments. The log ratio has a half added to each count and one to each group.
Assumption: independent comments. Source: Dunning 1993 (Computational Linguistics 19:61–74);
Rayson & Garside 2000 for keywords; Hardie 2014 for the log ratio.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analytics.stats import critical_values
from analytics.stats.arrays import BoolArray, FloatArray, vector
from analytics.stats.multiplicity import LEVEL_OF_P, benjamini_hochberg

FEW = 5.0
"""Below this least expected count a word is shown with the remark that it is few."""


@dataclass(frozen=True, slots=True, eq=False)
class Keyness:
    """One entry a word, in the order given. `sign` is 1, 0 or -1; `log_ratio` to the base 2;
    `p_adjusted` is NaN where a word stands in too few comments to be tested.
    """

    g2: FloatArray
    sign: FloatArray
    log_ratio: FloatArray
    p: FloatArray
    p_adjusted: FloatArray
    is_tested: BoolArray
    is_few: BoolArray

    def key_words(self, level: float = LEVEL_OF_P) -> list[int]:
        """The places of the words that the group uses more often, the clearest first; equal ones
        as they were given.
        """
        is_key = self.is_tested & (self.sign > 0) & (self.p_adjusted < level)
        places = np.flatnonzero(is_key)
        return [int(place) for place in places[np.argsort(-self.g2[places], kind="stable")]]


def keyness(
    in_group: npt.ArrayLike,
    in_rest: npt.ArrayLike,
    group: float,
    rest: float,
    min_comments: int = 1,
) -> Keyness:
    """Comments with each word in the group and in the rest, of `group` and `rest` comments.

    ValueError when more comments hold a word than there are, or a count is negative. Where one side
    has no comment, everything but the counts is NaN and nothing is tested.
    """
    first, second = vector(in_group, "in_group"), vector(in_rest, "in_rest")
    if first.size != second.size:
        raise ValueError("a count in the group and one in the rest for every word")
    if ((first < 0) | (second < 0) | (first > group) | (second > rest)).any():
        raise ValueError("a word stands in no more comments than there are, and in no fewer than 0")
    g2 = log_likelihood(first, second, group, rest)
    is_tested = (first + second >= min_comments) & ~np.isnan(g2)
    p = np.array([critical_values.p_chi_square(value, 1) for value in g2], dtype=float)
    adjusted = benjamini_hochberg(np.where(is_tested, p, np.nan)).p
    return Keyness(
        g2,
        np.sign(first * rest - second * group),
        np.log2((first + 0.5) / (group + 1) / ((second + 0.5) / (rest + 1))),
        p,
        adjusted,
        is_tested,
        _least_expected(first, second, group, rest) < FEW,
    )


def log_likelihood(
    in_group: FloatArray, in_rest: FloatArray, group: float, rest: float
) -> FloatArray:
    """G² of the four cells of each word; NaN where a side is empty."""
    if not (group > 0 and rest > 0):
        return np.full(in_group.shape, np.nan)
    total = group + rest
    with_word = in_group + in_rest
    g2 = np.zeros(in_group.shape)
    for observed, size, of_row in (
        (in_group, group, with_word),
        (in_rest, rest, with_word),
        (group - in_group, group, total - with_word),
        (rest - in_rest, rest, total - with_word),
    ):
        expected = of_row * size / total
        is_there = observed > 0
        g2[is_there] += observed[is_there] * np.log(observed[is_there] / expected[is_there])
    return np.asarray(np.maximum(2 * g2, 0.0))


def _least_expected(
    in_group: FloatArray, in_rest: FloatArray, group: float, rest: float
) -> FloatArray:
    total = group + rest
    if total == 0:
        return np.full(in_group.shape, np.nan)
    with_word = in_group + in_rest
    return np.asarray(np.minimum(with_word, total - with_word) * min(group, rest) / total)
