"""Numbers that a list of bookings would lose."""

from __future__ import annotations

from pathlib import Path

from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.suggest import suggest
from tests.intake.files import csv_text, inspect


def lost(path: Path, column: str, values: list[str], fee: str = "Fee (EUR)") -> tuple[str, ...]:
    """The columns asked about as lost, in a list of bookings with one more column."""
    rows = [f"Firm {value},A{n},{n}2,{n}900,{value}" for n, value in enumerate(values, 1)]
    text = csv_text(f"Exhibitor,Stand,Area sqm,{fee},{column}", *rows)
    doubts = suggest(inspect(path, text, "bookings.csv"), Known("f")).doubts
    return next((doubt.columns for doubt in doubts if doubt.reason == "numbers_lost"), ())


def test_a_filled_column_of_numbers_is_not_lost_unasked(tmp_path: Path) -> None:
    assert lost(tmp_path, "Power kW", ["3", "7", "5", "12"]) == ("Power kW",)


def test_numbers_that_tell_lines_apart_and_years_may_be_lost(tmp_path: Path) -> None:
    assert lost(tmp_path, "Zip", ["10115", "20095", "80331", "50667"]) == ()
    assert lost(tmp_path, "Founded", ["1990", "2004", "1987", "2011"]) == ()


def test_beside_the_net_amount_tax_and_gross_are_left_out_unasked(tmp_path: Path) -> None:
    net = "Net amount (EUR)"
    assert lost(tmp_path, "VAT 19%", ["228", "456", "684", "300"], net) == ()
    assert lost(tmp_path, "Gross amount (EUR)", ["1428", "2856", "4284", "90"], net) == ()
