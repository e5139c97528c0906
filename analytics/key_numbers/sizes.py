"""How large is the fair: exhibitors on the register, visitors counted, turnover declared.

Method: counts of the last edition that states each, beside the one before that states it; turnover
only beside one in the same currency. They are counted, not sampled, so nothing is left to chance.
Assumption: the register and the counts of an edition are complete. Source: the fair's own files.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from analytics.figures.key_number import KeyNumber, key_number
from analytics.study import statement
from analytics.wording import Name, phrase

if TYPE_CHECKING:
    from analytics.filters import Filters
    from analytics.store import Reader
    from analytics.wording import Say

NARROWED = phrase("{edition}, the whole edition")


@dataclass(frozen=True, slots=True)
class Size:
    """One edition; None where it does not say."""

    name: Name
    exhibitors: int | None
    visitors: int | None
    turnover: float | None
    currency: str


def read_sizes(reader: Reader, filters: Filters) -> tuple[Size, ...]:
    """Of every edition held up to the last one chosen, in order."""
    of_exhibitors = filters if filters.audience == "exhibitor" else replace(filters, profile=())
    rows = reader.rows(
        statement(__package__, "sizes"),
        slice=replace(of_exhibitors, editions=(), audience="exhibitor").slice(),
        fair=filters.fair,
        chosen=list(filters.editions) or None,
    )
    return tuple(_size(row) for row in rows)


def _size(row: dict[str, Any]) -> Size:
    name = Name(row["name_zh"], row["name_en"])
    return Size(name, row["exhibitors"], row["visitors"], row["turnover"], row["currency"])


def size_numbers(sizes: Sequence[Size], is_narrowed: bool, say: Say) -> tuple[KeyNumber, ...]:
    """Those that any edition states."""

    def money(value: float) -> str:
        return say.money(value, stated[-1].currency)

    stated = [size for size in sizes if size.turnover is not None]
    alike = [size for size in stated if size.currency == stated[-1].currency]
    numbers = (
        _number("exhibitors", say("Exhibitors"), sizes, say.number, False, say),
        _number("visitors", say("Visitors"), sizes, say.number, is_narrowed, say),
        _number("turnover", say("Turnover"), alike, money, is_narrowed, say),
    )
    return tuple(number for number in numbers if number)


def _number(
    key: str,
    label: str,
    sizes: Sequence[Size],
    write: Callable[[float], str],
    is_narrowed: bool,
    say: Say,
) -> KeyNumber | None:
    stated = [size for size in sizes if getattr(size, key) is not None]
    if not stated:
        return None
    last, before = stated[-1], stated[-2] if len(stated) > 1 else None
    values = write(getattr(last, key)), write(getattr(before, key)) if before else ""
    editions = last.name.worded(say), before.name.worded(say) if before else ""
    base = say(NARROWED, edition=editions[0]) if is_narrowed else editions[0]
    return key_number(say, key, label, values, editions, ("level", "confirmed"), base)
