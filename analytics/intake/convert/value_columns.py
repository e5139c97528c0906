"""Text columns -> value columns. Each different text is read once, however many rows hold it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import pyarrow as pa

from analytics.intake.cells.contact import without_contacts
from analytics.intake.cells.remark import Refused, Remarks
from analytics.intake.table.text_table import Sheet

MOST_SHOWN, LONGEST_ROW = 60, 600
LIST_OF_TEXT = pa.list_(pa.string())
Parse = Callable[[str], Any]


class Rows:
    """The rows of a sheet on their way: which stay, and what is said about those that do not."""

    def __init__(self, sheet: Sheet, remarks: Remarks) -> None:
        self.sheet, self.remarks = sheet, remarks
        self.lines: np.ndarray[Any, np.dtype[np.int32]] = sheet.lines.to_numpy(zero_copy_only=False)
        self.stay = np.ones(len(sheet), bool)

    @property
    def count_kept(self) -> int:
        return int(self.stay.sum())

    def leave_out(
        self, rows: Iterable[int], reason: str, column: str | None = None, **details: str
    ) -> None:
        """Take rows out, each with a remark that holds the row's own text; a row that is out
        already keeps its first reason.
        """
        texts = self.sheet.column(column) if column else None
        for row in rows:
            if self.stay[row]:
                self.stay[row] = False
                self.remarks.add(
                    reason,
                    line=int(self.lines[row]),
                    column=column,
                    value=texts[row].as_py() if texts is not None else None,
                    is_left_out=True,
                    **(details | {"row": self._text(row)}),
                )

    def _text(self, row: int) -> str:
        cells = (column[row].as_py() or "" for column in self.sheet.columns[:MOST_SHOWN])
        return without_contacts(" | ".join(cells)[:LONGEST_ROW])

    def only_kept(self, values: dict[str, Any]) -> pa.Table:
        """The columns as a table of the rows that stay, with their lines."""
        whole = pa.table({"line": pa.array(self.lines, pa.int32())} | values)
        return whole if self.stay.all() else whole.filter(pa.array(self.stay))


def codes(column: pa.DictionaryArray) -> np.ndarray[Any, np.dtype[np.int64]]:
    """For every row the number of its different text; -1 where the cell is empty."""
    return np.asarray(column.indices.fill_null(-1).to_numpy(zero_copy_only=False), np.int64)


def counts(column: pa.DictionaryArray) -> list[int]:
    """In how many rows each different text stands."""
    places = codes(column)
    return list(np.bincount(places[places >= 0], minlength=len(column.dictionary)).tolist())


def parse_column(
    rows: Rows, name: str, parse: Parse, kind: pa.DataType
) -> tuple[pa.Array, np.ndarray[Any, np.dtype[np.int64]]]:
    """The values of a column, and the rows whose text is none (null there, remarked on)."""
    column = rows.sheet.column(name)
    answers = [parse(text) for text in column.dictionary.to_pylist()]
    is_refused = [isinstance(answer, Refused) for answer in answers]
    accepted = [
        None if refused else answer for answer, refused in zip(answers, is_refused, strict=True)
    ]
    values = pa.array(accepted, kind).take(column.indices)
    bad = np.flatnonzero(np.array([*is_refused, False], bool)[codes(column)])
    for row in bad:
        refusal = answers[column.indices[int(row)].as_py()]
        rows.remarks.add(
            refusal.reason,
            line=int(rows.lines[row]),
            column=name,
            value=column[int(row)].as_py(),
            **dict(refusal.details),
        )
    return values, bad


def text_column(rows: Rows, name: str | None, missing: frozenset[str] = frozenset()) -> pa.Array:
    """A column as text; nulls where there is no such column."""
    if name is None:
        return pa.nulls(len(rows.sheet), pa.string())
    column = rows.sheet.column(name)
    texts = [None if cell in missing else cell for cell in column.dictionary.to_pylist()]
    return pa.array(texts, pa.string()).take(column.indices)


def table_of(rows: list[dict[str, Any]], types: dict[str, pa.DataType]) -> pa.Table:
    """Rows as a table with the columns of `types`."""
    return pa.table(
        {name: pa.array([row[name] for row in rows], kind) for name, kind in types.items()}
    )


def is_blank(values: pa.Array) -> np.ndarray[Any, np.dtype[np.bool_]]:
    return np.asarray(values.is_null().to_numpy(zero_copy_only=False), bool)


def repeated_rows(keys: list[np.ndarray[Any, Any]]) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Rows that say again what an earlier row said, by several columns of codes."""
    together = np.stack(keys, axis=1)
    _, first = np.unique(together, axis=0, return_index=True)
    again = np.ones(len(together), bool)
    again[first] = False
    return np.flatnonzero(again)
