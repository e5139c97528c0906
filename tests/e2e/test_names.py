"""In a browser: the name in a table of exhibitors is a link, and it opens that exhibitor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from analytics.store import Store
from tests.customers import registers
from tests.e2e.browser import CHROMIUM, Server, chromium, tab

FIRMS = {f"{n}": "111" for n in range(6)}
FEES = {firm: {3: 30.0 + int(firm)} for firm in FIRMS}
FIRST_NAME = {"x": 30, "y": 53}
"""A place inside the first cell below the heading of a table, from its corner."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder: Path = tmp_path_factory.mktemp("names")
    with Store(folder) as store:
        registers.load(store, FIRMS, FEES)
    with Server(data=folder) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    with chromium() as running:
        yield running


def test_a_click_on_a_name_opens_the_exhibitor(server: Server, browser: Browser) -> None:
    reader = tab(browser, language="en-US").open(f"{server.url}/abc?lang=en")
    page = reader.page
    table = page.locator(".st-key-card-abc-members [data-testid=stDataFrame]")
    table.scroll_into_view_if_needed()
    reader.wait()
    with page.context.expect_page() as opened:
        table.click(position=FIRST_NAME)
    followed = opened.value
    followed.get_by_text("Firm 5").first.wait_for()
    assert "/customer" in followed.url
    assert "exhibitor=c%3A5" in followed.url
    assert "lang=en" in followed.url
