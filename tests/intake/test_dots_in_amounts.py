"""What the dot of 12.500 is, a column proves or a person says; one style holds for all of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.open_points import open_points
from analytics.intake.mapping.suggest import suggest
from tests.intake.files import convert, csv_text, inspect

KNOWN = Known("f", "展会", "Fair")
HEAD = "届次;企业名称;Turnover (EUR);展位面积"


def test_amounts_written_the_european_way_are_read_so(tmp_path: Path) -> None:
    lines = ["8;甲;12.500 €;9", "8;乙;1.250.000 €;18", "8;丙;7.500,50 €;27,5", "8;丁;900 €;9"]
    conversion = convert(tmp_path, csv_text(HEAD, *lines), kind="participations")
    rows = conversion.table("participation_rows")
    assert [row["turnover"] for row in rows] == [12_500, 1_250_000, 7_500.5, 900]
    assert [row["booth_area_sqm"] for row in rows] == [9, 18, 27.5, 9]
    assert conversion.reasons() == []


@pytest.mark.parametrize(("grouping", "amount"), [(".", 12_500), (",", 12.5)])
def test_what_nothing_proves_is_asked_and_answered_in_the_mapping(
    tmp_path: Path, grouping: str, amount: float
) -> None:
    text = csv_text(HEAD, "8;甲;12.500 €;9", "8;乙;900 €;18")
    inspection = inspect(tmp_path, text)
    mapping = suggest(inspection, KNOWN, "participations")
    points = open_points(mapping, inspection, KNOWN)
    assert [(point.reason, point.details) for point in points if point.is_blocking] == [
        ("needs_grouping", {"value": "12.500 €"})
    ]
    dots = f'"key": "turnover", "grouping": "{grouping}"'
    answered = Mapping.loads(mapping.dumps().replace('"key": "turnover"', dots))
    conversion = convert(tmp_path, text, mapping=answered)
    assert [row["turnover"] for row in conversion.table("participation_rows")] == [amount, 900]


def test_a_value_against_the_style_of_its_column_is_never_read(tmp_path: Path) -> None:
    conversion = convert(
        tmp_path, csv_text(HEAD, "8;甲;1.250.000;9", "8;乙;12,5000.5;18"), kind="participations"
    )
    assert [row["turnover"] for row in conversion.table("participation_rows")] == [1_250_000, None]
    assert conversion.reasons() == [(3, "not_a_number")]


def test_a_small_bare_amount_beside_others_in_wan_is_pointed_out(tmp_path: Path) -> None:
    text = csv_text(
        "届次,企业名称,成交额,展位面积", "8,甲,120,9", "8,乙,80万元,18", "8,丙,500000,9"
    )
    conversion = convert(tmp_path, text, kind="participations")
    assert [row["turnover"] for row in conversion.table("participation_rows")] == [
        120,
        800_000,
        500_000,
    ]
    assert conversion.reasons() == [(2, "unit_unsaid")]
    assert conversion.mapping.use("成交额").doubt == "units_mixed"


def test_where_the_header_says_wan_a_bare_amount_is_clear(tmp_path: Path) -> None:
    text = csv_text("届次,企业名称,成交额（万元）,展位面积", "8,甲,120,9", "8,乙,80万元,18")
    conversion = convert(tmp_path, text, kind="participations")
    assert [row["turnover"] for row in conversion.table("participation_rows")] == [
        1_200_000,
        800_000,
    ]
    assert conversion.reasons() == []
