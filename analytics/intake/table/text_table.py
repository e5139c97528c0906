"""One table of text: named columns, and the line of the file on which each row stands."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from analytics.errors import Unreadable
from analytics.intake.cells.remark import Remarks
from analytics.intake.file.coded_columns import Column, Grid, as_grid, width_of, without
from analytics.intake.file.delimited_record import Record
from analytics.intake.file.mojibake import LOST
from analytics.intake.file.page import Merge
from analytics.intake.table.header import Header, find_header
from analytics.intake.table.header_width import columns_of
from analytics.intake.table.lines_that_are_no_record import only_data, only_records
from analytics.intake.table.merged_cells import filled_down
from analytics.intake.table.ragged_rows import rows_of_one_width, without_trailing_separators
from analytics.text_width import BIDI

MOST_COLUMNS = 6_000
LONGEST_LABEL = 2_000
SHOWN_OF_LABEL = 60
LONGEST_CELL = 32_767
CONTROL = re.compile(
    rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u180e\u200b\u2060\ufeff{BIDI}]"
    r"|(?<=[\u0300-\u036f]{4})[\u0300-\u036f]+"
)


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
        table = pa.table({"line": self.lines} | fields).replace_schema_metadata(
            {"names": json.dumps(self.names)}
        )
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
    rows: Sequence[Record],
    merges: tuple[Merge, ...],
    remarks: Remarks,
    *,
    is_ragged: bool,
    header_line: int = 0,
    codes: tuple[str, ...] = (),
    delimiter: str = "",
) -> Table:
    """Records -> table. Raises Unreadable 'empty', 'no_data', 'too_many_columns' or
    'label_too_long'.
    """
    rows = _without_blanks(as_grid(rows))
    if not rows:
        raise Unreadable("empty")
    if (width := width_of(rows)) > MOST_COLUMNS:
        raise Unreadable("too_many_columns", {"count": str(width), "limit": str(MOST_COLUMNS)})
    header = find_header(rows, merges, header_line)
    _refuse_long_labels(header.names)
    body = without(rows, range(header.body))
    if not body:
        raise Unreadable("no_data")
    if header.is_missing:
        remarks.add("no_header", line=body[0][0])
    lines_read = len(body)
    header_cells = rows[header.body - 1][1] if not header.is_missing else None
    body = only_data(body, header_cells, remarks)
    header_line = rows[header.body - 1][0]
    grid, names = _rectangle(
        body, header, header_cells, header_line, remarks, delimiter, is_ragged=is_ragged
    )
    if not grid:
        raise Unreadable("no_data")
    grid, names = only_records(grid, names, header_cells, merges, remarks)
    if not grid:
        raise Unreadable("no_data")
    grid = filled_down(grid, names, merges, remarks)
    sheet = _columns(names, grid, remarks)
    coded = dict(zip(header.names, header.codes or codes, strict=False))
    return Table(sheet, header, rows[header.first][0], lines_read, lines_read - len(grid), coded)


def _refuse_long_labels(names: Sequence[str]) -> None:
    for name in names:
        if len(name) > LONGEST_LABEL:
            details = {"column": f"{name[:SHOWN_OF_LABEL]}…", "count": str(len(name))}
            raise Unreadable("label_too_long", details | {"limit": str(LONGEST_LABEL)})


def _without_blanks(rows: Sequence[Record]) -> Sequence[Record]:
    if isinstance(rows, Grid):
        return rows.without_blanks()
    return [(line, cells) for line, cells in rows if "".join(cells).strip()]


def _rectangle(
    body: Sequence[Record],
    header: Header,
    header_cells: list[str] | None,
    header_line: int,
    remarks: Remarks,
    delimiter: str,
    *,
    is_ragged: bool,
) -> tuple[Grid, tuple[str, ...]]:
    """The records all of one width, and what their columns are called."""
    if isinstance(body, Grid):
        return body, header.names
    if not is_ragged:
        width = len(header.names)
        padded = [(line, cells + [""] * (width - len(cells))) for line, cells in body]
        return Grid.of(padded), header.names
    if not body:
        return Grid.of([]), header.names
    usual = _most_usual_width(body)
    width = _header_width(header_cells, usual) if header_cells else usual
    rows = without_trailing_separators(list(body), width, header_line, remarks)
    names = _names(header, width)
    if header_cells is not None:
        names = columns_of(rows, names, header_line, remarks)
        rows = [(line, _as_wide(cells, width, len(names))) for line, cells in rows]
    return Grid.of(rows_of_one_width(rows, len(names), remarks, delimiter, names)[0]), names


def _as_wide(cells: list[str], width: int, columns: int) -> list[str]:
    """The cells of a line as wide as the header, with empty ones under names that came later."""
    return cells + [""] * (columns - width) if len(cells) == width < columns else cells


def _most_usual_width(body: Sequence[Record]) -> int:
    """As many columns as most lines have, where no header says how many there are."""
    return Counter(len(cells) for _, cells in body).most_common(1)[0][0]


def _header_width(cells: list[str], usual: int) -> int:
    """How many cells a header has, empty ones at its end only where the lines have them too."""
    named = max((place for place, cell in enumerate(cells, 1) if cell.strip()), default=0)
    return max(named, min(len(cells), usual))


def _names(header: Header, width: int) -> tuple[str, ...]:
    more = tuple(f"#{number}" for number in range(len(header.names) + 1, width + 1))
    return (header.names + more)[:width]


def _columns(names: tuple[str, ...], grid: Grid, remarks: Remarks) -> Sheet:
    lines = pa.array(grid.lines, pa.int32())
    filled_names, columns = [], []
    for name, grid_column in zip(names, grid.columns, strict=True):
        column = _cleaned(_encoded(grid_column), name, lines, remarks)
        if column.null_count < len(column) or not name.startswith("#"):
            filled_names.append(name)
            columns.append(column)
    return Sheet(tuple(filled_names), lines, tuple(columns))


def _encoded(column: Column) -> pa.DictionaryArray:
    """A column with those of its texts that still stand in a row."""
    is_used = np.bincount(column.codes, minlength=len(column.texts)) > 0
    texts = list(compress(column.texts, is_used.tolist()))
    places = (np.cumsum(is_used, dtype=np.int32) - 1)[column.codes]
    return pa.DictionaryArray.from_arrays(
        pa.array(places, pa.int32()), pa.array(texts, pa.string())
    )


def _loss(before: str, after: str) -> str:
    """What was lost of a cell, here or before it came here; '' for nothing."""
    if len(after) > LONGEST_CELL:
        return "cell_cut"
    if CONTROL.search(before.strip("\ufeff")):
        return "control_characters"
    return "replaced_characters" if LOST.search(after) else ""


def _cleaned(
    column: pa.DictionaryArray, name: str, lines: pa.Array, remarks: Remarks
) -> pa.DictionaryArray:
    """Trimmed, without control characters, empty text as null, long text cut. Losses are said."""
    raw = column.dictionary.to_pylist()
    if _may_lose(raw):
        clean = [_shortened(CONTROL.sub("", text).strip()) for text in raw]
        _tell_losses(column, clean, name, lines, remarks)
    else:
        clean = [text.strip() for text in raw]
    if clean == raw and "" not in raw:
        return column
    texts = list(dict.fromkeys(text for text in clean if text))
    places = {text: place for place, text in enumerate(texts)}
    recoded = pa.array([places.get(text) for text in clean], pa.int32())
    return pa.DictionaryArray.from_arrays(
        recoded.take(column.indices), pa.array(texts, pa.string())
    )


def _may_lose(texts: list[str]) -> bool:
    """Quick: the millions of cells that lose nothing are looked at together."""
    whole = "\n".join(texts)
    is_long = max(map(len, texts), default=0) > LONGEST_CELL
    return is_long or bool(CONTROL.search(whole) or LOST.search(whole))


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else text[:LONGEST_CELL] + "…"


def _tell_losses(
    column: pa.DictionaryArray, clean: list[str], name: str, lines: pa.Array, remarks: Remarks
) -> None:
    for code, (before, after) in enumerate(zip(column.dictionary.to_pylist(), clean, strict=True)):
        if reason := _loss(before, after):
            length = str(len(before))
            for row in pc.indices_nonzero(pc.equal(column.indices, code)).to_pylist():
                line = lines[row].as_py()
                remarks.add(reason, line=line, column=name, value=after, length=length)
