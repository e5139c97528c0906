"""Two imports of one kind beside each other: rows only one has, cells that differ, means of what
was rated.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analytics.store.reader import Reader

HERE = Path(__file__).parent / "compared"
Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Comparison:
    """The first 2,000 rows of each, `all_of_them` says how many there are. Columns as the .sql
    files of `compared` name them.

    A `field` of the form 'item', 'importance' or 'expectation' is an item's id, of 'measure' and
    'field' a column of the store, of 'profile' a field's id.
    """

    only_first: Rows
    only_second: Rows
    differing: Rows
    means: Rows

    @property
    def is_equal(self) -> bool:
        return not (self.only_first or self.only_second or self.differing)


def compare(reader: Reader, first: int, second: int) -> Comparison:
    """Two imports by number. Rows are the same by questionnaire number, code, name, else line."""
    return Comparison(
        reader.rows(_sql("alone"), first=first, second=second),
        reader.rows(_sql("alone"), first=second, second=first),
        reader.rows(_sql("differing"), first=first, second=second),
        reader.rows(_sql("means"), first=first, second=second),
    )


def _sql(name: str) -> str:
    return (HERE / f"{name}.sql").read_text("utf-8")
