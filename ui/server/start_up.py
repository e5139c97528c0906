"""What is done once, before anybody asks: the store, imports, the first screen, the inbox."""

from __future__ import annotations

import gc
import importlib
import os
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from anyio import to_thread
from streamlit.starlette import App

from analytics import people
from analytics.errors import StoreFault
from analytics.folders import data_folder
from ui.frame import fault_pages
from ui.server import answer_cache, demo_fair

HEAVY = ("analytics.catalogue", "babel.messages.pofile", "ui.frame.kept_first_screen")
FIRST_SCREEN = "first-screen.json"
LATER_S, AGAIN_S = 3, 2
_closing = threading.Event()


@asynccontextmanager
async def lifespan(_app: App) -> AsyncIterator[None]:
    """The launcher's lifespan: ready on the way in, everything closed on the way out."""
    fault_pages.keep_messages_out_of_the_log()
    await to_thread.run_sync(open_store)
    yield
    await to_thread.run_sync(close)


def open_store() -> None:
    """Open the store; the rest is done while the first reader's browser still loads.

    A store that will not open stops nothing: the pages say what is wrong, and work as soon as it is
    put right.
    """
    try:
        people.name_first_admin(answer_cache.store(), os.environ.get("EXPOLENS_ADMIN", ""))
    except StoreFault:
        threading.Thread(target=_open_store_later, daemon=True).start()
        return
    _closing.clear()
    threading.Thread(target=make_ready, daemon=True).start()


def _open_store_later() -> None:
    """Another process holds the database, or it is damaged: try until it opens or the app ends."""
    _closing.clear()
    while not _closing.wait(AGAIN_S):
        with suppress(StoreFault):
            people.name_first_admin(answer_cache.store(), os.environ.get("EXPOLENS_ADMIN", ""))
            make_ready()
            return


def make_ready() -> None:
    """Have ready what the first reader sees first; the rest when that reader has seen it."""
    _import_heavy()
    from ui.frame import kept_first_screen  # brings the catalogue: the server must not wait for it

    history = answer_cache.store().history()
    if all(record.actor == "demo" and record.undone_at is None for record in history):
        demo_fair.load(answer_cache.store())
    is_known = kept_first_screen.recall(data_folder() / FIRST_SCREEN)
    if is_known and _closing.wait(LATER_S):
        return
    answer_cache.import_queue()
    importlib.import_module("altair")  # the next page has charts that are still to be drawn
    with suppress(OSError, StoreFault):  # a full disk costs the next start a second
        kept_first_screen.record(data_folder() / FIRST_SCREEN)
    kept_first_screen.ask_ahead()
    gc.collect()
    gc.freeze()


def _import_heavy() -> None:
    """A hundred thousand objects that stay: collecting garbage meanwhile takes a sixth longer."""
    gc.disable()
    try:
        for name in HEAVY:
            importlib.import_module(name)
    finally:
        gc.freeze()
        gc.enable()


def close() -> None:
    """Finish what is being written and let go of the database."""
    _closing.set()
    answer_cache.close()
