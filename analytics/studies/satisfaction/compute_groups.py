"""Do groups of the audience differ, and which ones?

Method: Welch's ANOVA over all groups; every pair by Games–Howell's simultaneous interval and by
Welch's p with Holm's correction, established only where both agree; one Welch test a dimension,
screened by Benjamini–Hochberg. Assumption: independent answers; variances may differ. Source: Welch
1951; Games & Howell 1976; Holm 1979; Benjamini & Hochberg 1995.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import nan

from analytics.ratings.populations import PROCESS, Populations
from analytics.ratings.scale import Scale
from analytics.ratings.sums import SumTable
from analytics.stats.group_difference import (
    EffectSize,
    GroupPair,
    OverallTest,
    effect_size,
    games_howell,
    welch_anova,
)
from analytics.stats.mean import MeanEstimate
from analytics.stats.multiplicity import LEVEL_OF_P, benjamini_hochberg, holm
from analytics.stats.suppression import visible_parts
from analytics.wording import Name

MOST_GROUPS = 12


@dataclass(frozen=True, slots=True)
class Group:
    """A group by the name the register or the answers give it, with its mean on the scale shown."""

    name: str
    mean: MeanEstimate


@dataclass(frozen=True, slots=True)
class Pair:
    """`first` is the higher one. `gap` carries Games–Howell's interval and p, `holm_p` Welch's p
    after Holm.
    """

    first: Group
    second: Group
    gap: GroupPair
    holm_p: float

    @property
    def is_established(self) -> bool:
        return self.gap.p <= LEVEL_OF_P and self.holm_p <= LEVEL_OF_P


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups, highest first. `hidden` groups have too few answers, `left_out` ones are beyond the
    largest twelve; `unplaced` answers belong to no group; `family` pairs were tested together.
    """

    groups: tuple[Group, ...]
    hidden: int
    left_out: int
    unplaced: int
    test: OverallTest
    effect: EffectSize
    pairs: tuple[Pair, ...]
    family: int
    scale: Scale

    @property
    def established(self) -> tuple[Pair, ...]:
        return tuple(pair for pair in self.pairs if pair.is_established)


@dataclass(frozen=True, slots=True)
class Screened:
    """One dimension over the groups: each group's distance from the mean of all, Welch's p and
    Benjamini–Hochberg's.
    """

    key: str
    name: Name
    distances: tuple[tuple[str, float, int], ...]
    p: float
    adjusted_p: float

    @property
    def is_established(self) -> bool:
        return self.adjusted_p <= LEVEL_OF_P


def compare_groups(
    sums: SumTable,
    edition: str,
    score: tuple[str, str],
    scale: Scale,
    least: int,
    populations: Populations = PROCESS,
) -> Groups:
    """The groups of one edition on one score. Pairs are empty below two groups that vary."""
    names = sums.parts()
    bases = [sums.of(edition, score, name).n for name in names]
    unplaced = sums.of(edition, score, None).n + sums.of(edition, score, "").n
    shown = [
        name
        for name, is_shown in zip(names, visible_parts(bases, least, unplaced), strict=True)
        if is_shown
    ]
    largest = sorted(shown, key=lambda name: -sums.of(edition, score, name).n)[:MOST_GROUPS]
    groups = [
        Group(
            name,
            populations.mean(scale.estimate(sums.of(edition, score, name).estimate), edition, name),
        )
        for name in largest
    ]
    groups.sort(key=lambda group: -group.mean.mean)
    varied = [group for group in groups if group.mean.sd > 0]
    hidden = sum(base > 0 for base in bases) - len(shown)
    test, effect, pairs = _tests(varied)
    return Groups(
        tuple(groups),
        hidden,
        len(shown) - len(largest),
        unplaced,
        test,
        effect,
        pairs,
        len(pairs),
        scale,
    )


def _tests(groups: list[Group]) -> tuple[OverallTest, EffectSize, tuple[Pair, ...]]:
    if len(groups) < 2:
        return OverallTest(nan, nan, nan, nan), EffectSize(nan, nan), ()
    summary = _summary(groups)
    gaps = games_howell(*summary)
    adjusted = holm([gap.welch_p for gap in gaps]).p
    pairs = [
        Pair(groups[gap.first], groups[gap.second], gap, float(p))
        for gap, p in zip(gaps, adjusted, strict=True)
    ]
    pairs.sort(key=lambda pair: -abs(pair.gap.difference))
    return welch_anova(*summary), effect_size(*summary), tuple(pairs)


def _summary(groups: list[Group]) -> tuple[list[int], list[float], list[float]]:
    means = [group.mean for group in groups]
    return (
        [mean.independent for mean in means],
        [mean.mean for mean in means],
        [mean.sd**2 for mean in means],
    )


def screen(
    sums: SumTable,
    edition: str,
    dimensions: Mapping[str, Name],
    groups: Groups,
    scale: Scale,
    least: int,
) -> tuple[Screened, ...]:
    """Every dimension over the groups shown, most uneven first; empty where nothing can be
    tested.
    """
    rows = [
        _dimension(sums, edition, key, name, [group.name for group in groups.groups], scale, least)
        for key, name in dimensions.items()
    ]
    rows = [row for row in rows if len(row.distances) > 1]
    adjusted = benjamini_hochberg([row.p for row in rows]).p
    screened = [
        Screened(row.key, row.name, row.distances, row.p, float(p))
        for row, p in zip(rows, adjusted, strict=True)
    ]
    return tuple(sorted(screened, key=lambda row: row.adjusted_p))


def _dimension(
    sums: SumTable, edition: str, key: str, name: Name, parts: list[str], scale: Scale, least: int
) -> Screened:
    score = ("score", key)
    total = sum(
        (sums.of(edition, score, part) for part in (*sums.parts(), None)),
        start=sums.of(edition, score, ""),
    )
    unplaced = total.n - sum(sums.of(edition, score, part).n for part in parts)
    cells = [(part, sums.of(edition, score, part)) for part in parts]
    visible = visible_parts([cell.n for _, cell in cells], least, unplaced)
    cells = [cell for cell, is_shown in zip(cells, visible, strict=True) if is_shown]
    means = [Group(part, scale.estimate(cell.estimate)) for part, cell in cells]
    middle = scale.value(total.total / total.answers) if total.n else nan
    distances = tuple((group.name, group.mean.mean - middle, group.mean.n) for group in means)
    varied = [group for group in means if group.mean.sd > 0]
    p = welch_anova(*_summary(varied)).p if len(varied) > 1 else nan
    return Screened(key, name, distances, p, nan)
