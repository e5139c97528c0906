"""Answers of one kind, counted and weighted; their share of a whole, and how sure that is.

Method: weighted share Σw / Σw with Wilson's interval on Kish's effective n of the whole; without
weights plain counts. Where exhibitors answered several times the base is divided by the design
effect of all answers of an exhibitor taken together (linearisation over clusters), never below 1;
it needs for each two answers only how often one exhibitor gave both (`pairs`). Assumption:
exhibitors are independent of each other; where nobody, or everybody, gave the answer, or one
exhibitor gave most answers, all answers of an exhibitor count as one. Source: Wilson 1927; Kish
1965; Dean & Pagano 2015 for Wilson on the effective base.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from analytics.stats.mean import effective_n
from analytics.stats.proportion import Proportion, weighted_wilson, wilson

Pairs = Mapping[tuple[Hashable, Hashable], float]
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Tally:
    """`n` answers; their weights and squared weights summed: all three alike where nothing is
    weighted.

    `pairs`: (answer of the kind, any answer) -> products of the weights of two answers of one
    exhibitor that gave these.
    """

    n: int = 0
    weight: float = 0.0
    squares: float = 0.0
    pairs: Pairs = field(default_factory=dict)

    def __add__(self, other: Tally) -> Tally:
        pairs = {
            **self.pairs,
            **{two: self.pairs.get(two, 0.0) + product for two, product in other.pairs.items()},
        }
        return Tally(
            self.n + other.n, self.weight + other.weight, self.squares + other.squares, pairs
        )

    def __sub__(self, other: Tally) -> Tally:
        """Without a part of the answers told apart in `pairs`."""
        pairs = {two: product for two, product in self.pairs.items() if two not in other.pairs}
        return Tally(
            self.n - other.n, self.weight - other.weight, self.squares - other.squares, pairs
        )

    @property
    def n_eff(self) -> float:
        """What the answers are worth by their weights."""
        return effective_n(self.weight, self.squares)

    @property
    def is_weighted(self) -> bool:
        return not self.n == self.weight == self.squares

    def share_of(self, whole: Tally) -> Proportion:
        """`answered` of the share is n of the whole, its base the effective n."""
        if not (whole.is_weighted or whole.pairs):
            return wilson(self.n, whole.n)
        share = min(max(self.weight / whole.weight, 0.0), 1.0)
        base = worth(((self, 1.0), (whole - self, 0.0))) if whole.pairs else whole.n_eff
        return weighted_wilson(share, base, answered=whole.n, gave=self.n)


def tally(row: dict[str, Any], prefix: str = "", pairs: Pairs | None = None) -> Tally:
    """From the columns n, weight and weight_squares of a row, each with the prefix."""
    n, weight, squares = (row[f"{prefix}{name}"] for name in ("n", "weight", "weight_squares"))
    return Tally(n, weight, squares, pairs or {})


def added(tallies: Iterable[Tally]) -> Tally:
    """All of them together."""
    return sum(tallies, start=Tally())


def worth(valued: Iterable[tuple[Tally, float]]) -> float:
    """How many independent answers the mean of these values stands on; each tally holds the answers
    that count its value.
    """
    parts = list(valued)
    everybody = added(tally for tally, _ in parts)
    if not everybody.pairs:
        return everybody.n_eff
    mean = sum(tally.weight * value for tally, value in parts) / everybody.weight
    away = {answer: value - mean for tally, value in parts for answer, _ in tally.pairs}
    alone = sum(tally.squares * (value - mean) ** 2 for tally, value in parts)
    inside = {two: product for two, product in everybody.pairs.items() if two[1] in away}
    exhibitors = effective_n(everybody.weight, everybody.squares + sum(inside.values()))
    if exhibitors < FEWEST or alone <= 1e-12 * everybody.squares:
        return exhibitors
    shared = sum(product * away[kind] * away[other] for (kind, other), product in inside.items())
    return everybody.n_eff / max(1.0, 1 + shared / alone)
