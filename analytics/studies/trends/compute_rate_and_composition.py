"""Did they change their minds, or did others come? The change taken apart by groups.

Method: Kitagawa's rate and composition parts with midpoint weights, which add up exactly. Group
means are taken from the average of both editions, so that a group's composition part is positive
when a group above average grows; the sums are the same from any starting point. Assumption: groups
cover everybody (small ones are put together, unknown ones form a group of their own); it describes,
it does not explain. Source: Kitagawa 1955; Das Gupta 1993.
"""

from __future__ import annotations

from dataclasses import dataclass

from analytics.ratings.scale import Scale
from analytics.ratings.sums import Sums, SumTable
from analytics.stats.kitagawa import rate_and_composition
from analytics.stats.suppression import NEVER_BELOW

OTHERS = "*others"
NOT_STATED = "*not_stated"


@dataclass(frozen=True, slots=True)
class Part:
    """One group: its share of answers and its mean (None without answers) in both editions, and its
    parts of the change.
    """

    name: str
    share_then: float
    share_now: float
    then: float | None
    now: float | None
    rate: float
    composition: float
    n: int


@dataclass(frozen=True, slots=True)
class Parts:
    """`rate` + `composition` is the change, on the scale shown. Groups with the largest parts
    first.
    """

    rate: float
    composition: float
    parts: tuple[Part, ...]

    @property
    def change(self) -> float:
        return self.rate + self.composition

    @property
    def new(self) -> tuple[Part, ...]:
        """Groups that nobody of answered before: their whole effect counts as mix."""
        return tuple(part for part in self.parts if part.then is None)

    @property
    def vanished(self) -> tuple[Part, ...]:
        """Groups that nobody of answers any more."""
        return tuple(part for part in self.parts if part.now is None)

    def moves_against(self, digits: int) -> int:
        """How many groups moved, all of them against the whole (Simpson's paradox), as far as these
        digits show; 0 where one did not.
        """
        moves = [
            round(part.now - part.then, digits)
            for part in self.parts
            if part.then is not None and part.now is not None
        ]
        whole = round(self.change, digits)
        return len(moves) if len(moves) > 1 and all(whole * move < 0 for move in moves) else 0


Cells = dict[str, tuple[Sums, Sums]]


def parts(
    sums: SumTable, before: str, edition: str, score: tuple[str, str], scale: Scale, least: int
) -> Parts | None:
    """None where fewer than two groups can be told apart."""
    cells = {
        name: (sums.of(before, score, name), sums.of(edition, score, name)) for name in sums.parts()
    }
    cells[NOT_STATED] = (sums.of(before, score, None), sums.of(edition, score, None))
    groups = together({name: pair for name, pair in cells.items() if pair[0].n + pair[1].n}, least)
    return _parts_of(groups, scale) if len(groups) > 1 else None


def together(cells: Cells, least: int) -> Cells:
    """Groups with a small base in either edition, put together; the next smallest joins while that
    is still too small.
    """
    large_enough = {
        name: pair
        for name, pair in cells.items()
        if all(group.n == 0 or group.n >= least for group in pair)
    }
    small = [name for name in cells if name not in large_enough]
    others = _added(cells, small)
    while small and large_enough and any(0 < other.n < max(least, NEVER_BELOW) for other in others):
        smallest = min(
            large_enough, key=lambda name: large_enough[name][0].n + large_enough[name][1].n
        )
        small.append(smallest)
        del large_enough[smallest]
        others = _added(cells, small)
    return large_enough | ({OTHERS: others} if small else {})


def _added(cells: Cells, names: list[str]) -> tuple[Sums, Sums]:
    then, now = Sums(), Sums()
    for name in names:
        then, now = then + cells[name][0], now + cells[name][1]
    return then, now


def _parts_of(groups: Cells, scale: Scale) -> Parts:
    sizes = [[pair[period].answers for pair in groups.values()] for period in (0, 1)]
    means = [[_mean(pair[period], scale) for pair in groups.values()] for period in (0, 1)]
    totals = [sum(size) for size in sizes]
    middle = _middle(sizes, means)
    centred = [[mean - middle for mean in period] for period in means]
    parts = rate_and_composition(sizes[0], centred[0], sizes[1], centred[1])
    rows = [
        Part(
            name=name,
            share_then=sizes[0][place] / totals[0],
            share_now=sizes[1][place] / totals[1],
            then=_shown(pair[0], scale),
            now=_shown(pair[1], scale),
            rate=float(parts.rate_by_group[place]),
            composition=float(parts.composition_by_group[place]),
            n=pair[0].n + pair[1].n,
        )
        for place, (name, pair) in enumerate(groups.items())
    ]
    rows.sort(key=lambda row: -abs(row.rate) - abs(row.composition))
    return Parts(parts.rate, parts.composition, tuple(rows))


def _middle(sizes: list[list[float]], means: list[list[float]]) -> float:
    """The mean of the overall means of both editions."""
    overall = [
        sum(n * mean for n, mean in zip(size, mean_of, strict=True)) / sum(size)
        for size, mean_of in zip(sizes, means, strict=True)
    ]
    return sum(overall) / 2


def _mean(sums: Sums, scale: Scale) -> float:
    """0 without answers: the method gives such a group its mean of the other edition."""
    return scale.value(sums.total / sums.answers) if sums.answers else 0.0


def _shown(sums: Sums, scale: Scale) -> float | None:
    return scale.value(sums.total / sums.answers) if sums.answers else None
