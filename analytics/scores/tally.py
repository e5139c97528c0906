"""Answers of one kind, counted and weighted; their share of a whole, and how sure that is.

Method: weighted share Σw / Σw with Wilson's interval on Kish's effective n of the whole; without weights plain counts.
Assumption: one answer a respondent. Source: Wilson 1927; Kish 1965.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from analytics.stats.mean import effective_n
from analytics.stats.proportion import Proportion, weighted_wilson, wilson


@dataclass(frozen=True, slots=True)
class Tally:
    """`n` answers; their weights and squared weights summed: all three alike where nothing is weighted."""

    n: int = 0
    weight: float = 0.0
    squares: float = 0.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.n + other.n, self.weight + other.weight, self.squares + other.squares)

    def __sub__(self, other: Tally) -> Tally:
        return Tally(self.n - other.n, self.weight - other.weight, self.squares - other.squares)

    @property
    def n_eff(self) -> float:
        """What the answers are worth."""
        return effective_n(self.weight, self.squares)

    @property
    def is_weighted(self) -> bool:
        return not self.n == self.weight == self.squares

    def share_of(self, whole: Tally) -> Proportion:
        """`answered` of the share is n of the whole, its base the effective n."""
        if not whole.is_weighted:
            return wilson(self.n, whole.n)
        share = min(max(self.weight / whole.weight, 0.0), 1.0)
        return weighted_wilson(share, whole.n_eff, answered=whole.n, gave=self.n)


def tally(row: dict[str, Any], prefix: str = "") -> Tally:
    """From the columns n, weight and weight_squares of a row, each with the prefix."""
    return Tally(*(row[f"{prefix}{name}"] for name in ("n", "weight", "weight_squares")))


def added(tallies: Iterable[Tally]) -> Tally:
    """All of them together."""
    return sum(tallies, start=Tally())
