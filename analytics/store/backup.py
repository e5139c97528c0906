"""A copy of the database beside it, swapped in whole.

The file itself is copied, after a checkpoint and while nobody writes. Another process does it: were
this one to open the file a second time, closing it again would let go of the engine's lock on it
(POSIX). Where the file cannot be copied as it stands (Windows keeps it to its owner; a reader may
hold a checkpoint up), the engine writes every table anew.
"""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import duckdb

log = logging.getLogger("expolens")
COPY = """
import os, shutil, sys
shutil.copyfile(sys.argv[1], sys.argv[2])
with open(sys.argv[2], "rb+") as file:
    os.fsync(file.fileno())
"""


def attempt(back_up: Callable[[], object]) -> bool:
    """Whether a back-up succeeded. It raises nothing, for what was written stays written."""
    try:
        back_up()
    except (OSError, duckdb.Error) as error:
        log.error("backup: %s", type(error).__name__)
        return False
    return True


def write_backup(
    cursor: duckdb.DuckDBPyConnection, database: Path, fresh: Path, latest: Path
) -> None:
    """Bring `latest` up to date by way of `fresh`, swapped in whole. Nobody may write meanwhile."""
    try:
        _forget(fresh)
        if not (_is_whole(cursor, database) and _copied(database, fresh)):
            write_anew(cursor, fresh)
        fresh.replace(latest)
    finally:
        with suppress(OSError):
            _forget(fresh)


def _forget(fresh: Path) -> None:
    for file in (fresh, fresh.with_name(f"{fresh.name}.wal")):
        file.unlink(missing_ok=True)


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


def write_anew(cursor: duckdb.DuckDBPyConnection, fresh: Path) -> None:
    _forget(fresh)
    path = str(fresh.resolve()).replace("'", "''")
    cursor.execute(f"attach '{path}' as copy_out")  # our own path, not a user's
    try:
        cursor.execute("copy from database expolens to copy_out")
    finally:
        with suppress(duckdb.Error):
            cursor.execute("detach copy_out")
