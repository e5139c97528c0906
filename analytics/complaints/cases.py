"""The complaints of a fair as they stand today, and the history of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from analytics.errors import UnknownChoice
from analytics.store import Store
from analytics.study import statement
from analytics.wording import Name

Kind = Literal["enter", "assign", "due", "answer", "close", "reopen"]
Outcome = Literal["satisfied", "unsatisfied"]
TEXTS = ("exhibitor", "topic", "channel", "owner", "text")


@dataclass(frozen=True, slots=True)
class Case:
    """One complaint. `age`: days since it was received, up to its closing or today; None where no
    day is known, or one that cannot be. `resolved_on` is None where it is open, and where only the
    list's status says that it is closed.
    """

    case_id: str
    edition: Name
    exhibitor_id: str | None
    exhibitor: str
    topic: str
    channel: str
    received_on: date | None
    resolved_on: date | None
    is_open: bool
    outcome: Outcome | None
    owner: str
    due_on: date | None
    reopened: int
    answers: int
    text: str
    today: date
    is_listed: bool

    @property
    def age(self) -> int | None:
        if self.received_on is None or (not self.is_open and self.resolved_on is None):
            return None
        days = ((self.resolved_on or self.today) - self.received_on).days
        return days if days >= 0 else None

    @property
    def is_overdue(self) -> bool:
        """Open after the day it was due."""
        return self.is_open and self.due_on is not None and self.due_on < self.today


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened; `event_id` is None where a list says so. `note` is what was written,
    of a list its file's name.
    """

    kind: Kind
    day: date | None
    owner: str
    due_on: date | None
    outcome: Outcome | None
    note: str
    actor: str
    made_at: datetime
    event_id: int | None


def read_cases(store: Store, fair: str, today: date, *, case_id: str | None = None) -> list[Case]:
    """The overdue first, then the open by their due day and age, then the closed."""
    with store.reader() as reader:
        rows = reader.rows(statement(__package__, "cases"), fair=fair, case=case_id, today=today)
    return [_case(row, today) for row in rows]


def read_case(store: Store, fair: str, case_id: str, today: date) -> Case:
    """Raises UnknownChoice where there is no such case (any more)."""
    cases = read_cases(store, fair, today, case_id=case_id)
    if not cases:
        raise UnknownChoice("complaint", case_id)
    return cases[0]


def history(store: Store, fair: str, case_id: str) -> list[Step]:
    """Everything that happened to a case, in order."""
    with store.reader() as reader:
        rows = reader.rows(statement(__package__, "history"), fair=fair, case=case_id)
    return [Step(**row | {"owner": row["owner"] or "", "note": row["note"] or ""}) for row in rows]


def _case(row: dict[str, Any], today: date) -> Case:
    name = Name(row.pop("name_zh") or "", row.pop("name_en") or "")
    for key in TEXTS:
        row[key] = row[key] or ""
    return Case(**row, edition=name, today=today)


def editions(store: Store, fair: str) -> dict[str, tuple[int, Name]]:
    """The editions a complaint can be of, the last that has begun first: id -> number, name."""
    with store.reader() as reader:
        rows = reader.rows(statement(__package__, "editions"), fair=fair)
    return {
        row["edition_id"]: (row["number"], Name(row["name_zh"] or "", row["name_en"] or ""))
        for row in rows
    }


def owners(store: Store, fair: str) -> dict[str, bool]:
    """Who may see to a complaint: people who may come in, and whoever was named before; whether
    they are still here (nobody knows it of a name that is no address of somebody listed).
    """
    with store.reader() as reader:
        rows = reader.rows(statement(__package__, "owners"), fair=fair)
    return {row["owner"]: row["is_here"] for row in rows}
