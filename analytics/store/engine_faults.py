"""What stopped the engine, as a fact.

The kind of the error and the state of the disk decide, never the word "lock" in a text: the
system's texts differ from machine to machine and from language to language.
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from analytics.errors import StoreFault

SMALLEST_ROOM = 1_000_000
SHARING_VIOLATIONS = (32, 33)
"""Windows: the file is open in another process; a part of it is locked by another process."""
BY_NUMBER = {
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.EROFS: "read_only",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EISDIR: "foreign",
    errno.ENOTDIR: "no_folder",
    errno.EEXIST: "no_folder",
    errno.ENOENT: "no_folder",
}
FINDS_DAMAGE = (duckdb.SerializationException, duckdb.InternalException, duckdb.FatalException)
MACHINE_FAULTS = (
    duckdb.InterruptException,
    duckdb.OutOfMemoryException,
    duckdb.IOException,
    duckdb.TransactionException,
    *FINDS_DAMAGE,
)


def is_machine_fault(error: BaseException) -> bool:
    """Whether the machine or the file stopped the engine, and not a statement of ours. A wrong
    checksum comes as the plain base class.
    """
    return isinstance(error, MACHINE_FAULTS) or type(error) is duckdb.Error


def reason_of(error: duckdb.Error, folder: Path | None = None) -> str:
    """The fact behind an error of an open database, as one of StoreFault's reasons."""
    text = str(error).lower()
    if "no space" in text or "max_temp_directory_size" in text or is_full(folder):
        return "full"
    if isinstance(error, duckdb.InterruptException | duckdb.OutOfMemoryException):
        return "too_slow"
    if isinstance(error, duckdb.FatalException):
        return (
            "unreadable"  # the engine gave up; what is true of the file shows when it is reopened
        )
    if isinstance(error, FINDS_DAMAGE) or type(error) is duckdb.Error:
        return "damaged"
    return "unreadable"


def is_full(folder: Path | None) -> bool:
    """Whether the disk under a folder has no room left."""
    if folder is None:
        return False
    try:
        return shutil.disk_usage(folder).free < SMALLEST_ROOM
    except OSError:
        return False


def fault_of_system(error: OSError, name: str) -> StoreFault:
    """What the system refused, by its number; `name` is the file or folder it was about."""
    if getattr(error, "winerror", None) in SHARING_VIOLATIONS:
        return StoreFault("locked", {"file": name})
    return StoreFault(BY_NUMBER.get(error.errno or 0, "unreadable"), {"file": name})


@contextmanager
def system_errors(name: str) -> Iterator[None]:
    """What the system refuses, as a fact."""
    try:
        yield
    except OSError as error:
        raise fault_of_system(error, name) from error


@contextmanager
def engine_errors(
    folder: Path | None = None, on_end: Callable[[], object] = lambda: None
) -> Iterator[None]:
    """What the engine cannot do, as a fact. An error in a statement of ours stays what it is.
    `on_end` is called where the engine will not work any more until the database is reopened.
    """
    try:
        yield
    except duckdb.Error as error:
        if isinstance(error, duckdb.FatalException):
            on_end()
        if not is_machine_fault(error):
            raise
        raise StoreFault(reason_of(error, folder)) from error
