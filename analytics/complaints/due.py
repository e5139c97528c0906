"""What is to be done about complaints, and by when: for a calendar and for a scheduler."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from analytics.complaints.cases import Case, read_cases

if TYPE_CHECKING:
    from analytics.store import Store
    from analytics.wording import Say

LONGEST_TITLE = 80


def due_cases(
    store: Store, fair: str, today: date, within_days: int | None = None, owner: str = ""
) -> list[Case]:
    """Open complaints with a day they are due, the overdue first; of the next `within_days` days,
    and of one owner, where these are named.
    """
    last = None if within_days is None else today + timedelta(days=within_days)
    return [
        case
        for case in read_cases(store, fair, today)
        if case.is_open
        and case.due_on is not None
        and (last is None or case.due_on <= last)
        and (not owner or case.owner.casefold() == owner.casefold())
    ]


def as_record(case: Case, say: Say) -> dict[str, Any]:
    """A complaint for another program; days as 2026-05-31."""
    record = asdict(case) | {"edition": case.edition.worded(say)}
    days = {key: value.isoformat() for key, value in record.items() if isinstance(value, date)}
    return record | days | {"age": case.age, "is_overdue": case.is_overdue}


def title(case: Case, say: Say) -> str:
    """A complaint in a line: what about, whose."""
    about = case.topic or case.text or say("Complaint")
    short = about if len(about) <= LONGEST_TITLE else about[: LONGEST_TITLE - 1] + "…"
    if not case.exhibitor:
        return say("Complaint: {topic}", topic=short)
    return say("Complaint: {topic} ({exhibitor})", topic=short, exhibitor=case.exhibitor)


def calendar_file(cases: Iterable[Case], made_at: datetime, say: Say) -> bytes:
    """An .ics file with one all-day event a complaint, on the day it is due, and an alarm at nine.
    An event keeps its id: loading the file again moves it instead of doubling it. Source: RFC 5545.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//ExpoLens//complaints//")
    calendar.add("version", "2.0")
    for case in cases:
        if case.due_on is not None:
            calendar.add_component(_event(case, case.due_on, made_at, say))
    return bytes(calendar.to_ical())


def _event(case: Case, due_on: date, made_at: datetime, say: Say) -> Any:
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", f"{case.case_id}@expolens")
    event.add("dtstamp", made_at.astimezone())
    event.add("dtstart", due_on)
    event.add("dtend", due_on + timedelta(days=1))
    event.add("summary", title(case, say))
    owner = case.owner or say("nobody")
    parts = [say("Handled by: {owner}", owner=owner), case.edition.worded(say), case.text]
    event.add("description", "\n".join(part for part in parts if part))
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(hours=9))
    alarm.add("description", title(case, say))
    event.add_component(alarm)
    return event
