"""Long computations in threads of their own, so that a page can show how far they are."""

from __future__ import annotations

import contextvars
import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any

from analytics.worker import listener


@dataclass(eq=False)
class Job:
    """How far one computation is. Its result lands where `work` puts it; here only its error."""

    share: float = 0.0
    step: str = ""
    error: Exception | None = None
    finished: threading.Event = field(default_factory=threading.Event)

    def note(self, share: float, step: str) -> None:
        """Take a report of progress."""
        self.share, self.step = min(max(share, 0.0), 1.0), step


class Jobs:
    """At most `together` at once; the others wait their turn."""

    def __init__(self, together: int) -> None:
        self._lock = threading.Lock()
        self._turns = threading.Semaphore(together)
        self._jobs: dict[Hashable, Job] = {}

    def start(self, key: Hashable, work: Callable[[], object]) -> Job:
        """The job for this key, started unless it is under way."""
        with self._lock:
            if key not in self._jobs:
                self._jobs[key] = job = Job()
                threading.Thread(target=self._run, args=(key, job, work), daemon=True).start()
            return self._jobs[key]

    def forget(self, key: Hashable) -> None:
        """Let the next one to ask start anew."""
        with self._lock:
            self._jobs.pop(key, None)

    def _run(self, key: Hashable, job: Job, work: Callable[[], object]) -> None:
        context = contextvars.Context()
        with self._turns:
            try:
                context.run(_run_with_listener, job, work)
            except Exception as error:
                job.error = error
            else:
                self.forget(key)
            finally:
                job.finished.set()


def _run_with_listener(job: Job, work: Callable[[], Any]) -> None:
    listener.set(job.note)
    work()
