"""A second start with its kept first screen and without: from the command to the first chart and to
the last one, on the overview and on a study's page.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections import defaultdict
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser

from analytics.intake.load.command import set_up_demo
from analytics.store import Store
from tests.bench.screens import CHART, USED_S
from tests.e2e.browser import CHROMIUM, Server, chromium, tab
from ui.server import start_up

ROUNDS = 9
LAUNCHERS = {"kept": "app.py", "computed": "tests/bench/without_first_screen.py"}
PAGES = ("", "satisfaction")
MARKS = f"{CHART} svg.marks"
Seconds = dict[tuple[str, str], list[float]]


def report() -> None:
    """Print a row a page: medians of first and last chart, and the quartiles of what is saved."""
    if not CHROMIUM:
        print("no Chromium on this machine: nothing measured")
        return
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        folder = Path(name)
        with Store(folder) as store:
            set_up_demo(store)
        charts = {page: _first_start(browser, folder, page) for page in PAGES}
        first: Seconds = defaultdict(list)
        last: Seconds = defaultdict(list)
        for _, page, screen in product(range(ROUNDS), PAGES, LAUNCHERS):
            seconds = _start(browser, folder, page, LAUNCHERS[screen], charts[page])
            first[page, screen].append(seconds[0])
            last[page, screen].append(seconds[1])
        _print("first chart", first)
        _print("last chart", last)


def _first_start(browser: Browser, folder: Path, page: str) -> int:
    """The charts of a page used long enough for the first screen to be kept for the next start."""
    cards = folder / start_up.FIRST_SCREEN
    with Server(data=folder) as server:
        reader = tab(browser).open(f"{server.url}/{page}")
        while not cards.exists() or time.time() - cards.stat().st_mtime < USED_S:
            time.sleep(1)
        count = int(reader.page.locator(MARKS).count())
        reader.page.context.close()
    return count


def _start(
    browser: Browser, folder: Path, page: str, launcher: str, charts: int
) -> tuple[float, float]:
    started = time.perf_counter()
    with Server(launcher, data=folder) as server:
        reader = tab(browser)
        reader.page.goto(f"{server.url}/{page}")
        reader.page.wait_for_selector(MARKS, timeout=60_000)
        first = time.perf_counter() - started
        reader.page.locator(MARKS).nth(charts - 1).wait_for(timeout=60_000)
        last = time.perf_counter() - started
        reader.page.context.close()
    return first, last


def _print(what: str, seconds: Seconds) -> None:
    print(f"second start to {what}, seconds, median of {ROUNDS}; what keeping saves, quartiles")
    for page in PAGES:
        with_first_screen, computed = seconds[page, "kept"], seconds[page, "computed"]
        saved = [slow - fast for fast, slow in zip(with_first_screen, computed, strict=True)]
        low, middle, high = statistics.quantiles(saved, n=4)
        medians = f"{statistics.median(with_first_screen):>8.2f}{statistics.median(computed):>8.2f}"
        print(
            f"{page or 'overview':<14}{medians}{middle:>8.2f} [{low:+.2f}, {high:+.2f}]", flush=True
        )
