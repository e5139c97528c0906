"""Registers, participations, editions, visitor counts and complaints become the store's rows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.intake.files import convert, csv_text


def test_editions_are_read_with_their_units_and_days(tmp_path: Path) -> None:
    data = csv_text(
        "届次,年份,开幕日期,是否举办,币种,成交额（亿美元）,成本（万元）",
        "第七届,2005,2005-10-12,是,USD,1.5,2000",
        "第八届,,2006-10-12,否,,约2,",
    )
    converted = convert(tmp_path, data)
    first, second = converted.table("edition_rows")
    assert first == first | {
        "edition_id": "f-7",
        "number": 7,
        "year": 2005,
        "starts_on": date(2005, 10, 12),
        "held": True,
        "currency": "USD",
        "turnover": 150_000_000,
        "cost": 20_000_000,
    }
    plain = {"year": 2006, "held": False, "turnover": None, "currency": "USD"}
    assert second == second | plain
    assert converted.reasons() == [(3, "not_a_number")]


def test_an_exhibitor_without_name_is_left_out_and_its_line_listed(tmp_path: Path) -> None:
    converted = convert(
        tmp_path,
        csv_text("展商编号,企业名称,曾用名,企业性质", "00012,Ａ公司,旧 名,民营", "2,,,民营"),
    )
    assert [
        (row["code"], row["name_key"], row["former_key"], row["line"])
        for row in converted.table("exhibitor_rows")
    ] == [("00012", "a公司", "旧名", 2)]
    assert (converted.lines, converted.reasons()) == ((2, 1, 1), [(3, "no_name")])


def test_the_heading_of_an_amount_says_the_currency_of_its_editions(tmp_path: Path) -> None:
    def currency(heads: str) -> str | None:
        converted = convert(tmp_path, csv_text(heads, "第八届,E1,甲公司,36,351,25,1"))
        (edition,) = converted.table("edition_rows")
        return edition["currency"]

    head = "届次,展商编号,企业名称,展位面积（㎡）,参展费{},成交额{},意向客户数"
    assert currency(head.format("", "（万元）")) == "CNY"
    assert currency(head.format("（元）", "（万美元）")) == "USD"
    assert currency(head.format("", "")) is None


def test_participations_make_their_exhibitors_known(tmp_path: Path) -> None:
    data = csv_text(
        "届次,展商编号,企业名称,展位面积（㎡）,参展费（元）,成交额（万美元）,意向客户数",
        "第八届,E1,甲公司,36,35100,25.1,13",
        "第八届,,乙公司,9㎡,7000,,2",
        "第八届,,,9,1,,",
        "第八届,E1,甲公司,36,35100,25.1,13",
        "秋季,E1,甲公司,36,1,1,1",
    )
    converted = convert(tmp_path, data)
    first, second, again = converted.table("participation_rows")
    assert again == first | {"line": again["line"]}
    assert first == first | {
        "edition_id": "f-8",
        "exhibitor_key": "c:E1",
        "booth_area_sqm": 36,
        "turnover": 251_000,
    }
    assert second == second | {
        "exhibitor_key": "n:乙公司",
        "booth_area_sqm": 9,
        "turnover": None,
        "leads": 2,
    }
    assert [(row["code"], row["name"]) for row in converted.table("exhibitor_rows")] == [
        ("E1", "甲公司"),
        (None, "乙公司"),
    ]
    assert converted.reasons() == [(4, "no_exhibitor"), (5, "said_twice"), (6, "not_an_edition")]
    assert converted.lines == (5, 3, 2)


def test_visitor_counts_need_a_count(tmp_path: Path) -> None:
    converted = convert(
        tmp_path,
        csv_text(
            "届次,日期,观众类别,人数",
            "8,2006-10-12,专业观众,24540",
            "8,2006-10-12,媒体,不详",
            "8,2006-10-13,媒体,-3",
        ),
    )
    assert [
        (row["visitor_group"], row["visitors"], row["audience"])
        for row in converted.table("attendance_rows")
    ] == [("专业观众", 24540, "visitor")]
    assert converted.reasons() == [(3, "no_count"), (4, "negative")]


def test_complaints_keep_text_as_text(tmp_path: Path) -> None:
    converted = convert(
        tmp_path,
        csv_text(
            "届次,企业名称,投诉主题,受理日期,状态,内容",
            "8,甲,空调,2006/10/12,已办结,=cmd()<b>热</b>",
        ),
    )
    row = converted.table("complaint_rows")[0]
    assert (row["exhibitor_key"], row["received_on"], row["description"]) == (
        "n:甲",
        date(2006, 10, 12),
        "=cmd()<b>热</b>",
    )


def test_several_former_names_in_one_cell_are_several_names(tmp_path: Path):
    converted = convert(
        tmp_path,
        csv_text(
            "展商编号,企业名称,曾用名", "1,甲公司,乙公司；丙公司、 DING A/S |戊公司", "2,己公司,"
        ),
        kind="exhibitors",
    )
    rows = converted.table("exhibitor_rows")
    assert [(row["former_name"], row["former_key"]) for row in rows] == [
        ("乙公司；丙公司、 DING A/S |戊公司", "乙公司|丙公司|dinga/s|戊公司"),
        (None, None),
    ]
