"""A table keeps its lines' numbers, and says what its cells lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.errors import Unreadable
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


def test_a_cell_too_long_is_cut_and_reported(tmp_path: Path) -> None:
    inspection = inspect(tmp_path, csv_text("a,b", "1," + "长" * 40_000, "2,z"))
    assert len(cells(tmp_path)[0][1] or "") == 32_768
    assert [(remark.line, remark.reason) for remark in inspection.remarks] == [(2, "cell_cut")]


def test_a_header_without_data_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        inspect(tmp_path, "编号,总体,意见\r\n")
    assert caught.value.reason == "no_data"


def test_a_lost_character_is_pointed_out_on_its_line(tmp_path: Path) -> None:
    conversion = convert(tmp_path, REMARKED.replace("服务", "\ufffd务", 1))
    assert conversion.reasons() == [(2, "replaced_characters")]
