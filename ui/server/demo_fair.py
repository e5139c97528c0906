"""The demo fair: loaded into an empty store in the background, hidden and shown in one click."""

from __future__ import annotations

import threading

from analytics import fairs
from analytics.store import Store
from ui.server import answer_cache
from ui.server.jobs import Job

_loading: list[Job] = []


def _new_job() -> Job:
    job = Job()
    _loading.append(job)
    return job


def load(store: Store, job: Job | None = None) -> None:
    """Load the demo fair, through the product's own import, where that is still to do."""
    from analytics.intake.load.demo_fair import set_up_demo

    job = job or _new_job()
    try:
        set_up_demo(store, job.note)
    finally:
        _loading.remove(job)
        job.finished.set()


def loading_job() -> Job | None:
    """How far the demo fair is on its way in; None where it is not on its way."""
    return next(iter(_loading), None)


def is_shown() -> bool:
    """Whether readers can open it, now or as soon as it is in."""
    return loading_job() is not None or any(fair.is_demo for fair in answer_cache.open_fairs())


def show() -> None:
    """Show the demo fair; load it first if it never was."""
    fairs.show_demo(answer_cache.store(), True)
    if not is_shown():
        threading.Thread(target=load, args=(answer_cache.store(), _new_job()), daemon=True).start()


def hide() -> None:
    """Show the demo fair no longer. Its data stay, for the next call."""
    fairs.show_demo(answer_cache.store(), False)
