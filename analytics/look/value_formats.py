"""How a value of a unit is written in a cell, beside a mark and along an axis."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from analytics.figures import Unit
from analytics.wording import Say

MISSING = "–"
EXACT_COUNT = 1e6
"""Counts are written whole below this."""
# Without a precision: the decimals that the distance of the ticks needs, the same at every tick.
STEPPED = ",f"
_STEPPED = "datum.label"
_PLAIN = "format(datum.value, ',.4~f')"
_SIGNED = "datum.value == 0 ? '0' : (datum.value > 0 ? '+' : '') + datum.label"


def _steps(*units: tuple[str, str]) -> str:
    tests = (
        f"abs(datum.value) >= {size} ? format(datum.value / {size}, ',.3~f') + '{unit}' : "
        for size, unit in units
    )
    return "".join(tests) + _PLAIN


_COMPACT = {
    "zh": _steps(("1e8", "亿"), ("1e4", "万")),
    "en": _steps(("1e9", "B"), ("1e6", "M"), ("1e3", "K")),
}
_SHARE = "format(datum.value * 100, ',.3~f')"
_PERCENT = f"{_SHARE} + '%'"


def axis_expression(unit: Unit, language: str) -> str:
    """The Vega expression that writes an axis label of this unit from its tick's number alone."""
    if unit == "share":
        return _PERCENT
    if unit in ("count", "money", "number"):
        return _COMPACT[language]
    return _SIGNED if unit in ("points", "change") else _STEPPED


def _number(value: float, digits: int, say: Say) -> str:
    return say.number(value, digits) if abs(value) < EXACT_COUNT else say.compact(value)


def _p(value: float, digits: int, say: Say) -> str:
    least = 10**-digits
    if value < least:
        return f"< {say.number(least, digits)}"
    return f"> {say.number(1 - least, digits)}" if value > 1 - least else say.number(value, digits)


_WRITERS: dict[str, tuple[int, Callable[[float, int, Say], str]]] = {
    "score": (2, lambda value, digits, say: say.number(value, digits)),
    "share": (1, lambda value, digits, say: say.percent(value, digits)),
    "count": (0, _number),
    "money": (1, lambda value, digits, say: say.compact(value, digits)),
    "points": (1, lambda value, digits, say: say.signed(value, digits)),
    "change": (2, lambda value, digits, say: say.signed(value, digits)),
    "number": (2, _number),
    "p": (3, _p),
}


def written(value: Any, unit: str, say: Say, digits: int | None = None) -> str:
    """A value as readers of this language write it, text and dates too; a dash for none."""
    if value is None or pd.isna(value):
        return MISSING
    if unit == "date":
        return say.day(pd.Timestamp(value).date())
    if unit not in _WRITERS:
        return str(value)
    usual, write = _WRITERS[unit]
    return write(float(value), usual if digits is None else digits, say)


def shortly(value: float, unit: Unit, say: Say) -> str:
    """A value beside a reference line: without decimals where it has none."""
    hundredfold = value * 100 if unit == "share" else value
    return written(value, unit, say, 0 if hundredfold % 1 == 0 else None)


def between(low: Any, high: Any, unit: Unit, say: Say) -> str:
    """An interval in words, or nothing where there is none."""
    if pd.isna(low) or pd.isna(high):
        return ""
    return say("{low} to {high}", low=written(low, unit, say), high=written(high, unit, say))
