"""A file becomes the store's rows, and no line is lost on the way."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analytics.errors import Unreadable
from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.known_fair import Known, KnownDimension, KnownEdition, KnownItem
from tests.intake.files import convert, csv_text

FAIR = Known("f", "展会", "Fair", editions=(KnownEdition(8, 2006),))


def test_editions_are_read_with_their_units_and_days(tmp_path: Path) -> None:
    data = csv_text(
        "届次,年份,开幕日期,是否举办,币种,成交额（亿美元）,成本（万元）",
        "第七届,2005,2005-10-12,是,USD,1.5,2000",
        "第八届,,2006-10-12,否,,约2,",
    )
    done = convert(tmp_path, data)
    first, second = done.table("edition_rows")
    assert (first["edition_id"], first["number"], first["year"], first["starts_on"]) == (
        "f-7",
        7,
        2005,
        date(2005, 10, 12),
    )
    assert (first["held"], first["currency"], first["turnover"], first["cost"]) == (
        True,
        "USD",
        150_000_000,
        20_000_000,
    )
    assert (second["year"], second["held"], second["turnover"], second["currency"]) == (
        2006,
        False,
        None,
        "USD",
    )
    assert done.reasons() == [(3, "not_a_number")]


def test_an_exhibitor_without_name_is_left_out_and_its_line_listed(tmp_path: Path) -> None:
    done = convert(
        tmp_path,
        csv_text("展商编号,企业名称,曾用名,企业性质", "00012,Ａ公司,旧 名,民营", "2,,,民营"),
    )
    assert [
        (row["code"], row["name_key"], row["former_key"], row["line"])
        for row in done.table("exhibitor_rows")
    ] == [("00012", "a公司", "旧名", 2)]
    assert (done.answer["lines_read"], done.answer["lines_stored"], done.reasons()) == (
        2,
        1,
        [(3, "no_name")],
    )


def test_participations_make_their_exhibitors_known(tmp_path: Path) -> None:
    data = csv_text(
        "届次,展商编号,企业名称,展位面积（㎡）,参展费（元）,成交额（万美元）,意向客户数",
        "第八届,E1,甲公司,36,35100,25.1,13",
        "第八届,,乙公司,9㎡,7000,,2",
        "第八届,,,9,1,,",
        "第八届,E1,甲公司,36,35100,25.1,13",
        "秋季,E1,甲公司,36,1,1,1",
    )
    done = convert(tmp_path, data)
    first, second = done.table("participation_rows")
    assert (
        first["edition_id"],
        first["exhibitor_key"],
        first["booth_area_sqm"],
        first["turnover"],
    ) == (
        "f-8",
        "c:E1",
        36,
        251_000,
    )
    assert (
        second["exhibitor_key"],
        second["booth_area_sqm"],
        second["turnover"],
        second["leads"],
    ) == (
        "n:乙公司",
        9,
        None,
        2,
    )
    assert [(row["code"], row["name"]) for row in done.table("exhibitor_rows")] == [
        ("E1", "甲公司"),
        (None, "乙公司"),
    ]
    assert done.reasons() == [(4, "no_exhibitor"), (5, "duplicate_row"), (6, "not_an_edition")]
    assert (
        done.answer["lines_read"],
        done.answer["lines_stored"],
        done.answer["lines_left_out"],
    ) == (5, 2, 3)


def test_visitor_counts_need_a_count(tmp_path: Path) -> None:
    done = convert(
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
        for row in done.table("attendance_rows")
    ] == [("专业观众", 24540, "visitor")]
    assert done.reasons() == [(3, "no_count"), (4, "negative")]


def test_complaints_keep_text_as_text(tmp_path: Path) -> None:
    done = convert(
        tmp_path,
        csv_text(
            "届次,企业名称,投诉主题,受理日期,状态,内容",
            "8,甲,空调,2006/10/12,已办结,=cmd()<b>热</b>",
        ),
    )
    row = done.table("complaint_rows")[0]
    assert (row["exhibitor_key"], row["received_on"], row["description"]) == (
        "n:甲",
        date(2006, 10, 12),
        "=cmd()<b>热</b>",
    )


SURVEY = csv_text(
    "问卷编号,展商编号,场馆硬件-空调通风,网站,网站（重要程度）,总体满意度,下届参展意向,参展目的,身份",
    "a,E1,4,3,5,满意,计划参加,展示企业形象；寻找投资,新",
    "b,E2,9,2,4,6,可能参加,,新",
    "c,E3,,不适用,,,,,",
    "a,E4,1,1,1,一般,计划参加,,老",
)


def test_answers_stand_at_the_slots_of_their_items_in_hundredths(tmp_path: Path) -> None:
    done = convert(tmp_path, SURVEY)
    first, second, _ = done.table("response_rows")
    assert (first["sat"], first["imp"], first["overall"], first["intention"]) == (
        [400, 300],
        [None, 500],
        400,
        300,
    )
    assert (first["exhibitor_key"], first["objectives"], dict(first["profile"])) == (
        "c:E1",
        ["show_company", "find_investment"],
        {"0d0b9589": ["新"]},
    )
    assert (second["sat"], second["overall"]) == ([None, 200], None)
    assert [(row["item_id"], row["slot"]) for row in done.table("items")] == [
        ("venue_hardware.11cf0fc0", 1),
        ("website", 2),
    ]


def test_what_is_outside_the_scale_is_reported_and_never_stored(tmp_path: Path) -> None:
    done = convert(tmp_path, SURVEY)
    outside = [
        (remark.line, remark.column, remark.value)
        for remark in done.remarks
        if remark.reason == "outside_scale"
    ]
    assert outside == [(3, "总体满意度", "6")]


def test_a_line_without_answers_is_left_out_and_one_that_comes_again_is_counted_once(
    tmp_path: Path,
) -> None:
    done = convert(tmp_path, SURVEY + "b,E2,9,2,4,6,可能参加,,新\r\n")
    left_out = [(remark.line, remark.reason) for remark in done.remarks if remark.is_left_out]
    assert sorted(left_out) == [(4, "no_answers"), (6, "duplicate_row")]


def test_one_number_with_different_answers_is_asked_about_and_overwrites_nothing(
    tmp_path: Path,
) -> None:
    done = convert(tmp_path, SURVEY)
    shared = [
        (remark.line, remark.details["others"])
        for remark in done.remarks
        if remark.reason == "duplicate_respondent"
    ]
    assert (shared, len(done.table("response_rows"))) == ([(2, "5"), (5, "2")], 3)


def test_what_an_edition_asked_is_kept_with_its_scale(tmp_path: Path) -> None:
    asked = {row["item_id"]: row for row in convert(tmp_path, SURVEY).table("question_rows")}
    assert set(asked) == {"venue_hardware.11cf0fc0", "website", "overall", "intention"}
    assert [
        (asked["intention"][name])
        for name in ("scale_min", "scale_max", "is_measure", "label_as_asked")
    ] == [
        1,
        3,
        True,
        "下届参展意向",
    ]


def test_an_item_keeps_its_slot_in_the_next_edition_and_a_new_one_takes_the_next(
    tmp_path: Path,
) -> None:
    known = Known(
        "f",
        dimensions=(KnownDimension("exhibitor", "website", "网站", "Website"),),
        items=(KnownItem("exhibitor", "website", 7, "website", "网站", "Website"),),
    )
    done = convert(
        tmp_path, csv_text("会刊,网站", "4,3", "5,2", "1,1"), known=known, kind="exhibitor_survey"
    )
    assert done.table("response_rows")[0]["sat"] == [None] * 6 + [300, 400]
    assert [(row["item_id"], row["slot"]) for row in done.table("items")] == [("show_catalogue", 8)]
    assert [row["dimension_id"] for row in done.table("dimensions")] == ["show_catalogue"]


def test_the_same_label_in_english_is_the_same_item(tmp_path: Path) -> None:
    known = Known(
        "f",
        items=(
            KnownItem(
                "exhibitor", "venue_hardware.x", 3, "venue_hardware", "空调通风", "Air conditioning"
            ),
        ),
    )
    done = convert(
        tmp_path,
        csv_text("Venue hardware - Air Conditioning", "4", "2"),
        known=known,
        kind="exhibitor_survey",
    )
    assert "items" not in done.answer["questionnaire"]
    assert [row["item_id"] for row in done.table("question_rows")] == ["venue_hardware.x"]


def test_a_reversed_scale_is_turned(tmp_path: Path) -> None:
    header = '"总体满意度(1=非常满意,5=很不满意)"'
    done = convert(
        tmp_path, csv_text(f"{header},网站", "1,5", "2,5", "5,4"), kind="exhibitor_survey"
    )
    assert [row["overall"] for row in done.table("response_rows")] == [500, 400, 100]


def test_an_expectation_stands_beside_its_item(tmp_path: Path) -> None:
    done = convert(tmp_path, csv_text("网站,网站（期望）", "3,5", "4,4"), kind="exhibitor_survey")
    assert [(row["sat"], row["expected"]) for row in done.table("response_rows")] == [
        ([300], [500]),
        ([400], [400]),
    ]


def test_a_file_of_several_editions_tells_what_each_asked(tmp_path: Path) -> None:
    done = convert(
        tmp_path, csv_text("届次,网站,会刊", "7,3,", "7,4,", "8,5,2"), kind="exhibitor_survey"
    )
    assert {(row["edition_id"], row["item_id"]) for row in done.table("question_rows")} == {
        ("f-7", "website"),
        ("f-8", "website"),
        ("f-8", "show_catalogue"),
    }
    assert [row["number"] for row in done.table("edition_rows")] == [7, 8]


def test_two_columns_for_one_item_are_refused(tmp_path: Path) -> None:
    uses = (
        ColumnUse("a", "item", "", "website", scale=(1, 5)),
        ColumnUse("b", "item", "website", "website", scale=(1, 5)),
    )
    with pytest.raises(Unreadable) as caught:
        convert(
            tmp_path,
            csv_text("a,b", "1,2"),
            mapping=Mapping("exhibitor_survey", uses, "f", edition=8),
        )
    assert caught.value.reason in ("item_twice", "claimed_twice")


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
    try:
        done = convert(tmp_path, data, mapping=Mapping("exhibitor_survey", uses, "f", edition=8))
    except Unreadable:
        return  # nothing of it could be stored, and nothing was
    left_out = [remark for remark in done.remarks if remark.is_left_out]
    stored = done.table("response_rows")
    assert done.answer["lines_read"] == len(stored) + len(left_out)
    values = [
        value for row in stored for value in [*row["sat"], row["overall"]] if value is not None
    ]
    assert all(100 <= value <= 500 for value in values)
    assert (
        len({row["line"] for row in stored} | {one.line for one in left_out})
        == done.answer["lines_read"]
    )


def test_several_former_names_in_one_cell_are_several_names(tmp_path: Path):
    done = convert(
        tmp_path,
        csv_text(
            "展商编号,企业名称,曾用名", "1,甲公司,乙公司；丙公司、 DING A/S |戊公司", "2,己公司,"
        ),
        kind="exhibitors",
    )
    told = [(row["former_name"], row["former_key"]) for row in done.table("exhibitor_rows")]
    assert told == [
        ("乙公司；丙公司、 DING A/S |戊公司", "乙公司|丙公司|dinga/s|戊公司"),
        (None, None),
    ]
