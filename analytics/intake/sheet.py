"""One table of text: named columns, each row with the line it stands on in its file. What is no data is left out and said."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from analytics.errors import Unreadable
from analytics.intake.delimited import Record, without_empty_edges
from analytics.intake.evening import evened
from analytics.intake.garbled import LOST
from analytics.intake.header import Header, find_header
from analytics.intake.names import label_key
from analytics.intake.remarks import Remarks
from analytics.intake.vocabulary import any_part, vocabulary
from analytics.intake.workbook import Merge

MOST_COLUMNS = 16_384
LONGEST_CELL = 32_767
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]")
TOTALS = frozenset(label_key(word) for word in vocabulary()["rows"]["totals"])
NOTE = re.compile(rf"\s*[（(*※]?\s*{any_part(vocabulary()['rows']['notes'])}", re.IGNORECASE)
LAST_ROWS = 8


@dataclass(frozen=True, eq=False)
class Sheet:
    """`columns` are dictionary-encoded text (null: empty), `lines` the file's line of each row."""

    names: tuple[str, ...]
    lines: pa.Array
    columns: tuple[pa.DictionaryArray, ...]

    def __len__(self) -> int:
        return len(self.lines)

    def column(self, name: str) -> pa.DictionaryArray:
        return self.columns[self.names.index(name)]

    def save(self, path: Path) -> None:
        """Columns are stored as c1, c2 …; their names travel as data."""
        fields = {f"c{number}": column for number, column in enumerate(self.columns, start=1)}
        table = pa.table({"line": self.lines} | fields).replace_schema_metadata({"names": json.dumps(self.names)})
        with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, table.schema) as writer:
            writer.write_table(table)

    @classmethod
    def load(cls, path: Path) -> Sheet:
        with pa.memory_map(str(path)) as file:
            table = pa.ipc.open_file(file).read_all().combine_chunks()
        names = tuple(json.loads(table.schema.metadata[b"names"]))
        columns = [table.column(f"c{number}") for number in range(1, len(names) + 1)]
        return cls(names, _whole(table.column("line")), tuple(_whole(column) for column in columns))


def _whole(column: Any) -> Any:
    return column.chunk(0) if column.num_chunks == 1 else pa.concat_arrays(column.chunks)


@dataclass(frozen=True, eq=False)
class Table:
    """A sheet with what was found on the way to it."""

    sheet: Sheet
    header: Header
    header_line: int
    lines_read: int
    lines_left_out: int
    codes: dict[str, str]


def build_table(
    rows: list[Record],
    merges: tuple[Merge, ...],
    remarks: Remarks,
    *,
    is_ragged: bool,
    wanted: int = 0,
    codes: tuple[str, ...] = (),
    delimiter: str = "",
) -> Table:
    """Records -> table. Raises Unreadable 'empty', 'no_data' or 'too_many_columns'."""
    rows = [(line, cells) for line, cells in without_empty_edges(rows) if "".join(cells).strip()]
    if not rows:
        raise Unreadable("empty")
    if max(len(cells) for _, cells in rows) > MOST_COLUMNS:
        raise Unreadable("too_many_columns", {"limit": str(MOST_COLUMNS)})
    header = find_header(rows, merges, wanted)
    body = rows[header.body :]
    if not body:
        raise Unreadable("no_data")
    if header.is_missing:
        remarks.add("no_header", line=body[0][0])
    lines_read = len(body)
    repeated = rows[header.body - 1][1] if not header.is_missing else None
    body = _without_notes(_without_totals(_without_headers(body, repeated, remarks), remarks), remarks)
    width = _width(header, rows, body) if is_ragged else len(header.names)
    names = _named(header, width)
    body = evened(body, width, remarks, delimiter, names)[0] if is_ragged else _padded(body, width)
    if not body:
        raise Unreadable("no_data")
    sheet = _columns(names, body, remarks)
    coded = dict(zip(header.names, header.codes or codes, strict=False))
    return Table(sheet, header, rows[header.first][0], lines_read, lines_read - len(body), coded)


def _padded(rows: list[Record], width: int) -> list[Record]:
    return [(line, cells if len(cells) == width else cells + [""] * (width - len(cells))) for line, cells in rows]


