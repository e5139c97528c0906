"""What a file looks like, before anybody says what it means."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import Any

from analytics.intake.cells.best_end import direction
from analytics.intake.cells.remark import Remark
from analytics.intake.cells.text_keys import header_key

Row = tuple[str | None, ...]


@dataclass(frozen=True)
class ColumnSeen:
    """What can be said of one column without its rows. Shares are of the filled cells; `common`
    holds the 60 most frequent values.

    `against` is the correlation with the other ratings where that is clearly negative, else 0.
    `wholes` are answers that hold the separator, `in_rows` what a column is together with its
    neighbours, line by line: 'ranks' (1, 2, 3 in some order) or 'shares:100' (what always adds up
    to as much). `grouping` is '.' where dots part thousands, 'ask' where that is open.
    `not_computed` counts formulas whose value nobody stored. `contact` is 'email' or
    'phone' where the values are such: they are hidden here. `follows_from` names the columns that
    this one is the average, total or groups of.
    """

    name: str
    filled: int = 0
    distinct: int = 0
    common: tuple[tuple[str, int], ...] = ()
    numeric_share: float = 0.0
    lowest: float | None = None
    highest: float | None = None
    word_share: float = 0.0
    date_share: float = 0.0
    date_order: str = ""
    separator: str = ""
    longest: int = 0
    against: float = 0.0
    grouping: str = ""
    not_computed: int = 0
    follows_from: str = ""
    wholes: tuple[str, ...] = ()
    in_rows: str = ""
    contact: str = ""

    @cached_property
    def direction(self) -> str:
        """Which end header and answers say is best, as in `analytics.intake.cells.best_end`."""
        return direction(self.name, (text for text, _ in self.common))

    @property
    def is_worded(self) -> bool:
        """Is at least half of what was answered a word that rates."""
        return self.word_share >= 0.5

    @classmethod
    def of(cls, values: dict[str, Any]) -> ColumnSeen:
        common = tuple((value, count) for value, count in values["common"])
        return cls(**values | {"common": common, "wholes": tuple(values.get("wholes", ()))})


@dataclass(frozen=True)
class Inspection:
    """One table found in a file: how it was read, its header, its columns, its first rows.

    `lines_read` counts every line below the header that is not blank; of those, `lines_left_out`
    are no data (totals, notes, a repeated header, broken lines) and each has a remark. `codes` are
    the short names of the columns where a survey tool gives both these and the questions. `weight`
    is the column that the file itself says its lines are weighted by, `joined` the sheets that are
    read as one, each with its first line and its last, `notes` what small sheets that were not read
    say.
    """

    file_name: str
    sha256: str
    container: str
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    hidden_sheets: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    header_line: int = 0
    header_lines: int = 1
    lines_read: int = 0
    lines_left_out: int = 0
    columns: tuple[ColumnSeen, ...] = ()
    preview: tuple[Row, ...] = ()
    preview_lines: tuple[int, ...] = ()
    remarks: tuple[Remark, ...] = field(default=())
    codes: tuple[str, ...] = ()
    weight: str = ""
    joined: tuple[tuple[str, int, int], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> ColumnSeen | None:
        return next((column for column in self.columns if column.name == name), None)

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def of(cls, values: dict[str, Any]) -> Inspection:
        joined = values.get("joined", ())
        tuples = ("sheets", "hidden_sheets", "titles", "preview_lines", "codes", "notes")
        return cls(
            **values
            | {name: tuple(values.get(name, ())) for name in tuples}
            | {
                "columns": tuple(ColumnSeen.of(column) for column in values["columns"]),
                "preview": tuple(tuple(row) for row in values["preview"]),
                "joined": tuple((name, first, last) for name, first, last in joined),
                "remarks": tuple(Remark.of(remark) for remark in values["remarks"]),
            }
        )


def signature(names: tuple[str, ...]) -> frozenset[str]:
    """What two files of the same form have in common."""
    return frozenset(header_key(name) for name in names)
