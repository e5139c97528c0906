"""What “size” means is seen from the units of its values."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.suggest import suggest
from tests.intake.files import csv_text, inspect


@pytest.mark.parametrize(
    ("values", "kind", "field"),
    [
        (("200 sq ft", "18 m²", "400 sq ft"), "participations", "booth_area_sqm"),
        (("18㎡", "9平米", "36 sqm"), "participations", "booth_area_sqm"),
        (("1-50", "51-200", "201-500"), "exhibitors", "size_band"),
    ],
)
def test_size_is_the_stands_area_where_its_values_say_so(
    tmp_path: Path, values: tuple[str, ...], kind: str, field: str
) -> None:
    rows = (f"Firm {n},{value}" for n, value in enumerate(values * 3))
    mapping = suggest(inspect(tmp_path, csv_text("Exhibitor name,Size", *rows)), Known())
    assert (mapping.kind, mapping.use("Size").key) == (kind, field)
