"""Columns that qualify their row: a cancelled booking, a test answer, an order not paid, an add-on.

They are known by their values. What is gone for certain is left out by a rule that is said; what
may still count is asked once a column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from analytics.intake.cells.text_keys import header_key, label_key
from analytics.intake.cells.vocabulary import any_part, vocabulary
from analytics.intake.cells.yes_no import NO, YES
from analytics.intake.mapping.column_use import ColumnUse
from analytics.intake.table.file_kinds import Kind
from analytics.intake.table.inspection import ColumnSeen, Inspection

WORDS = vocabulary()["qualifying"]
WHICH_ROWS = "which_rows"
ANYTHING = "*"
MOST_VALUES = 12
NEARLY_ALL, HALF = 0.9, 0.5
LONGEST = 40
STEM = 5
UNQUALIFIED = frozenset(("complaints", "contacts", "editions"))


def _keys(name: str) -> frozenset[str]:
    return frozenset(map(label_key, WORDS[name]))


OPEN, SURE, HEADERS = _keys("open"), _keys("sure"), _keys("headers")
GONE_IF_NO, GONE_IF_YES, ADD_ON = _keys("gone_if_no"), _keys("gone_if_yes"), _keys("add_on")
WEAK = _keys("weak")
HEADER_PART = re.compile(any_part(WORDS["header_parts"]))
PAYMENT = re.compile(any_part(WORDS["payment"]))
GONE = re.compile(
    "|".join(
        rf"\b{word}" + ("" if len(word) >= STEM else r"\b") if word.isascii() else re.escape(word)
        for word in sorted(WORDS["gone"], key=len, reverse=True)
    )
)


@dataclass(frozen=True)
class Standing:
    """The values of a column by what they say of their row, each with its number of rows."""

    lost: tuple[tuple[str, int], ...] = ()
    open: tuple[tuple[str, int], ...] = ()
    others: tuple[tuple[str, int], ...] = ()


def counted(column: ColumnSeen) -> str:
    """The values of a column, each with its number of rows."""
    return " · ".join(f"{value} {count}" for value, count in column.common[:MOST_VALUES])


def with_qualifying(
    uses: list[ColumnUse], inspection: Inspection, kind: Kind, earlier: dict[str, ColumnUse]
) -> list[ColumnUse]:
    """The uses, with what each qualifying column leaves out."""
    if kind.key in UNQUALIFIED:
        return uses
    rows = inspection.lines_read - inspection.lines_left_out
    columns = {column.name: column for column in inspection.columns}
    settled = []
    for use in uses:
        may_qualify = use.target in ("ignore", "profile") and not use.choice
        column = columns.get(use.column)
        known_use = earlier.get(header_key(use.column))
        if column is not None and may_qualify and (standing := standing_of(column, kind, rows)):
            use = _qualifying(use, standing, known_use)
        settled.append(use)
    return settled


def _qualifying(use: ColumnUse, standing: Standing, earlier: ColumnUse | None) -> ColumnUse:
    """A column that is asked where it holds values which nobody has settled for an earlier file."""
    settled_in = frozenset(earlier.leaves_in if earlier else ())
    settled_out = frozenset(earlier.leaves_out if earlier else ())
    unsettled = [value for value, _ in standing.open if value not in settled_in | settled_out]
    values = [value for value, _ in (*standing.lost, *standing.open) if value not in settled_in]
    return ColumnUse(
        use.column,
        leaves_out=tuple(values),
        leaves_in=tuple(value for value, _ in standing.others) + tuple(sorted(settled_in)),
        doubt=WHICH_ROWS if unsettled else "",
    )


def standing_of(column: ColumnSeen, kind: Kind, rows: int) -> Standing | None:
    """What the values of a column say of their rows; None where it qualifies nothing."""
    header = {label_key(column.name), header_key(column.name), _last_part(column.name)}
    if header & ADD_ON and column.filled < rows:
        return Standing(lost=((ANYTHING, column.filled),))
    if column.distinct > MOST_VALUES or not column.filled:
        return None
    if flagged := _flagged(column, header, rows):
        return flagged
    standing = _sorted_out(column.common)
    if not standing.lost and not standing.open:
        return None
    return standing if _is_qualifying(column, standing, header, kind, rows) else None


def _last_part(name: str) -> str:
    """The question's text, where a tool's short name stands in front of it."""
    return label_key(name.rsplit("-", 1)[-1])


def _flagged(column: ColumnSeen, header: set[str], rows: int) -> Standing | None:
    """A column of yes and no whose header says which of them is gone."""
    words = NO if header & GONE_IF_NO else YES if header & GONE_IF_YES else frozenset[str]()
    lost = tuple(pair for pair in column.common if label_key(pair[0]) in words)
    others = tuple(pair for pair in column.common if pair not in lost)
    is_flag = all(label_key(value) in NO | YES for value, _ in column.common)
    if not lost or not is_flag or sum(count for _, count in lost) >= rows:
        return None
    return Standing(lost, (), others)


def _sorted_out(common: Iterable[tuple[str, int]]) -> Standing:
    pairs = [(says(value), (value, count)) for value, count in common]
    return Standing(
        tuple(pair for word, pair in pairs if word == "gone"),
        tuple(pair for word, pair in pairs if word == "open"),
        tuple(pair for word, pair in pairs if word in ("", "sure")),
    )


def says(value: str) -> str:
    """'sure', 'open' or 'gone' of a value's row; '' where it says nothing of the kind."""
    key = label_key(value)
    if key in SURE:
        return "sure"
    if key in OPEN:
        return "open"
    return "gone" if len(value) <= LONGEST and GONE.search(value.casefold()) else ""


def _is_qualifying(
    column: ColumnSeen, standing: Standing, header: set[str], kind: Kind, rows: int
) -> bool:
    """Are most values known ones, under a header or beside others that say what the column is."""
    sure = sum(count for value, count in standing.others if says(value))
    lost = sum(count for _, count in standing.lost)
    known = sure + lost + sum(count for _, count in standing.open)
    if lost >= rows:
        return False
    if PAYMENT.search(column.name.casefold()):
        return True
    if header & HEADERS or HEADER_PART.search(column.name.casefold()):
        return known >= HALF * column.filled
    is_note = kind.audience is None and column.filled < HALF * rows
    is_told = bool(lost) or any(label_key(value) not in WEAK for value, _ in standing.open)
    return is_told and known >= NEARLY_ALL * column.filled and (sure > 0 or (lost > 0 and is_note))


def with_rows(use: ColumnUse, values: Iterable[str]) -> ColumnUse:
    """The use once a person has said which of its values leave their rows out."""
    out = tuple(values)
    both = dict.fromkeys((*use.leaves_out, *use.leaves_in))
    return replace(
        use, leaves_out=out, leaves_in=tuple(value for value in both if value not in out), doubt=""
    )
