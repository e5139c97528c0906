"""What a column of amounts is in and how its numbers are written, as far as the file says so."""

from __future__ import annotations

import re
from dataclasses import replace

from analytics.intake.cells.amount_unit import amounts_in, header_says
from analytics.intake.cells.digit_grouping import ASK
from analytics.intake.cells.number import currency_of, parse_number
from analytics.intake.cells.remark import Refused
from analytics.intake.cells.vocabulary import CHINESE
from analytics.intake.mapping.column_use import ColumnUse
from analytics.intake.table.inspection import ColumnSeen

SMALL = 10_000
HOME = "CNY"


def in_money(use: ColumnUse, column: ColumnSeen, titles: tuple[str, ...]) -> ColumnUse:
    """A column of amounts in what its header or the title says; a unit of 0 is to be asked for."""
    use = as_written(use, column)
    amounts = amounts_in(use.column, titles)
    if amounts.is_unclear:
        return replace(use, unit=0.0)
    is_from_title = amounts.currency and not header_says(use.column).is_said
    use = replace(use, unit=amounts.multiple, currency=amounts.currency if is_from_title else "")
    is_mixed = bare_amounts([value for value, _ in column.common], use)
    return replace(use, doubt="units_mixed") if is_mixed else use


def as_written(use: ColumnUse, column: ColumnSeen) -> ColumnUse:
    """A column of numbers with what parts thousands in it, where its values prove that."""
    return replace(use, grouping=column.grouping if column.grouping != ASK else "")


def bare_amounts(texts: list[str], use: ColumnUse) -> set[int]:
    """The places of small numbers without a multiple, where others have one, the header none."""
    if use.unit != 1:
        return set()
    numbers = [parse_number(text, 1.0, use.grouping) for text in texts]
    with_multiple = {place for place, text in enumerate(texts) if _has_multiple(text, use.grouping)}
    return {
        place
        for place, number in enumerate(numbers)
        if with_multiple
        and place not in with_multiple
        and not isinstance(number, Refused)
        and 0 < abs(number) < SMALL
    }


def bare_beside(column: ColumnSeen) -> str:
    """The currencies that some amounts of a column state while others are bare; '' where all do, or
    none, or where the bare ones can only be in yuan as those with a mark are.
    """
    amounts = [value for value, _ in column.common if re.search(r"\d", value)]
    stated = {currency for value in amounts if (currency := currency_of(value))}
    has_bare = any(not currency_of(value) for value in amounts)
    is_at_home = stated == {HOME} and bool(CHINESE.search(column.name))
    return ", ".join(sorted(stated)) if stated and has_bare and not is_at_home else ""


def _has_multiple(text: str, grouping: str) -> bool:
    """A multiple in the cell goes before the column's, so that this one changes nothing."""
    number, doubled = parse_number(text, 1.0, grouping), parse_number(text, 2.0, grouping)
    return not isinstance(number, Refused) and number != 0 and number == doubled
