"""A list of complaints becomes rows that say how each one stands and how it ended."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from analytics.intake.cells.complaint_words import outcome_reader, state_of
from analytics.intake.cells.remark import Refused
from tests.intake.files import convert, csv_text

HEADER = (
    "届次,投诉编号,企业名称,投诉主题,受理日期,办结日期,状态,客户是否满意,重新受理日期,"
    "是否重新受理,处理人,截止日期,内容"
)


def test_outcome_reopening_owner_and_due_day_are_read(tmp_path: Path) -> None:
    row = "8,T-7,甲,空调,2006/10/12,2006/10/15,重新受理,不满意,2006/10/20,是,王芳,2036/1/1,太热"
    converted = convert(tmp_path, csv_text(HEADER, row))
    stored = converted.table("complaint_rows")[0]
    assert stored == stored | {
        "complaint_no": "T-7",
        "state": "reopened",
        "status": "重新受理",
        "outcome": "unsatisfied",
        "reopened_on": date(2006, 10, 20),
        "was_reopened": True,
        "owner": "王芳",
        "due_on": date(2036, 1, 1),
    }
    assert converted.reasons() == []


def test_a_list_in_english_is_read_alike(tmp_path: Path) -> None:
    converted = convert(
        tmp_path,
        csv_text(
            "Edition,Company,Complaint type,Date received,Date resolved,Status,Satisfied,Owner",
            "8,A Ltd,Noise,2006-10-12,2006-10-13,Closed,Yes,Ann",
        ),
    )
    stored = converted.table("complaint_rows")[0]
    assert (stored["state"], stored["outcome"], stored["owner"]) == ("closed", "satisfied", "Ann")


def test_what_cannot_be_is_kept_and_remarked_on(tmp_path: Path) -> None:
    rows = (
        "8,甲,空调,2006-10-12,2006-10-02,已办结,满意",
        "8,乙,空调,2006-10-12,2006-10-15,处理中,也许",
        "8,丙,空调,2036-10-12,,处理中,",
    )
    header = "届次,企业名称,投诉主题,受理日期,办结日期,状态,客户是否满意"
    converted = convert(tmp_path, csv_text(header, *rows))
    assert len(converted.table("complaint_rows")) == 3
    assert sorted(converted.reasons()) == [
        (2, "closed_before_opened"),
        (3, "not_an_outcome"),
        (3, "open_with_closing_day"),
        (4, "day_to_come"),
    ]


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("已办结", "closed"),
        ("In progress", "open"),
        ("重新受理", "reopened"),
        ("?", None),
        (None, None),
    ],
)
def test_a_status_is_one_of_three_or_nothing(word: str | None, state: str | None) -> None:
    assert state_of(word) == state


def test_numbers_say_yes_and_no_only_where_there_is_no_scale() -> None:
    assert outcome_reader(["0", "1"])("1") == "satisfied"
    assert outcome_reader(["0", "1"])("0") == "unsatisfied"
    assert isinstance(outcome_reader(["1", "2", "5"])("1"), Refused)
    assert outcome_reader(["1", "2", "满意"])("满意") == "satisfied"
