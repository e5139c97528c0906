"""What an edited file would change, row by row and field by field, before anything does.

A cell counts as changed where it differs from what the check says it held when it was taken. Where
the register moved on since then, too, both values are shown and somebody decides; a cell nobody
touched never brings an old value back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from analytics.round_trip.cell_value import NoValue, cell_value
from analytics.round_trip.check_cell import Check, held, is_of_row, read_check, written
from analytics.round_trip.new_rows import NewRow, Told, new_row, with_likenesses
from analytics.round_trip.read_back import CHECK_FIELD, KEY_FIELD, FileRow, ReadBack
from analytics.round_trip.stored_register import StoredRegister
from analytics.round_trip.tables import TripField, TripTable
from analytics.round_trip.taken_table import Row
from analytics.store import Reader

State = Literal["changed", "emptied", "newer", "unsure"]
SAFE = frozenset(("changed", "emptied"))


@dataclass(frozen=True)
class FieldEdit:
    """One cell that would change. `newer`: the register moved on since the file was taken (by whom
    and when, where that was by hand); `unsure`: the file does not say what it held.
    """

    key: str
    name: str
    line: int
    field: str
    before: str | None
    after: str | None
    state: State
    actor: str = ""
    changed_at: datetime | None = None


@dataclass(frozen=True)
class Changes:
    """`stale` counts untouched cells whose value in the register is newer; `taken_on` is the day
    most rows were taken out; `rows` are those of the file.
    """

    table: TripTable
    edits: tuple[FieldEdit, ...]
    entries: tuple[NewRow, ...]
    remarks: tuple[Told, ...]
    rows: int
    stale: int
    taken_on: date | None

    @property
    def safe_edits(self) -> tuple[FieldEdit, ...]:
        """Those that need no further question."""
        return tuple(edit for edit in self.edits if edit.state in SAFE)

    @property
    def safe_entries(self) -> tuple[NewRow, ...]:
        """New rows that look like nobody of the register."""
        return tuple(entry for entry in self.entries if not entry.like)


@dataclass
class _Gathered:
    edits: list[FieldEdit] = field(default_factory=list)
    entries: list[NewRow] = field(default_factory=list)
    remarks: list[Told] = field(default_factory=list)
    days: Counter[date] = field(default_factory=Counter)
    stale: int = 0


@dataclass(frozen=True)
class _KnownRow:
    """A row of the file beside the row of the register that its key leads to."""

    line: int
    key: str
    stored: Row
    check: Check | None
    fair: str

    def held(self, place: int, text: str) -> bool | None:
        """Did a field hold this when the file was taken; None where nobody can say."""
        return held(self.check, self.fair, self.key, place, text) if self.check else None


def changes(reader: Reader, fair: str, back: ReadBack) -> Changes:
    """Compare a file with the register as it stands now. Nothing is stored."""
    register = StoredRegister(reader, fair, back.table)
    gathered = _Gathered(remarks=_of_columns(back))
    lines_of = Counter(row.cells[KEY_FIELD].strip() for row in back.rows)
    for row in back.rows:
        key = row.cells[KEY_FIELD].strip()
        if not key:
            entry = new_row(row, register)
            gathered.remarks += [each for each in entry if isinstance(each, Told)]
            gathered.entries += [each for each in entry if isinstance(each, NewRow)]
        elif lines_of[key] > 1:
            gathered.remarks.append(Told("key_twice", row.line, value=key))
        else:
            _known_row(row, key, register, gathered)
    absent = register.rows.keys() - {register.leads_to.get(key, key) for key in lines_of}
    if absent:
        gathered.remarks.append(Told("rows_absent", count=len(absent)))
    return Changes(
        back.table,
        tuple(gathered.edits),
        with_likenesses(reader, fair, gathered.entries),
        tuple(gathered.remarks),
        len(back.rows),
        gathered.stale,
        gathered.days.most_common(1)[0][0] if gathered.days else None,
    )


def _of_columns(back: ReadBack) -> list[Told]:
    """What is said of the file's columns, and of lines that the reader took for no rows."""
    remarks = [Told("column_unknown", column=name, count=count) for name, count in back.unknown]
    remarks += [Told("column_absent", column=key) for key in back.missing if key not in back.twice]
    remarks += [Told("column_twice", column=key) for key in back.twice]
    if CHECK_FIELD not in back.columns:
        remarks.append(Told("no_check"))
    for remark in back.lines_left_out:
        text = remark.details.get("row") or remark.value or ""
        remarks.append(Told("line_left_out", remark.line, value=text))
    return remarks


def _known_row(row: FileRow, key: str, register: StoredRegister, gathered: _Gathered) -> None:
    stored = register.row(key)
    if stored is None:
        gathered.remarks.append(Told("key_unknown", row.line, value=key))
        return
    check = read_check(row.cells.get(CHECK_FIELD))
    if check and not is_of_row(check, register.fair, key):
        gathered.remarks.append(Told("check_of_another_row", row.line, value=key))
        return
    if check:
        gathered.days[check.day] += 1
    known = _KnownRow(row.line, key, stored, check, register.fair)
    code = row.cells.get("code")
    if code is not None and written(code) != written(stored.get("code")):
        gathered.remarks.append(Told("cell_closed", row.line, "code", code))
    for place, each in enumerate(register.table.open_fields):
        if each.key in row.cells:
            _cell(known, place, each, row.cells[each.key], register, gathered)


def _cell(
    row: _KnownRow,
    place: int,
    field: TripField,
    text: str,
    register: StoredRegister,
    gathered: _Gathered,
) -> None:
    now = row.stored[field.key]
    value = cell_value(field, text, now)
    if isinstance(value, NoValue):
        if not row.held(place, written(text)):
            gathered.remarks.append(Told(value.reason, row.line, field.key, text))
    elif value == written(now):
        return
    elif row.held(place, value):
        gathered.stale += 1
    elif not value and field.is_needed:
        gathered.remarks.append(Told("needed_emptied", row.line, field.key, now or ""))
    else:
        actor, at = register.writer(row.stored, field.key)
        name = row.stored.get("name") or row.key
        state = _state(value, row.held(place, written(now)))
        edit = FieldEdit(
            str(row.stored["key"]), name, row.line, field.key, now, value or None, state, actor, at
        )
        gathered.edits.append(edit)


def _state(value: str, is_now_as_taken: bool | None) -> State:
    if is_now_as_taken is None:
        return "unsure"
    if not is_now_as_taken:
        return "newer"
    return "changed" if value else "emptied"


def fields_of(edits: Sequence[FieldEdit]) -> list[str]:
    """The fields that edits touch, each once."""
    return list(dict.fromkeys(edit.field for edit in edits))
