"""The inbox of complaints: entered, assigned, closed, reopened, and seen on the other pages."""

from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from analytics import people
from analytics.complaints import events
from analytics.complaints.cases import history, read_case, read_cases
from analytics.complaints.events import NewComplaint
from analytics.store import Store
from tests import fairs
from tests.ui.conftest import Open, words_on
from tests.ui.people.test_gate import app, claims

DAY = date(2026, 5, 31)
UGLY = "![x](http://evil.example/x.png)"


@pytest.fixture
def inbox(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The fair of the screens, its firms with a stand at the second edition, one old complaint."""
    monkeypatch.setenv("EXPOLENS_TODAY", DAY.isoformat())
    rows = [{"edition_id": "f-2", "line": n, "exhibitor_key": f"n:firm{n}"} for n in range(12)]
    fairs.load(store, "participations", participation_rows=rows)
    complaint = NewComplaint(
        "f-2", date(2026, 5, 2), UGLY, text=UGLY * 400, owner="ann", due_on=date(2026, 5, 9)
    )
    events.enter(store, "f", complaint, "ann")
    return store


def case_of(store: Store) -> str:
    return read_cases(store, "f", DAY)[0].case_id


def metrics(at: AppTest) -> dict[str, str]:
    return {metric.label: metric.value for metric in at.metric[:4]}


def press(at: AppTest, key: str) -> AppTest:
    next(button for button in at.button if button.key == key).click()
    return at.run()


@pytest.mark.parametrize(
    ("lang", "counts", "left"),
    [
        ("en", {"Open": "1", "Overdue": "1", "Of nobody": "0", "Closed": "0"}, "overdue"),
        ("zh", {"未办结": "1", "逾期": "1", "无人负责": "0", "已办结": "0"}, "已逾期"),
    ],
)
def test_what_is_open_and_overdue_is_in_sight(
    inbox: Store, open_app: Open, lang: str, counts: dict[str, str], left: str
) -> None:
    at = open_app("complaints", lang=lang)
    assert not at.exception
    assert metrics(at) == counts
    assert at.dataframe[0].value["state"].tolist() == [left]


def test_a_complaint_is_entered_and_taken_back(inbox: Store, open_app: Open) -> None:
    at = open_app("complaints")
    at.text_input(key="complaint-topic").input("wifi")
    at = press(at, "complaint-enter")
    assert metrics(at)["Open"] == "2"
    assert "The complaint is entered." in words_on(at)
    at = press(at, "undo-last")
    assert metrics(at)["Open"] == "1"


def test_an_empty_one_is_refused_with_the_way_out(inbox: Store, open_app: Open) -> None:
    at = press(open_app("complaints"), "complaint-enter")
    assert "a topic or a text is needed" in words_on(at)
    assert len(read_cases(inbox, "f", DAY)) == 1


def test_one_is_assigned_closed_and_reopened_with_its_history(inbox: Store, open_app: Open) -> None:
    case_id = case_of(inbox)
    at = open_app("complaints")
    at.selectbox(key="complaint-picked").set_value(case_id).run()
    at.selectbox(key=f"assign-{case_id}").set_value("ann")
    at = press(at, "assign-now")
    at.radio(key=f"ending-{case_id}").set_value("satisfied")
    at = press(at, "close-now")
    assert not at.exception
    case = read_case(inbox, "f", case_id, DAY)
    assert (case.is_open, case.outcome, case.owner) == (False, "satisfied", "ann")
    assert metrics(at)["Closed"] == "1"
    events.reopen(inbox, "f", case_id, "bob")
    kinds = {step.kind for step in history(inbox, "f", case_id)}
    assert kinds == {"enter", "assign", "due", "close", "reopen"}


def test_the_exhibitors_page_enters_one_and_shows_it(inbox: Store, open_app: Open) -> None:
    at = open_app("customer", customer__exhibitor="n:firm3")
    assert not at.exception
    at.text_input(key="complaint-topic").input("noise")
    at = press(at, "complaint-enter")
    case = next(case for case in read_cases(inbox, "f", DAY) if case.topic == "noise")
    assert case.exhibitor_id == "n:firm3"
    assert "noise" in words_on(at) or any(
        "noise" in table.value.to_string() for table in at.dataframe
    )


def test_a_viewer_sees_counts_only(inbox: Store) -> None:
    people.admit(inbox, "a@fair.example", "viewer")
    at = app(claims(), "complaints")
    assert metrics(at)["Open"] == "1"
    assert "shown to importers and admins" in words_on(at)
    assert not any(button.key == "complaint-enter" for button in at.button)
    assert UGLY * 2 not in words_on(at)
    assert not any(box.key == "complaint-picked" for box in at.selectbox)


def test_without_a_complaint_the_first_can_be_entered(store: Store, open_app: Open) -> None:
    at = open_app("complaints")
    assert not at.exception
    at.text_input(key="complaint-topic").input("first")
    at = press(at, "complaint-enter")
    assert metrics(at)["Open"] == "1"
