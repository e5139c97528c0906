"""Complaints entered here and complaints from lists are cases with a history."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from analytics.complaints import events
from analytics.complaints.cases import Case, history, read_case, read_cases
from analytics.complaints.events import NewComplaint
from analytics.errors import NotPossible, UnknownChoice
from analytics.store import Store
from tests import fairs

ANN, BOB = "ann@x.example", "bob@x.example"
LISTED: dict[str, Any] = {
    "edition_id": "f-1",
    "line": 2,
    "exhibitor_key": "n:firm0",
    "exhibitor_name": "Firm 0",
    "topic": "noise",
    "received_on": date(2026, 5, 1),
}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("EXPOLENS_TODAY", "2026-05-31")
    with Store(tmp_path) as opened:
        fairs.load(opened, "editions", edition_rows=fairs.editions([1]))
        fairs.load(
            opened,
            "exhibitors",
            exhibitor_rows=[
                {"fair_id": "f", "line": n, "name": f"Firm {n}", "name_key": f"firm{n}"}
                for n in range(2)
            ],
        )
        yield opened


def may(day: int) -> date:
    return date(2026, 5, day)


def listed(store: Store, *rows: dict[str, Any]) -> None:
    lines = [LISTED | {"line": 2 + at} | row for at, row in enumerate(rows)]
    fairs.load(store, "complaints", complaint_rows=lines)


def cases(store: Store) -> list[Case]:
    return read_cases(store, "f", may(31))


def entered(store: Store, **values: Any) -> str:
    complaint = NewComplaint("f-1", may(2), **{"topic": "wifi"} | values)
    return events.enter(store, "f", complaint, ANN)


def test_a_complaint_is_entered_assigned_answered_closed_and_reopened(store: Store) -> None:
    case_id = entered(store, exhibitor_id="n:firm1", owner=BOB, due_on=may(9))
    open_case = read_case(store, "f", case_id, may(31))
    assert (open_case.exhibitor, open_case.owner, open_case.age) == ("Firm 1", BOB, 29)
    assert open_case.is_overdue
    events.answer(store, "f", case_id, "We are on it.", BOB, may(3))
    events.close(store, "f", case_id, "satisfied", BOB, day=may(4))
    closed = read_case(store, "f", case_id, may(31))
    assert (closed.is_open, closed.outcome, closed.age, closed.is_overdue) == (
        False,
        "satisfied",
        2,
        False,
    )
    events.reopen(store, "f", case_id, ANN, day=may(20), text="Again")
    again = read_case(store, "f", case_id, may(31))
    assert (again.is_open, again.outcome, again.reopened, again.age) == (True, None, 1, 29)
    kinds = [step.kind for step in history(store, "f", case_id)]
    assert kinds == ["enter", "answer", "close", "reopen", "assign", "due"]


def test_every_act_can_be_undone_and_stays_on_file(store: Store) -> None:
    case_id = entered(store)
    events.close(store, "f", case_id, "unsatisfied", ANN, day=may(4))
    step = history(store, "f", case_id)[-1]
    assert (step.kind, step.actor, step.event_id is not None) == ("close", ANN, True)
    events.undo(store, "f", step.event_id or 0, BOB)
    assert read_case(store, "f", case_id, may(31)).is_open
    with pytest.raises(UnknownChoice):
        events.undo(store, "f", step.event_id or 0, BOB)
    with store.reader() as reader:
        assert reader.value("select undone_by from complaint_events where kind = 'close'") == BOB
    first = history(store, "f", case_id)[0]
    events.undo(store, "f", first.event_id or 0, BOB)
    assert cases(store) == []


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (lambda s, c: events.close(s, "f", c, None, ANN, day=may(1)), "day_too_early"),
        (lambda s, c: events.close(s, "f", c, None, ANN, day=date(2026, 6, 1)), "day_to_come"),
        (lambda s, c: events.reopen(s, "f", c, ANN), "already_open"),
        (lambda s, c: events.answer(s, "f", c, "  ", ANN), "answer_empty"),
        (lambda s, c: events.set_due(s, "f", c, may(1), ANN), "day_too_early"),
        (lambda s, c: entered(s, topic=" "), "complaint_empty"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(store: Store, act, reason: str) -> None:
    case_id = entered(store)
    version = store.version
    with pytest.raises(NotPossible) as caught:
        act(store, case_id)
    assert caught.value.reason == reason
    assert store.version == version


def test_a_closed_case_is_not_closed_twice_nor_reopened_before_its_closing(store: Store) -> None:
    case_id = entered(store)
    events.close(store, "f", case_id, "satisfied", ANN, day=may(10))
    with pytest.raises(NotPossible, match="already_closed"):
        events.close(store, "f", case_id, "unsatisfied", BOB)
    with pytest.raises(NotPossible, match="day_too_early"):
        events.reopen(store, "f", case_id, BOB, day=may(9))


def test_an_unknown_edition_or_case_is_refused(store: Store) -> None:
    with pytest.raises(UnknownChoice):
        events.enter(store, "f", NewComplaint("f-9", may(2), topic="x"), ANN)
    with pytest.raises(UnknownChoice):
        events.assign(store, "f", "none", BOB, ANN)


def test_the_same_complaint_on_a_later_list_is_the_same_case(store: Store) -> None:
    listed(store, {}, {"exhibitor_key": "n:firm1", "resolved_on": may(3)})
    listed(store, {"resolved_on": may(8), "outcome": "satisfied"})
    by_name = {case.exhibitor: case for case in cases(store)}
    assert len(cases(store)) == 2
    assert (by_name["Firm 0"].resolved_on, by_name["Firm 0"].outcome) == (may(8), "satisfied")
    assert by_name["Firm 1"].resolved_on == may(3)


def test_two_alike_on_one_list_are_two_and_a_number_tells_cases_apart(store: Store) -> None:
    listed(store, {}, {"channel": "phone"})
    listed(store, {"complaint_no": "T1", "description": "a"})
    listed(store, {"complaint_no": "T1", "description": "a, and more"})
    assert len(cases(store)) == 3
    assert [case.text for case in cases(store) if case.text] == ["a, and more"]


def test_complaints_that_say_too_little_are_told_apart_by_their_list(store: Store) -> None:
    bare = {"exhibitor_key": None, "exhibitor_name": None, "received_on": None}
    listed(store, bare, bare)
    listed(store, bare)
    assert len(cases(store)) == 3


def test_what_was_done_here_outlives_a_later_list_and_its_undoing(store: Store) -> None:
    listed(store, {"owner": "Carl"})
    case_id = cases(store)[0].case_id
    events.close(store, "f", case_id, "satisfied", ANN, day=may(7))
    listed(store, {"status": "处理中", "state": "open"})
    case = cases(store)[0]
    assert (case.is_open, case.resolved_on, case.owner) == (False, may(7), "")
    for number in (4, 3):
        store.undo(number, ANN)
    assert cases(store) == []
    listed(store, {})
    assert cases(store)[0].resolved_on == may(7)


def test_a_list_that_reopens_later_than_it_was_closed_here_reopens(store: Store) -> None:
    listed(store, {})
    case_id = cases(store)[0].case_id
    events.close(store, "f", case_id, "satisfied", ANN, day=may(7))
    listed(store, {"resolved_on": may(7), "reopened_on": may(12)})
    assert cases(store)[0].is_open
    events.close(store, "f", case_id, "satisfied", ANN, day=may(14))
    assert cases(store)[0].resolved_on == may(14)


@pytest.mark.parametrize(
    ("row", "is_open", "closed_on"),
    [
        ({"resolved_on": may(3)}, False, may(3)),
        ({"state": "closed"}, False, None),
        ({"state": "reopened", "resolved_on": may(3)}, True, None),
        ({"state": "open", "resolved_on": may(3)}, True, None),
        ({"resolved_on": may(3), "reopened_on": may(5)}, True, None),
        ({"resolved_on": may(8), "reopened_on": may(5)}, False, may(8)),
        ({"resolved_on": may(5), "reopened_on": may(5)}, False, may(5)),
        ({"was_reopened": True, "resolved_on": may(8)}, False, may(8)),
        ({}, True, None),
    ],
)
def test_how_a_listed_complaint_stands(
    store: Store, row: dict[str, Any], is_open: bool, closed_on: date | None
) -> None:
    listed(store, row)
    case = cases(store)[0]
    assert (case.is_open, case.resolved_on) == (is_open, closed_on)
    is_again = bool(row.get("reopened_on") or row.get("was_reopened"))
    assert bool(case.reopened) == (is_again or row.get("state") == "reopened")


def test_impossible_days_have_no_age_and_are_still_there(store: Store) -> None:
    listed(store, {"resolved_on": date(2026, 4, 1)}, {"topic": "x", "received_on": None})
    assert {case.age for case in cases(store)} == {None}


def test_long_texts_and_other_scripts_are_kept_whole(store: Store) -> None:
    text = "空调太热 Жарко حار " * 600
    case_id = entered(store, text=text, exhibitor="Фирма")
    case = read_case(store, "f", case_id, may(31))
    assert case.text == text.strip()
    assert (case.exhibitor, case.exhibitor_id) == ("Фирма", None)


def test_the_overdue_come_first_then_the_soonest_due_then_the_closed(store: Store) -> None:
    texts = {"later": date(2026, 7, 1), "late": may(9), "soon": date(2026, 6, 2), "none": None}
    for text, due in texts.items():
        entered(store, text=text, due_on=due)
    events.close(store, "f", entered(store, text="closed"), None, ANN)
    assert [case.text for case in cases(store)] == ["late", "soon", "later", "none", "closed"]
