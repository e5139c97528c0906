"""Which equal bookings count once."""

from __future__ import annotations

from pathlib import Path

from tests.intake.files import convert, csv_text


def test_equal_bookings_without_a_number_are_kept_and_pointed_out(tmp_path: Path) -> None:
    booking = "第八届,甲公司,9,12000"
    converted = convert(
        tmp_path, csv_text("届次,企业名称,展位面积（㎡）,参展费（元）", booking, booking)
    )
    assert len(converted.table("participation_rows")) == 2
    assert converted.reasons() == [(3, "said_twice")]


def test_a_booking_with_its_stand_or_booking_number_counts_once(tmp_path: Path) -> None:
    for number in ("展位号", "合同号"):
        head = f"届次,企业名称,{number},展位面积（㎡）"
        lines = ("第八届,甲公司,A1,9", "第八届,甲公司,A2,9", "第八届,甲公司,A1,9")
        converted = convert(tmp_path, csv_text(head, *lines))
        assert len(converted.table("participation_rows")) == 2
        assert (4, "duplicate_row") in converted.reasons()
