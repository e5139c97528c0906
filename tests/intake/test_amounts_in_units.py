"""What amounts are in is asked where header and title do not say it; never left at 1 in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.mapping_table import anew
from analytics.intake.mapping.open_points import open_points
from analytics.intake.mapping.suggest import suggest
from analytics.intake.table.inspection import ColumnSeen
from tests.intake.files import convert, csv_text, inspect

KNOWN = Known("f", "展会", "Fair")


@pytest.mark.parametrize(
    "header", ["成交额/万元", "成交额_万元", "成交额万元", "成交额（单位：万元）"]
)
def test_turnover_is_known_by_its_header_with_the_unit_and_stored_in_full(
    tmp_path: Path, header: str
) -> None:
    conversion = convert(tmp_path, csv_text(f"届次,企业名称,{header},展位面积", "8,甲,120,9"))
    assert [row["turnover"] for row in conversion.table("participation_rows")] == [1_200_000]


def test_the_unit_of_the_title_is_used(tmp_path: Path) -> None:
    text = csv_text(
        "第八届成交统计表,,,",
        "单位：万美元,,,",
        "届次,企业名称,成交额,展位面积",
        "8,甲,120,9",
        "8,乙,3,18",
    )
    conversion = convert(tmp_path, text, kind="participations")
    assert [row["turnover"] for row in conversion.table("participation_rows")] == [
        1_200_000,
        30_000,
    ]
    assert conversion.mapping.use("成交额").currency == "USD"


def test_an_unclear_unit_blocks_until_the_mapping_says_it(tmp_path: Path) -> None:
    column = "成交额（百万津巴布韦元）"
    inspection = inspect(tmp_path, csv_text(f"届次,企业名称,{column},展位面积", "8,甲,120,9"))
    mapping = suggest(inspection, KNOWN, "participations")
    blocking = [
        (open_point.reason, open_point.column)
        for open_point in open_points(mapping, inspection, KNOWN)
        if open_point.is_blocking
    ]
    assert blocking == [("needs_unit", column)]
    answered = Mapping.loads(mapping.dumps().replace('"unit": 0', '"unit": 1000000'))
    assert [
        open_point
        for open_point in open_points(answered, inspection, KNOWN)
        if open_point.is_blocking
    ] == []


def test_what_was_said_of_a_unit_is_remembered_for_the_same_header(tmp_path: Path) -> None:
    column = "成交额（百万津巴布韦元）"
    earlier = Mapping(
        "participations",
        (
            ColumnUse("届次", "field", "edition"),
            ColumnUse("企业名称", "field", "name"),
            ColumnUse(column, "field", "turnover", unit=1e6),
            ColumnUse("展位面积", "field", "booth_area_sqm"),
        ),
    )
    known = Known("f", "展会", "Fair", mappings=(earlier.dumps(),))
    text = "届次,企业名称,{},展位面积"
    same = suggest(
        inspect(tmp_path, csv_text(text.format(column), "8,甲,120,9")), known, "participations"
    )
    other = suggest(
        inspect(tmp_path, csv_text(text.format("成交额（万元）"), "8,甲,120,9")),
        known,
        "participations",
    )
    assert (same.use(column).unit, other.use("成交额（万元）").unit) == (1e6, 1e4)


def test_a_column_made_turnover_by_hand_gets_the_unit_of_its_header() -> None:
    assert anew("field:turnover", ColumnSeen("合同总价（万元）")).unit == 1e4
    assert anew("field:turnover", ColumnSeen("合同总价（某币）")).unit == 0


def test_areas_in_standard_stands_are_asked_about(tmp_path: Path) -> None:
    inspection = inspect(tmp_path, csv_text("企业名称,展位面积", "甲,9", "乙,2个标准展位"))
    use = suggest(inspection, Known("f"), "participations").use("展位面积")
    assert (use.stand_sqm, use.doubt) == (9, "stand_size")


def test_money_in_another_currency_than_its_column_is_never_added_up(tmp_path: Path) -> None:
    conversion = convert(
        tmp_path,
        csv_text("届次,企业名称,成交额", "8,甲,￥800万", "8,乙,US$1.2m", "8,丙,500万元"),
    )
    rows = conversion.table("participation_rows")
    assert [(row["turnover"], row["turnover_currency"]) for row in rows] == [
        (8e6, "CNY"),
        (1.2e6, "USD"),
        (5e6, "CNY"),
    ]


def test_a_bare_small_amount_beside_others_in_millions_is_pointed_out(tmp_path: Path) -> None:
    conversion = convert(tmp_path, csv_text("届次,企业名称,成交额", "8,甲,￥800万", "8,丁,12"))
    assert conversion.reasons() == [(3, "unit_unsaid")]
