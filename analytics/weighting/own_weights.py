"""The weights that a file brings with it: what each of its answers counts, on average 1 a file.

Method: weights above 0 are divided by their mean over the file; an answer without one takes no part
and is counted. A file that gives the same weight to every answer, or no usable weight at all, is
one without weights. Assumption: who made the weights knew whom the answers stand for; they are
taken as fixed. Source: Lumley 2010, Complex Surveys; Kish 1965 for what weighted answers are worth.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from analytics.study import statement

if TYPE_CHECKING:
    from analytics.filters import Filters
    from analytics.store import Reader

LARGE_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class FileWeights:
    """One file at one edition: `left_out` answers of it have no weight above 0, `negative` of them
    one below. `largest` is the share of the whole weight that one answer carries.
    """

    import_id: int
    edition: str
    zh: str
    en: str
    answers: int
    left_out: int
    negative: int
    weight: float
    largest: float

    @property
    def is_dominated(self) -> bool:
        """One answer carries so much that it decides what all say."""
        return self.largest >= LARGE_SHARE and self.answers - self.left_out > 1 / LARGE_SHARE


@dataclass(frozen=True, eq=False)
class OwnWeights:
    """Every file of a fair whose weights count, oldest edition first; `useless` editions have a
    column of weights without one above 0.
    """

    files: tuple[FileWeights, ...]
    useless: tuple[tuple[str, str, str], ...] = ()

    @cached_property
    def table(self) -> dict[str, list[Any]]:
        """As the facts read it: imports, and the mean weight of each."""
        sums: dict[int, tuple[float, int]] = {}
        for file in self.files:
            weight, answers = sums.get(file.import_id, (0.0, 0))
            counted = file.answers - file.left_out
            sums[file.import_id] = weight + file.weight, answers + counted
        return {
            "imports": list(sums),
            "averages": [weight / answers for weight, answers in sums.values()],
        }

    def among(self, editions: Sequence[str]) -> tuple[FileWeights, ...]:
        """Those of the editions chosen; all where none is named."""
        return tuple(file for file in self.files if not editions or file.edition in editions)

    @property
    def editions(self) -> frozenset[str]:
        return frozenset(file.edition for file in self.files)


def read_own_weights(reader: Reader, filters: Filters) -> OwnWeights | None:
    """Of the whole fair and this audience; None where no file weights its answers."""
    rows = reader.rows(
        statement(__package__, "own_weights"), fair=filters.fair, audience=filters.audience
    )
    useless = tuple(
        (row["edition_id"], row["name_zh"], row["name_en"]) for row in rows if not row["usable"]
    )
    files = tuple(_file(row) for row in rows if row["usable"])
    return OwnWeights(files, useless) if files or useless else None


def _file(row: dict[str, Any]) -> FileWeights:
    return FileWeights(
        row["import_id"],
        row["edition_id"],
        row["name_zh"],
        row["name_en"],
        row["answers"],
        row["answers"] - row["usable"],
        row["negative"],
        row["weight"],
        row["largest"] / row["weight"],
    )
