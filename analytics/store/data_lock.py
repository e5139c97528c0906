"""The product's own lock on a data folder: one process, named by its number.

It also counts what was written, so that a start after a crash can tell a `.wal` that reads in full
from one that does not: the engine leaves out what it cannot read there, without a word.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

from analytics.errors import StoreFault
from analytics.store.engine_faults import fault_of_system

NAME = "expolens.lock"
WIDTH = 64
FAR = 1 << 20
"""Windows keeps a locked byte even from being read, so that one lies beyond the text."""
IN_USE = (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK)


class DataLock:
    """Held from making to `release`, or until the process ends, however it ends.

    `count_left`: how much the process before had written where it did not close; else None. Raises
    StoreFault('locked') with the number of the process that holds it, or what the system refuses.
    """

    def __init__(self, folder: Path) -> None:
        path = folder / NAME
        try:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        except OSError as error:
            raise fault_of_system(error, path.name) from error
        process, count = _read(self._file)
        if not _is_ours(self._file, process):
            os.close(self._file)
            raise StoreFault("locked", {"process": str(process or "?")})
        self.count_left = count
        self._is_held = True

    def note(self, count: int) -> None:
        """Write down how much was written. A full disk stops nothing."""
        text = f"{os.getpid()} {count}".ljust(WIDTH - 1) + "\n"
        self._write(text.encode("ascii"))

    def release(self) -> None:
        """Let go after an orderly end."""
        if self._is_held:
            self._is_held = False
            with suppress(OSError):
                os.ftruncate(self._file, 0)
            os.close(self._file)

    def abandon(self) -> None:
        """Let go without having opened anything: what the process before noted stays."""
        if self._is_held:
            self._is_held = False
            os.close(self._file)

    def __del__(self) -> None:
        with suppress(OSError, AttributeError):
            self.abandon()

    def _write(self, text: bytes) -> None:
        if self._is_held:
            with suppress(OSError):
                os.lseek(self._file, 0, os.SEEK_SET)
                os.write(self._file, text)


def _read(file: int) -> tuple[int | None, int | None]:
    """The process that noted something last, and its count."""
    try:
        os.lseek(file, 0, os.SEEK_SET)
        process, count = os.read(file, WIDTH).split()
        return int(process), int(count)
    except (OSError, ValueError):
        return None, None


def _is_ours(file: int, process: int | None) -> bool:
    """Whether the system gives us the lock; where its file system knows none, whether the process
    that is named there has ended.
    """
    try:
        _lock(file)
    except OSError as error:
        return error.errno not in IN_USE and not _is_running(process)
    return True


def _lock(file: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(file, FAR, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_running(process: int | None) -> bool:
    import psutil

    return process is not None and process != os.getpid() and bool(psutil.pid_exists(process))


def is_held(path: Path) -> bool:
    """Whether another process has the database file open, ours or not. Never called while this
    process holds it: looking lets go of the system's lock (POSIX).
    """
    try:
        with path.open("r+b") as file:
            if sys.platform != "win32":
                import fcntl

                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno in IN_USE and not isinstance(error, PermissionError)
    return False
