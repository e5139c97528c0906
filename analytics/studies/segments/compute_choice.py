"""How many segments, if any? The stated rule over the table of criteria.

Method: of k = 2 … 8 those are admitted whose mean silhouette is at least 0.25, whose groups come
back in resamples (mean Jaccard at least 0.75, none below 0.60) and whose smallest group holds at
least 2% of exhibitors; the largest silhouette wins. Mixtures: the smallest BIC must pass the same.
One group when the gap statistic says so (mixtures: when BIC does), and when exhibitors whose
features were shuffled fall into groups just as well. Assumption: the criteria were
computed on the same rows for every k. Source: Kaufman & Rousseeuw 1990; Tibshirani, Walther &
Hastie 2001; Hennig 2007; Fraley & Raftery 2002.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Literal

LEAST_SILHOUETTE = 0.25
LEAST_JACCARD = 0.75
LEAST_OF_EACH = 0.60
LEAST_SHARE = 0.02

Reason = Literal[
    "found", "wanted", "gap", "bic", "silhouette", "unstable", "small", "alike", "shuffled"
]


@dataclass(frozen=True)
class Criteria:
    """One k. NaN where a criterion does not exist (k = 1) or was not run (bic: mixtures only)."""

    k: int
    silhouette: float
    calinski_harabasz: float
    gap: float
    gap_se: float
    smallest: float
    jaccard: float
    jaccard_lowest: float
    bic: float

    @property
    def is_separated(self) -> bool:
        return self.silhouette >= LEAST_SILHOUETTE

    @property
    def is_stable(self) -> bool:
        return self.jaccard >= LEAST_JACCARD and self.jaccard_lowest >= LEAST_OF_EACH

    @property
    def is_large_enough(self) -> bool:
        return self.smallest >= LEAST_SHARE


@dataclass(frozen=True)
class Decision:
    """k = 1 means no segments; `reason` says why, or how k was found."""

    k: int
    reason: Reason


def decide(table: Sequence[Criteria], k_by_gap: int | None, asked_k: int | None) -> Decision:
    """Apply the rule, unless the reader wants a k (lowered to what the table holds)."""
    if asked_k is not None:
        k = min(asked_k, table[-1].k)
        return Decision(k, "wanted" if k > 1 else "alike")
    candidates = [row for row in table if row.k > 1]
    if not candidates:
        return Decision(1, "alike")
    if all(isfinite(row.bic) for row in table):
        return _by_bic(table)
    if k_by_gap == 1:
        return Decision(1, "gap")
    return _by_silhouette(candidates)


def _by_bic(table: Sequence[Criteria]) -> Decision:
    best = min(table, key=lambda row: row.bic)
    return Decision(1, "bic") if best.k == 1 else _by_silhouette([best])


def _by_silhouette(candidates: Sequence[Criteria]) -> Decision:
    separated = [row for row in candidates if row.is_separated]
    stable = [row for row in separated if row.is_stable]
    admitted = [row for row in stable if row.is_large_enough]
    if admitted:
        return Decision(max(admitted, key=lambda row: row.silhouette).k, "found")
    if stable:
        return Decision(1, "small")
    return Decision(1, "unstable" if separated else "silhouette")
