"""What is done once, before the first reader comes: imports, the store, the worker that takes files in, the first answers."""

from __future__ import annotations

import gc
import importlib
import os
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from types import ModuleType

from anyio import to_thread
from streamlit.starlette import App

from analytics import people
from analytics.errors import Fault, StoreFault
from analytics.settings import data_folder
from analytics.study import Filters
from ui import answers, demo, failing

HEAVY = ("pandas", "analytics.catalogue", "babel.messages.pofile")
DRAWINGS = "drawings.json"


@asynccontextmanager
async def prewarm(_app: App) -> AsyncIterator[None]:
    """The launcher's lifespan: warm on the way in, everything closed on the way out."""
    failing.keep_messages_out_of_the_log()
    await to_thread.run_sync(warm)
    yield
    await to_thread.run_sync(close)


def warm() -> None:
    """Open the store and set the worker going; the rest is done while the first reader's browser still loads.

    A store that will not open stops nothing: the pages say what is wrong, and work as soon as it is put right.
    """
    try:
        people.name_first_admin(answers.store(), os.environ.get("EXPOLENS_ADMIN", ""))
        answers.desk()
    except StoreFault:
        return
    threading.Thread(target=fill, name="warm", daemon=True).start()


def fill() -> None:
    """Import what every page needs; load the demo fair into an empty store, or what of it is still missing; compute what the
    first reader sees first."""
    for name in HEAVY:
        importlib.import_module(name)
    if all(record.actor == "demo" and record.undone_at is None for record in answers.store().history()):
        demo.load(answers.store())
    _drawings().recall(data_folder() / DRAWINGS)
    for fair in answers.open_fairs()[:1]:
        _ask_ahead(Filters(fair.id))
    importlib.import_module("altair")  # last: until somebody asks for a drawing never made before, nobody needs it
    gc.collect()
    gc.freeze()


def close() -> None:
    """Finish what is being written, keep the drawings for the next start and let go of the database."""
    with suppress(OSError):  # a full disk costs the next start half a second
        _drawings().record(data_folder() / DRAWINGS)
    answers.shut()


def _drawings() -> ModuleType:
    """Imported when needed: it brings pandas with it, for which the server must not wait."""
    from analytics.look import drawings

    return drawings


def _ask_ahead(filters: Filters) -> None:
    """The answers of the overview. Everything else waits until it is asked: the first reader's page needs the processor."""
    from analytics.catalogue import study
    from ui.summary import CARDS

    for key in CARDS:
        try:
            answers.answer(study(key), filters, rights="admin")
        except Fault:  # the page that asks will be told
            continue