def _width(header: Header, rows: list[Record], body: list[Record]) -> int:
    """As many columns as the header names, or more where a fifth of the lines has more: a few wider lines are broken lines."""
    named = len(rows[header.body - 1][1]) if not header.is_missing else 0
    widths = sorted((len(cells) for _, cells in body), reverse=True)
    return max(named, widths[len(widths) // 5], 1) if widths else max(named, 1)


def _named(header: Header, width: int) -> tuple[str, ...]:
    more = tuple(f"#{number}" for number in range(len(header.names) + 1, width + 1))
    return (header.names + more)[:width]


def _without_headers(rows: list[Record], header: list[str] | None, remarks: Remarks) -> list[Record]:
    """Leaves out a header that comes again, as where two exports were glued together."""
    if header is None:
        return rows
    wanted = [cell.strip("\ufeff ") for cell in header]
    kept = []
    for line, cells in rows:
        if cells[0].strip("\ufeff ") == wanted[0] and [cell.strip("\ufeff ") for cell in cells] == wanted:
            remarks.add("header_repeated", line=line, value=" ".join(cells), is_left_out=True)
        else:
            kept.append((line, cells))
    return kept


def _without_totals(rows: list[Record], remarks: Remarks) -> list[Record]:
    """Leaves out sums and means under the data: rows near the end whose first word says so."""
    kept = rows[:-LAST_ROWS] if len(rows) > LAST_ROWS else []
    for line, cells in rows[len(kept) :]:
        first = next((cell for cell in cells if cell.strip()), "")
        if label_key(first) in TOTALS and len([cell for cell in cells if cell.strip()]) > 1:
            remarks.add("total_row", line=line, value=" ".join(cells).strip(), is_left_out=True, word=first.strip())
        else:
            kept.append((line, cells))
    return kept


def _without_notes(rows: list[Record], remarks: Remarks) -> list[Record]:
    """Leaves out notes under a table of several columns: lines of one filled cell, the first a note or set apart."""
    first = len(rows)
    while first > 1 and len(_filled(rows[first - 1][1])) == 1:
        first -= 1
    is_table = max((len(_filled(cells)) for _, cells in rows[:3]), default=0) > 2
    if first == len(rows) or not is_table or not _starts_notes(rows, first):
        return rows
    for line, cells in rows[first:]:
        remarks.add("footnote", line=line, value=_filled(cells)[0], is_left_out=True)
    return rows[:first]


def _filled(cells: list[str]) -> list[str]:
    return [cell.strip() for cell in cells if cell.strip()]


def _starts_notes(rows: list[Record], first: int) -> bool:
    text = _filled(rows[first][1])[0]
    is_apart = rows[first][0] - rows[first - 1][0] > 1
    return bool(NOTE.match(text)) or (is_apart and not text.isascii())


def _columns(names: tuple[str, ...], rows: list[Record], remarks: Remarks) -> Sheet:
    lines = pa.array([line for line, _ in rows], pa.int32())
    kept_names, columns = [], []
    for name, values in zip(names, zip(*(cells for _, cells in rows), strict=True), strict=True):
        column = _cleaned(pa.array(values, pa.string()).dictionary_encode(), name, lines, remarks)
        if column.null_count < len(column) or not name.startswith("#"):
            kept_names.append(name)
            columns.append(column)
    return Sheet(tuple(kept_names), lines, tuple(columns))


def _loss(before: str, after: str) -> str:
    """What was lost of a cell, here or before it came here; '' for nothing."""
    if len(after) > LONGEST_CELL:
        return "cell_cut"
    if CONTROL.search(before.strip("\ufeff")):
        return "control_characters"
    return "replaced_characters" if LOST.search(after) else ""


def _cleaned(column: pa.DictionaryArray, name: str, lines: pa.Array, remarks: Remarks) -> pa.DictionaryArray:
    """Without blanks at the ends and control characters; empty text as null; too long text cut. Losses are reported."""
    raw = column.dictionary.to_pylist()
    clean = [CONTROL.sub("", text).strip() for text in raw]
    clean = [text if len(text) <= LONGEST_CELL else text[:LONGEST_CELL] + "…" for text in clean]
    for code, (before, after) in enumerate(zip(raw, clean, strict=True)):
        if reason := _loss(before, after):
            for row in pc.indices_nonzero(pc.equal(column.indices, code)).to_pylist():
                remarks.add(reason, line=lines[row].as_py(), column=name, value=after, length=str(len(before)))
    if clean == raw and "" not in raw:
        return column
    places = {text: number for number, text in enumerate(dict.fromkeys(text for text in clean if text))}
    recoded = pa.array([places.get(text) for text in clean], pa.int32())
    return pa.DictionaryArray.from_arrays(recoded.take(column.indices), pa.array(list(places), pa.string()))
