"""In a browser: the name in a table of exhibitors is a link, and it opens that exhibitor."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, TimeoutError

from analytics.store import Store
from tests import fairs
from tests.customers import registers
from tests.e2e.browser import CHROMIUM, Server, chromium, tab

FIRMS = {f"{n}": "111" for n in range(6)}
FEES = {firm: {3: 30.0 + int(firm)} for firm in FIRMS}
TRIES, PATIENCE_MS = 8, 8_000
FIRST_NAME = {"x": 30, "y": 53}
"""A place inside the first cell below the heading of a table, from its corner."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder: Path = tmp_path_factory.mktemp("names")
    with Store(folder) as store:
        registers.load(store, FIRMS, FEES)
        fairs.load(
            store,
            "exhibitor_survey",
            "d",
            is_demo=True,
            edition_rows=fairs.editions([1], "d"),
            question_rows=fairs.questions("d-1", []),
            response_rows=fairs.answers("d-1", [{"overall": 4}, {"overall": 3}] * 20),
        )
    with Server(data=folder) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    with chromium() as running:
        yield running


def opened_by_a_click(page: Page, table: Locator) -> Page:
    """What a click on the first name opens; a table drawn a moment later is clicked again."""
    for _ in range(TRIES):
        with suppress(TimeoutError), page.context.expect_page(timeout=PATIENCE_MS) as opened:
            table.click(position=FIRST_NAME)
        if len(page.context.pages) > 1:
            break
    return opened.value


def test_a_click_on_a_name_opens_the_exhibitor(server: Server, browser: Browser) -> None:
    reader = tab(browser, language="en-US").open(f"{server.url}/abc?fair=f&lang=en")
    page = reader.page
    table = page.locator(".st-key-card-abc-members [data-testid=stDataFrame]")
    table.scroll_into_view_if_needed()
    reader.wait()
    followed = opened_by_a_click(page, table)
    followed.get_by_text("Firm 5").first.wait_for()
    assert "/customer" in followed.url
    assert "exhibitor=c%3A5" in followed.url
    assert "lang=en" in followed.url
