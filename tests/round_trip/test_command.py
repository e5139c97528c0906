"""The command line takes a register out, says what came back, changes it and takes it back."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analytics.__main__ import main
from analytics.sheets import xlsx_bytes
from analytics.store import Store
from tests.round_trip.conftest import load_register


@pytest.fixture
def edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workbook with one region changed and one emptied."""
    monkeypatch.setenv("EXPOLENS_DATA", str(tmp_path / "data"))
    with Store(tmp_path / "data") as store:
        load_register(store, region="North")
    file = tmp_path / "register.xlsx"
    assert main(["take-out", "exhibitors", "--out", str(file)]) == 0
    table = pd.read_excel(file, dtype=str, engine="openpyxl")
    table.loc[table["Company"] == "Alpha Ltd", "Region"] = "South"
    table.loc[table["Company"] == "Gamma Works", "Region"] = None
    file.write_bytes(xlsx_bytes({"Register": table}))
    return file


def regions(tmp_path: Path) -> dict[str, str | None]:
    with Store(tmp_path / "data") as store, store.reader() as reader:
        return {row["name"]: row["region"] for row in reader.rows("select * from exhibitors")}


def test_changes_are_said_first_and_carried_out_with_yes(
    edited: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = regions(tmp_path)
    assert main(["bring-back", str(edited)]) == 0
    shown = capsys.readouterr().out
    assert "Alpha Ltd: Region “North” → “South”" in shown
    assert "1 cells changed, 1 emptied" in shown
    assert regions(tmp_path) == before
    assert main(["bring-back", str(edited), "--yes"]) == 0
    assert regions(tmp_path) == before | {"Alpha Ltd": "South", "Gamma Works": None}
    assert main(["take-back", "1"]) == 0
    assert regions(tmp_path) == before


def test_calls_that_cannot_be_are_refused_in_words(
    edited: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.csv"
    other.write_text("Company,Region\nA,B\n", "utf-8")
    assert main(["bring-back", str(other)]) == 1
    assert main(["take-out", "firms", "--out", str(edited)]) == 1
    assert main(["take-out", "exhibitors", "--out", str(tmp_path / "x.pdf")]) == 1
    assert main(["--language", "zh", "take-back", "7"]) == 1
    refusals = capsys.readouterr().err
    assert "ExpoLens key" in refusals
    assert "Use one of: exhibitors." in refusals
