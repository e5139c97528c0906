"""When a copy is due: at most a minute after any write, and what is said while none succeeds."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from analytics.errors import StoreFault

log = logging.getLogger("expolens")
LATEST_AFTER_S = 45.0
AGAIN_AFTER_S = 600.0
OVERDUE = timedelta(hours=1)


@dataclass(frozen=True)
class BackupState:
    """`saved_at`: of the newest copy that was read through. `unsaved_since`: the first write that
    no copy holds. `problem`: why the last attempt failed, as one of StoreFault's reasons.
    """

    saved_at: datetime | None
    written_at: datetime | None
    unsaved_since: datetime | None
    problem: str | None

    def is_overdue(self, now: datetime) -> bool:
        """Whether the last copy is older than the last write by an hour, or damage came to light
        while copying. A copy that is on its way is none of these.
        """
        if self.problem == "damaged":
            return True
        if self.unsaved_since is None or self.written_at is None:
            return False
        if now - self.unsaved_since > OVERDUE:
            return True
        is_old = self.saved_at is None or self.written_at - self.saved_at > OVERDUE
        return self.problem is not None and is_old


class BackupKeeper:
    """Hears of every write, and calls `back_up` in time from a thread of its own."""

    def __init__(
        self, back_up: Callable[[], object], saved_at: datetime | None, written_at: datetime | None
    ) -> None:
        self._back_up = back_up
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None
        self._is_closed = False
        is_unsaved = written_at is not None and not _holds(saved_at, written_at)
        self._state = BackupState(saved_at, written_at, written_at if is_unsaved else None, None)
        self._has_written = False
        if is_unsaved:
            self._schedule(LATEST_AFTER_S)

    @property
    def state(self) -> BackupState:
        """How things stand now."""
        return self._state

    def note_write(self) -> None:
        """Something was written. Called while nobody else writes."""
        now, before = datetime.now(), self._state
        self._has_written = True
        self._state = BackupState(before.saved_at, now, before.unsaved_since or now, before.problem)
        self._schedule(LATEST_AFTER_S)

    def attempt(self) -> bool:
        """Whether a copy could be written. It raises nothing: what was written stays written."""
        self._cancel()
        before = self._state
        try:
            self._back_up()
        except StoreFault as fault:
            log.error("backup: %s", fault.reason)
            self._state = BackupState(
                before.saved_at, self._state.written_at, self._state.unsaved_since, fault.reason
            )
            self._schedule(AGAIN_AFTER_S)
            return False
        return True

    def note_copy(self, moment: datetime) -> None:
        """A copy that holds everything written so far was read through."""
        self._cancel()
        self._has_written = False
        self._state = BackupState(moment, self._state.written_at, None, None)

    def close(self) -> None:
        """Copy what was written and not copied yet; nothing after that."""
        if self._has_written:
            self.attempt()
        self._is_closed = True
        self._cancel()

    def _schedule(self, seconds: float) -> None:
        with self._lock:
            if self._timer is None and not self._is_closed:
                self._timer = threading.Timer(seconds, self.attempt)
                self._timer.daemon = True
                self._timer.start()

    def _cancel(self) -> None:
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
            self._timer = None


def _holds(saved_at: datetime | None, written_at: datetime) -> bool:
    """Whether a copy holds the last write. A copy of the future says only that the clock was put
    back since.
    """
    return saved_at is not None and written_at <= saved_at <= datetime.now()
