"""The files of the newest imports, kept beside the database so that what their columns mean can be
corrected without them: `loaded/<import number>/`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

FOLDER = "loaded"
MOST_IMPORTS = 20
MOST_BYTES = 200 * 2**20


def place(folder: Path, import_id: int) -> Path:
    """Where the files of an import lie, if they are still there."""
    return folder / FOLDER / str(import_id)


def add(folder: Path, import_id: int, files: Iterable[Path]) -> None:
    """Keep the files of an import, all or none, and let the oldest go. Raises OSError."""
    target = place(folder, import_id)
    fresh = target.with_name(f"new-{import_id}")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    try:
        for path in files:
            shutil.copyfile(path, fresh / path.name)
        forget(folder, import_id)
        os.replace(fresh, target)
    except OSError:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    _prune(folder)


def forget(folder: Path, import_id: int) -> None:
    """Let the files of an import go, where there are any."""
    shutil.rmtree(place(folder, import_id), ignore_errors=True)


def _prune(folder: Path) -> None:
    """The newest stay, as many as there is room for."""
    size = 0
    numbers = [int(path.name) for path in (folder / FOLDER).iterdir() if path.name.isdecimal()]
    for count, number in enumerate(sorted(numbers, reverse=True), start=1):
        size += sum(path.stat().st_size for path in place(folder, number).iterdir())
        if count > MOST_IMPORTS or size > MOST_BYTES:
            forget(folder, number)
