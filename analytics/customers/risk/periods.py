"""Person-periods on disk, one file an edition: written and read in parts, so that memory does not
grow with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from analytics.customers.risk.terms import RAW, design
from analytics.stats.arrays import FloatArray

if TYPE_CHECKING:
    import pyarrow as pa

IDS = "ids.txt"
PART = 65_536
PLACE, AREA = RAW.index("place"), RAW.index("area")


def write(batches: Iterable[pa.RecordBatch], folder: Path, last: int) -> None:
    """Rows in the order of RAW to a file for each place; the exhibitors of the last place, sorted,
    to a file beside it.
    """
    ids: list[str] = []
    with ExitStack() as open_:
        files = {
            place: open_.enter_context(_file(folder, place).open("wb"))
            for place in range(1, last + 1)
        }
        for batch in batches:
            columns = [batch.column(name).to_numpy(zero_copy_only=False) for name in RAW]
            rows = np.column_stack(columns).astype(np.float32)
            for place, file in files.items():
                file.write(rows[rows[:, PLACE] == place].tobytes())
            here = np.flatnonzero(rows[:, PLACE] == last)
            ids += batch.column("exhibitor_id").take(here).to_pylist()
    _sort_last(folder, last, ids)


def _sort_last(folder: Path, last: int, ids: list[str]) -> None:
    """By exhibitor, so that equal products come in the same order every time."""
    order = np.argsort(np.array(ids, dtype=np.str_), kind="stable")
    rows = np.fromfile(_file(folder, last), dtype=np.float32).reshape(-1, len(RAW))
    rows[order].tofile(_file(folder, last))
    with (folder / IDS).open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{ids[at].replace(chr(10), ' ')}\n" for at in order.tolist())


def _file(folder: Path, place: int) -> Path:
    return folder / f"periods-{place}.f32"


@dataclass(frozen=True)
class Periods:
    """The files of a folder: one a place (from 1), rows in the order of RAW."""

    folder: Path

    def between(self, first: int, last: int) -> Iterator[FloatArray]:
        """The rows of places `first` to `last`, in parts."""
        for place in range(first, last + 1):
            with _file(self.folder, place).open("rb") as file:
                while (part := np.fromfile(file, dtype=np.float32, count=PART * len(RAW))).size:
                    yield part.reshape(-1, len(RAW)).astype(np.float64)

    def count(self, first: int, last: int) -> tuple[int, int]:
        """Rows, and those who stayed away."""
        n, away = 0, 0
        for part in self.between(first, last):
            n, away = n + len(part), away + int(np.nansum(part[:, 1]))
        return n, away

    def usual_area(self, last: int) -> float:
        """Mean of the known areas (powers of two) up to a place."""
        total, n = 0.0, 0
        for part in self.between(1, last):
            known = part[~np.isnan(part[:, AREA]), AREA]
            total, n = total + float(known.sum()), n + known.size
        return total / max(1, n)

    def spread(
        self, last: int, columns: tuple[str, ...], steps: int, usual_area: float
    ) -> FloatArray:
        """Variance of each column of the design up to a place."""
        n, total, squares = 0, np.zeros(len(columns)), np.zeros(len(columns))
        for part in self.between(1, last):
            x = design(part, columns, steps, usual_area)
            n, total, squares = n + len(x), total + x.sum(axis=0), squares + (x * x).sum(axis=0)
        return np.asarray(squares / max(n, 1) - (total / max(n, 1)) ** 2)
