"""Many fields of many exhibitors written by hand as one act: statements of one transaction, which
the caller begins and ends. `hand_edits.undo` takes the whole act back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import duckdb

from analytics import clock
from analytics.errors import AlreadyThere, ChangedMeanwhile, FieldChange, UnknownChoice
from analytics.store import hand_edits
from analytics.store.reader import Reader


@dataclass(frozen=True)
class ValueEdit:
    """A field of an exhibitor: what it held when the edit was shown, and what it shall hold.
    `name_key`: the folded form of a new name.
    """

    exhibitor_id: str
    field: str
    before: str | None
    after: str | None
    name_key: str = ""


@dataclass(frozen=True)
class NewExhibitor:
    """Somebody entered; `values` hold the name and further fields."""

    code: str
    name_key: str
    values: Mapping[str, str]


def write_all(
    cursor: duckdb.DuckDBPyConnection,
    fair_id: str,
    edits: Sequence[ValueEdit],
    entries: Sequence[NewExhibitor],
    actor: str,
) -> int:
    """Write them whole, or nothing; the number of the act, 0 for nothing to write.

    Raises ChangedMeanwhile where a field no longer holds what it was shown to, AlreadyThere for a
    new name or code that the register has, UnknownChoice for a field or exhibitor there is not.
    """
    if not edits and not entries:
        return 0
    _refuse_moved(cursor, fair_id, edits)
    act = int(cursor.execute(hand_edits.NEXT_ACT).fetchall()[0][0])
    event: dict[str, object] = {
        "act": act,
        "fair": fair_id,
        "actor": actor,
        "at": clock.now(),
    }
    ids = [_enter(cursor, entry, event) for entry in entries]
    for edit in edits:
        row = {"exhibitor": edit.exhibitor_id, "field": edit.field, "old": edit.before}
        key = edit.name_key or None if edit.field == "name" else None
        cursor.execute(hand_edits.KEEP_EDIT, event | row | {"new": edit.after, "name_key": key})
    touched = {edit.exhibitor_id for edit in edits} | {*ids}
    fields = {edit.field for edit in edits} | ({"name"} if entries else set())
    hand_edits.refresh(cursor, fair_id, sorted(touched), fields)
    return act


def _refuse_moved(
    cursor: duckdb.DuckDBPyConnection, fair_id: str, edits: Sequence[ValueEdit]
) -> None:
    for edit in edits:
        if edit.field not in hand_edits.FIELDS:
            raise UnknownChoice("field", edit.field, hand_edits.FIELDS)
    rows = Reader(cursor).rows("select * from exhibitors where fair_id = $fair", fair=fair_id)
    stored = {row["exhibitor_id"]: row for row in rows}
    moved = []
    for edit in edits:
        if edit.exhibitor_id not in stored:
            raise UnknownChoice("exhibitor", edit.exhibitor_id)
        now = stored[edit.exhibitor_id][edit.field]
        if now != edit.before:
            moved.append(FieldChange(edit.field, edit.before, now, ""))
    if moved:
        raise ChangedMeanwhile(tuple(moved))


def _enter(cursor: duckdb.DuckDBPyConnection, entry: NewExhibitor, event: dict[str, object]) -> str:
    name = entry.values["name"]
    own, by_name = f"c:{entry.code}", f"n:{entry.name_key}"
    exhibitor = own if entry.code else by_name
    for key in (exhibitor, by_name):
        values = {"fair": event["fair"], "key": key}
        if known := cursor.execute(hand_edits.LEADS_TO, values).fetchall():
            raise AlreadyThere(str(known[0][0]), name)
    row = {"exhibitor": exhibitor, "code": entry.code or None, "name": name}
    cursor.execute(hand_edits.KEEP_ENTRY, event | row | {"name_key": entry.name_key})
    for field, value in entry.values.items():
        if field in hand_edits.FIELDS and field != "name":
            change = {"exhibitor": exhibitor, "field": field, "old": None, "new": value}
            cursor.execute(hand_edits.KEEP_EDIT, event | change | {"name_key": None})
    return exhibitor
