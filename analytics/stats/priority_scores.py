"""Recency, frequency and money as scores from 1 to 5, equal values always alike.

Method: fixed bands. Recency is held editions since the last one attended; frequency the editions
attended of those possible since the first, compared as whole numbers; money a sum, banded by lower
bounds that belong to the band above. Fifths: one more than a fifth of those below, so that ties
share the lower score. Assumption: bands say what is much for this fair. Source: Hughes 1994; Fader,
Hardie & Lee 2005 for why ranks of ties must not be split.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from analytics.stats.arrays import FloatArray, IntArray

BEST = 5
RECENCY_BANDS = (0, 1, 2, 3)
FREQUENCY_BANDS = (0.4, 0.6, 0.8, 1.0)
FINEST = 10_000
NO_SCORE = 0


def recency_scores(editions_since: FloatArray, bands: Sequence[float] = RECENCY_BANDS) -> IntArray:
    """5 for at most the first band (0: came to the last held edition) … 1 beyond the last band."""
    return np.asarray(BEST - np.searchsorted(np.asarray(bands), editions_since, side="left"))


def frequency_scores(
    attended: IntArray, possible: IntArray, bands: Sequence[float] = FREQUENCY_BANDS
) -> IntArray:
    """One more than the bounds reached; a bound is reached when attended ≥ bound × possible, in
    whole numbers, never as floating shares.
    """
    scores = np.ones(len(attended), dtype=int)
    for bound in bands:
        exact = Fraction(bound).limit_denominator(FINEST)
        scores += attended.astype(int) * exact.denominator >= possible.astype(int) * exact.numerator
    return scores


def money_scores(money: FloatArray, bounds: Sequence[float]) -> IntArray:
    """One more than the lower bounds reached; 0 where the money is missing."""
    is_known = ~np.isnan(money)
    scores = 1 + np.searchsorted(np.asarray(bounds), money, side="right")
    return np.where(is_known, scores, NO_SCORE)


def fifths(values: FloatArray, *, is_low: bool = True) -> IntArray:
    """Scores by place among all: 1 + ⌊5 × those below / n⌋, ties sharing the lower score; else
    ⌈5 × those not above / n⌉, ties sharing the higher one. 0 where a value is missing.
    """
    is_known = ~np.isnan(values)
    rising, n = np.sort(values[is_known]), int(is_known.sum())
    below = np.searchsorted(rising, values, side="left")
    reached = np.searchsorted(rising, values, side="right")
    scores = 1 + BEST * below // max(n, 1) if is_low else -(-BEST * reached // max(n, 1))
    return np.where(is_known, scores, NO_SCORE)


def fifth_bounds(money: FloatArray) -> list[float]:
    """Four bounds at the fifths of what was paid, rounded to one figure that is easy to say; fewer
    where several round to the same.
    """
    paid = money[money > 0]
    if not len(paid):
        return []
    rounded = {_round_figure(float(bound)) for bound in np.quantile(paid, (0.2, 0.4, 0.6, 0.8))}
    return sorted(rounded)


def _round_figure(amount: float) -> float:
    """Two leading digits at most, the second 0 or 5: 12,437 is 12,500 … 10,000 or 15,000."""
    size = 10.0 ** (np.floor(np.log10(amount)))
    return float(np.round(amount / size * 2) / 2 * size)
