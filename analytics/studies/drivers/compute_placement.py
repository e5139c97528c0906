"""Which quadrant is each part in, and is that settled?

Method: see `stats.importance_performance`; intervals that are not known leave a part borderline.
Assumption: parts are compared with each other. Source: Martilla & James 1977; Vavra 1997.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from analytics.stats.arrays import BoolArray, FloatArray
from analytics.stats.importance_performance import (
    Crosshair,
    Need,
    Quadrant,
    Rule,
    borderline,
    crosshair,
    needs,
    quadrants,
)

Label = TypeVar("Label")


@dataclass(frozen=True, eq=False)
class Spans:
    """Values with the ends of their intervals, by part."""

    value: FloatArray
    low: FloatArray
    high: FloatArray


@dataclass(frozen=True, eq=False)
class Placed(Generic[Label]):
    """By part: its quadrant (None without a place), and whether its interval holds a line of the
    crosshair.
    """

    names: tuple[Label | None, ...]
    is_borderline: BoolArray
    at: Crosshair


def place(
    performance: Spans, derived: Spans, rule: Rule, scale: tuple[float, float]
) -> Placed[Quadrant]:
    """What to fix first: performance across, derived importance up."""
    at = crosshair(performance.value, derived.value, rule, scale)
    return Placed(
        quadrants(performance.value, derived.value, at), _crosses(performance, derived, at), at
    )


def needs_of(stated: Spans, derived: Spans) -> Placed[Need]:
    """What they say and what goes along: stated importance across, derived importance up, cut at
    the means.
    """
    at = crosshair(stated.value, derived.value)
    return Placed(needs(stated.value, derived.value, at), _crosses(stated, derived, at), at)


def _crosses(across: Spans, up: Spans, at: Crosshair) -> BoolArray:
    return borderline(across.low, across.high, up.low, up.high, at)
