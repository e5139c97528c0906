"""Columns that follow from others are recognised by every line, never by a name alone."""

from __future__ import annotations

import warnings
from pathlib import Path
from random import Random

from tests.intake.files import csv_text, inspect


def test_an_average_a_total_and_groups_follow_from_their_columns(tmp_path: Path) -> None:
    rng = Random(1)
    rows = []
    for n in range(30):
        a, b, c, likely = (
            rng.randint(1, 5),
            rng.randint(1, 5),
            rng.randint(1, 5),
            rng.randint(0, 10),
        )
        group = ("low", "middle", "high")[(likely > 6) + (likely > 8)]
        mean, other = f"{(a + b + c) / 3:.2f}", rng.randint(1, 5)
        rows.append(f"r{n},{a},{b},{c},{likely},{mean},{a + b + c},{group},{other}")
    text = csv_text("ID,A,B,C,Likely,Mean,Sum,Group,D", *rows)
    inspection = inspect(tmp_path, text, "survey.csv")
    follows = {column.name: column.follows_from for column in inspection.columns}
    assert follows["Mean"] == "average: A, B, C"
    assert follows["Sum"] == "total: A, B, C"
    assert follows["Group"] == "groups: Likely"
    assert not any(follows[name] for name in ("ID", "A", "B", "C", "Likely", "D"))


def test_two_columns_that_say_the_same_follow_from_none(tmp_path: Path) -> None:
    rows = [f"{n % 5 + 1},{n % 5 + 1},{n % 5 + 1}" for n in range(30)]
    inspection = inspect(tmp_path, csv_text("A,B,C", *rows), "survey.csv")
    assert not any(column.follows_from for column in inspection.columns)


def test_a_column_with_no_plain_number_is_looked_at_in_silence(tmp_path: Path) -> None:
    rows = [f"r{n},{n % 5 + 1},{n % 4 + 1},{n % 5 * 20}%" for n in range(40)]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        inspection = inspect(tmp_path, csv_text("ID,A,B,Share", *rows), "survey.csv")
    assert inspection.columns[3].follows_from == ""
