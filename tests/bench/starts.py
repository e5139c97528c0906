"""A second start, whole and with each part of the start-up left out: from the command to the first
chart and to the last one, on the overview and on a study's page.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser

from analytics.intake.load.command import set_up_demo
from analytics.store import Store
from tests.bench.screens import CHART, USED_S
from tests.e2e.browser import CHROMIUM, Server, chromium, tab
from ui.server import start_up

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "15"))
WHOLE = ""
VARIANTS = (WHOLE, "static_files", "preload", "cards", "drawings", "cards,drawings")
PAGES = ("", "satisfaction")
MARKS = f"{CHART} svg.marks"
Seconds = dict[tuple[str, str], list[float]]


def report() -> None:
    """Print a row a page and part left out: medians of first and last chart, and what leaving the
    part out costs, turn by turn.
    """
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
        for turn in range(ROUNDS):
            for page in PAGES:
                for variant in VARIANTS[turn % len(VARIANTS) :] + VARIANTS[: turn % len(VARIANTS)]:
                    seconds = _start(browser, folder, page, variant, charts[page])
                    first[page, variant].append(seconds[0])
                    last[page, variant].append(seconds[1])
        _print(first, last)


def _first_start(browser: Browser, folder: Path, page: str) -> int:
    """The charts of a page used long enough for everything to be kept for the next start."""
    cards = folder / start_up.FIRST_SCREEN
    with _server(folder, WHOLE) as server:
        reader = tab(browser).open(f"{server.url}/{page}")
        while not cards.exists() or time.time() - cards.stat().st_mtime < USED_S:
            time.sleep(1)
        count = int(reader.page.locator(MARKS).count())
        reader.page.context.close()
    return count


def _start(
    browser: Browser, folder: Path, page: str, variant: str, charts: int
) -> tuple[float, float]:
    started = time.perf_counter()
    with _server(folder, variant) as server:
        reader = tab(browser)
        reader.page.goto(f"{server.url}/{page}")
        reader.page.wait_for_selector(MARKS, timeout=60_000)
        first = time.perf_counter() - started
        reader.page.locator(MARKS).nth(charts - 1).wait_for(timeout=60_000)
        last = time.perf_counter() - started
        reader.page.context.close()
    return first, last


@contextmanager
def _server(folder: Path, variant: str) -> Iterator[Server]:
    os.environ["BENCH_WITHOUT"] = variant
    with Server("tests/bench/without.py", data=folder) as server:
        yield server


def _print(first: Seconds, last: Seconds) -> None:
    print(f"second start, seconds, median of {ROUNDS}; quartiles of what each part saves")
    print(f"{'page, without':<32}{'first':>8}{'saves':>8}{'':>16}{'last':>8}{'saves':>8}")
    for page, variant in product(PAGES, VARIANTS):
        row = f"{page or 'overview':<14}{variant or '-':<18}"
        for seconds in (first, last):
            row += f"{statistics.median(seconds[page, variant]):>8.2f}"
            pairs = zip(seconds[page, variant], seconds[page, WHOLE], strict=True)
            low, middle, high = statistics.quantiles(
                [without - whole for without, whole in pairs], n=4
            )
            row += f"{middle:>8.2f} [{low:+.2f}, {high:+.2f}]"
        print(row, flush=True)
