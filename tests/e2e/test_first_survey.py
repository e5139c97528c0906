"""A manager's own first file: cards, a deck without a line of regret, and few steps to a slide."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from analytics.store import Store
from tests import fairs
from tests.e2e.browser import CHROMIUM, Reader, Server, chromium, tab
from tests.first_surveys import SURVEYS, write

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")
MOST_STEPS = 8
CARD = "[class*='st-key-card-']"
ENGLISH_REGRETS = ("This needs", "Not in this deck", "Remove a filter", "could not be done")


class Steps:
    """Counts what a person does: each press, each choice, each file dropped."""

    def __init__(self, reader: Reader) -> None:
        self.reader, self.done_so_far = reader, 0

    def press(self, key: str) -> None:
        self.done_so_far += 1
        with self.reader.rerun(120):
            self.reader.keyed(key).get_by_role("button").first.click()

    def type(self, key: str, text: str) -> None:
        self.done_so_far += 1
        with self.reader.rerun():
            self.reader.keyed(key).get_by_role("textbox").fill(text)
            self.reader.page.keyboard.press("Enter")

    def drop(self, file: Path) -> None:
        self.done_so_far += 1
        before = self.reader.finished
        page = self.reader.page
        page.locator("[data-testid=stFileUploaderDropzoneInput]").set_input_files(str(file))
        self.reader.keyed("intake-fair-zh").wait_for(timeout=60_000)
        self.reader.wait(120, beyond=before)

    def load(self) -> None:
        """Name the edition where no column does, say that the guesses are right where any are open,
        then load.
        """
        editions = self.reader.page.locator("[class*='st-key-edition-'] input")
        if editions.count() and not editions.first.input_value():
            self.done_so_far += 1
            with self.reader.rerun(120):
                editions.first.fill("2024")
                self.reader.page.keyboard.press("Enter")
        guesses = self.reader.page.locator("[class*='st-key-accept-'] button")
        if guesses.count():
            self.done_so_far += 1
            with self.reader.rerun(120):
                guesses.first.click()
        self.press("load")
        self.reader.page.locator("[class*=st-key-receipt-]").wait_for(timeout=120_000)
        self.reader.wait(120)


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An installation without a fair of one's own; its little demo fair need not be loaded."""
    folder = tmp_path_factory.mktemp("first")
    with Store(folder) as store:
        fairs.load(
            store,
            "exhibitor_survey",
            is_demo=True,
            edition_rows=fairs.editions([1]),
            question_rows=fairs.questions("f-1", []),
            response_rows=fairs.answers("f-1", [{"overall": 4}, {"overall": 3}] * 20),
        )
    with Server(data=folder) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


def loaded(server: Server, browser: Browser, name: str, folder: Path) -> Steps:
    """The survey dropped into the upload page as a fair of its own."""
    steps = Steps(tab(browser, language="en-US").open(f"{server.url}/upload"))
    steps.drop(write(name, folder))
    steps.type("intake-fair-zh", f"Fair of {name}")
    steps.load()
    return steps


@pytest.mark.parametrize("name", SURVEYS)
def test_a_first_survey_fills_the_overview_and_a_deck(
    server: Server, browser: Browser, tmp_path: Path, name: str
) -> None:
    reader = loaded(server, browser, name, tmp_path).reader
    reader.page.locator("a[href]", has_text="Overview").first.click()
    reader.page.locator(CARD).first.wait_for(timeout=60_000)
    reader.wait(120)
    assert reader.page.locator(CARD).count() >= 4
    assert reader.keyed("key-numbers").count() == 1
    assert reader.faults() == []
    assert not [words for words in ("emove a filter", "another edition") if words in reader.text()]
    reader.page.goto(f"{reader.page.url.split('?')[0]}deck?{reader.page.url.split('?')[-1]}")
    reader.wait(120)
    with reader.rerun(120):
        reader.keyed("make-board").get_by_role("button").click()
    with reader.rerun(120):
        reader.keyed("present").get_by_role("button").click()
    for _ in range(4):
        reader.wait(120)
        slide = reader.text()
        assert not [regret for regret in ENGLISH_REGRETS if regret in slide], slide
        assert reader.faults() == []
        following = reader.keyed("slide-next").get_by_role("button")
        if following.is_disabled():
            break
        with reader.rerun(120):
            following.click()
    reader.page.context.close()


def test_a_raw_export_becomes_an_edited_slide_in_eight_steps(
    server: Server, browser: Browser, tmp_path: Path
) -> None:
    """Drop, name the fair, say which edition, load, open a study, pin, open the deck, rename it."""
    steps = loaded(server, browser, "wjx", tmp_path)
    reader, page = steps.reader, steps.reader.page
    steps.done_so_far += 1
    with reader.rerun(120):
        page.locator("[class*=st-key-receipt-]").get_by_text("Satisfaction", exact=True).click()
    reader.wait(120)
    pin = page.locator("[class*='st-key-pin-'] button, [class*='-pin'] button").first
    steps.done_so_far += 1
    with reader.rerun(120):
        pin.click()
    steps.done_so_far += 1
    page.goto(f"{server.url}/deck?{page.url.split('?')[-1]}")
    reader.wait(120)
    steps.type("deck-name", "For Monday's meeting")
    assert "For Monday's meeting" in page.content()
    assert reader.faults() == []
    assert steps.done_so_far <= MOST_STEPS
    page.context.close()
