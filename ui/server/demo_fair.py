"""The demo fair: loaded into an empty store without keeping anybody waiting, sent away and called
back in one click.
"""

from __future__ import annotations

import threading

from analytics import fairs
from analytics.store import Store
from ui.server import answer_cache
from ui.server.jobs import Job

_underway: list[Job] = []


def _begun() -> Job:
    job = Job()
    _underway.append(job)
    return job


def load(store: Store, job: Job | None = None) -> None:
    """Load the demo fair, through the product's own import, where that is still to do."""
    from analytics.intake.load.demo_fair import set_up_demo

    job = job or _begun()
    try:
        set_up_demo(store, job.note)
    finally:
        _underway.remove(job)
        job.finished.set()


def underway() -> Job | None:
    """How far the demo fair is on its way in; None where it is not on its way."""
    return next(iter(_underway), None)


def is_seen() -> bool:
    """Whether readers can open it, now or as soon as it is in."""
    return underway() is not None or any(fair.is_demo for fair in answer_cache.open_fairs())


def call() -> None:
    """Show the demo fair; load it first if it never was."""
    fairs.show_demo(answer_cache.store(), True)
    if not is_seen():
        threading.Thread(target=load, args=(answer_cache.store(), _begun()), daemon=True).start()


def send_away() -> None:
    """Show the demo fair no longer. Its data stay, for the next call."""
    fairs.show_demo(answer_cache.store(), False)
