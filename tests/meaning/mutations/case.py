"""One generated file with what each of its lines means, and what became of it."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from analytics.store import Store
from tests.meaning.judge import BROKEN, NEEDLESS, RIGHT, SILENT, SOUND
from tests.meaning.stored_rows import StoredRows, column, is_same
from tests.meaning.take_in import TakenIn, copied, take_in

Truth = dict[int, dict[str, Any]]
NAMED, NOTED = "named", "noted without a fault"


@dataclass(frozen=True)
class Case:
    """A file of a law's kind of fault; '' for a clean twin.

    `truth` holds what stands on each line that is a record, by columns of `table`; a line that is
    not among them is no record. `outcomes` are those that are right besides 'stored'.
    """

    law: int
    fault: str
    name: str
    data: bytes
    table: str
    truth: Truth
    args: tuple[str, ...] = ("--edition", "8")
    outcomes: tuple[str, ...] = field(default=("asked",))
    must_not: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        return self.fault or "clean"


@dataclass(frozen=True)
class Outcome:
    """`word` is one of those of `judge`, or of those above."""

    case: Case
    word: str
    reasons: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        return self.word in (*SOUND, NAMED)


def outcome_of(case: Case, stem: Path, place: Path) -> Outcome:
    """What became of a case written down as `stem`; `place` is that of `stores`."""
    path = stem.with_name(f"{stem.name}{Path(case.name).suffix}")
    path.write_bytes(case.data)
    with tempfile.TemporaryDirectory(dir=place) as name:
        folder = copied(place / "empty", Path(name) / "data")
        result = take_in([path], (case.args,), folder)
        if result.outcome == "broken":
            return Outcome(case, BROKEN, tuple(result.bugs))
        if result.outcome != "stored":
            is_right = bool(case.fault) and result.outcome in case.outcomes
            return Outcome(case, result.outcome if is_right else NEEDLESS, tuple(result.reasons))
        with Store(folder) as store:
            return _stored(case, result, StoredRows(store))


def _stored(case: Case, result: TakenIn, rows: StoredRows) -> Outcome:
    wrong = dict(_wrong_lines(case, rows))
    lines = {row["Line"].split(".")[0] for row in result.findings}
    columns = {row["Column"] for row in result.findings if not row["Line"]}
    silent = [
        f"line {line}: {what}"
        for line, (what, name) in sorted(wrong.items())
        if str(line) not in lines and not any(name and name in column for column in columns)
    ]
    silent += [f"“{word}” was stored" for word in case.must_not if word in "\n".join(rows.texts())]
    if silent:
        return Outcome(case, SILENT, tuple(silent))
    if not case.fault and (wrong or lines - {""}):
        remarks = (f"{row['Line']} {row['Column']}: {row['Why']}" for row in result.findings)
        return Outcome(case, NOTED, tuple(remarks))
    return Outcome(case, NAMED if wrong else RIGHT)


def _wrong_lines(case: Case, rows: StoredRows) -> list[tuple[int, tuple[str, str]]]:
    """(line, (what differs, column)) of every line stored otherwise than it is meant."""
    stored = {row["line"]: row for row in rows.rows(case.table)}
    wrong: list[tuple[int, tuple[str, str]]] = []
    for line, values in case.truth.items():
        if line not in stored:
            wrong.append((line, ("is missing", "")))
            continue
        for name, value in values.items():
            cell = _cell(stored[line], name)
            if not is_same(cell, value):
                wrong.append((line, (f"{name} is {cell!r} instead of {value!r}", name)))
    return wrong + [(line, ("is no record", "")) for line in stored.keys() - case.truth.keys()]


def _cell(row: dict[str, Any], name: str) -> Any:
    try:
        return column(row, name)
    except KeyError:
        return None
