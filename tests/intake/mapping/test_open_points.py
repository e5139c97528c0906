"""Which edition a file goes to, and what is open before it can go there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.fair_and_edition import with_edition
from analytics.intake.mapping.known_fair import Known, KnownEdition
from analytics.intake.mapping.open_points import open_points
from analytics.intake.mapping.suggest import suggest
from tests.intake.files import csv_text, inspect

NOBODY = Known("f")


def test_a_year_leads_to_the_edition_held_in_it() -> None:
    known = Known("f", editions=(KnownEdition(8, 2006),))
    plain = Mapping("exhibitor_survey", ())
    assert (with_edition(plain, 2006, known).edition, with_edition(plain, 2007, known).edition) == (
        8,
        2007,
    )


def test_an_undecided_date_order_blocks(tmp_path: Path) -> None:
    inspection = inspect(tmp_path, csv_text("届次,日期,人数", "8,01/10/2006,5", "8,02/10/2006,6"))
    points = open_points(suggest(inspection, NOBODY), inspection, NOBODY)
    assert [(point.reason, point.column) for point in points if point.is_blocking] == [
        ("needs_date_order", "日期")
    ]


def test_a_file_that_is_none_of_ours_is_not_asked_for_a_company(tmp_path: Path) -> None:
    rows = (f"H{n},{n + 100},{n + 130},{n * 3}" for n in range(1, 9))
    inspection = inspect(tmp_path, csv_text("户号,上期读数,本期读数,用电量", *rows))
    mapping = suggest(inspection, Known())
    reasons = {point.reason for point in open_points(mapping, inspection, Known())}
    agreed = replace(mapping, accepts_guesses=True)
    assert "needs_field" not in reasons
    assert reasons & {"none_of_ours", "none_of_ours_each"}
    later = {point.reason for point in open_points(agreed, inspection, Known())}
    assert later & {"needs_field", "needs_one_of", "needs_rating"}
