"""What a spreadsheet shows of a number under a format code: as much of it as our charts use.

Sections by sign or by condition, quoted and escaped literals, #,##0 with decimals, commas behind
the digits that divide by a thousand, a percent sign; rounding half away from zero on the decimal.
Read from ECMA-376 part 1, 18.8.31.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

PIECE = re.compile(r'"([^"]*)"|\\(.)|\[([^\]]*)\]|([#0][#0,.]*)|(.)')
CONDITION = re.compile(r"\[(<=|>=|=|<|>)([^\]]+)\]")


def shown(value: float, code: str) -> str:
    """The text of the number; a negative one under a single section has a hyphen before it."""
    sections = re.findall(r'(?:"[^"]*"|\\.|[^;"\\])+', code)
    section, is_own_sign = _section(value, sections)
    body = CONDITION.sub("", section)
    text = _written(abs(Decimal(repr(value))), body)
    return f"-{text}" if value < 0 and not is_own_sign else text


def _section(value: float, sections: list[str]) -> tuple[str, bool]:
    """The section for this value, and whether it says the sign of a negative one itself."""
    conditions = [CONDITION.match(section) for section in sections]
    if not any(conditions):
        by_sign = 0 if value > 0 else 1 if value < 0 else 2
        at = by_sign if by_sign < len(sections) else 0
        return sections[at], at == 1
    for section, condition in zip(sections, conditions, strict=True):
        if condition is None or _holds(value, condition[1], float(condition[2])):
            # A literal for this one number is written as it stands.
            return section, condition is not None and condition[1] == "="
    raise AssertionError("no section for the value")


def _holds(value: float, sign: str, limit: float) -> bool:
    return {
        "=": value == limit,
        "<": value < limit,
        ">": value > limit,
        "<=": value <= limit,
        ">=": value >= limit,
    }[sign]


def _written(value: Decimal, body: str) -> str:
    if body == "General":
        return f"{value.normalize():f}"
    pieces = [match.groups() for match in PIECE.finditer(body)]
    places = [at for at, piece in enumerate(pieces) if piece[3]]
    digits = "".join(pieces[at][3] for at in places)
    if not digits:
        return "".join(piece[0] or piece[1] or piece[4] or "" for piece in pieces)
    plain = digits.rstrip(",")
    scaled = value.scaleb(-3 * (len(digits) - len(plain)) + 2 * body.count("%"))
    whole, _, decimals = plain.partition(".")
    rounded = scaled.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    if len(places) > 1:  # a literal among the digits: the last place takes the last digits
        return _around_literals(f"{rounded:f}", pieces, plain)
    text = f"{rounded:,f}" if "," in whole else f"{rounded:f}"
    return "".join(
        piece[0] or piece[1] or (text if piece[3] else piece[4]) or "" for piece in pieces
    )


def _around_literals(number: str, pieces: list[tuple[str, ...]], digits: str) -> str:
    """The last digits stand at the last place; the first place takes all that is left."""
    number = number.rjust(len(digits), "0")
    first = next(at for at, piece in enumerate(pieces) if piece[3])
    parts: list[str] = []
    for at, (literal, escaped, _, place, other) in reversed(list(enumerate(pieces))):
        if not place:
            parts.append(literal or escaped or other)
            continue
        cut = 0 if at == first else len(number) - len(place.rstrip(","))
        parts.append(number[cut:])
        number = number[:cut]
    return "".join(reversed(parts))
