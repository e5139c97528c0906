"""Every page of the examined checkout on the demo fair and on nothing, in both languages."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.unchanged.answers import LANGUAGES
from tests.unchanged.checkout import Checkout, ask, write

BACKED_UP = datetime(2026, 1, 2, 3, 4, tzinfo=UTC).timestamp()
NAMED = datetime.fromtimestamp(BACKED_UP).strftime("%Y%m%d-%H%M%S-%f")


def take(checkout: Checkout, out: Path) -> None:
    """One file a page and language, as `screens` reads it."""
    checkout.rest()
    data = checkout.work / "pages"
    shutil.copytree(checkout.demo, data / "demo")
    for path in (data / "demo").rglob("*"):
        os.utime(path, (BACKED_UP, BACKED_UP))  # the settings say when the backup was written
    _name_by_moment(data / "demo" / "backup")
    (data / "empty").mkdir()
    for name in ("demo", "empty"):
        screens = checkout.child("screens", data / name)
        for page in sorted(path.stem for path in (checkout.tree / "pages").glob("*.py")):
            for language in LANGUAGES:
                content = ask(screens, {"page": page, "language": language})
                write(out / name / f"{page}.{language}.json", _plain(checkout, content))
        screens.communicate()


def _name_by_moment(backups: Path) -> None:
    """Leave one backup, named by the same moment."""
    copies = sorted(backups.glob("expolens-*.duckdb"))
    for path in copies[:-1]:
        path.unlink()
    if copies:
        copies[-1].rename(backups / f"expolens-{NAMED}.duckdb")


def _plain(checkout: Checkout, content: Any) -> Any:
    """Without the paths of this run."""
    if isinstance(content, str):
        return checkout.plain(content)
    if isinstance(content, list):
        return [_plain(checkout, entry) for entry in content]
    if isinstance(content, dict):
        return {name: _plain(checkout, entry) for name, entry in content.items()}
    return content
