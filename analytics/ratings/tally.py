"""Answers of one kind, counted and weighted; their share of a whole, and how sure that is.

Method: weighted share Σw / Σw with its error linearised over exhibitors (all answers of one taken
together), Wilson's interval on what answers of that error are worth, p(1 − p) / SE²; without
weights plain counts. It needs for each two answers only how often one exhibitor gave both
(`pairs`). Where nobody, or everybody, gave the answer the error is 0, and what the answers are
worth is Kish's; where one exhibitor gave nearly all answers nothing more can be told than of one.
Assumption: exhibitors are independent of each other. Source: Wilson 1927; Kish 1965; Lumley 2010;
Dean & Pagano 2015 for Wilson on the effective base.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import nan
from typing import Any

from analytics.stats.mean import MeanEstimate, effective_n, mean_interval
from analytics.stats.proportion import Proportion, weighted_wilson, wilson

Pairs = Mapping[tuple[Hashable, Hashable], float]
FEWEST = 2
DUST = 1e-12


@dataclass(frozen=True, slots=True)
class Tally:
    """`n` answers; their weights and squared weights summed: all three alike where nothing is
    weighted.

    `pairs`: (answer of the kind, any answer) -> products of the weights of two answers of one
    exhibitor that gave these. `repeats`: answers after the first of their exhibitor, shared out
    over its answers.
    """

    n: int = 0
    weight: float = 0.0
    squares: float = 0.0
    pairs: Pairs = field(default_factory=dict)
    repeats: float = 0.0

    def __add__(self, other: Tally) -> Tally:
        pairs = {
            **self.pairs,
            **{two: self.pairs.get(two, 0.0) + product for two, product in other.pairs.items()},
        }
        return Tally(
            self.n + other.n,
            self.weight + other.weight,
            self.squares + other.squares,
            pairs,
            self.repeats + other.repeats,
        )

    def __sub__(self, other: Tally) -> Tally:
        """Without a part of the answers told apart in `pairs`."""
        pairs = {two: product for two, product in self.pairs.items() if two not in other.pairs}
        return Tally(
            self.n - other.n,
            self.weight - other.weight,
            self.squares - other.squares,
            pairs,
            self.repeats - other.repeats,
        )

    @property
    def n_eff(self) -> float:
        """What the answers are worth by their weights."""
        return effective_n(self.weight, self.squares)

    @property
    def is_weighted(self) -> bool:
        return not self.n == self.weight == self.squares

    @property
    def exhibitors(self) -> float:
        """How many stand behind the answers; what they are worth where their number is not known,
        which is never more (of a difference of two parts, repeats count answers in the other one).
        """
        if not self.pairs:
            return self.n - self.repeats
        inside = {kind for kind, _ in self.pairs}
        shared = sum(product for two, product in self.pairs.items() if two[1] in inside)
        worth_of_all = effective_n(self.weight, self.squares + shared)
        return max(self.n - self.repeats, worth_of_all) if self.repeats else worth_of_all

    def share_of(self, whole: Tally) -> Proportion:
        """`answered` of the share is n of the whole, its base what these answers are worth."""
        if not whole.n or not (whole.is_weighted or whole.pairs):
            return wilson(self.n, whole.n)
        share = min(max(self.weight / whole.weight, 0.0), 1.0)
        base = worth(((self, 1.0), (whole - self, 0.0)))
        return weighted_wilson(share, base, answered=whole.n, gave=self.n)


def tally(row: dict[str, Any], prefix: str = "", pairs: Pairs | None = None) -> Tally:
    """From the columns n, weight and weight_squares of a row, each with the prefix."""
    n, weight, squares = (row[f"{prefix}{name}"] for name in ("n", "weight", "weight_squares"))
    return Tally(n, weight, squares, pairs or {})


def added(tallies: Iterable[Tally]) -> Tally:
    """All of them together."""
    return sum(tallies, start=Tally())


def worth(valued: Iterable[tuple[Tally, float]]) -> float:
    """How many independent answers the mean of these values stands on, by its linearised error;
    each tally holds the answers that count its value.
    """
    parts = list(valued)
    everybody = added(tally for tally, _ in parts)
    exhibitors = effective_n(everybody.weight, everybody.squares + _inside(parts))
    estimate = mean_of(parts)
    if exhibitors < FEWEST or not estimate.se > 0:
        return exhibitors
    spread = sum(tally.weight * value**2 for tally, value in parts) / everybody.weight
    base = (spread - estimate.mean**2) / estimate.se**2
    # Plain answers stand on n and not on n - 1, so firms that all answer twice alike do, too.
    independent = estimate.independent
    return base if everybody.is_weighted else base * independent / (independent - 1)


def mean_of(valued: Iterable[tuple[Tally, float]]) -> MeanEstimate:
    """The weighted mean of these values with its error linearised over exhibitors; `n_eff` is
    Kish's.
    """
    parts = list(valued)
    everybody = added(tally for tally, _ in parts)
    exhibitors = everybody.exhibitors if everybody.pairs else float(everybody.n)
    if not everybody.weight > 0:
        return mean_interval(0, nan, nan)
    mean = sum(tally.weight * value for tally, value in parts) / everybody.weight
    away = {answer: value - mean for tally, value in parts for answer, _ in tally.pairs}
    alone = sum(tally.squares * (value - mean) ** 2 for tally, value in parts)
    shared = sum(
        product * away[kind] * away[other]
        for (kind, other), product in everybody.pairs.items()
        if other in away
    )
    scatter = alone + shared
    if exhibitors < FEWEST or scatter <= DUST * everybody.squares:
        scatter = 0.0
    variance = scatter * exhibitors / (exhibitors - 1) * exhibitors if scatter else 0.0
    estimate = mean_interval(round(exhibitors), mean, variance / everybody.weight**2)
    groups = round(exhibitors) if everybody.pairs else None
    return replace(estimate, n=everybody.n, n_eff=everybody.n_eff, groups=groups)


def _inside(parts: Sequence[tuple[Tally, float]]) -> float:
    """Products of the weights of two answers of one exhibitor, both among these."""
    everybody = added(tally for tally, _ in parts)
    answers = {answer for tally, _ in parts for answer, _ in tally.pairs}
    return sum(product for two, product in everybody.pairs.items() if two[1] in answers)
