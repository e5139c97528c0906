"""Numbers in native charts: format codes that write them as the language does, and axes that end on
round numbers.

Chinese counts in 万 and 亿, which no format divides by; a literal point among the digits does it
(12,345 → thousands 12 → 1.2). What no code can write (1亿 of 99,999,999) is written for as long as
the number stays what it is: `[=99999999]"1亿";…`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10

from analytics.figures import Unit
from analytics.look.value_formats import EXACT_COUNT
from analytics.rounding import rounded
from analytics.wording import MINUS, Language, amount_unit, plain_digits, speaker

_QUOTED_MINUS = f'"{MINUS}"'
SIGNED = '+{zeros};"−"{zeros};{zeros}'
SECTION = re.compile(r"((?:\[[^\]]*\])?)(.*)")
USUAL_DIGITS: dict[Unit, int] = {
    "score": 2,
    "share": 1,
    "count": 0,
    "points": 1,
    "change": 2,
    "number": 2,
}
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
    if unit == "money" or (unit in ("count", "number") and most >= EXACT_COUNT):
        return _large(most, language)
    zeros = _zeros(USUAL_DIGITS[unit] if digits is None else digits)
    if unit in ("points", "change"):
        return SIGNED.format(zeros=f"#,##{zeros}")
    grouped = f"#,##{zeros}%" if unit == "share" else f"#,##{zeros}"
    return f'{grouped};"{MINUS}"{grouped}'


def code_of(value: float, unit: Unit, language: Language, digits: int | None = None) -> str:
    """The format that writes this one value as screen and sentence do (`look.written`)."""
    if unit == "money" or (unit in ("count", "number") and abs(value) >= EXACT_COUNT):
        return _amount_code(value, language, 1 if digits is None or unit != "money" else digits)
    code = values(unit, language, digits=digits)
    decimals = USUAL_DIGITS[unit] if digits is None else digits
    if rounded(value, decimals, 2 if unit == "share" else 0) == 0:
        plain = code.split(";")[-1].removeprefix(f'"{MINUS}"')
        return ";".join([plain] * 3)
    return code


def codes_of(
    numbers: Iterable[float | None], unit: Unit, language: Language, digits: int | None = None
) -> dict[int, str]:
    """The formats of all values there are, by their places."""
    return {
        place: code_of(number, unit, language, digits)
        for place, number in enumerate(numbers)
        if number is not None
    }


def padded(code: str, spaces: str, *, is_before: bool) -> str:
    """The same format with spaces before or after what it writes, in every section."""
    sections = [SECTION.match(part) for part in code.split(";")]
    return ";".join(
        f'{part[1]}"{spaces}"{part[2]}' if is_before else f'{part[1]}{part[2]}"{spaces}"'
        for part in sections
        if part
    )


def _amount_code(value: float, language: Language, digits: int) -> str:
    tens, unit = amount_unit(value, language, digits)
    if not unit:
        decimals = plain_digits(value, digits)
        zeros = f"#,##{_zeros(decimals)}"
        return f"{zeros};{'' if rounded(value, decimals) == 0 else _QUOTED_MINUS}{zeros}"
    code, decimals = _scaled(tens, unit, digits)
    amount = rounded(abs(value), digits, -tens)
    is_beyond_code = decimals != digits or amount == amount.to_integral_value() or amount >= 1000
    if language == "zh" and is_beyond_code:
        written = speaker(language).compact(value, digits)
        return f'[={value!r}]"{written}";{code}'
    return f"{code};{_QUOTED_MINUS}{code}"


def _scaled(tens: int, unit: str, digits: int) -> tuple[str, int]:
    """A code that divides by so many tens, and how many decimals it writes."""
    commas, rest = divmod(tens, 3)
    if not rest:
        return f'#,##{_zeros(digits)}{"," * commas}"{unit}"', digits
    return f'0\\.{"0" * rest}{"," * commas}"{unit}"', rest


def _zeros(digits: int) -> str:
    return "0" if not digits else "0." + "0" * digits


def axis(unit: Unit, language: Language, span: Span) -> str:
    """The format along an axis: no more decimals than its steps need."""
    if unit in ("money", "count", "number") and max(span.high, -span.low) >= 1e5:
        return _large(span.high, language)
    decimals = _decimals(span.step * 100 if unit == "share" else span.step)
    zeros = _zeros(decimals)
    if unit == "share":
        return f"{zeros}%"
    grouped = f"#,##{zeros}"
    return SIGNED.format(zeros=zeros) if unit in ("points", "change") else f'{grouped};"−"{grouped}'


def _decimals(step: float) -> int:
    """How many decimals a step has, up to four."""
    for decimals in range(4):
        shifted = step * 10**decimals
        if abs(shifted - round(shifted)) < 1e-6:
            return decimals
    return 4


def whole_percent(least: float) -> str:
    """Shares without decimals, nothing where they are smaller than `least`."""
    return f'[<{least}]"";0%'


def _large(most: float, language: Language) -> str:
    """For amounts that are not known yet; a unit begins where the rounded amount has it."""
    if language == "zh":
        return r'[>=99999500]0\.00,,"亿";[>=9999.5]0\.0,"万";General'
    if most >= 999_950_000:
        return '[>=999950000]#,##0.0,,,"B";[>=999950]0.0,,"M";General'
    return '[>=999950]#,##0.0,,"M";[>=999.5]0.0,"K";General'


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
