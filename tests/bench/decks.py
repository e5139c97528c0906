"""How long a ready-made deck of every kind takes, and what the other sessions feel meanwhile."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from analytics.deck.deck_file import FILE_KINDS, FileKind
from analytics.intake.load.command import set_up_demo
from analytics.store import Store
from tests.bench.viewer import Viewer
from tests.e2e.browser import CHROMIUM, Reader, Server, chromium, tab

IDLE_S = 10
VIEWED = "satisfaction"
MAKING_MS = 180_000


def report() -> None:
    """Print a row a kind of file: seconds from the click to the file, and the p95 of another
    reader's runs meanwhile.

    The workbook comes first and pays for the answers, segments and all; the others find them
    computed.
    """
    if not CHROMIUM:
        print("no Chromium on this machine: nothing measured")
        return
    with tempfile.TemporaryDirectory() as folder:
        with Store(Path(folder)) as store:
            set_up_demo(store)
        with Server(data=Path(folder)) as server, chromium() as browser:
            reader = tab(browser).open(f"{server.url}/deck")
            _click(reader, "make-review")
            reader.page.locator("[class*=st-key-pin-]").first.wait_for(timeout=MAKING_MS)
            reader.wait()
            slides = reader.page.locator("[class*=st-key-pin-]").count()
            with Viewer(server.url, VIEWED) as viewer:
                time.sleep(IDLE_S)
            print(
                f"edition review, {slides} findings; another reader's p95 idle:"
                f" {viewer.p95() * 1000:.0f} ms"
            )
            for kind in reversed(FILE_KINDS):
                _print_kind(reader, server.url, kind)


def _print_kind(reader: Reader, url: str, kind: FileKind) -> None:
    reader.keyed("deck-kind").locator(
        "label[data-testid=stRadioOption], [role=radiogroup] label"
    ).nth(FILE_KINDS.index(kind)).click()
    reader.wait()
    with Viewer(url, VIEWED) as viewer:
        started = time.perf_counter()
        _click(reader, "make-file")
        reader.keyed("download-deck").wait_for(timeout=MAKING_MS)
        seconds = time.perf_counter() - started
    print(
        f"{kind:<8}{seconds:>8.1f} s   p95 meanwhile {viewer.p95() * 1000:>6.0f} ms over"
        f" {len(viewer.seconds)} runs",
        flush=True,
    )


def _click(reader: Reader, key: str) -> None:
    reader.keyed(key).get_by_role("button").click()
