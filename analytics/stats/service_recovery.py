"""Do those whose complaint was put right come back more often than those whose was not?

Method: three groups of firms (complained and satisfied with the outcome, complained and not or
still open, never complained); a firm with several complaints counts by its worst outcome. Shares by
Wilson, differences by Newcombe's method 10. Standardised to the complainers: over strata that hold
both groups, each weighted by its complainers, SE² = Σw²(p₁q₁/n₁ + p₀q₀/n₀); beside it the
Mantel–Haenszel risk difference with Sato's variance. What a recovery may cost at most is the future
value times the difference of the shares.

Assumption: firms are independent. Who was made content was not drawn by lot: an association.
Source: Newcombe 1998; Miettinen 1972 (standardisation); Greenland & Robins 1985; Sato 1989.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import isfinite, nan, sqrt
from typing import Literal

from analytics.stats import critical_values
from analytics.stats.proportion import Proportion, ProportionDifference, newcombe, wilson

Outcome = Literal["satisfied", "unsatisfied", "never"]
OUTCOMES: tuple[Outcome, ...] = ("satisfied", "unsatisfied", "never")


@dataclass(frozen=True, slots=True)
class Tally:
    """Of `n` firms `came` again."""

    n: int = 0
    came: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.n + other.n, self.came + other.came)

    @property
    def variance(self) -> float:
        """p·q/n of the share."""
        share = self.came / self.n
        return share * (1 - share) / self.n


@dataclass(frozen=True, slots=True)
class RiskDifference:
    """A difference of shares with its error; NaN where no stratum holds both groups."""

    difference: float
    se: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Standardised:
    """Both shares with the complainers' mix of strata, and the strata that could not take part."""

    satisfied: float
    unsatisfied: float
    difference: RiskDifference
    strata_used: tuple[str, ...]
    strata_left_out: tuple[str, ...]
    firms_left_out: int


@dataclass(frozen=True, slots=True)
class Recovery:
    """Groups by outcome, and satisfied minus unsatisfied: as it is, standardised, Mantel–Haenszel.

    `strata`: stratum to outcome to tally.
    """

    groups: dict[Outcome, Proportion]
    standardised: Standardised
    mantel_haenszel: RiskDifference
    strata: Mapping[str, Mapping[Outcome, Tally]] = field(default_factory=dict)

    def difference(self, first: Outcome, second: Outcome) -> ProportionDifference:
        """Share of `first` minus share of `second`, by Newcombe."""
        return newcombe(self.groups[first], self.groups[second])


def worst(outcomes: Iterable[Outcome]) -> Outcome:
    """What several complaints of a firm come to: one that was not put right decides."""
    among = set(outcomes)
    if "unsatisfied" in among:
        return "unsatisfied"
    return "satisfied" if "satisfied" in among else "never"


def recovery(strata: Mapping[str, Mapping[Outcome, Tally]], level: float = 0.95) -> Recovery:
    """From tallies by stratum and outcome."""
    totals: dict[Outcome, Tally] = {
        outcome: sum((part.get(outcome, Tally()) for part in strata.values()), Tally())
        for outcome in OUTCOMES
    }
    groups = {key: wilson(total.came, total.n, level) for key, total in totals.items()}
    both = {
        name: (part.get("satisfied", Tally()), part.get("unsatisfied", Tally()))
        for name, part in strata.items()
    }
    usable = {name: pair for name, pair in both.items() if all(tally.n for tally in pair)}
    left = {
        name: pair for name, pair in both.items() if name not in usable and pair[0].n + pair[1].n
    }
    pairs = list(usable.values())
    weights = [first.n + second.n for first, second in pairs]
    satisfied, unsatisfied = (_weighted([pair[side] for pair in pairs], weights) for side in (0, 1))
    standardised = Standardised(
        satisfied,
        unsatisfied,
        _standardised_difference(pairs, weights, satisfied - unsatisfied, level),
        tuple(sorted(usable)),
        tuple(sorted(left)),
        sum(first.n + second.n for first, second in left.values()),
    )
    return Recovery(groups, standardised, mantel_haenszel(pairs, level), strata)


def mantel_haenszel(pairs: Iterable[tuple[Tally, Tally]], level: float = 0.95) -> RiskDifference:
    """Mantel–Haenszel's risk difference of first minus second over strata, with Sato's variance.
    Strata without one of the two add nothing.
    """
    above = weight = first_part = second_part = 0.0
    for first, second in pairs:
        if not (first.n and second.n):
            continue
        (n1, a), (n2, c) = (first.n, first.came), (second.n, second.came)
        n = n1 + n2
        above += (a * n2 - c * n1) / n
        weight += n1 * n2 / n
        first_part += (n1**2 * c - n2**2 * a + n1 * n2 * (n2 - n1) / 2) / n**2
        second_part += (a * (n2 - c) + c * (n1 - a)) / (2 * n)
    if not weight:
        return RiskDifference(nan, nan, nan, nan)
    gap = above / weight
    variance = (gap * first_part + second_part) / weight**2
    return _with_interval(gap, sqrt(max(variance, 0.0)), level)


def worth_of_recovery(future_value: float, difference: float) -> float:
    """What keeping one firm content is worth at most: 200 × (.90 - .60) = 60. Below 0 as it is."""
    return future_value * difference


def _weighted(tallies: list[Tally], weights: list[int]) -> float:
    total = sum(weights)
    if not total:
        return nan
    return sum(w * t.came / t.n for w, t in zip(weights, tallies, strict=True)) / total


def _standardised_difference(
    pairs: list[tuple[Tally, Tally]], weights: list[int], gap: float, level: float
) -> RiskDifference:
    total = sum(weights)
    if not total:
        return RiskDifference(nan, nan, nan, nan)
    variance = sum(
        (w / total) ** 2 * (first.variance + second.variance)
        for w, (first, second) in zip(weights, pairs, strict=True)
    )
    return _with_interval(gap, sqrt(variance), level)


def _with_interval(gap: float, se: float, level: float) -> RiskDifference:
    """No interval of width 0: without spread the error is not known."""
    if not (isfinite(se) and se > 0):
        return RiskDifference(gap, nan, nan, nan)
    half = critical_values.normal(level) * se
    return RiskDifference(gap, se, gap - half, gap + half)
