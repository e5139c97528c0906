"""A deck on the wall: everything fits the window and can be read from the back row."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from analytics.store import Store
from tests import fairs
from tests.e2e.browser import CHROMIUM, Server, chromium, tab

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")
SMALLEST = 18
TOO_SMALL = """least => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), small = [];
  for (let node; (node = walker.nextNode());) {
    const element = node.parentElement, text = node.textContent.trim();
    const box = element.getBoundingClientRect();
    const isSeen = element.checkVisibility({opacityProperty: true, visibilityProperty: true})
      && box.width > 2 && box.height > 2;
    if (text && isSeen && parseFloat(getComputedStyle(element).fontSize) < least) small.push(text);
  }
  return small;
}"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("wall")
    with Store(folder) as store:
        asked = fairs.items({"hall": ["light", "air"], "tickets": ["queue"]})
        fairs.load(
            store,
            "exhibitor_survey",
            is_demo=True,
            edition_rows=fairs.editions([1, 2]),
            questionnaire=asked,
            question_rows=[
                row
                for number in (1, 2)
                for row in fairs.questions(f"f-{number}", ["light", "air", "queue"])
            ],
            response_rows=[
                row
                for number in (1, 2)
                for row in fairs.answers(
                    f"f-{number}",
                    [{"overall": n % 5 + 1, "sat": [n % 5 + 1, 3, n % 3 + 2]} for n in range(40)],
                )
            ],
        )
    with Server(data=folder) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1366, 768)])
def test_every_slide_fits_the_window_of_a_laptop(
    server: Server, browser: Browser, width: int, height: int
) -> None:
    reader = tab(browser, language="en-US", width=width, height=height)
    reader.open(f"{server.url}/deck")
    with reader.rerun():
        reader.keyed("make-review").get_by_role("button").click()
    with reader.rerun():
        reader.keyed("present").get_by_role("button").click()
    for at in range(3):
        reader.wait(quiet=500)
        assert reader.page.evaluate(
            "document.querySelector('[data-testid=stMain]').scrollHeight <= innerHeight"
        ), at
        with reader.rerun():
            reader.page.keyboard.press("ArrowRight")
    reader.page.context.close()


@pytest.mark.parametrize("language", ["zh-CN", "en-US"])
def test_every_slide_fits_the_window_in_letters_for_the_back_row(
    server: Server, browser: Browser, language: str
) -> None:
    reader = tab(browser, language=language, width=1920)
    reader.page.set_viewport_size({"width": 1920, "height": 1080})
    reader.open(f"{server.url}/deck")
    with reader.rerun():
        reader.keyed("make-review").get_by_role("button").click()
    with reader.rerun():
        reader.keyed("present").get_by_role("button").click()
    for at in range(4):
        reader.wait()
        assert reader.page.evaluate(TOO_SMALL, SMALLEST) == []
        assert reader.page.evaluate(
            "document.querySelector('[data-testid=stMain]').scrollHeight <= innerHeight"
        ), at
        with reader.rerun():
            reader.page.keyboard.press("ArrowRight")
    reader.page.context.close()
