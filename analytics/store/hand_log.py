"""Contacts, grades and notes that people write beside the register: statements of one transaction,
which the caller begins and ends. Every row is an event with who, when and its undo.
"""

from __future__ import annotations

from typing import Any, Literal

import duckdb

from analytics import clock
from analytics.errors import UnknownChoice

Log = Literal["contacts", "grades", "notes"]
TABLES: dict[Log, tuple[str, str, tuple[str, ...]]] = {
    "contacts": (
        "hand_contacts",
        "contact_id",
        (
            "contacted_on",
            "contacted_by",
            "channel",
            "person",
            "role",
            "phone",
            "email",
            "subject",
            "next_step",
            "next_on",
        ),
    ),
    "grades": ("hand_grades", "grade_id", ("grade", "reason")),
    "notes": ("hand_notes", "note_id", ("heard_on", "topic", "body")),
}
"""Log -> its table, the number of a row, what a row says."""
KNOWN = "select 1 from exhibitor_keys where fair_id = $fair and exhibitor_key = $exhibitor"
PERSONAL = "person = null, role = null, phone = null, email = null"
OF_PERSON = """
where fair_id = $fair and coalesce(person = $person, true)
    and coalesce(person, role, phone, email) is not null
    and exhibitor_key in (
        select k.exhibitor_key from exhibitor_keys as k
        where k.fair_id = $fair and k.exhibitor_id = $exhibitor
    )
"""
FILES_WITH = f"select distinct import_id from contact_rows {OF_PERSON}"
ERASE = (
    f"update hand_contacts set {PERSONAL} {OF_PERSON} returning 1",
    f"update contact_rows set {PERSONAL} {OF_PERSON} returning 1",
)
KEEP_ERASURE = """
insert into erasures
select coalesce(max(erasure_id), 0) + 1, $fair, $exhibitor, $entries, $actor, $at from erasures
"""


def write(
    cursor: duckdb.DuckDBPyConnection,
    log: Log,
    fair_id: str,
    exhibitor_id: str,
    values: dict[str, Any],
    actor: str,
) -> int:
    """Add a row to a log; its number. Raises UnknownChoice for an exhibitor there is not, and for
    what the log does not hold.
    """
    table, number, columns = TABLES[log]
    for name in values:
        if name not in columns:
            raise UnknownChoice("field", name, columns)
    if not cursor.execute(KNOWN, {"fair": fair_id, "exhibitor": exhibitor_id}).fetchall():
        raise UnknownChoice("exhibitor", exhibitor_id)
    names = (*values, "fair_id", "exhibitor_key", "actor", "made_at")
    row = {**values, "fair_id": fair_id, "exhibitor_key": exhibitor_id}
    row |= {"actor": actor, "made_at": clock.now()}
    sql = (
        f"insert into {table} ({number}, {', '.join(names)})"
        f" select coalesce(max({number}), 0) + 1, {', '.join(f'${name}' for name in names)}"
        f" from {table} returning {number}"
    )
    return int(cursor.execute(sql, row).fetchall()[0][0])


def undo(cursor: duckdb.DuckDBPyConnection, log: Log, entry: int, actor: str) -> None:
    """Take a row of a log back. Raises UnknownChoice where it is not there or already undone."""
    table, number, _ = TABLES[log]
    undone = cursor.execute(
        f"update {table} set undone_at = $at, undone_by = $actor"
        f" where {number} = $entry and undone_at is null returning 1",
        {"at": clock.now(), "actor": actor, "entry": entry},
    ).fetchall()
    if not undone:
        raise UnknownChoice("entry", str(entry))


def erase_person(
    cursor: duckdb.DuckDBPyConnection,
    fair_id: str,
    exhibitor_id: str,
    person: str | None,
    actor: str,
) -> tuple[int, list[int]]:
    """Erase name, role, phone and e-mail of a person (None: of everybody) at an exhibitor from
    every contact, undone ones and those of files too. For good. How many entries, and the imports
    whose files said it.
    """
    whose = {"fair": fair_id, "exhibitor": exhibitor_id, "person": person}
    files = [int(number) for (number,) in cursor.execute(FILES_WITH, whose).fetchall()]
    entries = sum(len(cursor.execute(sql, whose).fetchall()) for sql in ERASE)
    if not entries:
        raise UnknownChoice("person", person or "")
    erasure = {"fair": fair_id, "exhibitor": exhibitor_id, "entries": entries, "actor": actor}
    cursor.execute(KEEP_ERASURE, erasure | {"at": clock.now()})
    return entries, files
