"""What tools and spreadsheets do to files, one family a test: read rightly, or pointed out, or
refused by name.
"""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter

from analytics.errors import Unreadable
from analytics.intake.cells.date import parse_moment
from analytics.intake.cells.number import parse_area
from analytics.intake.cells.rating import rating, words_for
from analytics.intake.cells.remark import Refused
from analytics.intake.file.encoding import decode
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.suggest import suggest
from analytics.intake.mapping.tick_columns import is_ticked
from tests.intake.files import cells, convert, csv_text, inspect

CHINESE = "编号,总体满意度,意见\n" + "".join(
    f"{n},4,现场服务不错，下届还来看看展会\n" for n in range(20)
)
PAGE = (
    "<html><head><meta"
    ' charset="gb2312"><style>td{{color:red}}</style></head><body><table><tr><td>menu</td></tr></table><table'
    " border=1><tr><th rowspan=2>编号</th><th"
    " colspan=2>满意度</th></tr><tr><th>总体</th><th>服务</th></tr>{rows}</table></body></html>"
)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("latin-1", "utf-8"),
        ("cp1252", "utf-8"),
        ("gb18030", "utf-8"),
        ("latin-1", "gb18030"),
        ("cp1252", "gb18030"),
    ],
)
def test_text_read_in_a_wrong_encoding_and_saved_so_is_refused(wrong: str, right: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(CHINESE.encode(right).decode(wrong, "replace").encode())
    assert caught.value.reason in ("garbled", "mendable")


@pytest.mark.parametrize(("first", "second"), [("utf-8", "gb18030"), ("gb18030", "utf-8")])
def test_two_encodings_glued_together_are_refused_at_their_seam(first: str, second: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(CHINESE.encode(first) + CHINESE.encode(second))
    assert (caught.value.reason, caught.value.details) == ("two_encodings", {"line": "22"})


def test_one_broken_byte_of_gb18030_is_named_and_not_read_as_western_letters() -> None:
    with pytest.raises(Unreadable) as caught:
        decode(CHINESE.encode("gb18030").replace(b"\n3,4,", b"\n3,4\xff,", 1))
    assert (caught.value.reason, caught.value.details["line"]) == ("invalid_bytes", "5")


def test_a_lost_character_is_pointed_out_on_its_line(tmp_path: Path) -> None:
    done = convert(tmp_path, CHINESE.replace("服务", "\ufffd务", 1))
    assert done.reasons() == [(2, "replaced_characters")]


def test_a_surplus_comma_goes_back_into_the_only_column_where_it_fits(tmp_path: Path) -> None:
    rows = [f"{n},4,{'中国' if n % 2 else '日本'},意见{n}" for n in range(12)]
    done = convert(tmp_path, csv_text("编号,总体满意度,来自,意见", *rows, "12,5,中国,快,但是贵"))
    assert done.reasons() == [(14, "line_mended")]
    last = done.table("response_rows")[-1]
    assert (last["overall"], last["comment"]) == (500, "快,但是贵")


def test_a_surplus_comma_that_could_be_anywhere_leaves_the_line_out(tmp_path: Path) -> None:
    rows = [f"{n},4,甲{n},乙{n}" for n in range(12)]
    done = convert(tmp_path, csv_text("编号,总体满意度,原因,意见", *rows, "12,5,一,二,三"))
    assert done.reasons() == [(14, "line_too_long")]


def test_a_web_pages_fullest_table_is_read_with_its_merged_header(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{n}</td><td>4</td><td>3<br>4</td></tr>" for n in range(3))
    seen = inspect(tmp_path, PAGE.format(rows=rows).encode("gb18030"), "x.xls")
    assert (seen.names, cells(tmp_path)[0]) == (
        ("编号", "满意度-总体", "满意度-服务"),
        ("0", "4", "3\n4"),
    )


def test_excels_old_xml_is_read_and_one_with_entities_is_not(tmp_path: Path) -> None:
    table = (
        "<Workbook><Worksheet><Table><Row><Cell><Data"
        ' ss:Type="String">编号</Data></Cell><Cell><Data>满意度</Data></Cell></Row><Row><Cell'
        ' ss:Index="2"><Data>4</Data></Cell></Row></Table></Worksheet></Workbook>'
    )
    seen = inspect(tmp_path, '<?xml version="1.0" encoding="utf-8"?>' + table)
    assert (seen.names, cells(tmp_path)) == (("编号", "满意度"), [(None, "4")])
    with pytest.raises(Unreadable) as caught:
        inspect(tmp_path, '<!DOCTYPE html [<!ENTITY a "b">]>' + table)
    assert caught.value.reason == "unsafe_xml"


def test_a_web_page_without_a_table_is_refused_as_one(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        inspect(tmp_path, "<html><body>Please log in</body></html>", "x.xls")
    assert caught.value.reason == "html"


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
    done = convert(
        tmp_path, (tmp_path / "x.sav").read_bytes(), kind="exhibitor_survey", name="第8届.sav"
    )
    assert [row["overall"] for row in done.table("response_rows")] == [500, None, 100]
    assert [dict(row["profile"]) for row in done.table("response_rows")][1] == {
        "0d0b9589": ["采购商"]
    }


def test_answers_spread_over_columns_are_one_question(tmp_path: Path) -> None:
    data = csv_text(
        "编号,Q2.总体满意度,Q6.了解渠道:官网,Q6.了解渠道:邀请函,Q6.了解渠道:媒体",
        "1,4,官网,,媒体",
        "2,5,,邀请函,",
        "3,5,,,",
    )
    done = convert(tmp_path, data)
    assert [list(dict(row["profile"] or {}).values()) for row in done.table("response_rows")] == [
        [["官网", "媒体"]],
        [["邀请函"]],
        [],
    ]
    assert [(one["name_zh"], one["is_multiple"]) for one in done.table("profile_fields")] == [
        ("了解渠道", True)
    ]


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
    done = convert(
        tmp_path, csv_text("id,submitdate,总体满意度", "1,2006-10-22 10:13:29,4", "2,,5")
    )
    assert (done.reasons(), len(done.table("response_rows"))) == ([(3, "unfinished")], 2)


def test_numbers_that_a_spreadsheet_has_spoiled_are_named(tmp_path: Path) -> None:
    rows = [f"{n:05},4" for n in range(1, 6)]
    done = convert(tmp_path, csv_text("编号,总体满意度", *rows, "6,4", "4.40101E+17,3"))
    assert done.reasons() == [(7, "zeros_lost"), (8, "id_damaged")]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2006/10/22 3:13:29 下午 GMT+8", datetime(2006, 10, 22, 15, 13, 29)),
        ("2006/10/22 上午 12:05", datetime(2006, 10, 22, 0, 5)),
        ("10/22/2006 01:52:56 PM", datetime(2006, 10, 22, 13, 52, 56)),
        ("2006-10-22T10:13:29.123Z", datetime(2006, 10, 22, 10, 13, 29)),
        ("2006-10-22", datetime(2006, 10, 22)),
    ],
)
def test_the_hour_of_an_answer_is_kept(text: str, moment: datetime) -> None:
    assert parse_moment(text) == moment


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("9㎡", 9),
        ("18 平方米", 18),
        ("3×3", 9),
        ("3m x 6m", 18),
        ("9*2", 18),
        ("2个标准展位", 18),
        ("１８", 18),
        ("54平米", 54),
    ],
)
def test_an_area_has_many_spellings(text: str, area: float) -> None:
    assert parse_area(text, stand=9) == area


