"""What matters, whatever order the items are looked at? LMG, also called general dominance or
Shapley's R².

Method: how much R² an item adds, averaged over every set of other items it can be added to, sets of
each size counting alike. The values are not negative and sum to R². Assumption: a linear relation;
association, not cause. Source: Lindeman, Merenda & Gold 1980; Budescu 1993; Lipovetsky & Conklin
2001; Grömping 2006 (JSS 17:1).

All 2^p sets are visited at once by sweeping the items out of the correlation matrix one after the
other; up to 17 items, beyond them `relative_weights.py`. Works on a stack of matrices at once, as
resamples need it.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import FloatArray, IntArray
from analytics.stats.relative_weights import correlations_checked

MOST_ITEMS = 17
# What is left of an item's variance after the others, below which it is a copy of them.
NOTHING_LEFT = 1e-10


@dataclass(frozen=True, slots=True, eq=False)
class GeneralDominance:
    """`conditional` (…, items, sizes): mean gain of R² when an item joins 0, 1, … others. All sum
    to `r_squared`.
    """

    conditional: FloatArray
    r_squared: FloatArray

    @property
    def weights(self) -> FloatArray:
        """LMG by item (…, items); their sum is R²."""
        return np.asarray(self.conditional.mean(axis=-1))

    @property
    def first_in(self) -> FloatArray:
        """R² of each item alone."""
        return np.asarray(self.conditional[..., 0])

    @property
    def last_in(self) -> FloatArray:
        """R² lost when the item alone is dropped."""
        return np.asarray(self.conditional[..., -1])


def general_dominance(r_items: npt.ArrayLike, r_outcome: npt.ArrayLike) -> GeneralDominance:
    """From correlations among the items (…, items, items) and with the outcome (…, items); NaN
    stays NaN.

    ValueError above 17 items or when shapes do not fit.
    """
    r_xx, r_xy = correlations_checked(r_items, r_outcome)
    items = r_xy.shape[-1]
    if items > MOST_ITEMS:
        raise ValueError(f"LMG takes up to {MOST_ITEMS} items, not {items}")
    r_squared = r_squared_of_all_sets(r_xx, r_xy)
    size = set_sizes(items - 1)
    gains = np.stack([_mean_gain(r_squared, item, size) for item in range(items)], axis=-2)
    return GeneralDominance(gains, r_squared[..., -1])


def r_squared_of_all_sets(r_xx: FloatArray, r_xy: FloatArray) -> FloatArray:
    """R² of every set of items (…, 2^items); bit j of the position: item j is in the set."""
    items, leading = r_xy.shape[-1], r_xy.shape[:-1]
    rows = np.concatenate([r_xx, r_xy[..., None, :]], axis=-2)
    last = np.concatenate([r_xy, np.ones((*leading, 1))], axis=-1)
    left = np.concatenate([rows, last[..., None]], axis=-1)[..., None, :, :]
    for _ in range(items):
        left = np.concatenate([left[..., 1:, 1:], _swept(left)], axis=-3)
    return np.asarray(1 - left[..., 0, 0])


def set_sizes(items: int) -> IntArray:
    """How many items each of the 2^items sets holds, in the order of `r_squared_of_all_sets`."""
    sizes = np.zeros(1, dtype=np.int64)
    for _ in range(items):
        sizes = np.concatenate([sizes, sizes + 1])
    return sizes


def _swept(left: FloatArray) -> FloatArray:
    """What the first variable leaves of the others; one of which nothing is left takes nothing."""
    pivot, arm = left[..., 0, 0], left[..., 0, 1:]
    inverse = np.where(pivot > NOTHING_LEFT, 1 / np.where(pivot > NOTHING_LEFT, pivot, 1.0), 0.0)
    inverse = np.where(np.isnan(pivot), np.nan, inverse)
    return np.asarray(
        left[..., 1:, 1:] - arm[..., :, None] * arm[..., None, :] * inverse[..., None, None]
    )


def _mean_gain(r_squared: FloatArray, item: int, size: IntArray) -> FloatArray:
    """Mean gain by size of the set that the item joins (…, sizes)."""
    halves = r_squared.reshape(*r_squared.shape[:-1], -1, 2, 2**item)
    gain = (halves[..., 1, :] - halves[..., 0, :]).reshape(*r_squared.shape[:-1], -1)
    is_of_size = size[:, None] == np.arange(size.max(initial=0) + 1)
    return np.asarray(gain @ (is_of_size / is_of_size.sum(axis=0)))
