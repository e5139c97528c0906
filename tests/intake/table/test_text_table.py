"""A table keeps its lines' numbers, and says what its cells lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.errors import Unreadable
from analytics.intake.convert import survey_rows
from analytics.intake.table import text_table
from analytics.remedies import remedy
from analytics.wording import speaker
from tests.intake.files import cells, convert, csv_text, inspect

REMARKED = "编号,总体满意度,意见\n" + "".join(
    f"{n},4,现场服务不错，下届还来看看展会\n" for n in range(20)
)


def test_blank_lines_are_not_read_and_lines_keep_their_numbers(tmp_path: Path) -> None:
    inspection = inspect(tmp_path, csv_text("a,b", "1,x", ",", "", "2,y"))
    assert (inspection.lines_read, inspection.preview_lines) == (2, (2, 5))


def test_control_characters_are_taken_out_and_reported_and_blanks_are_trimmed(
    tmp_path: Path,
) -> None:
    inspection = inspect(tmp_path, csv_text("a,b", "1, x\0y\u3000 ", "2,z"))
    assert cells(tmp_path)[0] == ("1", "xy")
    assert [(remark.line, remark.column, remark.reason) for remark in inspection.remarks] == [
        (2, "b", "control_characters")
    ]


def test_a_sign_that_turns_the_text_around_it_is_no_part_of_an_answer(tmp_path: Path) -> None:
    inspection = inspect(tmp_path, csv_text("a\u2066,b", "1,\u202d138\u202c", "2,z"))
    assert (inspection.names, cells(tmp_path)[0]) == (("a", "b"), ("1", "138"))
    assert [remark.reason for remark in inspection.remarks] == ["control_characters"]


def test_a_cell_too_long_is_cut_and_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_table, "LONGEST_CELL", 3)
    inspection = inspect(tmp_path, csv_text("a,b", "1,服务非常好", "2,z"))
    assert cells(tmp_path)[0] == ("1", "服务非…")
    assert [(remark.line, remark.reason) for remark in inspection.remarks] == [(2, "cell_cut")]


def test_a_header_without_data_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        inspect(tmp_path, "编号,总体,意见\r\n")
    assert caught.value.reason == "no_data"


def test_a_lost_character_is_pointed_out_on_its_line(tmp_path: Path) -> None:
    conversion = convert(tmp_path, REMARKED.replace("服务", "\ufffd务", 1))
    assert conversion.reasons() == [(2, "replaced_characters")]


def test_more_columns_than_allowed_are_counted_and_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_table, "MOST_COLUMNS", 3)
    assert inspect(tmp_path, csv_text("a,b,c", "1,2,3")).names == ("a", "b", "c")
    with pytest.raises(Unreadable) as caught:
        inspect(tmp_path, csv_text("a,b,c,d", "1,2,3,4"))
    assert (caught.value.reason, caught.value.details) == (
        "too_many_columns",
        {"count": "4", "limit": "3"},
    )


def test_a_column_whose_name_is_no_name_is_refused_by_its_first_letters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_table, "LONGEST_LABEL", 20)
    monkeypatch.setattr(text_table, "SHOWN_OF_LABEL", 5)
    with pytest.raises(Unreadable) as caught:
        inspect(tmp_path, csv_text("a,How satisfied were you overall", "1,2"))
    assert caught.value.reason == "label_too_long"
    assert remedy(caught.value, speaker("en")).startswith(
        "The name of column “How s…” has 30 letters, and 20 are allowed."
    )


def test_answers_to_filter_by_that_are_free_text_are_refused_by_their_column(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(survey_rows, "MOST_LABELS", 2)
    rows = (f"{number},{number % 5 + 1},{'abc'[number % 3]}" for number in range(12))
    with pytest.raises(Unreadable) as caught:
        convert(tmp_path, csv_text("编号,总体满意度,身份", *rows))
    assert (caught.value.reason, caught.value.details) == (
        "too_many_labels",
        {"column": "身份", "count": "3", "limit": "2"},
    )
