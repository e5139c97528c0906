"""The forms a figure takes. A form names no data: it says how the columns of `data` are drawn.

`roles` say what each of the `series` is to the reader, in the same order: the edition looked at
(`now`), one it is compared with (`before`), what is to be acted on (`act`), anything else
(`other`). Colours follow from roles, so that an edition looked at keeps its colour beside another.

Columns a form may read: `key` (id of what a row shows), `label` (its name), `rank` (reading order,
0 first), `value`, `low`, `high` (interval), `series`, `n`, `share`, `x`, `y`, `x_low` … `y_high`,
`is_faint` (low base), `is_gap`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal["score", "share", "count", "money", "points", "number", "change"]
Role = Literal["now", "before", "act", "other"]


@dataclass(frozen=True)
class Bars:
    """Horizontal bars or dots, one a row, with intervals where `low` and `high` stand. Reads label,
    rank, value.

    `digits` are the decimals of the values written beside the marks, where the unit's usual ones
    would make them alike.
    """

    unit: Unit
    axis: str
    domain: tuple[float, float] | None = None
    has_interval: bool = False
    is_dots: bool = False
    series: tuple[str, ...] = ()
    reference: float | None = None
    can_click: bool = False
    digits: int | None = None
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True)
class Likert:
    """Diverging stacked shares of answers, one bar a row. Reads label, rank, series (answer),
    order, share, n.

    `answers` are the answers from worst to best, as shown.
    """

    axis: str
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Lines:
    """Values by edition, with a gap where none was held. Reads x_rank, x (label), value, low, high,
    series.

    `x_axis` heads what stands below the lines where it is no edition.
    """

    unit: Unit
    axis: str
    series: tuple[str, ...] = ()
    domain: tuple[float, float] | None = None
    has_interval: bool = True
    is_step: bool = False
    x_axis: str = ""
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True)
class Scatter:
    """Labelled points. Reads x, y, label, and low/high of either where they stand; `lines` are
    drawn from `guides`.
    """

    x_axis: str
    y_axis: str
    x_unit: Unit
    y_unit: Unit
    is_log_y: bool = False
    has_labels: bool = True
    has_interval: bool = False
    is_density: bool = False
    series: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True)
class Stacked:
    """Stacked columns by edition that add up. Reads x_rank, x, series, value; a negative value
    hangs below the line.
    """

    unit: Unit
    axis: str
    series: tuple[str, ...]
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True)
class Heatmap:
    """A grid of shaded cells with their values. Reads row_rank, row, x_rank, x, value."""

    unit: Unit
    row_axis: str
    x_axis: str
    domain: tuple[float, float] | None = None
    is_diverging: bool = False


@dataclass(frozen=True)
class Flows:
    """How many moved from which class to which, between two editions: bands on screen, a matrix on
    slides. Reads row_rank, row (before), x_rank, x (after), value. `series` are all classes in
    order.
    """

    unit: Unit
    row_axis: str
    x_axis: str
    series: tuple[str, ...]
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True)
class Grid:
    """A table that is the figure itself."""


Form = Bars | Likert | Lines | Scatter | Stacked | Heatmap | Flows | Grid
