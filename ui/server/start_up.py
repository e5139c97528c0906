"""What is done once, before anybody asks: the store, imports, the first screen, the worker that
takes files in.
"""

from __future__ import annotations

import gc
import importlib
import os
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from types import ModuleType

from anyio import to_thread
from streamlit.starlette import App

from analytics import people
from analytics.errors import StoreFault
from analytics.settings import data_folder
from ui.frame import fault_pages
from ui.server import answer_cache, demo_fair

HEAVY = ("analytics.catalogue", "babel.messages.pofile", "ui.frame.kept_first_screen")
FIRST_SCREEN = "first-screen.json"
LATER_S, AGAIN_S = 3, 2
_closing = threading.Event()


@asynccontextmanager
async def lifespan(_app: App) -> AsyncIterator[None]:
    """The launcher's lifespan: warm on the way in, everything closed on the way out."""
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
        threading.Thread(
            target=_open_store_later, name="waiting for the store", daemon=True
        ).start()
        return
    _closing.clear()
    threading.Thread(target=make_ready, name="warm", daemon=True).start()


def _open_store_later() -> None:
    """Another process holds the database, or it is damaged: try until it opens or the app ends."""
    _closing.clear()
    while not _closing.wait(AGAIN_S):
        with suppress(StoreFault):
            people.name_first_admin(answer_cache.store(), os.environ.get("EXPOLENS_ADMIN", ""))
            make_ready()
            return


def make_ready() -> None:
    """Import what every page needs and have ready what the first reader sees first; the rest when
    that reader has seen it.
    """
    _import_heavy()
    if all(
        record.actor == "demo" and record.undone_at is None
        for record in answer_cache.store().history()
    ):
        demo_fair.load(answer_cache.store())
    first_screen = _first_screen()
    knows = first_screen.recall(data_folder() / FIRST_SCREEN)
    if knows and _closing.wait(LATER_S):
        return
    answer_cache.import_queue()
    with suppress(OSError, StoreFault):  # a full disk costs the next start a second
        first_screen.record(data_folder() / FIRST_SCREEN)
    first_screen.ask_ahead()
    importlib.import_module("ui.server.drawing_cache").recall()
    importlib.import_module(
        "altair"
    )  # nobody needs it until somebody asks for a drawing never made before
    gc.collect()
    gc.freeze()


def _import_heavy() -> None:
    """A hundred thousand objects that stay: looking through them for garbage meanwhile would take a
    sixth of the time.
    """
    gc.disable()
    try:
        for name in HEAVY:
            importlib.import_module(name)
    finally:
        gc.freeze()
        gc.enable()


def close() -> None:
    """Finish what is being written, keep the drawings for the next start and let go of the
    database.
    """
    _closing.set()
    if drawn := sys.modules.get("ui.server.drawing_cache"):
        drawn.record()
    answer_cache.close()


def _first_screen() -> ModuleType:
    """Imported when needed: it brings the catalogue with it, for which the server must not wait."""
    return importlib.import_module("ui.frame.kept_first_screen")
