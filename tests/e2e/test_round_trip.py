"""A register goes out, is edited, comes back: the change is seen, holds, and is taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Browser

from analytics.sheets import xlsx_bytes
from analytics.store import Store
from tests import fairs
from tests.e2e.browser import CHROMIUM, Reader, Server, chromium, tab

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A fair of three exhibitors at one edition."""
    folder = tmp_path_factory.mktemp("round")
    firms = ("Alpha", "Beta", "Gamma")
    with Store(folder) as store:
        fairs.load(
            store,
            "participations",
            edition_rows=fairs.editions([1]),
            exhibitor_rows=[
                {"fair_id": "f", "line": n, "name": name, "name_key": name.lower()}
                | {"region": "North"}
                for n, name in enumerate(firms)
            ],
            participation_rows=[
                {"edition_id": "f-1", "line": n, "exhibitor_key": f"n:{name.lower()}"}
                for n, name in enumerate(firms)
            ],
        )
    with Server(data=folder) as running:
        yield running


@pytest.fixture
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


def press(reader: Reader, key: str) -> None:
    with reader.rerun(60):
        reader.keyed(key).get_by_role("button").first.click()


def edited(file: Path) -> None:
    """What somebody does in a spreadsheet: one cell, columns the other way round, a new name."""
    table = pd.read_excel(file, dtype=str, engine="openpyxl")
    table.loc[table["Company"] == "Beta", "Region"] = "South"
    file.write_bytes(xlsx_bytes({"Renamed": table[list(reversed(table.columns))]}))


def test_a_round_trip_in_a_browser(server: Server, browser: Browser, tmp_path: Path) -> None:
    reader = tab(browser, language="en-US").open(f"{server.url}/round_trip")
    with reader.page.expect_download() as download:
        reader.keyed("take-out-exhibitors-xlsx").get_by_role("button").first.click()
    file = tmp_path / "register.xlsx"
    download.value.save_as(file)
    edited(file)
    reader.page.locator("[data-testid=stFileUploaderDropzoneInput]").set_input_files(str(file))
    reader.keyed("round-trip-go").wait_for(timeout=60_000)
    reader.wait()
    assert "1 cells changed" in reader.text()
    press(reader, "round-trip-go")
    assert "Changed: 1 cells, 0 new rows." in reader.text()
    press(reader, "round-trip-take-back")
    assert "the register is as it was" in reader.text()
    assert reader.faults() == []
    reader.page.context.close()
