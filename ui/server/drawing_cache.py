"""Drawings made before, taken in with the first card that is drawn and kept for the next start."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from typing import Any

from analytics import look
from analytics.figures import Form
from analytics.settings import data_folder

FILE = "drawings.json"


def specification(form: Form, language: str, *, clickable: bool = False) -> dict[str, Any]:
    """The drawing of a form, made before if it was."""
    recall()
    return look.specification(form, language, clickable=clickable)


@cache
def recall() -> None:
    """Take in what earlier starts drew."""
    look.drawing_cache.recall(data_folder() / FILE)


def record() -> None:
    """Keep everything drawn so far."""
    with suppress(OSError):  # a full disk costs the next start half a second
        look.drawing_cache.record(data_folder() / FILE)
