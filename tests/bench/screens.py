"""This app against an empty Streamlit app with the same number of bare charts, turn by turn in one
browser.

Clicks are measured on a third app too: the bare one furnished with as many controls and texts as
ours has.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from playwright.sync_api import Browser

from analytics.intake.load.command import set_up_demo
from analytics.store import Store
from tests.e2e.browser import CHROMIUM, Reader, Server, chromium, tab

ROUNDS, USED_S = 15, 12
CHART = "[data-testid=stVegaLiteChart]"
DRAWN = f"!!document.querySelector('{CHART} svg.marks')"
CHANGED = f"document.querySelector('{CHART} svg.marks')?.innerHTML !== window.__before && {DRAWN}"
Row = tuple[str, list[float]]


def report() -> None:
    """Print a row a measure: ours, the bare app's, the ratio of their medians."""
    if not CHROMIUM:
        print("no Chromium on this machine: nothing measured")
        return
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        with Store(Path(folder)) as store:
            set_up_demo(store)
        charts = _charts_on_page(browser, Path(folder))
        os.environ["BARE_CHARTS"] = str(charts)
        print(f"satisfaction page: {charts} charts; median of {ROUNDS}, seconds")
        print(f"{'':<30}{'ours':>10}{'bare':>10}{'ratio':>10}{'furnished':>11}")
        _starts(browser, Path(folder))
        _clicks(browser, Path(folder))


def _ours(folder: Path) -> Server:
    return Server("app.py", data=folder)


def _bare(*, is_furnished: bool = False) -> Server:
    os.environ["BARE_FURNISHED"] = "1" if is_furnished else ""
    return Server("tests/bench/bare.py", arguments=("--runner.postScriptGC", "false"))


def _charts_on_page(browser: Browser, folder: Path) -> int:
    """The first start on this folder, used long enough to keep what it keeps for the second."""
    with _ours(folder) as server:
        reader = tab(browser).open(f"{server.url}/satisfaction")
        reader.page.wait_for_selector(f"{CHART} svg.marks")
        count = int(reader.page.locator(CHART).count())
        reader.page.context.close()
        time.sleep(USED_S)
    return count


def _starts(browser: Browser, folder: Path) -> None:
    """Cold start to health, and from the command to the first chart in the browser."""
    health: dict[str, list[float]] = {"ours": [], "bare": []}
    chart: dict[str, list[float]] = {"ours": [], "bare": []}
    for _ in range(ROUNDS):
        for name, make in (("ours", lambda: _ours(folder)), ("bare", _bare)):
            started = time.perf_counter()
            with make() as server:
                health[name].append(server.seconds_to_answer)
                reader = tab(browser)
                reader.page.goto(server.url)
                reader.page.wait_for_selector(f"{CHART} svg.marks", timeout=60_000)
                chart[name].append(time.perf_counter() - started)
                reader.page.context.close()
    _print("start to health", health["ours"], health["bare"])
    _print("start to first chart", chart["ours"], chart["bare"])


def _clicks(browser: Browser, folder: Path) -> None:
    with _ours(folder) as ours, _bare() as bare, _bare(is_furnished=True) as furnished:
        readers = {
            "ours": tab(browser, may_probe=True).open(f"{ours.url}/satisfaction"),
            "bare": tab(browser, may_probe=True).open(bare.url),
            "furnished": tab(browser, may_probe=True).open(furnished.url),
        }
        for what, measure in (
            ("filter click to charts", _filter_click),
            ("page switch to chart", _page_switch),
        ):
            times: dict[str, list[float]] = {name: [] for name in readers}
            for turn in range(ROUNDS + 2):
                for name, reader in readers.items():
                    seconds = measure(reader, turn)
                    if turn >= 2:  # both answers of a switch have been seen once
                        times[name].append(seconds)
            _print(what, times["ours"], times["bare"], times["furnished"])
        _new_sessions(browser, {"ours": f"{ours.url}/satisfaction", "bare": bare.url})


def _new_sessions(browser: Browser, urls: dict[str, str]) -> None:
    times: dict[str, list[float]] = {"ours": [], "bare": []}
    for _ in range(ROUNDS):
        for name, url in urls.items():
            reader, started = tab(browser), time.perf_counter()
            reader.page.goto(url)
            reader.page.wait_for_selector(f"{CHART} svg.marks")
            times[name].append(time.perf_counter() - started)
            reader.page.context.close()
    _print("new session to first chart", times["ours"], times["bare"])


def _filter_click(reader: Reader, turn: int) -> float:
    buttons = reader.keyed("audience").get_by_role("radio")
    return _until_changed(reader, lambda: buttons.nth((turn + 1) % 2).click(), CHANGED)


def _page_switch(reader: Reader, turn: int) -> float:
    """To another page and back: ours through its menu, the bare app's in the sidebar."""
    reader.wait()
    page = ("retention", "satisfaction")[turn % 2]
    menus = reader.page.get_by_test_id("stTopNavSection")
    if menus.count():
        menus.nth(1 if page == "retention" else 0).click()
        reader.page.wait_for_timeout(300)
    link = (
        reader.page.locator(
            f'[data-testid=stTopNavDropdownLink][href$="/{page}"],'
            f' [data-testid=stSidebarNavLink][href*="{page}"]'
        )
        .or_(reader.page.locator("[data-testid=stSidebarNavLink]").nth(1 - turn % 2))
        .first
    )
    return _until_changed(reader, link.click, CHANGED)


def _until_changed(reader: Reader, click: Callable[[], object], probe: str) -> float:
    reader.wait()
    reader.page.evaluate(
        f"window.__before = document.querySelector('{CHART} svg.marks')?.innerHTML"
    )
    seconds = reader.seconds_until(click, probe)
    reader.wait()
    return seconds


def _print(
    what: str, ours: list[float], bare: list[float], furnished: Sequence[float] = ()
) -> None:
    first, second = statistics.median(ours), statistics.median(bare)
    third = f"{statistics.median(furnished):>11.3f}" if furnished else ""
    print(f"{what:<30}{first:>10.3f}{second:>10.3f}{first / second:>9.2f}×{third}", flush=True)
