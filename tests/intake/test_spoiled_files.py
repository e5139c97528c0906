"""What tools and spreadsheets do to files is read rightly, pointed out, or refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics import worker
from analytics.errors import Unreadable
from analytics.intake.load import draft, reading_child
from analytics.intake.load.draft import Draft
from analytics.intake.mapping.tick_columns import is_ticked
from analytics.worker import Limits
from tests.intake.files import convert, csv_text, workbook


def test_spss_labels_are_answers_and_declared_missing_codes_are_none(tmp_path: Path) -> None:
    import pandas as pd
    import pyreadstat

    pyreadstat.write_sav(
        pd.DataFrame({"q1": [5.0, 99.0, 1.0], "who": [1.0, 2.0, 1.0]}),
        str(tmp_path / "x.sav"),
        column_labels={"q1": "总体满意度", "who": "身份"},
        missing_ranges={"q1": [99]},
        variable_value_labels={
            "q1": {5: "非常满意", 1: "很不满意", 99: "不清楚"},
            "who": {1: "参展商", 2: "采购商"},
        },
    )
    conversion = convert(
        tmp_path, (tmp_path / "x.sav").read_bytes(), kind="exhibitor_survey", name="第8届.sav"
    )
    assert [row["overall"] for row in conversion.table("response_rows")] == [500, None, 100]
    assert [dict(row["profile"]) for row in conversion.table("response_rows")][1] == {
        "0d0b9589": ["采购商"]
    }


def test_answers_spread_over_columns_are_one_question(tmp_path: Path) -> None:
    data = csv_text(
        "编号,Q2.总体满意度,Q6.了解渠道:官网,Q6.了解渠道:邀请函,Q6.了解渠道:媒体",
        "1,4,官网,,媒体",
        "2,5,,邀请函,",
        "3,5,,,",
    )
    conversion = convert(tmp_path, data)
    assert [
        list(dict(row["profile"] or {}).values()) for row in conversion.table("response_rows")
    ] == [
        [["官网", "媒体"]],
        [["邀请函"]],
        [],
    ]
    assert [
        (field["name_zh"], field["is_multiple"]) for field in conversion.table("profile_fields")
    ] == [("了解渠道", True)]


@pytest.mark.parametrize(
    ("cell", "tick"),
    [
        ("Y", True),
        ("√", True),
        ("１", True),
        ("官网", True),
        ("0", False),
        ("N", False),
        ("看过", None),
    ],
)
def test_a_tick_is_a_tick_and_another_word_is_neither(cell: str, tick: bool | None) -> None:
    assert is_ticked(cell, "官网") is tick


def test_an_answer_never_handed_in_is_kept_and_named(tmp_path: Path) -> None:
    conversion = convert(
        tmp_path, csv_text("id,submitdate,总体满意度", "1,2006-10-22 10:13:29,4", "2,,5")
    )
    assert (conversion.reasons(), len(conversion.table("response_rows"))) == (
        [(3, "unfinished")],
        2,
    )


def test_numbers_that_a_spreadsheet_has_spoiled_are_named(tmp_path: Path) -> None:
    rows = [f"{n:05},4" for n in range(1, 6)]
    conversion = convert(tmp_path, csv_text("编号,总体满意度", *rows, "6,4", "4.40101E+17,3"))
    assert conversion.reasons() == [(7, "zeros_lost"), (8, "id_damaged")]


def test_ticks_written_as_numbers_are_ticks_and_ones_under_a_rating_are_ratings(
    tmp_path: Path,
) -> None:
    data = csv_text(
        "序号,3、总体满意度,7、了解渠道(官网),7、了解渠道(媒体),8、满意度-餐饮,8、满意度-交通",
        "1,4,1,0,1,1",
        "2,5,0,1,1,1",
        "3,5,-3,-3,1,1",
    )
    conversion = convert(tmp_path, data)
    assert [use.choice for use in conversion.mapping.columns] == ["", "", "官网", "媒体", "", ""]
    assert [
        list(dict(row["profile"] or {}).values()) for row in conversion.table("response_rows")
    ] == [
        [["官网"]],
        [["媒体"]],
        [],
    ]


@pytest.mark.parametrize(
    ("limits", "reason"),
    [(Limits(wall=0.01), "stopped_time"), (Limits(memory=40 * 2**20), "stopped_memory")],
)
def test_a_file_that_takes_more_than_a_file_may_ends_only_its_own_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limits: Limits, reason: str
) -> None:
    monkeypatch.setenv("EXPOLENS_DATA", str(tmp_path))
    monkeypatch.setattr(draft, "INSPECT_LIMITS", limits)
    monkeypatch.setattr(worker, "IS_MEMORY_LIMITED", False)
    monkeypatch.setattr(worker, "LOOK_SECONDS", 0.01)
    rows = [["编号", "意见"], *[[number, f"remark {number}"] for number in range(20_000)]]
    with pytest.raises(Unreadable) as caught:
        Draft.create("survey.xlsx", workbook(rows)).inspect()
    assert caught.value.reason == reason


def test_a_file_larger_than_the_child_reads_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_child, "LARGEST_FILE", 20)
    with pytest.raises(Unreadable) as caught:
        convert(tmp_path, csv_text("编号,总体满意度", "1,4", "2,5"))
    assert caught.value.reason == "too_large"
