"""Every page, language, theme and width: `python -m tests.e2e.screenshots [FOLDER] [page …]`."""

from __future__ import annotations

import itertools
import sys
import tempfile
from pathlib import Path

from analytics.catalogue import STUDIES
from analytics.folders import data_folder
from tests.e2e.browser import Server, chromium, tab

PAGES = (
    "overview",
    *(study.key for study in STUDIES),
    "trust",
    "deck",
    "upload",
    "history",
    "companies",
    "settings",
)


def take(
    folder: Path, pages: tuple[str, ...] = PAGES, widths: tuple[int, ...] = (1440, 1024)
) -> None:
    """One picture a page, language, theme and width."""
    folder.mkdir(parents=True, exist_ok=True)
    with Server(data=data_folder()) as server, chromium() as browser:
        for language, theme, width in itertools.product(
            ("zh-CN", "en-US"), ("light", "dark"), widths
        ):
            reader = tab(browser, language=language, theme=theme, width=width)
            for page in pages:
                reader.open(f"{server.url}/{'' if page == 'overview' else page}").wait(120)
                reader.page.wait_for_timeout(400)
                height = reader.page.evaluate(
                    "document.querySelector('[data-testid=\"stMain\"]').firstElementChild.scrollHeight"
                )
                reader.page.set_viewport_size(
                    {"width": width, "height": min(int(height) + 80, 6000)}
                )
                reader.wait(60, beyond=0)
                reader.page.screenshot(path=folder / f"{page}-{language[:2]}-{theme}-{width}.png")
                reader.page.set_viewport_size({"width": width, "height": 900})
            reader.page.context.close()


if __name__ == "__main__":
    where = (
        Path(sys.argv[1])
        if len(sys.argv) > 1
        else Path(tempfile.mkdtemp(prefix="expolens-screens-"))
    )
    take(where, tuple(sys.argv[2:]) or PAGES)
    print(where)