def test_the_size_of_a_standard_stand_is_not_assumed_and_half_of_one_not_read() -> None:
    assert parse_area("2个标摊") == Refused("stand_size_unsaid")
    assert parse_area("半个标摊", stand=9) == Refused("not_a_number")


def test_areas_in_standard_stands_are_asked_about(tmp_path: Path) -> None:
    seen = inspect(tmp_path, csv_text("企业名称,展位面积", "甲,9", "乙,2个标准展位"))
    use = suggest(seen, Known("f"), "participations").use("展位面积")
    assert (use.stand_sqm, use.doubt) == (9, "stand_size")


def test_money_in_another_currency_than_its_column_is_never_added_up(tmp_path: Path) -> None:
    done = convert(
        tmp_path,
        csv_text("届次,企业名称,成交额", "8,甲,￥800万", "8,乙,US$1.2m", "8,丙,500万元", "8,丁,12"),
    )
    assert [row["turnover"] for row in done.table("participation_rows")] == [8e6, None, 5e6, 12]
    assert done.reasons() == [(3, "other_currency"), (5, "unit_unsaid")]


def test_days_of_a_workbook_that_counts_from_1904_are_the_days_shown(tmp_path: Path) -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "date_1904": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["日期", "人数"])
        sheet.write_datetime(
            1, 0, datetime(2006, 10, 12), book.add_format({"num_format": "yyyy-mm-dd"})
        )
        sheet.write_number(1, 1, 7)
    inspect(tmp_path, out.getvalue(), "x.xlsx")
    assert cells(tmp_path) == [("2006-10-12", "7")]


def test_ticks_written_as_numbers_are_ticks_and_ones_under_a_rating_are_ratings(
    tmp_path: Path,
) -> None:
    data = csv_text(
        "序号,3、总体满意度,7、了解渠道(官网),7、了解渠道(媒体),8、满意度-餐饮,8、满意度-交通",
        "1,4,1,0,1,1",
        "2,5,0,1,1,1",
        "3,5,-3,-3,1,1",
    )
    done = convert(tmp_path, data)
    assert [use.choice for use in done.mapping.columns] == ["", "", "官网", "媒体", "", ""]
    assert [list(dict(row["profile"] or {}).values()) for row in done.table("response_rows")] == [
        [["官网"]],
        [["媒体"]],
        [],
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1-非常满意", 1),
        ("5（很不满意）", 5),
        ("5-非常满意", 5),
        ("3-一般", 3),
        ("4-很满意", 4),
        ("3,5", 3.5),
    ],
)
def test_a_word_beside_a_number_turns_no_answer_by_itself(text: str, value: float) -> None:
    assert rating(text, (1, 5), words_for("overall", (1, 5))) == value
