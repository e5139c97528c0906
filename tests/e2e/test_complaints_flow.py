"""A complaint is entered, closed, and seen on the exhibitor's page and in the study."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from analytics.complaints.cases import read_cases
from analytics.store import Store
from tests import fairs
from tests.e2e.browser import CHROMIUM, Reader, Server, chromium, tab

TOPIC, FIRM = "空调太热", "明辉五金"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fair of two editions with six firms, marked as the demo so that the app loads no other."""
    folder = tmp_path_factory.mktemp("complaints")
    with Store(folder) as store:
        fairs.load(
            store,
            "participations",
            is_demo=True,
            edition_rows=fairs.editions([1, 2]),
            exhibitor_rows=[
                {"fair_id": "f", "line": n, "name": f"{FIRM}{n}", "name_key": f"{FIRM}{n}"}
                for n in range(6)
            ],
            participation_rows=[
                {"edition_id": f"f-{number}", "line": n, "exhibitor_key": f"n:{FIRM}{n}"}
                for number in (1, 2)
                for n in range(6)
            ],
        )
    return folder


@pytest.fixture(scope="module")
def server(data: Path) -> Iterator[Server]:
    with Server(data=data) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    with chromium() as running:
        yield running


def press(reader: Reader, key: str) -> None:
    with reader.rerun():
        reader.keyed(key).get_by_role("button").click()


def fill(reader: Reader, key: str, text: str) -> None:
    reader.keyed(key).get_by_role("textbox").fill(text)


def test_enter_close_and_see_it_on_the_exhibitors_page_and_in_the_study(
    server: Server, browser: Browser, data: Path
) -> None:
    key = f"n:{FIRM}3"
    reader = tab(browser).open(f"{server.url}/customer?lang=zh&customer.exhibitor={key}")
    reader.keyed("complaint-entry").get_by_role("button").first.click()
    fill(reader, "complaint-topic", TOPIC)
    press(reader, "complaint-enter")
    assert "意见与投诉共 1 条" in reader.text()
    reader.open(f"{server.url}/complaints?lang=zh")
    assert "1 件投诉中 1 件未办结" in reader.text()
    picked = reader.keyed("complaint-picked").get_by_role("combobox")
    picked.click()
    with reader.rerun():
        reader.page.get_by_role("option").filter(has_text=TOPIC).click()
    reader.keyed("complaint-close").get_by_role("button").first.click()
    press(reader, "close-now")
    assert "1 件投诉中 0 件未办结" in reader.text()
    assert reader.faults() == []
    reader.open(f"{server.url}/customer?lang=zh&customer.exhibitor={key}")
    assert reader.faults() == []
    server.process.terminate()
    server.process.wait(20)
    with Store(data) as store:
        (case,) = read_cases(store, "f", date.today())
    assert (case.is_open, case.outcome, case.exhibitor_id) == (False, "satisfied", key)
