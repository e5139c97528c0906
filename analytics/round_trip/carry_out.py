"""What was agreed to of an edited file becomes one act of hand edits."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from analytics.intake.cells.text_keys import name_key
from analytics.round_trip.changes import FieldEdit
from analytics.round_trip.new_rows import NewRow
from analytics.store import Store, field_edits, hand_edits
from analytics.store.field_edits import NewExhibitor, ValueEdit


def carry_out(
    store: Store, fair: str, edits: Sequence[FieldEdit], entries: Sequence[NewRow], actor: str
) -> int:
    """Write edits and new rows whole, or nothing; the number of the act (0: there was nothing).
    Raises ChangedMeanwhile where the register moved on since they were shown.
    """
    values = [
        ValueEdit(
            edit.key,
            edit.field,
            edit.before,
            edit.after,
            name_key(edit.after) if edit.field == "name" and edit.after else "",
        )
        for edit in edits
    ]
    firms = [NewExhibitor(row.code, name_key(row.values["name"]), row.values) for row in entries]
    write = partial(field_edits.write_all, fair_id=fair, edits=values, entries=firms, actor=actor)
    return store.carry_out(lambda cursor: write(cursor))


def take_back(store: Store, act: int, actor: str) -> None:
    """The whole act, in one go. Raises UnknownChoice where it was taken back already."""
    store.carry_out(lambda cursor: hand_edits.undo(cursor, act, actor))
