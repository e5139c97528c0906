"""What amounts are in is read in full from a header or a title, or unclear."""

from __future__ import annotations

import pytest

from analytics.intake.cells.amount_unit import (
    Unit,
    amounts_in,
    header_says,
    header_unit,
    title_says,
)


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        ("成交额（亿美元）", (1e8, "USD")),
        ("收入（万元）", (1e4, "CNY")),
        ("参展费（元）", (1, "CNY")),
        ("面积（㎡）", (1, "")),
        ("Fee (USD thousand)", (1e3, "USD")),
        ("满意度(1-5)", (1, "")),
    ],
)
def test_a_header_says_the_unit(header: str, unit: tuple[float, str]) -> None:
    assert header_unit(header) == unit


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
    unit = header_says(header)
    assert (unit.multiple, unit.currency, unit.is_unclear) == (multiple, currency, False)


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
