"""The columns that every table has, so that they are headed alike in every study."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from analytics.figures.figure import Column

if TYPE_CHECKING:
    from analytics.figures.forms import Unit
    from analytics.wording import Say

Axis = Literal["", "x", "y"]


def interval(
    say: Say, unit: Unit, digits: int | None = None, axis: Axis = ""
) -> tuple[Column, Column]:
    """Where the interval begins and ends; of one `axis` of a scatter where that is named."""
    prefix = f"{axis}_" if axis else ""
    return (
        Column(f"{prefix}low", say("Interval from"), unit, digits),
        Column(f"{prefix}high", say("Interval to"), unit, digits),
    )


def share(say: Say, title: str = "", axis: Axis = "") -> tuple[Column, Column, Column]:
    """A share with its interval: value, low and high, or those of one `axis` of a scatter."""
    return (
        Column(axis or "value", title or say("Share"), "share", 1),
        *interval(say, "share", 1, axis),
    )


def mean(say: Say, digits: int, title: str = "", axis: Axis = "") -> tuple[Column, Column, Column]:
    """A mean with its interval: value, low and high, or those of one `axis` of a scatter."""
    return (
        Column(axis or "value", title or say("Mean"), "score", digits),
        *interval(say, "score", digits, axis),
    )


def change(say: Say, digits: int) -> Column:
    """How far it moved since the edition compared with."""
    return Column("change", say("Change"), "change", digits)


def change_interval(say: Say, digits: int) -> tuple[Column, Column]:
    """Where the interval of the change begins and ends."""
    return (
        Column("change_low", say("Change from"), "change", digits),
        Column("change_high", say("Change to"), "change", digits),
    )


def visible(say: Say, digits: int) -> Column:
    """The smallest change that could have been seen at these answers."""
    return Column("visible", say("Smallest change that could be seen"), "number", digits)


def p(say: Say, name: str = "p") -> Column:
    """p after Holm."""
    return Column(name, say("p (Holm)"), "p")


def answers(say: Say) -> Column:
    """How many answered what the row shows."""
    return Column("n", say("Number of answers"), "count")


def base(say: Say) -> Column:
    """How many the share of the row is of."""
    return Column("n", say("Base"), "count")


def exhibitors(say: Say) -> Column:
    """How many exhibitors stand behind the row."""
    return Column("n", say("Exhibitors"), "count")


def edition(say: Say, name: str = "series") -> Column:
    """Which edition the row is of: `series`, `label`, or `x` where editions run along the axis."""
    return Column(name, say("Edition"))
