"""The only writer of CSV and XLSX: what a reader downloads never runs, and its numbers stay
numbers.

A spreadsheet takes a cell that begins with = + - @ (or their full-width forms, a tab, a line end)
for a formula; such text gets an apostrophe in front (OWASP, "CSV injection"). Longer cells than a
spreadsheet holds are cut where it shows.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from analytics.figures import Figure, families
from analytics.wording import Say

STARTS_A_FORMULA = tuple("=+-@＝＋－＠\t\r\n\0")
BEGINS_A_CELL = re.compile(r"[;\t]\"*(?=[=+\-@＝＋－＠])")
MOST_LETTERS = 32_767
CUT = "…(cut)"
NAME_LETTERS = 31
NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\]")
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
WIDEST = 60


def csv_bytes(table: pd.DataFrame) -> bytes:
    """A table as CSV in UTF-8 with a byte order mark, so that spreadsheets read Chinese."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([_one_cell(safe_text(str(name))) for name in table.columns])
    writer.writerows(
        [
            [_one_cell(_cell(value)) for value in row]
            for row in table.itertuples(index=False, name=None)
        ]
    )
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8")


def xlsx_bytes(sheets: Mapping[str, pd.DataFrame]) -> bytes:
    """One sheet a table, under the given names as far as a workbook allows them. Nothing in it is a
    formula or a link.
    """
    import xlsxwriter

    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, options) as book:
        heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        used_names: set[str] = set()
        for name, table in sheets.items():
            _write(book.add_worksheet(_sheet_name(name, used_names)), table, heading)
    return file.getvalue()


def figure_csv(figure: Figure) -> bytes:
    """The table behind a figure."""
    return csv_bytes(figure.table())


def workbook(figure: Figure, say: Say) -> bytes:
    """The table behind a figure, and a sheet that says what it shows and how it was computed."""
    about = [
        *(((say("In short"), figure.title),) if figure.claim else ()),
        *(((say("How sure"), figure.claim.badge(say)),) if figure.claim else ()),
        (say("Finding"), figure.finding),
        (say("Base"), figure.base),
        *((say("Note"), note) for note in figure.notes),
        (say("Formula"), say(figure.method.formula)),
        (say("Assumes"), say(figure.method.assumption)),
        (say("What would make it wrong"), say(figure.method.caution)),
        (say("Source"), say(figure.method.source)),
        *(
            (say("Tests read together"), families.listed((family,), say))
            for family in figure.families
        ),
    ]
    description = pd.DataFrame(about, columns=[say("About this table"), ""])
    return xlsx_bytes({say("Table"): figure.table(), say("About"): description})


def safe_text(text: str) -> str:
    """Text that a spreadsheet shows and never runs."""
    is_risky = text.startswith(STARTS_A_FORMULA)
    shown = UNPRINTABLE.sub("", text)
    shown = f"'{shown}" if is_risky or shown.startswith(STARTS_A_FORMULA) else shown
    return shown if len(shown) <= MOST_LETTERS else shown[: MOST_LETTERS - len(CUT)] + CUT


def _cell(value: object) -> Any:
    """A value as a cell holds it: numbers as numbers, nothing as nothing, the rest as safe text."""
    if value is None or (pd.api.types.is_scalar(value) and pd.isna(value)):
        return None
    if hasattr(value, "item") and not isinstance(value, str):
        value = value.item()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value if abs(value) < float("inf") else safe_text(str(value))
    return safe_text(value if isinstance(value, str) else _written(value))


def _written(value: object) -> str:
    is_day = hasattr(value, "hour") and not (
        value.hour or getattr(value, "minute", 0) or getattr(value, "second", 0)
    )
    return str(value)[:10] if is_day else str(value)


def _one_cell(value: Any) -> Any:
    """Text that stays one cell: a lone carriage return would end its row, and where a semicolon or
    a tab separates, what follows one begins a cell, in quotation marks or not.
    """
    if not isinstance(value, str):
        return value
    return BEGINS_A_CELL.sub(r"\g<0>'", value.replace("\r\n", "\n").replace("\r", "\n"))


def _sheet_name(name: str, used_names: set[str]) -> str:
    """A name no other sheet has, which is added to those used."""
    allowed = NOT_IN_SHEET_NAMES.sub(" ", UNPRINTABLE.sub("", name)).strip().strip("'")
    plain = allowed[:NAME_LETTERS] or "Sheet"
    unique, number = plain, 2
    while unique.lower() in used_names or unique.lower() == "history":
        unique, number = f"{plain[: NAME_LETTERS - 4]} ({number})", number + 1
    used_names.add(unique.lower())
    return unique


def _write(sheet: Any, table: pd.DataFrame, heading: Any) -> None:
    for at, name in enumerate(table.columns):
        sheet.write_string(0, at, safe_text(str(name)), heading)
        sheet.set_column(at, at, _width(name, table.iloc[:200, at]))
    for down, row in enumerate(table.itertuples(index=False, name=None), start=1):
        for at, value in enumerate(map(_cell, row)):
            if isinstance(value, str):
                sheet.write_string(down, at, value)
            elif value is not None:
                sheet.write_number(down, at, value)
    sheet.freeze_panes(1, 0)


def _width(name: object, values: pd.Series) -> int:
    """Wide enough for heading and first values; a Chinese character takes two places."""
    longest = max(
        (len(str(text).encode("gb18030", "replace")) for text in [name, *values]), default=8
    )
    return min(max(longest, 8), WIDEST) + 2
