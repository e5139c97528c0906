"""A backup put in the place of the database, which is set aside under a dated name, log and all.

The copy is read through first and written anew, so that indexes are whole too. Nothing is deleted.
"""

from __future__ import annotations

from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

import duckdb

from analytics.errors import StoreFault, UnknownChoice
from analytics.store.backup import refuse_log, write_anew
from analytics.store.backup_files import BackupFile, backup_files
from analytics.store.data_lock import DataLock
from analytics.store.engine_faults import engine_errors, system_errors
from analytics.store.opening import DATABASE, opens_without_log, refuse_newer, schema_of, wal_of
from analytics.store.put_in_place import finish, put_in_place
from analytics.store.soundness import Contents, is_sound, read_only, read_through

FRESH = "restoring.duckdb"
AHEAD = 1_000
"""How far the version of restored data jumps: no answer of the time after the backup may pass for
one of now."""
IMPORTS = "select import_id, file_name, imported_at from imports order by import_id"


@dataclass(frozen=True)
class Checked:
    """A backup, whether every table of it reads, and whether a later version wrote it."""

    backup: BackupFile
    is_sound: bool
    is_newer: bool = False


@dataclass(frozen=True)
class Lost:
    """What the backup lacks: files loaded after it, where the database still says which, and when
    it was written last.
    """

    files: tuple[str, ...] | None
    written_at: datetime | None


@dataclass(frozen=True)
class Restored:
    """What stands now, and where what stood before lies."""

    backup: BackupFile
    contents: Contents
    set_aside: tuple[Path, ...]


def checked_backups(folder: Path) -> list[Checked]:
    """Every backup of a data folder, newest first, each read through."""
    return [
        Checked(file, is_sound(file.path), is_newer(file.path))
        for file in backup_files(folder / "backup")
    ]


def is_newer(path: Path) -> bool:
    """Whether a later version of the product wrote a file, so that this one cannot open it."""
    try:
        with closing(read_only(path)) as connection:
            refuse_newer(schema_of(connection))
    except StoreFault:
        return True
    except duckdb.Error:
        return False
    return False


def _is_usable(path: Path) -> bool:
    return is_sound(path) and not is_newer(path)


def backup_of(folder: Path, day: str | None) -> BackupFile:
    """The newest backup that reads and that this version can open; with `day` (2026-01-31, or a
    moment of it) the newest that is not later. Raises UnknownChoice where there is none.
    """
    files = backup_files(folder / "backup")
    latest = _end_of(day) if day else datetime.max
    for file in files:
        if file.moment <= latest and _is_usable(file.path):
            return file
    offered = tuple(f"{file.moment:%Y-%m-%d %H:%M:%S}" for file in files if _is_usable(file.path))
    raise UnknownChoice("backup", day or "–", offered)


def _end_of(day: str) -> datetime:
    with suppress(ValueError):
        return datetime.combine(date.fromisoformat(day), time.max)
    try:
        moment = datetime.fromisoformat(day)
    except ValueError as error:
        raise UnknownChoice("moment", day) from error
    return moment.replace(tzinfo=None, microsecond=999_999)


def lost_with(folder: Path, backup: BackupFile) -> Lost:
    """What will be missing. Looks only; nobody may hold the database."""
    database = folder / DATABASE
    there = [file for file in (database, wal_of(database)) if file.exists()]
    times = [datetime.fromtimestamp(file.stat().st_mtime) for file in there]
    try:
        now, then = _imports(database), _imports(backup.path)
    except duckdb.Error:
        return Lost(None, max(times, default=None))
    return Lost(tuple(name for key, name in now.items() if key not in then), max(times))


def _imports(file: Path) -> dict[tuple[int, datetime], str]:
    with closing(read_only(file)) as connection:
        rows = connection.execute(IMPORTS).fetchall()
    return {(number, moment): str(name) for number, name, moment in rows}


def restore(folder: Path, backup: BackupFile) -> Restored:
    """Put a backup in the place of the database. Raises StoreFault('locked') while anybody holds
    that, StoreFault('damaged') for a backup that does not read, StoreFault('newer') for one of a
    later version; then nothing has changed.
    """
    lock = DataLock(folder)
    fresh = folder / FRESH
    try:
        finish(folder)
        read_through(backup.path)
        with closing(read_only(backup.path)) as connection:
            refuse_newer(schema_of(connection))
        with system_errors(folder.name):
            _forget(fresh)
            _written_anew(backup.path, fresh)
            contents = read_through(fresh)
            set_aside = put_in_place(folder, fresh)
        lock.release()
    finally:
        with suppress(OSError):
            _forget(fresh)
        lock.abandon()
    return Restored(backup, contents, set_aside)


def _written_anew(backup: Path, fresh: Path) -> None:
    with engine_errors(fresh.parent), closing(duckdb.connect(":memory:")) as connection:
        path = str(backup.resolve()).replace("'", "''")
        connection.execute(f"attach '{path}' as kept_copy (read_only)")
        write_anew(connection, "kept_copy", fresh)
        path = str(fresh.resolve()).replace("'", "''")
        connection.execute(f"attach '{path}' as restored")
        connection.execute(f"update restored.state set version = version + {AHEAD}")
        connection.execute("checkpoint restored")
        connection.execute("detach restored")
    refuse_log(fresh)


def _forget(fresh: Path) -> None:
    fresh.unlink(missing_ok=True)
    wal_of(fresh).unlink(missing_ok=True)


def contents_of_database(folder: Path) -> Contents:
    """The database read through, if nobody holds it. Raises StoreFault: 'locked', 'damaged' …"""
    lock = DataLock(folder)
    database = folder / DATABASE
    try:
        finish(folder)
        if not database.exists():
            raise StoreFault("missing", {"file": database.name})
        with system_errors(database.name), database.open("r+b"):
            pass
        return read_through(database)
    except StoreFault as fault:
        if fault.reason == "damaged" and wal_of(database).exists() and opens_without_log(database):
            raise StoreFault("damaged_wal", {"file": wal_of(database).name}) from fault
        raise
    finally:
        lock.abandon()
