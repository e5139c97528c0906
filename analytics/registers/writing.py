"""What people write into the register. Each act asks for the rights of whoever does it, and raises
NotAllowed without them: importers edit, admins grade and erase.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from analytics.errors import NotAllowed, UnknownChoice
from analytics.intake.cells.text_keys import name_key, one_line
from analytics.people import Person, Role
from analytics.registers import grades
from analytics.registers.fields import GRADES, LABELS, LONGEST_FIELD, LONGEST_TEXT
from analytics.registers.grades import GradeRule
from analytics.store import Store, hand_edits, hand_log, loaded_files
from analytics.store.hand_log import Log

LONG = ("subject", "next_step", "body", "reason")


def edit(
    store: Store,
    who: Person,
    fair: str,
    exhibitor: str,
    values: Mapping[str, str],
    at_start: Mapping[str, str],
) -> int:
    """Write fields of a card; the act's number, 0 where nothing was other than before. `at_start`
    is what they held when the card was opened. Raises ChangedMeanwhile.
    """
    _require(who, "importer")
    new = {field: _plain(value) for field, value in values.items()}
    if "name" in new and not new["name"]:
        raise UnknownChoice("name", "")
    # The card shows who is neither said to be one nor the other as an enterprise.
    start = {field: value or None for field, value in at_start.items() if field != "kind"}
    key = name_key(new["name"] or "") if "name" in new else ""
    act = partial(
        hand_edits.edit,
        fair_id=fair,
        exhibitor_id=exhibitor,
        values=new,
        at_start=start,
        actor=who.email,
        name_key=key,
    )
    return store.carry_out(act)


def enter(store: Store, who: Person, fair: str, code: str, values: Mapping[str, str]) -> str:
    """Enter a new exhibitor; its id. Raises AlreadyThere, and UnknownChoice without a name."""
    _require(who, "importer")
    new = {field: _plain(values.get(field, "")) for field in LABELS}
    act = partial(
        hand_edits.enter,
        fair_id=fair,
        code=_plain(code),
        name_key=name_key(new["name"] or ""),
        values=new,
        actor=who.email,
    )
    return store.carry_out(act)


def undo_edit(store: Store, who: Person, act: int, edit_id: int | None = None) -> None:
    """Take an act of edits back, or one field of it."""
    _require(who, "importer")
    store.carry_out(partial(hand_edits.undo, act_id=act, actor=who.email, edit_id=edit_id))


def reassign(store: Store, who: Person, fair: str, owner: str, to: str) -> tuple[int, int]:
    """Give all exhibitors of an owner to another: the act's number, and how many they were."""
    _require(who, "importer")
    act = partial(hand_edits.reassign, fair_id=fair, owner=owner, to=_plain(to), actor=who.email)
    return store.carry_out(act)


def log(
    store: Store, who: Person, kind: Log, fair: str, exhibitor: str, values: Mapping[str, Any]
) -> int:
    """Add a contact, a note or a grade (admins); its number."""
    _require(who, "admin" if kind == "grades" else "importer")
    if kind == "grades" and values.get("grade") not in (None, *GRADES):
        raise UnknownChoice("grade", str(values.get("grade")), tuple(GRADES))
    row = {
        name: _plain(value, is_long=name in LONG) if isinstance(value, str) else value
        for name, value in values.items()
    }
    if not any(row.values()) and kind != "grades" or (kind == "notes" and not row.get("body")):
        raise UnknownChoice("empty", "")
    act = partial(
        hand_log.write,
        log=kind,
        fair_id=fair,
        exhibitor_id=exhibitor,
        values=row,
        actor=who.email,
    )
    return store.carry_out(act)


def undo_log(store: Store, who: Person, kind: Log, number: int) -> None:
    """Take a contact, a note or a grade back."""
    _require(who, "admin" if kind == "grades" else "importer")
    store.carry_out(partial(hand_log.undo, log=kind, entry=number, actor=who.email))


def erase_person(store: Store, who: Person, fair: str, exhibitor: str, person: str | None) -> int:
    """Erase a person (None: everybody) from the contacts with an exhibitor, for good, and forget
    the kept files that say them; how many contacts named them. Backups keep what they hold.
    """
    _require(who, "admin")
    act = partial(
        hand_log.erase_person,
        fair_id=fair,
        exhibitor_id=exhibitor,
        person=person,
        actor=who.email,
    )
    entries, files = store.carry_out(act)
    for number in files:
        loaded_files.forget(store.folder, number)
    return entries


def set_rule(store: Store, who: Person, fair: str, rule: GradeRule) -> None:
    """Keep another rule of grades for everybody."""
    _require(who, "admin")
    grades.save_rule(store, fair, rule)


def _require(who: Person, role: Role) -> None:
    if not who.may(role):
        raise NotAllowed(role)


def _plain(text: str, *, is_long: bool = False) -> str | None:
    if is_long:
        return text.strip()[:LONGEST_TEXT] or None
    return one_line(text).strip()[:LONGEST_FIELD] or None
