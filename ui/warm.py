"""What is done once, before the first reader comes: imports, the store, the worker that takes files in, the first answers."""

from __future__ import annotations

import gc
import importlib
import os
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio import to_thread
from streamlit.starlette import App

from analytics import people
from analytics.errors import Fault, StoreFault
from analytics.study import Filters
from ui import answers, demo, failing

HEAVY = ("pandas", "analytics.catalogue", "babel.messages.pofile", "altair")


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
    for fair in answers.open_fairs()[:1]:
        _ask_ahead(Filters(fair.id))
    gc.collect()
    gc.freeze()


def close() -> None:
    """Finish what is being written and let go of the database."""
    answers.shut()


def _ask_ahead(filters: Filters) -> None:
    """The answers of the overview. Everything else waits until it is asked: the first reader's page needs the processor."""
    from analytics.catalogue import study
    from ui.summary import CARDS

    for key in CARDS:
        try:
            answers.answer(study(key), filters, rights="admin")
        except Fault:  # the page that asks will be told
            continue
