"""What amounts are in: said by a mark in the cell, the header, a column of currencies, a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.open_points import open_points
from analytics.intake.mapping.suggest import suggest
from tests.intake.files import convert, csv_text, inspect

KNOWN = Known("f", "展会", "Fair")


def blocking(folder: Path, *lines: str) -> list[tuple[str, str]]:
    inspection = inspect(folder, csv_text(*lines))
    mapping = suggest(inspection, KNOWN, "participations")
    points = open_points(mapping, inspection, KNOWN)
    return [(point.reason, point.column) for point in points if point.is_blocking]


def amounts(folder: Path, *lines: str, key: str = "fee") -> tuple[list[tuple[object, ...]], object]:
    conversion = convert(folder, csv_text(*lines), kind="participations")
    currency = "currency" if key == "fee" else "turnover_currency"
    rows = conversion.table("participation_rows")
    remarks = [(r.line, r.reason) for r in conversion.remarks if r.reason != "column_ignored"]
    return [(row[key], row[currency]) for row in rows], remarks


def test_a_column_of_currencies_says_what_each_row_is_in(tmp_path: Path) -> None:
    rows, reasons = amounts(
        tmp_path, "届次,企业名称,参展费,币种", "8,甲,100,人民币", "8,乙,50,USD", "8,丙,30,欧元"
    )
    assert rows == [(100, "CNY"), (50, "USD"), (30, "EUR")]
    assert reasons == [(None, "several_currencies")]


def test_an_amount_whose_row_says_no_known_currency_is_left_empty_and_named(tmp_path: Path) -> None:
    rows, reasons = amounts(
        tmp_path, "Edition,Company,Fee,Currency", "8,A,100,USD", "8,B,50,points", "8,C,70,"
    )
    assert rows == [(100, "USD"), (None, None), (None, None)]
    assert reasons == [(3, "currency_unread"), (4, "currency_unread")]


def test_a_mark_in_the_cell_goes_with_its_amount(tmp_path: Path) -> None:
    rows, _ = amounts(tmp_path, "Edition,Company,Turnover", "8,A,€5k", "8,B,$3k", key="turnover")
    assert rows == [(5000, "EUR"), (3000, "USD")]


def test_a_mark_that_contradicts_the_header_is_no_amount(tmp_path: Path) -> None:
    rows, reasons = amounts(tmp_path, "届次,企业名称,参展费（美元）", "8,甲,100", "8,乙,€50")
    assert rows == [(100, "USD"), (None, None)]
    assert reasons == [(3, "other_currency")]


@pytest.mark.parametrize(
    ("header", "cells", "is_asked"),
    [
        ("参展费", ("24000", "US$3600"), True),
        ("Fee", ("24000", "€3600"), True),
        ("参展费", ("24000", "￥3600"), False),
        ("参展费", ("￥24000", "US$3600"), False),
        ("参展费（元）", ("24000", "3600"), False),
        ("参展费", ("24000", "3600"), False),
    ],
)
def test_bare_amounts_beside_foreign_ones_are_asked_about(
    tmp_path: Path, header: str, cells: tuple[str, str], is_asked: bool
) -> None:
    lines = [f"8,甲,{cells[0]},9", f"8,乙,{cells[1]},9"]
    asked = blocking(tmp_path, f"届次,企业名称,{header},展位面积", *lines)
    assert asked == ([("currency_unsaid", header)] if is_asked else [])


def test_the_answer_is_for_the_bare_ones_alone(tmp_path: Path) -> None:
    text = csv_text("届次,企业名称,参展费,展位面积", "8,甲,24000,9", "8,乙,US$3600,9")
    mapping = suggest(inspect(tmp_path, text), KNOWN, "participations")
    answered = mapping.dumps().replace('"key": "fee"', '"key": "fee", "currency": "CNY"')
    conversion = convert(tmp_path, text, mapping=Mapping.loads(answered))
    rows = conversion.table("participation_rows")
    assert [(row["fee"], row["currency"]) for row in rows] == [(24000, "CNY"), (3600, "USD")]


def test_a_company_whose_amounts_cannot_be_added_is_named(tmp_path: Path) -> None:
    rows, reasons = amounts(
        tmp_path, "Edition,Company,Fee,Currency", "8,A,100,USD", "8,A,50,EUR", "8,B,70,EUR"
    )
    assert len(rows) == 3
    assert reasons == [
        (None, "several_currencies"),
        (2, "amounts_apart"),
        (3, "amounts_apart"),
    ]


@pytest.mark.parametrize(
    ("header", "cell", "square_metres"),
    [
        ("Stand area (sq ft)", "200", 18.580608),
        ("展位面积（平方英尺）", "100", 9.290304),
        ("Stand area", "10x10 ft", 9.290304),
        ("Stand area", "200 sqft", 18.580608),
        ("Stand area (m²)", "18", 18.0),
    ],
)
def test_areas_are_stored_in_square_metres(
    tmp_path: Path, header: str, cell: str, square_metres: float
) -> None:
    conversion = convert(
        tmp_path, csv_text(f"Edition,Company,{header}", f"8,A,{cell}"), kind="participations"
    )
    (row,) = conversion.table("participation_rows")
    assert row["booth_area_sqm"] == pytest.approx(square_metres)
