"""A file is known by its headers and its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.intake.mapping.detect_kind import detect_kind
from analytics.intake.table.inspection import ColumnSeen, Inspection
from tests.intake.files import csv_text, inspect


def inspection_of(*headers: str, rows: int = 8) -> Inspection:
    columns = tuple(
        ColumnSeen(name, rows, rows, tuple((f"v{n}", 1) for n in range(rows))) for name in headers
    )
    return Inspection("file.csv", "x", "text", columns=columns, lines_read=rows)


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        (("届次", "年份", "开幕日期", "闭幕日期", "是否举办", "成交额（亿美元）"), "editions"),
        (("展商编号", "企业名称", "曾用名", "行业", "企业性质", "客户经理"), "exhibitors"),
        (
            ("届次", "展商编号", "展位面积（㎡）", "参展费（元）", "成交额（万美元）"),
            "participations",
        ),
        (("届次", "日期", "观众类别", "人数"), "attendance"),
        (("届次", "展商编号", "投诉主题", "受理日期", "办结日期", "状态"), "complaints"),
        (("企业名称", "日期", "联系人", "内容", "下一步"), "contacts"),
        (("Edition", "Company", "Stand area", "Fee", "Leads"), "participations"),
        (("企业名称", "行业", "名单来源", "联系人"), "prospects"),
        (("Company", "Industry", "Region", "Contact", "Note"), "exhibitors"),
    ],
)
def test_a_file_is_known_by_its_headers(headers: tuple[str, ...], kind: str) -> None:
    assert detect_kind(inspection_of(*headers)) == kind


def test_whose_survey_it_is_stands_in_its_words(tmp_path: Path) -> None:
    rows = [f"{n % 5 + 1},{(n + 2) % 5 + 1}" for n in range(10)]
    survey = csv_text("总体满意度,场馆硬件", *rows)
    assert detect_kind(inspect(tmp_path, survey, "专业观众调查.csv")) == "visitor_survey"
    assert detect_kind(inspect(tmp_path, survey, "参展商调查.csv")) == "exhibitor_survey"
