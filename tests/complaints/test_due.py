"""What is due comes out as a calendar file, and as JSON for a scheduler."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from analytics.__main__ import main
from analytics.complaints import events
from analytics.complaints.due import calendar_file, due_cases, title
from analytics.complaints.events import NewComplaint
from analytics.store import Store
from analytics.wording import Say
from tests import fairs

EN, TODAY = Say("en"), date(2026, 5, 31)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three open complaints, of which two have a day; one that had a day and is closed."""
    monkeypatch.setenv("EXPOLENS_TODAY", TODAY.isoformat())
    monkeypatch.setenv("EXPOLENS_DATA", str(tmp_path))
    with Store(tmp_path) as store:
        fairs.load(store, "editions", edition_rows=fairs.editions([1]))
        received = date(2026, 5, 1)
        for topic, owner, due in (
            ("空调；太热, Жара\n", "Ann", date(2026, 6, 10)),
            ("late", "Bob", date(2026, 5, 20)),
            ("no day", "Ann", None),
            ("closed", "Ann", date(2026, 5, 20)),
        ):
            complaint = NewComplaint("f-1", received, topic=topic, owner=owner, due_on=due)
            case_id = events.enter(store, "f", complaint, "ann@x.example")
        events.close(store, "f", case_id, "satisfied", "ann@x.example")
    return tmp_path


def test_the_overdue_come_first_and_the_closed_not_at_all(folder: Path) -> None:
    with Store(folder) as store:
        assert [case.topic[:4] for case in due_cases(store, "f", TODAY)] == ["late", "空调；太"]
        assert [case.topic for case in due_cases(store, "f", TODAY, within_days=7)] == ["late"]
        assert len(due_cases(store, "f", TODAY, owner="ann")) == 1


def test_a_calendar_reads_the_file_back_in_any_script(folder: Path) -> None:
    with Store(folder) as store:
        cases = due_cases(store, "f", TODAY)
    data = calendar_file(cases, datetime(2026, 5, 31, 9), EN)
    shown = list(Calendar.from_ical(data).walk("VEVENT"))
    assert [event["dtstart"].dt for event in shown] == [case.due_on for case in cases]
    assert str(shown[1]["summary"]) == title(cases[1], EN)
    assert shown[0]["uid"] == f"{cases[0].case_id}@expolens"
    assert data == calendar_file(cases, datetime(2026, 5, 31, 9), EN)


def test_the_command_line_tells_a_scheduler(folder: Path, capsys, tmp_path: Path) -> None:
    assert main(["due", "--json", "--ics", str(tmp_path / "due.ics")]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert [(row["due_on"], row["is_overdue"]) for row in answer["due"]] == [
        ("2026-05-20", True),
        ("2026-06-10", False),
    ]
    assert (tmp_path / "due.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert main(["--language", "zh", "due", "--owner", "Bob"]) == 0
    assert "（已逾期）· 投诉：late · Bob" in capsys.readouterr().out
    assert main(["due", "--owner", "nobody"]) == 0
    assert "No complaint is due." in capsys.readouterr().out
