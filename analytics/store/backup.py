"""A copy of the database, read through before it counts.

The file itself is copied, after a checkpoint and while nobody writes. Another process does it: were
this one to open the file a second time, closing it again would let go of the engine's lock on it
(POSIX). Where the file cannot be copied as it stands (Windows keeps it to its owner; a reader may
hold a checkpoint up), the engine writes every table anew. Then every table of the copy is read;
it must hold as many rows as the original, and nothing in a log beside it. Only a copy that passes
gets a place among the others, and only then may older ones go.
"""

from __future__ import annotations

import errno
import logging
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import duckdb

from analytics.errors import StoreFault
from analytics.store import backup_files
from analytics.store.backup_files import BackupFile
from analytics.store.engine_faults import fault_of_system, is_machine_fault, reason_of
from analytics.store.opening import wal_of
from analytics.store.soundness import extent, read_through

log = logging.getLogger("expolens")
FRESH = "fresh.duckdb"
GROWTH = 16 << 20
"""How much larger a file may become while its log is written into it: a block a table, and more."""
COPY = """
import os, shutil, sys
shutil.copyfile(sys.argv[1], sys.argv[2])
with open(sys.argv[2], "rb+") as file:
    os.fsync(file.fileno())
"""


def write_backup(
    cursor: duckdb.DuckDBPyConnection, database: Path, folder: Path, *, before_upgrade: bool = False
) -> BackupFile:
    """Add a sound copy to the backup folder. Nobody may write meanwhile.

    Raises StoreFault: 'damaged' where the copy does not read, 'full', or what else stood in the
    way. Nothing that was there is lost then.
    """
    fresh = folder / FRESH
    try:
        _forget(fresh)
        fresh.touch()  # what forbids it has a number here, and only a text in the engine
        _copy(cursor, database, fresh)
        if read_through(fresh) != extent(cursor):
            raise StoreFault("damaged", {"file": database.name})
        backup = backup_files.next_file(folder, before_upgrade=before_upgrade)
        fresh.replace(backup.path)
    except OSError as error:
        raise fault_of_system(error, folder.name) from error
    except duckdb.Error as error:
        if isinstance(error, duckdb.FatalException) or not is_machine_fault(error):
            raise
        raise StoreFault(reason_of(error, folder), {"file": database.name}) from error
    finally:
        with suppress(OSError):
            _forget(fresh)
    backup_files.prune(folder)
    return backup


def _forget(fresh: Path) -> None:
    fresh.unlink(missing_ok=True)
    wal_of(fresh).unlink(missing_ok=True)


def _copy(cursor: duckdb.DuckDBPyConnection, database: Path, fresh: Path) -> None:
    backup_files.make_room(fresh.parent, _size(database) + GROWTH)
    is_whole = _is_whole(cursor, database)
    backup_files.make_room(fresh.parent, _size(database) + GROWTH)
    if not (is_whole and _copied(database, fresh)):
        _forget(fresh)
        write_anew(cursor, "expolens", fresh)


def _size(database: Path) -> int:
    files = (database, wal_of(database))
    return sum(file.stat().st_size for file in files if file.exists())


def _is_whole(cursor: duckdb.DuckDBPyConnection, database: Path) -> bool:
    """Whether the file holds everything, with nothing left in the log beside it. It is not tried
    without room: the engine gives a database up whose disk is full just then.
    """
    if shutil.disk_usage(database.parent).free < GROWTH:
        return False
    try:
        cursor.execute("checkpoint")
    except duckdb.Error:
        return False
    return not _has_log(database)


def _has_log(database: Path) -> bool:
    return wal_of(database).exists() and wal_of(database).stat().st_size > 0


def _copied(database: Path, fresh: Path) -> bool:
    files = [str(file.resolve()) for file in (database, fresh)]
    command = [sys.executable, "-I", "-S", "-c", COPY, *files]
    return subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode == 0


def write_anew(cursor: duckdb.DuckDBPyConnection, name: str, fresh: Path) -> None:
    """Every table of the open database `name` into a new file, indexes built anew.

    Closing a file on a full disk leaves its rows in a log beside it, without a word: so it is asked
    to write them first, and what is still in a log then is an error.
    """
    path = str(fresh.resolve()).replace("'", "''")
    cursor.execute(f"attach '{path}' as copy_out")  # our own path, not a user's
    try:
        cursor.execute(f'copy from database "{name}" to copy_out')
        cursor.execute("checkpoint copy_out")
    finally:
        with suppress(duckdb.Error):
            cursor.execute("detach copy_out")
    refuse_log(fresh)


def refuse_log(fresh: Path) -> None:
    """Raise OSError where a closed database is not whole without the log beside it."""
    if _has_log(fresh):
        raise OSError(errno.EIO, "not all of it is in the file", fresh.name)
