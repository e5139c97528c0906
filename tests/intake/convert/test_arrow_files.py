"""No line is lost on the way from a file to the store's rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analytics.errors import Unreadable
from analytics.intake.mapping.column_use import ColumnUse, Mapping
from tests.intake.files import convert, csv_text


def test_a_file_of_which_nothing_can_be_stored_is_refused_with_the_first_reason(
    tmp_path: Path,
) -> None:
    with pytest.raises(Unreadable) as caught:
        convert(tmp_path, csv_text("届次,日期,观众类别,人数", "8,2006-10-12,媒体,不详"))
    assert (caught.value.reason, caught.value.details["reason"]) == ("nothing_left", "no_count")


def test_open_points_refuse_a_conversion(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        convert(
            tmp_path, csv_text("网站,会刊", "1,2", "3,4"), name="调查.csv", kind="exhibitor_survey"
        )
    assert caught.value.reason == "needs_edition"


CELL = st.sampled_from(
    [
        "1",
        "5",
        "6",
        "满意",
        "",
        "不适用",
        "x",
        "９",
        "3.5",
        "-1",
        "E1",
        "2006-01-02",
        '"a,b"',
        "合计",
    ]
)


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.lists(st.lists(CELL, min_size=3, max_size=5), min_size=1, max_size=12))
def test_lines_read_are_rows_stored_plus_lines_left_out_whatever_is_in_them(
    tmp_path: Path, lines: list[list[str]]
) -> None:
    data = csv_text("问卷编号,网站,总体满意度,会刊", *(",".join(cells) for cells in lines))
    uses = (
        ColumnUse("问卷编号", "field", "respondent"),
        ColumnUse("网站", "item", "", "website", scale=(1, 5)),
        ColumnUse("总体满意度", "measure", "overall", scale=(1, 5)),
        ColumnUse("会刊", "item", "", "show_catalogue", scale=(1, 5)),
    )
    mapping = Mapping("exhibitor_survey", uses, "f", edition=8)
    try:
        converted = convert(tmp_path, data, mapping=mapping)
    except Unreadable:
        return  # nothing of it could be stored, and nothing was
    left_out = [remark for remark in converted.remarks if remark.is_left_out]
    stored = converted.table("response_rows")
    assert converted.answer["lines_read"] == len(stored) + len(left_out)
    values = [
        value for row in stored for value in [*row["sat"], row["overall"]] if value is not None
    ]
    assert all(100 <= value <= 500 for value in values)
    lines = {row["line"] for row in stored} | {remark.line for remark in left_out}
    assert len(lines) == converted.answer["lines_read"]
