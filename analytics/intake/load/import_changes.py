"""What a correction would change: columns that mean something else, rows, ratings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.known_fair import know
from analytics.intake.mapping.standard_questionnaire import MEASURES
from analytics.store import Batch, ImportRecord, Store

HEAD = ("kind", "edition", "year", "sheet")
RATED = ("n", "mean", "low", "high")


@dataclass(frozen=True)
class ColumnChange:
    """A column as it was taken and as it would be."""

    before: ColumnUse
    after: ColumnUse


@dataclass(frozen=True)
class Rated:
    """What is stored of a question: answers, their mean in scale points, the ends of the scale
    (None where there are no answers, and for the scale of an importance).
    """

    n: int
    mean: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class RatingChange:
    """A question whose answers, mean or scale would be others. `form`: 'item', 'importance',
    'expectation' or 'measure'.
    """

    form: str
    name_zh: str
    name_en: str
    before: Rated
    after: Rated


@dataclass(frozen=True)
class Changes:
    """Of one import. `of_file` are settings of the whole file: (name, before, after). The counts of
    rows that differ are those of rows known in both by the same number, name or line.
    """

    rows_before: int
    rows_after: int
    columns: tuple[ColumnChange, ...] = ()
    ratings: tuple[RatingChange, ...] = ()
    of_file: tuple[tuple[str, str, str], ...] = ()
    rows_gone: int = 0
    rows_new: int = 0
    cells: int = 0

    @property
    def is_nothing(self) -> bool:
        counts = self.rows_gone or self.rows_new or self.cells
        return not (self.columns or self.ratings or self.of_file or counts)


def changes_of(store: Store, import_id: int, batch: Batch) -> Changes:
    """What putting a batch in the place of an import would change. Nothing is stored."""
    record = next(entry for entry in store.history() if entry.import_id == import_id)
    before, after = Mapping.loads(record.mapping), Mapping.loads(batch.mapping)
    compared = store.differences(import_id, batch)
    return Changes(
        record.rows_stored,
        batch.lines_stored,
        _columns(before, after),
        tuple(_ratings(compared.means, _names(store, record, batch))),
        tuple(_of_file(before, after)),
        _all_of_them(compared.only_first),
        _all_of_them(compared.only_second),
        _all_of_them(compared.differing),
    )


def _columns(before: Mapping, after: Mapping) -> tuple[ColumnChange, ...]:
    names = dict.fromkeys(use.column for use in (*before.columns, *after.columns))
    pairs = (ColumnChange(before.use(name), after.use(name)) for name in names)
    return tuple(pair for pair in pairs if pair.before != pair.after)


def _of_file(before: Mapping, after: Mapping) -> Iterable[tuple[str, str, str]]:
    for name in HEAD:
        pair = [str(getattr(mapping, name) or "") for mapping in (before, after)]
        if pair[0] != pair[1]:
            yield name, pair[0], pair[1]


def _ratings(
    means: list[dict[str, Any]], names: dict[str, tuple[str, str]]
) -> Iterable[RatingChange]:
    for row in means:
        first = Rated(*(row[f"first_{name}"] for name in RATED))
        second = Rated(*(row[f"second_{name}"] for name in RATED))
        if first != second:
            zh, en = names.get(row["field"], (row["field"], row["field"]))
            yield RatingChange(row["form"], zh, en, first, second)


def _names(store: Store, record: ImportRecord, batch: Batch) -> dict[str, tuple[str, str]]:
    """What the questions are called: those the fair has and those the batch brings."""
    with store.reader() as reader:
        known = know(reader, record.fair_id)
    new = batch.questionnaire["items"].to_pylist() if "items" in batch.questionnaire else []
    names = {measure.key: (measure.name_zh, measure.name_en) for measure in MEASURES}
    names |= {item.item_id: (item.name_zh, item.name_en) for item in known.items}
    return names | {item["item_id"]: (item["name_zh"], item["name_en"]) for item in new}


def _all_of_them(rows: list[dict[str, Any]]) -> int:
    return int(rows[0]["all_of_them"]) if rows else 0
