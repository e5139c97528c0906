"""Present and potential value, the four classes of the two, and four indices from 0 to 100.

Method: an annuity Σₖ (r/(1+i))ᵏ over K editions turns what a customer brings at an edition into
what it is worth if it comes again each time with probability r; potential is the same annuity of
probability-weighted gains. High is at or above the cut (the median, or the mean, of those classed).
Assumption: r, margin and gains stay as they are. Source: Dwyer 1997; Gupta & Lehmann 2005 for the
annuity; Venkatesan & Kumar 2004 for current against potential value.
"""

from __future__ import annotations

import numpy as np

from analytics.stats.arrays import FloatArray, IntArray

VALUED, SECONDARY, PROMISING, LOW = range(4)
NO_CLASS = -1
AT_THE_CUT = 1e-9


def annuity(retention: FloatArray, discount: float, horizon: int) -> FloatArray:
    """Σ over k = 1 … horizon of (r/(1+i))ᵏ; discount is per edition."""
    step = np.asarray(retention, dtype=float) / (1 + discount)
    return np.asarray(np.power(step[..., None], np.arange(1, horizon + 1)).sum(axis=-1))


def value_classes(
    current: FloatArray, potential: FloatArray, cut: str = "median"
) -> tuple[IntArray, float, float]:
    """0 valued (high, high), 1 secondary (high now, little more to come), 2 promising, 3 low, -1
    where a value is missing; with the two cuts. `cut`: 'median' or 'mean' of those classed.
    """
    is_classed = np.isfinite(current) & np.isfinite(potential)
    classes = np.full(len(current), NO_CLASS)
    if not is_classed.any():
        return classes, np.nan, np.nan
    middle = np.median if cut == "median" else np.mean
    cuts = float(middle(current[is_classed])), float(middle(potential[is_classed]))
    is_high_now, is_high_later = _is_high(current, cuts[0]), _is_high(potential, cuts[1])
    place = np.where(
        is_high_now,
        np.where(is_high_later, VALUED, SECONDARY),
        np.where(is_high_later, PROMISING, LOW),
    )
    classes[is_classed] = place[is_classed]
    return classes, *cuts


def _is_high(values: FloatArray, cut: float) -> np.ndarray:
    with np.errstate(invalid="ignore"):
        return values >= cut - AT_THE_CUT * abs(cut)


def rescaled(values: FloatArray, lowest: float, highest: float) -> FloatArray:
    """0 at the lowest place of a scale, 100 at the highest."""
    return np.asarray(100 * (np.asarray(values, dtype=float) - lowest) / (highest - lowest))


def mid_rank_percentile(values: FloatArray) -> FloatArray:
    """100 (average rank − ½) / n among those known; NaN where missing."""
    is_known = np.isfinite(values)
    rising = np.sort(values[is_known])
    below = np.searchsorted(rising, values, side="left")
    reached = np.searchsorted(rising, values, side="right")
    rank = (below + 1 + reached) / 2
    return np.where(is_known, 100 * (rank - 0.5) / max(len(rising), 1), np.nan)


def composite(indices: FloatArray, weights: FloatArray) -> FloatArray:
    """Weighted mean of the columns of `indices`; NaN where one is missing, never re-weighted."""
    return np.asarray(indices @ (weights / weights.sum()))
