"""What to fix first? The importance–performance grid, and stated against derived importance.

Method: items by performance (across) and importance (up), cut by a crosshair at the means, the
medians or the middle of the scales. A value on the line, up to 1e-9, counts as high. An item whose
interval crosses a line is borderline: its quadrant is not settled. Vavra's grid cuts stated and
derived importance the same way, at their means. Assumption: items compared with each other, not
with a target; quadrants move with the crosshair. The crosshair's own uncertainty is left out.
Source: Martilla & James 1977 (Journal of Marketing 41:77-79); Vavra 1997.

An item without performance or importance has no quadrant (None) and takes no part in the crosshair.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import BoolArray, FloatArray, vectors

Rule = Literal["mean", "median", "midpoint"]
Quadrant = Literal["concentrate here", "keep up the good work", "low priority", "possible overkill"]
Need = Literal["key", "basic", "hidden excitement", "minor"]
ON_THE_LINE = 1e-9


@dataclass(frozen=True, slots=True)
class Crosshair:
    """Where the lines cross: `across` on the horizontal axis, `up` on the vertical one."""

    across: float
    up: float


def crosshair(
    performance: npt.ArrayLike,
    importance: npt.ArrayLike,
    rule: Rule = "mean",
    performance_scale: tuple[float, float] | None = None,
    importance_scale: tuple[float, float] | None = None,
) -> Crosshair:
    """The crosshair by a rule. `midpoint` is the middle of the scale given, or of the items' range
    where none is.

    NaN when no item has both values. ValueError when lengths differ.
    """
    across, up = vectors(performance=performance, importance=importance)
    both = np.isfinite(across) & np.isfinite(up)
    if not both.any():
        return Crosshair(np.nan, np.nan)
    return Crosshair(
        _cut(across[both], rule, performance_scale), _cut(up[both], rule, importance_scale)
    )


def quadrants(
    performance: npt.ArrayLike, importance: npt.ArrayLike, at: Crosshair
) -> tuple[Quadrant | None, ...]:
    """The quadrant of each item. Source: Martilla & James 1977."""
    names: dict[tuple[bool, bool], Quadrant] = {
        (False, True): "concentrate here",
        (True, True): "keep up the good work",
        (False, False): "low priority",
        (True, False): "possible overkill",
    }
    return tuple(
        None if side is None else names[side] for side in _sides(performance, importance, at)
    )


def needs(stated: npt.ArrayLike, derived: npt.ArrayLike, at: Crosshair) -> tuple[Need | None, ...]:
    """Vavra's grid, stated importance across and derived importance up. Source: Vavra 1997."""
    names: dict[tuple[bool, bool], Need] = {
        (True, True): "key",
        (True, False): "basic",
        (False, True): "hidden excitement",
        (False, False): "minor",
    }
    return tuple(None if side is None else names[side] for side in _sides(stated, derived, at))


def borderline(
    across_low: npt.ArrayLike,
    across_high: npt.ArrayLike,
    up_low: npt.ArrayLike,
    up_high: npt.ArrayLike,
    at: Crosshair,
) -> BoolArray:
    """True where an interval holds a line or is not known: the quadrant is then not settled."""
    ends = vectors(across_low=across_low, across_high=across_high, up_low=up_low, up_high=up_high)
    settled = _is_beyond(ends[0], ends[1], at.across) & _is_beyond(ends[2], ends[3], at.up)
    return np.asarray(~settled)


def _cut(values: FloatArray, rule: Rule, scale: tuple[float, float] | None) -> float:
    if rule == "midpoint":
        low, high = scale if scale is not None else (values.min(), values.max())
        return float(low + high) / 2
    return float(values.mean() if rule == "mean" else np.median(values))


def _sides(
    across: npt.ArrayLike, up: npt.ArrayLike, at: Crosshair
) -> list[tuple[bool, bool] | None]:
    """Whether each item lies to the right and whether above; None where it has no place."""
    first, second = vectors(across=across, up=up)
    placed = np.isfinite(first) & np.isfinite(second) & np.isfinite([at.across, at.up]).all()
    right, above = first >= at.across - ON_THE_LINE, second >= at.up - ON_THE_LINE
    return [(bool(r), bool(a)) if p else None for p, r, a in zip(placed, right, above, strict=True)]


def _is_beyond(low: FloatArray, high: FloatArray, line: float) -> BoolArray:
    return np.asarray((low >= line - ON_THE_LINE) | (high < line - ON_THE_LINE))
