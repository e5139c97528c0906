"""The demo fair: loaded into an empty store without keeping anybody waiting, sent away and called back in one click."""

from __future__ import annotations

import threading

from analytics import fairs
from analytics.store import Store
from ui import answers

LOADING = threading.Event()


def load(store: Store) -> None:
    """Load the demo fair, through the product's own import, where that is still to do."""
    from analytics.intake.command import set_up_demo

    LOADING.set()
    try:
        set_up_demo(store)
    finally:
        LOADING.clear()


def is_loading() -> bool:
    """Whether the demo fair is on its way in."""
    return LOADING.is_set()


def files_in() -> int:
    """How many files have been taken in so far."""
    return len(answers.store().history())


def call() -> None:
    """Show the demo fair; load it first if it never was."""
    fairs.show_demo(answers.store(), True)
    if not any(fair.is_demo for fair in answers.open_fairs()) and not is_loading():
        LOADING.set()
        threading.Thread(target=load, args=(answers.store(),), daemon=True).start()


def send_away() -> None:
    """Show the demo fair no longer. Its data stay, for the next call."""
    fairs.show_demo(answers.store(), False)
