"""What a person does about a complaint: each an event with who and when, each can be undone.

Who may do so is decided where the act happens; here a fact that cannot be is refused: a day to
come, a closing before the complaint was received, closing what is closed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from analytics import clock
from analytics.complaints.cases import Case, Outcome, read_case
from analytics.errors import NotPossible, UnknownChoice
from analytics.store import Store
from analytics.study import statement

LONGEST_TEXT = 32_767
MEND = """
update complaint_events set undone_at = $at, undone_by = $actor
where event_id = $event and fair_id = $fair and undone_at is null
"""
IS_DONE = """
select count(*) from complaint_events
where event_id = $event and fair_id = $fair and undone_at is null
"""
EDITION = "select edition_id from editions where fair_id = $fair and edition_id = $edition"
NOTHING: dict[str, Any] = dict.fromkeys(
    (
        "owner",
        "due_on",
        "outcome",
        "note",
        "edition_id",
        "exhibitor_key",
        "exhibitor_name",
        "topic",
        "channel",
    )
)


@dataclass(frozen=True, slots=True)
class NewComplaint:
    """What is entered: at least a topic or a text. `exhibitor_id` where it is one on the register,
    else the name as it was said.
    """

    edition_id: str
    received_on: date
    topic: str = ""
    text: str = ""
    channel: str = ""
    exhibitor_id: str | None = None
    exhibitor: str = ""
    owner: str = ""
    due_on: date | None = None


def enter(store: Store, fair: str, complaint: NewComplaint, actor: str) -> str:
    """The id of the new case. Raises UnknownChoice for an edition that is not there, NotPossible
    without topic and text, or on a day to come.
    """
    if not (complaint.topic.strip() or complaint.text.strip()):
        raise NotPossible("complaint_empty")
    with store.reader() as reader:
        if reader.value(EDITION, fair=fair, edition=complaint.edition_id) is None:
            raise UnknownChoice("edition", complaint.edition_id)
    _check_day(complaint.received_on)
    case_id = f"h{uuid4().hex[:16]}"
    _add(
        store,
        fair,
        case_id,
        "enter",
        complaint.received_on,
        actor,
        note=_text(complaint.text),
        edition_id=complaint.edition_id,
        exhibitor_key=complaint.exhibitor_id or None,
        exhibitor_name=_text(complaint.exhibitor),
        topic=_text(complaint.topic),
        channel=_text(complaint.channel),
    )
    if complaint.owner.strip():
        assign(store, fair, case_id, complaint.owner, actor)
    if complaint.due_on:
        set_due(store, fair, case_id, complaint.due_on, actor)
    return case_id


def assign(store: Store, fair: str, case_id: str, owner: str, actor: str) -> None:
    """Say who sees to it; nobody where the name is empty."""
    _case(store, fair, case_id)
    _add(store, fair, case_id, "assign", clock.today(), actor, owner=owner.strip())


def set_due(store: Store, fair: str, case_id: str, day: date, actor: str) -> None:
    """Say by when it is to be closed. Raises NotPossible for a day before it was received."""
    case = _case(store, fair, case_id)
    _check_order(case, day)
    _add(store, fair, case_id, "due", clock.today(), actor, due_on=day)


def answer(
    store: Store, fair: str, case_id: str, text: str, actor: str, day: date | None = None
) -> None:
    """Keep what was answered. Raises NotPossible without a text."""
    case = _case(store, fair, case_id)
    if not text.strip():
        raise NotPossible("answer_empty")
    _add(store, fair, case_id, "answer", _day_of(case, day), actor, note=_text(text))


def close(
    store: Store,
    fair: str,
    case_id: str,
    outcome: Outcome | None,
    actor: str,
    *,
    day: date | None = None,
    text: str = "",
) -> None:
    """Close a case, satisfied or not (None: not known). Raises NotPossible where it is closed,
    on a day before it was received or reopened, or on one to come.
    """
    case = _case(store, fair, case_id)
    if not case.is_open:
        raise NotPossible("already_closed")
    closed_on = _day_of(case, day)
    _check_after_last_turn(store, fair, case_id, closed_on)
    _add(store, fair, case_id, "close", closed_on, actor, outcome=outcome, note=_text(text))


def reopen(
    store: Store, fair: str, case_id: str, actor: str, *, day: date | None = None, text: str = ""
) -> None:
    """Open a closed case again. Raises NotPossible where it is open, or before its
    closing.
    """
    case = _case(store, fair, case_id)
    if case.is_open:
        raise NotPossible("already_open")
    opened_on = _day_of(case, day)
    _check_after_last_turn(store, fair, case_id, opened_on)
    _add(store, fair, case_id, "reopen", opened_on, actor, note=_text(text))


def undo(store: Store, fair: str, event_id: int, actor: str) -> None:
    """Take an event back; of the one that entered a case, the case goes. Raises UnknownChoice where
    there is none, or it is undone.
    """
    with store.reader() as reader:
        if not reader.value(IS_DONE, event=event_id, fair=fair):
            raise UnknownChoice("event", str(event_id))
    store.write(MEND, event=event_id, fair=fair, actor=actor, at=clock.now())


def _case(store: Store, fair: str, case_id: str) -> Case:
    return read_case(store, fair, case_id, clock.today())


def _day_of(case: Case, day: date | None) -> date:
    chosen = day or clock.today()
    _check_day(chosen)
    _check_order(case, chosen)
    return chosen


def _check_day(day: date) -> None:
    if day > clock.today():
        raise NotPossible("day_to_come", clock.today())


def _check_order(case: Case, day: date) -> None:
    if case.received_on and day < case.received_on:
        raise NotPossible("day_too_early", case.received_on)


def _check_after_last_turn(store: Store, fair: str, case_id: str, day: date) -> None:
    """Nothing closes before it was opened again, and nothing is opened again before it was closed:
    the order of days is the order of a case.
    """
    with store.reader() as reader:
        last = reader.value(statement(__package__, "last_turn"), fair=fair, case=case_id)
    if last is not None and day < last:
        raise NotPossible("day_too_early", last)


def _add(
    store: Store, fair: str, case_id: str, kind: str, day: date, actor: str, **values: Any
) -> None:
    store.write(
        statement(__package__, "add_event"),
        **NOTHING | values,
        fair=fair,
        case=case_id,
        kind=kind,
        day=day,
        actor=actor,
        at=clock.now(),
    )


def _text(text: str) -> str | None:
    return text.strip()[:LONGEST_TEXT] or None
