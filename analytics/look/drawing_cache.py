"""Drawings made before, kept in a file: nothing a first screen needs takes as long as Altair.

A drawing depends on its form, the language and the code that draws, never on data. The file is
trusted for exactly the code that wrote it: one that was written by another version, or cannot be
read, counts as empty.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib import metadata
from pathlib import Path

MOST = 2_000
_drawings: dict[str, str] = {}


def peek(key: str) -> str | None:
    """The drawing made for this key, in this process or before it."""
    return _drawings.get(key)


def keep(key: str, drawing: str) -> None:
    """Remember a drawing; beyond a bound nothing more is remembered."""
    if len(_drawings) < MOST:
        _drawings[key] = drawing


def recall(file: Path) -> None:
    """Take in what the file holds for this version of the code."""
    try:
        stored = json.loads(file.read_text("utf-8"))
        if stored["by"] == _version():
            _drawings.update({str(key): str(drawing) for key, drawing in stored["drawn"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return


def record(file: Path) -> None:
    """Write everything made so far, whole or not at all."""
    beside = file.with_suffix(".part")
    beside.write_text(
        json.dumps({"by": _version(), "drawn": _drawings}, ensure_ascii=False), "utf-8"
    )
    beside.replace(file)


@cache
def _version() -> str:
    digest = hashlib.sha256(metadata.version("altair").encode())
    rooms = (Path(__file__).parent, Path(__file__).parent.parent / "figures")
    for source in (path for room in rooms for path in sorted(room.glob("*.py"))):
        digest.update(source.read_bytes())
    return digest.hexdigest()
