"""Numbers in native charts: format codes that write them as the language does, and axes that end on
round numbers.

Chinese counts in 万 and 亿, which no format divides by; a literal point among the digits does it
(12,345 → thousands 12 → 1.2).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10

from analytics.figures import Unit
from analytics.wording import Language

SIGNED = '+{zeros};"−"{zeros};{zeros}'
STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
FEWEST, MOST = 4, 7


@dataclass(frozen=True)
class Span:
    """Where an axis begins and ends, and how far its lines are apart."""

    low: float
    high: float
    step: float


def values(unit: Unit, language: Language, most: float = 0, digits: int | None = None) -> str:
    """The format of a value. `most` is the largest amount there is; `digits` the decimals, where
    not the unit's usual ones.
    """
    if unit == "share":
        return _percent("0.0", language)
    if unit in ("points", "change"):
        usual = 1 if unit == "points" else 2
        return SIGNED.format(zeros="0." + "0" * (usual if digits is None else digits))
    if unit == "money" or (unit in ("count", "number") and most >= 1e6):
        return _large(most, language)
    return {"score": "0.00", "count": "#,##0", "number": "#,##0.00"}[unit]


def axis(unit: Unit, language: Language, span: Span) -> str:
    """The format along an axis: no more decimals than its steps need."""
    if unit in ("money", "count", "number") and max(span.high, -span.low) >= 1e5:
        return _large(span.high, language)
    decimals = _decimals(span.step * 100 if unit == "share" else span.step)
    zeros = "0" if not decimals else "0." + "0" * decimals
    if unit == "share":
        return _percent(zeros, language)
    grouped = f"#,##{zeros}"
    return SIGNED.format(zeros=zeros) if unit in ("points", "change") else f'{grouped};"−"{grouped}'


def _decimals(step: float) -> int:
    """How many decimals a step has, up to four."""
    for decimals in range(4):
        shifted = step * 10**decimals
        if abs(shifted - round(shifted)) < 1e-6:
            return decimals
    return 4


def whole_percent(language: Language, least: float) -> str:
    """Shares without decimals, nothing where they are smaller than `least`."""
    return f'[<{least}]"";{_percent("0", language)}'


def _percent(zeros: str, language: Language) -> str:
    return f"{zeros}%" if language == "zh" else f"{zeros}\N{NO-BREAK SPACE}%"


def _large(most: float, language: Language) -> str:
    if language == "zh":
        return r'[>=100000000]0\.00,,"亿";[>=10000]0\.0,"万";#,##0'
    if most >= 1e9:
        return '[>=1000000000]0.0,,,"B";[>=1000000]0.0,,"M";#,##0'
    return '[>=1000000]0.0,,"M";[>=1000]0.0,"K";#,##0'


def span(
    numbers: Iterable[float | None],
    domain: tuple[float, float] | None = None,
    *,
    zero: bool = False,
) -> Span:
    """An axis around the numbers that begins and ends on its own lines; a domain stays as it is."""
    known = [number for number in numbers if number is not None] + ([0.0] if zero else [])
    low, high = domain or (min(known, default=0.0), max(known, default=1.0))
    if high <= low:
        low, high = low - 0.5, high + 0.5
    step = _step(high - low)
    if domain:
        return Span(float(low), float(high), step)
    first, last = floor(low / step + 1e-9) * step, ceil(high / step - 1e-9) * step
    return Span(round(first, 10), round(last, 10), step)


def _step(width: float) -> float:
    size = 10.0 ** floor(log10(width))
    steps = [step * size / part for part in (10, 1) for step in STEPS]
    return next(step for step in steps if width / step <= MOST - 1)
