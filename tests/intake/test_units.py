"""What amounts are in is read in full from the header or the title, or asked; never left at 1 in
silence.
"""

from pathlib import Path

import pytest

from analytics.intake.cells.amount_unit import Unit, amounts_in, header_says, title_says
from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.mapping_table import anew
from analytics.intake.mapping.open_points import open_points
from analytics.intake.mapping.suggest import suggest
from analytics.intake.table.inspection import ColumnSeen
from tests.intake.files import convert, csv_text, inspect

KNOWN = Known("f", "展会", "Fair")


@pytest.mark.parametrize(
    ("header", "multiple", "currency"),
    [
        ("成交额（单位：万元）", 1e4, "CNY"),
        ("成交额（万元人民币）", 1e4, "CNY"),
        ("成交额(RMB万元)", 1e4, "CNY"),
        ("成交额（人民币万元）", 1e4, "CNY"),
        ("Turnover (in EUR thousands)", 1e3, "EUR"),
        ("Turnover (EUR, thousands)", 1e3, "EUR"),
        ("Turnover (USD '000)", 1e3, "USD"),
        ("Turnover ($000s)", 1e3, "USD"),
        ("Turnover (in million USD)", 1e6, "USD"),
        ("成交额（万韩元）", 1e4, "KRW"),
        ("成交额/万元", 1e4, "CNY"),
        ("成交额_万元", 1e4, "CNY"),
        ("成交额:万元", 1e4, "CNY"),
        ("成交额万元", 1e4, "CNY"),
        ("Turnover KEUR", 1e3, "EUR"),
        ("Sum USD", 1, "USD"),
        ("成交额（万元）（含口头承诺）", 1e4, "CNY"),
    ],
)
def test_a_unit_is_read_wherever_the_header_has_it(
    header: str, multiple: float, currency: str
) -> None:
    found = header_says(header)
    assert (found.multiple, found.currency, found.is_unclear) == (multiple, currency, False)


@pytest.mark.parametrize(
    "header",
    [
        "成交额（万津巴布韦元）",
        "参展费（元/㎡）",
        "Turnover (m)",
        "Turnover (USD or EUR)",
        "Sales (grosze)",
    ],
)
def test_what_cannot_be_read_in_full_is_unclear(header: str) -> None:
    assert amounts_in(header).is_unclear


@pytest.mark.parametrize(
    "header", ["成交额", "参展费（含税）", "成交额（2006年）", "Turnover (net)"]
)
def test_a_remark_that_is_no_unit_asks_nothing(header: str) -> None:
    assert header_says(header) == Unit()


@pytest.mark.parametrize(
    ("title", "multiple"),
    [
        ("单位：万元", 1e4),
        ("第八届成交统计（单位：万元、平方米）", 1e4),
        ("金额单位：人民币万元", 1e4),
        ("Amounts in EUR thousands", 1e3),
        ("主办单位：深圳万元公司", 1),
        ("Exhibitors in 2006", 1),
    ],
)
def test_a_title_may_say_the_unit(title: str, multiple: float) -> None:
    assert title_says([title]).multiple == multiple


def test_the_headers_word_goes_before_the_titles_and_a_contradiction_is_asked() -> None:
    assert amounts_in("成交额（元）", ["单位：万元"]).multiple == 1
    assert amounts_in("Turnover (USD)", ["单位：万元"]).is_unclear


@pytest.mark.parametrize(
    "header", ["成交额/万元", "成交额_万元", "成交额万元", "成交额（单位：万元）"]
)
def test_turnover_is_known_by_its_header_with_the_unit_and_stored_in_full(
    tmp_path: Path, header: str
) -> None:
    done = convert(tmp_path, csv_text(f"届次,企业名称,{header},展位面积", "8,甲,120,9"))
    assert [row["turnover"] for row in done.table("participation_rows")] == [1_200_000]


def test_the_unit_of_the_title_is_used(tmp_path: Path) -> None:
    text = csv_text(
        "第八届成交统计表,,,",
        "单位：万美元,,,",
        "届次,企业名称,成交额,展位面积",
        "8,甲,120,9",
        "8,乙,3,18",
    )
    done = convert(tmp_path, text, kind="participations")
    assert [row["turnover"] for row in done.table("participation_rows")] == [1_200_000, 30_000]
    assert done.mapping.use("成交额").currency == "USD"


def test_an_unclear_unit_blocks_until_the_mapping_says_it(tmp_path: Path) -> None:
    column = "成交额（百万津巴布韦元）"
    seen = inspect(tmp_path, csv_text(f"届次,企业名称,{column},展位面积", "8,甲,120,9"))
    mapping = suggest(seen, KNOWN, "participations")
    blocking = [
        (open_point.reason, open_point.column)
        for open_point in open_points(mapping, seen, KNOWN)
        if open_point.is_blocking
    ]
    assert blocking == [("needs_unit", column)]
    said = Mapping.loads(mapping.dumps().replace('"unit": 0', '"unit": 1000000'))
    assert [
        open_point for open_point in open_points(said, seen, KNOWN) if open_point.is_blocking
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
