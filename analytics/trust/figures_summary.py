"""Over the figures of one study: smallest base, families of tests, how far each is established."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from analytics.figures.families import Family
from analytics.stats.suppression import FAINT_BELOW

if TYPE_CHECKING:
    from analytics.figures import Figure

BASES = ("n", "respondents", "size")
Standing = Literal["established", "estimated", "open", "described"]
ENDS = ("low", "y_low", "x_low")


@dataclass(frozen=True, slots=True)
class SmallestBase:
    """The smallest base behind anything shown, its figure, and how many rows are below 30."""

    n: int
    figure: str
    faint_rows: int


def smallest_base(figures: Sequence[Figure]) -> SmallestBase | None:
    """None where no figure has a row with a base."""
    bases = [(value, figure.finding) for figure in figures for value in bases_of(figure)]
    if not bases:
        return None
    n, finding = min(bases, key=lambda pair: pair[0])
    return SmallestBase(int(n), finding, sum(value < FAINT_BELOW for value, _ in bases))


def bases_of(figure: Figure) -> list[float]:
    """The base of every row of a figure's table that has one."""
    shown = {column.name for column in figure.columns if column.unit == "count"}
    names = [name for name in BASES[:1] if name in figure.data] or [
        name for name in BASES if name in shown
    ]
    values = (
        float(value)
        for name in names[:1]
        for value in figure.data[name]
        if value == value and value is not None
    )
    return [value for value in values if value > 0]


def families(figures: Sequence[Figure]) -> tuple[Family, ...]:
    """Every family of tests once, in the order of the figures."""
    return tuple(dict.fromkeys(family for figure in figures for family in figure.families))


def standing(figure: Figure) -> Standing:
    """Whether the figure's sentence claims something tested, gives intervals, says that nothing
    is established, or describes.
    """
    if not figure.is_established:
        return "open"
    if figure.families and not all(family.stand == 0 for family in figure.families):
        return "established"
    has_interval = any(end in figure.data and figure.data[end].notna().any() for end in ENDS)
    return "estimated" if has_interval else "described"
