"""What a column says of its row is heard: left out by a rule that is said, or asked once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from analytics.errors import Unreadable
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.qualifying_columns import with_rows
from analytics.intake.mapping.suggest import suggest
from tests.intake.files import Converted, convert, csv_text, inspect

BOOKINGS = "企业名称,展位面积,参展费,{header}"


def bookings(header: str, *values: str) -> str:
    rows = (f"甲{n}公司,9,9000,{value}" for n, value in enumerate(values))
    return csv_text(BOOKINGS.format(header=header), *rows)


def lines_left_out(conversion: Converted) -> list[int | None]:
    return [it.line for it in conversion.remarks if it.is_left_out]


@pytest.mark.parametrize(
    ("header", "values"),
    [
        ("状态", ["有效", "有效", "退展", "有效"]),
        ("订单情况", ["已确认", "已确认", "已取消（客户原因）", "已付款"]),
        ("Status", ["Confirmed", "Confirmed", "Cancelled by exhibitor", "Confirmed"]),
        ("Payment status", ["paid", "paid", "refunded", "paid"]),
        ("Note", ["", "", "withdrawn", ""]),
        ("是否取消", ["否", "否", "是", "否"]),
        ("Valid", ["yes", "yes", "no", "yes"]),
    ],
)
def test_what_is_gone_is_left_out_and_named(tmp_path: Path, header: str, values: list[str]) -> None:
    conversion = convert(tmp_path, bookings(header, *values), kind="participations")
    assert lines_left_out(conversion) == [4]
    assert (None, "rows_by_value") in [(it.line, it.reason) for it in conversion.remarks]


@pytest.mark.parametrize(
    ("header", "values"),
    [
        ("Status", ["Confirmed", "Confirmed", "Confirmed", "Confirmed"]),
        ("备注", ["靠近入口", "测试设备厂商", "", "需要电源"]),
        ("主营产品", ["测试仪器", "检测设备", "测试仪器", "软件测试"]),
        ("Payment", ["card", "invoice", "cash", "card"]),
        ("Contract", ["open", "open", "signed", "signed"]),
    ],
)
def test_what_only_sounds_like_it_leaves_nothing_out(
    tmp_path: Path, header: str, values: list[str]
) -> None:
    conversion = convert(tmp_path, bookings(header, *values), kind="participations")
    assert lines_left_out(conversion) == []


def test_what_may_count_is_asked_with_its_counts_and_the_answer_is_remembered(
    tmp_path: Path,
) -> None:
    text = bookings("Status", "Confirmed", "Waiting list", "Cancelled", "Confirmed")
    with pytest.raises(Unreadable) as caught:
        convert(tmp_path, text, kind="participations")
    assert caught.value.reason == "which_rows"
    assert caught.value.details["values"] == "Confirmed 2 · Waiting list 1 · Cancelled 1"
    known = Known("f", "展会", "Fair")
    mapping = suggest(inspect(tmp_path, text, "第8届.csv"), known, "participations")
    use = with_rows(mapping.use("Status"), ["Cancelled"])
    conversion = convert(tmp_path, text, mapping=mapping.with_use(use))
    assert lines_left_out(conversion) == [4]
    later = replace(known, mappings=(mapping.with_use(use).completed(("Status",)).dumps(),))
    again = suggest(inspect(tmp_path, text), later, "participations").use("Status")
    assert (again.leaves_out, again.doubt) == (("Cancelled",), "")


def test_previews_and_spam_among_answers_are_left_out(tmp_path: Path) -> None:
    rows = [
        f"R{n},{n % 5 + 1},{value}"
        for n, value in enumerate(
            ["IP Address", "Survey Preview", "IP Address", "Spam", "IP Address"]
        )
    ]
    conversion = convert(tmp_path, csv_text("Response ID,Overall satisfaction,Status", *rows))
    assert lines_left_out(conversion) == [3, 5]


def test_the_status_of_a_complaint_is_its_own(tmp_path: Path) -> None:
    rows = ["甲公司,餐饮,2024-05-01,已取消", "乙公司,班车,2024-05-02,处理中"]
    conversion = convert(
        tmp_path, csv_text("企业名称,投诉主题,投诉日期,状态", *rows), kind="complaints"
    )
    assert lines_left_out(conversion) == []


def test_an_addition_to_another_line_is_no_line_of_its_own(tmp_path: Path) -> None:
    text = bookings("Add-on to position ID", "", "", "17", "")
    conversion = convert(tmp_path, text, kind="participations")
    assert [(it.line, it.reason) for it in conversion.remarks if it.is_left_out] == [(4, "add_on")]


@pytest.mark.parametrize(
    ("header", "values"),
    [
        ("缴费情况", ["已付清", "已付清", "已退款", "未付款", "已付清", "已付清"]),
        ("到账", ["已到账", "未到账", "是", "是", "是", "是"]),
        ("Rent paid?", ["in full", "in full", "unpaid", "in full", "in full", "in full"]),
        ("Zahlung", ["bezahlt", "offen", "bezahlt", "bezahlt", "bezahlt", "bezahlt"]),
    ],
)
def test_one_order_not_paid_is_heard_under_a_header_of_payment(
    tmp_path: Path, header: str, values: list[str]
) -> None:
    mapping = suggest(inspect(tmp_path, bookings(header, *values)), Known())
    assert mapping.use(header).doubt == "which_rows"
