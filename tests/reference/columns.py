"""Which column of a case is which, whatever it is called; and categories as R writes them."""

import re
from collections.abc import Iterable

import pandas as pd

COUNTER = r"id|no|nr|row|rownames|index|unnamed_\d+|_0|x_1"


class NoSuchColumn(ValueError):
    """Nothing in the input answers to what the method needs."""


def numbers_in(table: pd.DataFrame) -> list[str]:
    """The columns of numbers, as they stand."""
    return [
        name
        for name in table
        if pd.api.types.is_numeric_dtype(table[name])
        and not pd.api.types.is_bool_dtype(table[name])
    ]


def named(table: pd.DataFrame, pattern: str, *, but: Iterable[str] = ()) -> str | None:
    """The first column whose whole name fits the pattern, case and separators aside."""
    for name in table:
        plain = re.sub(r"[\s._-]+", "_", str(name).strip().lower())
        if name not in set(but) and re.fullmatch(pattern, plain):
            return str(name)
    return None


def column(
    table: pd.DataFrame, pattern: str, *, but: Iterable[str] = (), numeric: bool = True
) -> str:
    """The column by name; where none fits, the first one (of numbers) not excluded by others."""
    by_name = named(table, pattern, but=but)
    if by_name is not None:
        return by_name
    others = numbers_in(table) if numeric else list(table)
    excluded = {*but, named(table, COUNTER)} if numeric else set(but)
    left = [name for name in others if name not in excluded]
    if not left:
        raise NoSuchColumn(f"no column like {pattern} among {list(table)}")
    return left[0]


def words(values: pd.Series) -> pd.Series:
    """Categories as R writes them: 1.0 is "1", true is "TRUE"; missing stays missing."""
    return values.map(_word, na_action="ignore").astype(object)


def _word(value: object) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def in_order(present: Iterable[object], order: Iterable[object]) -> list[str]:
    """Categories in the order order (locales sort differently), the others after them, sorted."""
    have, first = [str(name) for name in present], [str(name) for name in order]
    leading = [name for name in first if name in have]
    return leading + sorted(name for name in have if name not in set(leading))
