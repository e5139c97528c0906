"""A web page's fullest table is read, and Excel's old XML."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.errors import Unreadable
from analytics.intake.file import html_table
from tests.intake.files import cells, inspect

PAGE = (
    '<html><head><meta charset="gb2312"><style>td{{color:red}}</style></head><body>'
    "<table><tr><td>menu</td></tr></table>"
    "<table border=1><tr><th rowspan=2>编号</th><th colspan=2>满意度</th></tr>"
    "<tr><th>总体</th><th>服务</th></tr>{rows}</table></body></html>"
)
EXCEL_2003 = (
    '<?xml version="1.0" encoding="utf-8"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
    ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
    '<DocumentProperties><Title/></DocumentProperties><Styles><Style ss:ID="s21"/></Styles>'
    '<Worksheet ss:Name="Sheet1"><Table><Column ss:Width="80"/>{rows}</Table></Worksheet>'
    "</Workbook>"
)


def test_a_web_pages_fullest_table_is_read_with_its_merged_header(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{n}</td><td>4</td><td>3<br>4</td></tr>" for n in range(3))
    inspection = inspect(tmp_path, PAGE.format(rows=rows).encode("gb18030"), "x.xls")
    assert (inspection.names, cells(tmp_path)[0]) == (
        ("编号", "满意度-总体", "满意度-服务"),
        ("0", "4", "3\n4"),
    )


def test_excels_old_xml_is_read_and_one_with_entities_is_not(tmp_path: Path) -> None:
    table = (
        '<Workbook><Worksheet><Table><Row><Cell><Data ss:Type="String">编号</Data></Cell>'
        "<Cell><Data>满意度</Data></Cell></Row>"
        '<Row><Cell ss:Index="2"><Data>4</Data></Cell></Row></Table></Worksheet></Workbook>'
    )
    inspection = inspect(tmp_path, '<?xml version="1.0" encoding="utf-8"?>' + table)
    assert (inspection.names, cells(tmp_path)) == (("编号", "满意度"), [(None, "4")])
    with pytest.raises(Unreadable) as caught:
        inspect(tmp_path, '<!DOCTYPE html [<!ENTITY a "b">]>' + table)
    assert caught.value.reason == "unsafe_xml"


def test_a_comment_on_a_cell_is_no_part_of_it(tmp_path: Path) -> None:
    comment = '<Comment ss:Author="A"><ss:Data>A: call back</ss:Data></Comment>'
    rows = "".join(
        f"<Row><Cell><Data>{name}</Data>{comment}</Cell><Cell><Data>{n}</Data></Cell></Row>"
        for n, name in enumerate(("企业名称", "甲公司", "乙公司"))
    )
    inspect(tmp_path, EXCEL_2003.format(rows=rows).replace(">0<", ">展位面积<"))
    assert cells(tmp_path) == [("甲公司", "1"), ("乙公司", "2")]


def test_a_web_page_without_a_table_is_refused_as_one(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        inspect(tmp_path, "<html><body>Please log in</body></html>", "x.xls")
    assert caught.value.reason == "html"


def test_what_excels_old_xml_declares_before_its_table_hides_nothing_of_it(tmp_path: Path) -> None:
    rows = (
        "<Row><Cell><Data>编号</Data></Cell><Cell><Data>总体</Data></Cell>"
        "<Cell><Data>意见</Data></Cell></Row>"
        "<Row><Cell><Data>1</Data></Cell><Cell/>"
        "<Cell><Data>R&amp;D &lt; 5&#10;好</Data></Cell></Row>"
    )
    inspection = inspect(tmp_path, EXCEL_2003.format(rows=rows), "x.xls")
    assert (inspection.names, cells(tmp_path)) == (
        ("编号", "总体", "意见"),
        [("1", None, "R&D < 5\n好")],
    )


def test_cells_and_rows_need_not_be_closed_and_a_page_need_not_end(tmp_path: Path) -> None:
    inspect(tmp_path, "<table><tr><th>编号<th>总体<tr><td>1<td>4<tr><td>2<td>a < b & c", "x.xls")
    assert cells(tmp_path) == [("1", "4"), ("2", "a < b & c")]


def test_a_table_inside_a_cell_is_a_table_of_its_own(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{n}</td><td>{n % 5 + 1}</td></tr>" for n in range(3))
    inner = f"<table><tr><th>编号</th><th>总体</th></tr>{rows}</table>"
    page = f"<html><table><tr><td>首页{inner}版权</td></tr><tr><td>x</td></tr></table></html>"
    assert inspect(tmp_path, page, "x.xls").names == ("编号", "总体")
    assert cells(tmp_path) == [("0", "1"), ("1", "2"), ("2", "3")]


def test_scripts_and_comments_are_no_text_and_a_nul_is_taken_out_and_said(tmp_path: Path) -> None:
    page = (
        "<table><tr><th>编号</th><th>意见</th></tr><tr><td>1</td><td>好<script>if (a<b) '</td>'"
        "</script><!-- x --><![if !mso]>的<![endif]></td></tr><tr><td>2</td><td>不\0错</td></tr>"
        "</table>"
    )
    inspection = inspect(tmp_path, page, "x.xls")
    assert cells(tmp_path) == [("1", "好的"), ("2", "不错")]
    assert [(remark.line, remark.reason) for remark in inspection.remarks] == [
        (3, "control_characters")
    ]


def test_a_page_larger_than_what_is_read_at_once_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor does a page with a tag that is never closed."""
    monkeypatch.setattr(html_table, "AT_ONCE", 1_000)
    remark = "服务𠀀" * 40
    rows = "".join(f"<tr><td>{n}</td><td>{remark}</td></tr>" for n in range(100))
    page = f"<html><center><table><tr><th>编号</th><th>意见</th></tr>{rows}</table></html>"
    inspection = inspect(tmp_path, page, "x.xls")
    assert (inspection.lines_read, inspection.columns[1].distinct) == (100, 1)
    assert cells(tmp_path)[-1] == ("99", remark)


def test_a_span_wider_than_any_table_is_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(html_table, "WIDEST_SPAN", 2)
    page = "<table><tr><th colspan=3>编号</th></tr><tr><td>1</td><td>4</td></tr></table>"
    inspect(tmp_path, page, "x.xls")
    assert cells(tmp_path) == [("1", "4")]
