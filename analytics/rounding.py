"""The one place where a number loses decimals: half away from zero, on the decimal a reader sees.

A mean of 165 points over 40 answers is 4.125 and reads 4.13, as a spreadsheet writes it. What the
last bits of a binary number add (4.0249999999999995) is no part of the value: fourteen figures are.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache
from math import isfinite

FIGURES = ".14g"
_EXACT = Context(prec=400)


def rounded(value: float, digits: int = 0, tens: int = 0) -> Decimal:
    """`value` × 10 ** `tens` with exactly `digits` decimals; never −0. Not for what is not finite.

    Whole numbers of Python are taken whole, however many figures they have.
    """
    exact = Decimal(value) if isinstance(value, int) else Decimal(format(value, FIGURES))
    number = exact.scaleb(tens, _EXACT).quantize(_place(digits), ROUND_HALF_UP, _EXACT)
    return abs(number) if number == 0 else number


def tidy(value: float, digits: int | None = None) -> float:
    """The float nearest to the rounded value; without `digits` only the binary dust goes."""
    if not isfinite(value):
        return value
    return float(format(value, FIGURES)) if digits is None else float(rounded(value, digits))


@cache
def _place(digits: int) -> Decimal:
    return Decimal(1).scaleb(-digits)
