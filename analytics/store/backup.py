"""A copy of the database, read through before it counts.

The file itself is copied, after a checkpoint and while nobody writes. Another process does it: were
this one to open the file a second time, closing it again would let go of the engine's lock on it
(POSIX). Where the file cannot be copied as it stands (Windows keeps it to its owner; a reader may
hold a checkpoint up), the engine writes every table anew. Then every table of the copy is read;
only a copy that passes gets a place among the others, and only then may older ones go.
"""

from __future__ import annotations

import logging
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import duckdb

from analytics.errors import StoreFault
from analytics.store import backup_files
from analytics.store.backup_files import BackupFile
from analytics.store.engine_faults import fault_of_system, is_machine_fault, reason_of
from analytics.store.soundness import read_through

log = logging.getLogger("expolens")
FRESH = "fresh.duckdb"
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
        size = database.stat().st_size if database.exists() else 0
        backup_files.make_room(folder, size + size // 10)
        _copy(cursor, database, fresh)
        read_through(fresh)
        backup = backup_files.next_file(folder, before_upgrade=before_upgrade)
        fresh.replace(backup.path)
    except OSError as error:
        raise fault_of_system(error, folder.name) from error
    except duckdb.Error as error:
        if not is_machine_fault(error):
            raise
        raise StoreFault(reason_of(error, folder), {"file": database.name}) from error
    finally:
        with suppress(OSError):
            _forget(fresh)
    backup_files.prune(folder)
    return backup


def _forget(fresh: Path) -> None:
    fresh.unlink(missing_ok=True)
    fresh.with_name(f"{fresh.name}.wal").unlink(missing_ok=True)


def _copy(cursor: duckdb.DuckDBPyConnection, database: Path, fresh: Path) -> None:
    if not (_is_whole(cursor, database) and _copied(database, fresh)):
        _forget(fresh)
        write_anew(cursor, "expolens", fresh)


def _is_whole(cursor: duckdb.DuckDBPyConnection, database: Path) -> bool:
    """Whether the file holds everything, with nothing left in the log beside it."""
    try:
        cursor.execute("checkpoint")
    except duckdb.Error:
        return False
    unwritten = database.with_name(f"{database.name}.wal")
    return not unwritten.exists() or unwritten.stat().st_size == 0


def _copied(database: Path, fresh: Path) -> bool:
    files = [str(file.resolve()) for file in (database, fresh)]
    command = [sys.executable, "-I", "-S", "-c", COPY, *files]
    return subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode == 0


def write_anew(cursor: duckdb.DuckDBPyConnection, name: str, fresh: Path) -> None:
    """Every table of the open database `name` into a new file, indexes built anew."""
    path = str(fresh.resolve()).replace("'", "''")
    cursor.execute(f"attach '{path}' as copy_out")  # our own path, not a user's
    try:
        cursor.execute(f'copy from database "{name}" to copy_out')
    finally:
        with suppress(duckdb.Error):
            cursor.execute("detach copy_out")
