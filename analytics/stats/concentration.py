"""How much of an amount comes from how few: classes A, B and C, the Gini coefficient, shares of the
largest.

Method: the share *before* a firm is the money of those with a strictly greater amount; A while it
is below the first line, B while below the second, else C. So equal amounts get equal classes, and
who crosses a line belongs to the higher class. Assumption: amounts are known and not negative; a
zero is an amount, a missing one is none. Source: Juran 1954; Dickie 1951; Gini 1914.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analytics.stats.arrays import BoolArray, FloatArray, IntArray

A_LINE, B_LINE = 0.80, 0.95
MINOR_UNITS = 100
SAME = 1e-12
"""Shares closer than this are one share: sums of cents divided by their total."""
NO_CLASS = -1
TOP, OF = 1, 5
"""The top 20% are one firm in five, rounded up."""


@dataclass(frozen=True, slots=True, eq=False)
class Concentration:
    """Of `n` firms with a known amount of at least zero: `total`, Gini coefficient (zeros included,
    and of positive amounts only), the `top_n` largest (20%, rounded up) with their share, the
    fewest firms that reach 80%, and the curve: the share of money (0–1) that the largest `firms`
    of all bring.
    """

    n: int
    total: float
    gini: float
    gini_of_positive: float
    top_n: int
    top_share: float
    fewest: int
    firms: IntArray
    money_share: FloatArray

    @property
    def is_80_20(self) -> bool:
        """Whether the top fifth brings at least 80%."""
        return self.top_share >= A_LINE - SAME


def usable(amounts: FloatArray) -> BoolArray:
    """Which amounts can be classed: known and not below zero."""
    return np.isfinite(amounts) & (amounts >= 0)


def abc_classes(amounts: FloatArray, a: float = A_LINE, b: float = B_LINE) -> IntArray:
    """0 (A), 1 (B) or 2 (C) for each amount; -1 where it is missing or negative. A share exactly at
    a line counts as reached. Without any money all that are known are C.
    """
    classes = np.full(len(amounts), NO_CLASS)
    is_used = usable(amounts)
    cents = _in_minor_units(amounts[is_used])
    total = cents.sum()
    if not total > 0:
        classes[is_used] = 2
        return classes
    distinct, place, counts = np.unique(cents, return_inverse=True, return_counts=True)
    above = total - np.cumsum(distinct * counts)
    before = above[place] / total
    classes[is_used] = (before >= a - SAME).astype(int) + (before >= b - SAME)
    return classes


def concentration(amounts: FloatArray, parts: int = 10) -> Concentration:
    """Of amounts as they come; missing and negative ones are left out. NaN where there is no money.
    `parts` of the curve: the largest tenth, two tenths …, each rounded up.
    """
    cents = np.sort(_in_minor_units(amounts[usable(amounts)]))[::-1]
    n, total = len(cents), float(cents.sum())
    summed = np.cumsum(cents) / total if total > 0 else np.full(n, np.nan)
    top_n = -(-n * TOP // OF)
    firms = np.array([-(-n * part // parts) for part in range(1, parts + 1)], dtype=int)
    return Concentration(
        n,
        total / MINOR_UNITS,
        gini(cents),
        gini(cents[cents > 0]),
        top_n,
        float(summed[top_n - 1]) if n else np.nan,
        int(np.argmax(summed >= A_LINE - SAME)) + 1 if total > 0 else 0,
        firms,
        summed[np.maximum(firms, 1) - 1] if n else np.full(parts, np.nan),
    )


def gini(amounts: FloatArray) -> float:
    """Σ (2i − n − 1) xᵢ / (n Σ x), amounts rising; no factor n/(n − 1). NaN without money."""
    rising, n = np.sort(amounts), len(amounts)
    total = rising.sum()
    if not total > 0:
        return float("nan")
    return float((2 * np.arange(1, n + 1) - n - 1) @ rising / (n * total))


def _in_minor_units(amounts: FloatArray) -> FloatArray:
    """Whole cents, so that sums do not depend on their order."""
    return np.asarray(np.rint(np.asarray(amounts, dtype=float) * MINOR_UNITS))
