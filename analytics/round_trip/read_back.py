"""An edited file back into rows: which column is which, wherever it stands, and what is said of the
rest. The file itself is read by the child process that reads every stranger's file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from analytics.errors import Unreadable
from analytics.intake.cells.remark import Remark
from analytics.intake.cells.text_keys import header_key, label_key
from analytics.intake.load.draft import Draft
from analytics.intake.table.inspection import Inspection
from analytics.intake.table.text_table import Sheet
from analytics.round_trip.tables import CHECK, KEY, TABLES, TripTable
from analytics.wording import LANGUAGES, speaker

SHEET = "sheet.arrow"
MOST_SHEETS = 20
KEY_FIELD, CHECK_FIELD = "key", "check"


@dataclass(frozen=True)
class FileRow:
    """A row of the file: its line, and the text of each column that is one of ours."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True)
class ReadBack:
    """`columns`: our fields -> the file's headings. `unknown` are headings of nothing of ours, with
    their filled cells; `twice` fields that two columns claim; `lines_left_out` what the reader said
    of lines that are no rows.
    """

    table: TripTable
    sheet: str
    columns: dict[str, str]
    rows: tuple[FileRow, ...]
    unknown: tuple[tuple[str, int], ...] = ()
    twice: tuple[str, ...] = ()
    lines_left_out: tuple[Remark, ...] = field(default=())

    @property
    def missing(self) -> tuple[str, ...]:
        """Open fields without a column."""
        return tuple(each.key for each in self.table.open_fields if each.key not in self.columns)


def read_back(name: str, data: bytes | Path) -> ReadBack:
    """The rows of an edited file. Raises Unreadable where it cannot be read, and 'no_round_trip'
    where no sheet has the key column of ours.
    """
    draft = Draft.create(name, data)
    try:
        inspection = draft.inspect()
        if not _columns_of(inspection):
            inspection = _other_sheet(draft, inspection)
        return _read(inspection, Sheet.load(draft.folder / SHEET))
    finally:
        draft.drop()


def _other_sheet(draft: Draft, first: Inspection) -> Inspection:
    """The sheet with our key, whatever it is called and wherever it stands."""
    for sheet in first.sheets[:MOST_SHEETS]:
        if sheet != first.sheet:
            try:
                inspection = draft.inspect(sheet=sheet)
            except Unreadable:
                continue
            if _columns_of(inspection):
                return inspection
    raise Unreadable("no_round_trip", {"file": draft.file_name})


@cache
def _headings(table: str) -> dict[str, str]:
    """Heading, in any language -> field; the key and the check among them."""
    register = next(each for each in TABLES if each.key == table)
    labels = {KEY_FIELD: KEY, CHECK_FIELD: CHECK}
    labels |= {each.key: each.label for each in register.fields}
    return {
        label_key(speaker(language)(label)): key
        for language in LANGUAGES
        for key, label in labels.items()
    }


def _columns_of(inspection: Inspection) -> TripTable | None:
    """The register whose key column the sheet has, with the most of its fields; None without."""
    names = {label_key(name) for name in inspection.names}
    names |= {header_key(name) for name in inspection.names}
    best, most = None, 0
    for table in TABLES:
        fields = {key for heading, key in _headings(table.key).items() if heading in names}
        if KEY_FIELD in fields and len(fields) > most:
            best, most = table, len(fields)
    return best


def _read(inspection: Inspection, sheet: Sheet) -> ReadBack:
    table = _columns_of(inspection)
    if table is None:
        raise Unreadable("no_round_trip", {"file": inspection.file_name})
    columns, twice, unknown = _assigned(table, inspection)
    if KEY_FIELD not in columns:
        raise Unreadable("no_round_trip", {"file": inspection.file_name})
    texts = {key: sheet.column(name).to_pylist() for key, name in columns.items()}
    rows = tuple(
        FileRow(int(line), {key: texts[key][place] or "" for key in texts})
        for place, line in enumerate(sheet.lines.to_pylist())
    )
    return ReadBack(
        table,
        inspection.sheet,
        columns,
        rows,
        tuple(unknown),
        tuple(twice),
        tuple(remark for remark in inspection.remarks if remark.is_left_out),
    )


def _assigned(
    table: TripTable, inspection: Inspection
) -> tuple[dict[str, str], list[str], list[tuple[str, int]]]:
    """Field -> heading; fields that two columns claim, which then have none; other headings."""
    headings = _headings(table.key)
    columns: dict[str, str] = {}
    twice: list[str] = []
    unknown: list[tuple[str, int]] = []
    for column in inspection.columns:
        key = headings.get(label_key(column.name)) or headings.get(header_key(column.name))
        if key is None:
            if column.filled:
                unknown.append((column.name, column.filled))
        elif key in columns or _is_repeated(column.name, inspection.names):
            twice.append(key)
        else:
            columns[key] = column.name
    for key in twice:
        columns.pop(key, None)
    return columns, list(dict.fromkeys(twice)), unknown


def _is_repeated(name: str, names: Sequence[str]) -> bool:
    """Readers number headings that stand twice: "Region (2)"."""
    stem, _, number = name.rpartition(" (")
    return bool(stem) and number.rstrip(")").isdigit() and stem in names
