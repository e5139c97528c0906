"""A further year of a real survey, with small numbers among its ratings that are none: what is new
is asked once, and no scale changes. Skipped where EXPOLENS_REALDATA names no folder.
"""

from __future__ import annotations

import csv
import os
from pathlib import Path
from random import Random

import pytest

from analytics.store import Store
from tests.meaning.take_in import TakenIn, empty_store, take_in

RAW = Path(os.environ.get("EXPOLENS_REALDATA", "/nowhere")) / "sfo" / "raw"
MAPPING = Path(__file__).parents[1] / "intake" / "sfo" / "2015.mapping.json"
NEW = {"CARRYONS": ("Q7SIGN", 0, 3), "TRIPNO": ("Q7ROADS", 1, 7), "PARTYSIZE": ("Q9FOOD", 1, 9)}
SCALES = """
    select item_id, scale_min, scale_max from questions where edition_id = $edition order by item_id
"""
pytestmark = pytest.mark.skipif(
    not RAW.is_dir(), reason="EXPOLENS_REALDATA does not name the folder of the real survey"
)


def further_year(year_before: Path, to: Path) -> Path:
    """The same answers a year later, with three more columns between the ratings."""
    with year_before.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    names, rng = list(lines[0]), Random(5)
    for name, (before, _, _) in NEW.items():
        names.insert(names.index(before), name)
    with to.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        for line in lines:
            small = {name: rng.randint(low, high) for name, (_, low, high) in NEW.items()}
            writer.writerow(line | small)
    return to


def imported(file: Path, folder: Path, *args: str) -> TakenIn:
    return take_in([file], (("--fair", "sfo", *args),), folder)


def test_a_further_year_changes_no_scale(tmp_path: Path) -> None:
    folder = empty_store(tmp_path / "data")
    first = next(RAW.glob("2015_*.csv"))
    assert imported(first, folder, "--mapping", str(MAPPING)).outcome == "stored"
    second = further_year(first, tmp_path / "2016_SFO_Customer_Survey.csv")
    asked = imported(second, folder, "--edition", "2016", "--kind", "visitor_survey")
    accepted = imported(
        second, folder, "--edition", "2016", "--kind", "visitor_survey", "--accept-guesses"
    )
    assert (asked.outcome, accepted.outcome) == ("asked", "stored")
    assert all(name in asked.said for name in NEW)
    with Store(folder) as store, store.reader() as reader:
        before = reader.rows(SCALES, edition="sfo-2015")
        after = reader.rows(SCALES, edition="sfo-2016")
    assert before
    assert [row for row in before if row not in after] == []
