"""What both grids share, importance up: their rows, form, columns, crosshair and corners."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import isfinite

import pandas as pd

from analytics.figures import Column, Scatter, columns, rows
from analytics.figures.rows import Row
from analytics.ratings.levels import part_column
from analytics.stats.importance_performance import Crosshair
from analytics.stats.mean import MeanEstimate
from analytics.studies.drivers.compute import Driver, Drivers
from analytics.wording import Say

MARGIN = 0.06
CROWDED = 12


def row(driver: Driver, rank: int, across: MeanEstimate, is_borderline: bool, say: Say) -> Row:
    """A part as a point, on the base of what stands across."""
    point = rows.of_mean(
        across,
        key=driver.key,
        label=driver.name.worded(say),
        rank=rank,
        series=say("Borderline") if is_borderline else say("Place settled"),
    )
    return rows.along("x", point) | {
        "y": driver.share.value,
        "y_low": driver.share.low,
        "y_high": driver.share.high,
        "base_n_eff": driver.n_eff,
    }


def settled_first(drivers: Iterable[Driver]) -> list[Driver]:
    """Those whose place is settled claim room for their names first, the weightiest before the
    others.
    """
    return sorted(drivers, key=lambda driver: (driver.is_borderline, -driver.share.value))


def form(across: str, say: Say) -> Scatter:
    return Scatter(
        across,
        say("Share of what goes with overall satisfaction"),
        "score",
        "share",
        has_interval=True,
        series=(say("Place settled"), say("Borderline")),
    )


def grid_columns(answer: Drivers, across: str, say: Say) -> tuple[Column, ...]:
    return (
        part_column(say, answer.level),
        Column("place", say("Quadrant")),
        Column("series", say("How sure")),
        *columns.mean(say, answer.scale.digits, across, "x"),
        Column("y", say("Importance (share)"), "share", 1),
        Column("y_low", say("Share from"), "share", 1),
        Column("y_high", say("Share to"), "share", 1),
        columns.answers(say),
    )


def guides(points: Sequence[Row], at: Crosshair, corners: Sequence[str]) -> pd.DataFrame:
    """The crosshair, and the names of its corners: upper left, upper right, lower left, lower
    right.
    """
    left, _ = _reach(points, "x", at.across)
    bottom, top = _reach(points, "y", at.up)
    places = ((left, top), (at.across, top), (left, bottom), (at.across, bottom))
    labels = [
        {"x": x, "y": y, "label": label} for (x, y), label in zip(places, corners, strict=True)
    ]
    return pd.DataFrame([{"x": at.across, "label": ""}, {"y": at.up, "label": ""}, *labels])


def _reach(points: Sequence[Row], axis: str, line: float) -> tuple[float, float]:
    """From where to where an axis goes, with some room beyond all intervals."""
    ends = [point[f"{axis}{end}"] for point in points for end in ("", "_low", "_high")]
    known = [value for value in (*ends, line) if isfinite(value)]
    room = MARGIN * (max(known) - min(known))
    return min(known) - room, max(known) + room


def unnamed_note(answer: Drivers, say: Say) -> str:
    if len(answer.drivers) <= CROWDED:
        return ""
    return say("Names that would cover others are left out; the table has them all.")
