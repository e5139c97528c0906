"""One exhibitor of the register: its fields, who spoke to whom, what it said, and what was done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from analytics.errors import UnknownChoice
from analytics.registers.fields import LABELS
from analytics.store import Reader
from analytics.study import statement

Row = dict[str, Any]


@dataclass(frozen=True)
class Card:
    """`values`: field -> what it holds ('' for nothing); `written`: field -> who wrote it by hand,
    and when.
    """

    exhibitor_id: str
    values: dict[str, str]
    written: dict[str, tuple[str, datetime]]

    @property
    def name(self) -> str:
        return self.values["name"]


def card_of(reader: Reader, fair: str, exhibitor: str) -> Card:
    """The card of the exhibitor that a key leads to. Raises UnknownChoice where there is none."""
    rows = reader.rows(_sql("card"), fair=fair, exhibitor=exhibitor)
    if not rows:
        raise UnknownChoice("exhibitor", exhibitor)
    exhibitor_id = rows[0]["exhibitor_id"]
    written = reader.rows(_sql("written"), fair=fair, exhibitor=exhibitor_id)
    return Card(
        exhibitor_id,
        {field: rows[0][field] or "" for field in LABELS},
        {row["field"]: (row["actor"], row["made_at"]) for row in written},
    )


def contacts_of(reader: Reader, fair: str, exhibitor: str) -> list[Row]:
    """One row a contact, the newest first: contacted_on, contacted_by, channel, person, role,
    phone, email, subject, next_step, next_on, contact_id (None: from a file), actor.
    """
    return reader.rows(_sql("contacts"), fair=fair, exhibitor=exhibitor)


def notes_of(reader: Reader, fair: str, exhibitor: str) -> list[Row]:
    """One row a note, the newest first: note_id, heard_on, topic, body, actor, made_at."""
    return reader.rows(_sql("notes"), fair=fair, exhibitor=exhibitor)


def history_of(reader: Reader, fair: str, exhibitor: str) -> list[Row]:
    """One row a thing done, the newest first: made_at, actor, what ('edit', 'entry', 'contact',
    'grade', 'note', 'erasure', 'file'), field, before, after, act, number, undone_at, undone_by.
    """
    return reader.rows(_sql("history"), fair=fair, exhibitor=exhibitor)


def _sql(name: str) -> str:
    return statement(__package__ or "", name)
