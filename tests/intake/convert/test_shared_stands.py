"""The area of a stand that several firms share counts once."""

from __future__ import annotations

from pathlib import Path

from tests.intake.files import convert, csv_text

HEAD = "Exhibitor,Type,Stand,Area (m²)"


def areas(folder: Path, *rows: str) -> tuple[list[float | None], list[tuple[int | None, str]]]:
    converted = convert(folder, csv_text(*rows), kind="participations")
    stored = converted.table("participation_rows")
    return [row["booth_area_sqm"] for row in stored], converted.reasons()


def test_a_co_exhibitor_has_no_area_of_its_own(tmp_path: Path) -> None:
    rows = ("A Ltd,Main exhibitor,A1,48", "B Ltd,Co-exhibitor,A1,48", "C Ltd,Main exhibitor,A2,12")
    assert areas(tmp_path, HEAD, *rows) == ([48, None, 12], [(3, "area_of_host")])


def test_a_co_exhibitor_with_another_area_keeps_it_and_is_named(tmp_path: Path) -> None:
    rows = ("A Ltd,Main exhibitor,A1,48", "B Ltd,Co-exhibitor,A1,6", "C Ltd,Main exhibitor,A2,12")
    assert areas(tmp_path, HEAD, *rows) == ([48, 6, 12], [(3, "area_of_guest")])


def test_two_firms_on_one_stand_are_named_where_nothing_says_whose_it_is(tmp_path: Path) -> None:
    rows = ("甲公司,A1,36", "乙公司,A1,36", "丙公司,A2,9", "丁公司,A3,9")
    stored, reasons = areas(tmp_path, "企业名称,展位号,面积（㎡）", *rows)
    assert (stored, reasons) == ([36, 36, 9, 9], [(3, "stand_shared")])


def test_a_firm_with_two_stands_shares_none(tmp_path: Path) -> None:
    rows = ("甲公司,A1,36", "甲公司,A2,36", "丙公司,A3,9")
    assert areas(tmp_path, "企业名称,展位号,面积（㎡）", *rows) == ([36, 36, 9], [])
