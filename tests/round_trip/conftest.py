"""A register of four firms, and files as somebody edited them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pytest

from analytics.round_trip.changes import Changes, changes
from analytics.round_trip.read_back import read_back
from analytics.round_trip.tables import EXHIBITORS
from analytics.round_trip.taken_table import taken_table
from analytics.sheets import csv_bytes, xlsx_bytes
from analytics.store import Store
from analytics.wording import speaker
from tests import fairs

Edit = Callable[[pd.DataFrame], pd.DataFrame | None]
KEY, CHECK = "ExpoLens key (leave as it is)", "ExpoLens check (leave as it is)"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("EXPOLENS_TODAY", "2026-12-01")
    monkeypatch.setenv("EXPOLENS_DATA", str(tmp_path))
    with Store(tmp_path) as opened:
        load_register(opened, region="North")
        yield opened


def load_register(store: Store, **fields: str) -> None:
    firms = [("00012", "甲公司"), (None, "Alpha Ltd"), (None, "=Beta"), (None, "Gamma Works")]
    fairs.load(
        store,
        "exhibitors",
        exhibitor_rows=[
            {"fair_id": "f", "line": n, "code": code, "name": name, "name_key": name.lower()}
            | {"name_key": name.lower().replace(" ", "")}
            | fields
            for n, (code, name) in enumerate(firms)
        ],
    )


def taken(store: Store, language: str = "en") -> pd.DataFrame:
    """The register as its file holds it."""
    with store.reader() as reader:
        return taken_table(reader, "f", EXHIBITORS, speaker(language))  # type: ignore[arg-type]


def compared(store: Store, table: pd.DataFrame, name: str = "edited.csv") -> Changes:
    """What a table, saved by a spreadsheet, would change."""
    is_workbook = name.endswith("xlsx")
    data = xlsx_bytes({"Whatever": table}) if is_workbook else csv_bytes(table)
    back = read_back(name, data)
    with store.reader() as reader:
        return changes(reader, "f", back)


def cell(table: pd.DataFrame, name: str, column: str, value: object) -> pd.DataFrame:
    """The table with one cell written over."""
    table.loc[table["Company"] == name, column] = value
    return table
