"""Drawings made before, kept in a file: importing Altair takes longer than everything else a first
screen needs.

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
_made: dict[str, str] = {}


def peek(key: str) -> str | None:
    """The drawing made for this key, in this process or before it."""
    return _made.get(key)


def keep(key: str, drawing: str) -> None:
    """Remember a drawing; beyond a bound nothing more is remembered."""
    if len(_made) < MOST:
        _made[key] = drawing


def recall(file: Path) -> None:
    """Take in what the file holds for this version of the code."""
    try:
        told = json.loads(file.read_text("utf-8"))
        if told["by"] == _version():
            _made.update({str(key): str(drawing) for key, drawing in told["drawn"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return


def record(file: Path) -> None:
    """Write everything made so far, whole or not at all."""
    beside = file.with_suffix(".part")
    beside.write_text(json.dumps({"by": _version(), "drawn": _made}, ensure_ascii=False), "utf-8")
    beside.replace(file)


@cache
def _version() -> str:
    told = hashlib.sha256(metadata.version("altair").encode())
    for source in (
        *sorted(Path(__file__).parent.glob("*.py")),
        *sorted((Path(__file__).parent.parent / "figures").glob("*.py")),
    ):
        told.update(source.read_bytes())
    return told.hexdigest()
