"""Stars and parts of a whole are numbers of a scale that they show themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.intake.cells.rating import marked_number, marks_in_all
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.suggest import suggest
from tests.intake.files import csv_text, inspect


@pytest.mark.parametrize(
    ("text", "number", "of"),
    [
        ("★★★☆☆", 3, 5),
        ("☆☆☆☆☆", 0, 5),
        ("4/5", 4, 5),
        ("3星", 3, 0),
        ("7/5", None, 5),
        ("12/25", None, 25),
        ("满意", None, 0),
    ],
)
def test_marks_are_counted(text: str, number: float | None, of: int) -> None:
    assert (marked_number(text), marks_in_all(text)) == (number, of)


def test_a_column_of_marks_rates_on_the_scale_it_shows(tmp_path: Path) -> None:
    lines = (f"{n},{n % 3 + 2}/5,{'★' * (n % 4 + 2)}{'☆' * (3 - n % 4)}" for n in range(24))
    inspection = inspect(tmp_path, csv_text("ID,Overall satisfaction,Catering", *lines))
    uses = suggest(inspection, Known("f"), "exhibitor_survey").columns
    assert [use.scale for use in uses[1:]] == [(1, 5), (1, 5)]
