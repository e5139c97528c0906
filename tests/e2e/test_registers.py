"""Two people edit one exhibitor at once: the second is told, chooses, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from analytics.store import Store
from tests import fairs
from tests.e2e.browser import CHROMIUM, Reader, Server, chromium, tab

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")
CARD = "/registers?lang=en&fair=f&customer.exhibitor=n:firm1"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A fair of two firms."""
    folder = tmp_path_factory.mktemp("registers")
    with Store(folder) as store:
        rows = [
            {"fair_id": "f", "line": n, "name": f"Firm {n}", "name_key": f"firm{n}"} for n in (1, 2)
        ]
        stays = [
            {"edition_id": "f-1", "line": n, "exhibitor_key": f"n:firm{n}", "fee": 10.0 * n}
            for n in (1, 2)
        ]
        fairs.load(
            store,
            "participations",
            is_demo=True,
            edition_rows=fairs.editions([1]),
            exhibitor_rows=rows,
            participation_rows=stays,
        )
    with Server(data=folder) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


def write(reader: Reader, field: str, text: str) -> None:
    reader.page.locator(f"[class*='st-key-{field}-'] input").first.fill(text)


def press(reader: Reader, key: str) -> None:
    with reader.rerun(120):
        reader.keyed(key).get_by_role("button").first.click()


def test_the_second_of_two_is_told_and_chooses(
    server: Server, browser: Browser, tmp_path: Path
) -> None:
    first, second = (tab(browser).open(server.url + CARD) for _ in range(2))
    write(first, "name_en", "First Ltd")
    press(first, "save-card")
    assert "Saved." in first.text()
    write(second, "name_en", "Second Ltd")
    press(second, "save-card")
    assert "Nothing was saved yet: choose." in second.text()
    assert "local wrote: First Ltd" in second.text()
    with second.rerun():
        second.keyed("choice-name_en").get_by_role("radio").last.check(force=True)
    press(second, "save-chosen")
    assert "Saved." in second.text()
    fresh = tab(browser).open(server.url + CARD)
    assert fresh.page.locator("[class*='st-key-name_en-'] input").first.input_value() == (
        "Second Ltd"
    )
    assert not [*first.faults(), *second.faults(), *fresh.faults()]
