"""A backup put in the place of the database, which is set aside under a dated name, log and all.

The copy is read through first and written anew, so that indexes are whole too. Nothing is deleted.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

import duckdb

from analytics.errors import StoreFault, UnknownChoice
from analytics.store.backup import write_anew
from analytics.store.backup_files import BackupFile, backup_files
from analytics.store.data_lock import DataLock
from analytics.store.engine_faults import engine_errors, fault_of_system, system_errors
from analytics.store.opening import DATABASE, wal_of
from analytics.store.soundness import Contents, is_sound, read_only, read_through

FRESH = "restoring.duckdb"
AHEAD = 1_000
"""How far the version of restored data jumps: no answer of the time after the backup may pass for
one of now."""
IMPORTS = "select import_id, file_name, imported_at from imports order by import_id"


@dataclass(frozen=True)
class Checked:
    """A backup, and whether every table of it reads."""

    backup: BackupFile
    is_sound: bool


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
    return [Checked(file, is_sound(file.path)) for file in backup_files(folder / "backup")]


def backup_of(folder: Path, day: str | None) -> BackupFile:
    """The newest backup that reads; with `day` (2026-01-31, or a moment of it) the newest that is
    not later. Raises UnknownChoice where there is none.
    """
    files = backup_files(folder / "backup")
    latest = _end_of(day) if day else datetime.max
    for file in files:
        if file.moment <= latest and is_sound(file.path):
            return file
    offered = tuple(f"{file.moment:%Y-%m-%d %H:%M:%S}" for file in files if is_sound(file.path))
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
    that, StoreFault('damaged') for a backup that does not read; then nothing has changed.
    """
    lock = DataLock(folder)
    database, fresh = folder / DATABASE, folder / FRESH
    try:
        read_through(backup.path)
        with system_errors(folder.name):
            _forget(fresh)
            _written_anew(backup.path, fresh)
            contents = read_through(fresh)
            set_aside = _swapped(database, fresh)
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
        connection.execute("detach restored")


def _swapped(database: Path, fresh: Path) -> tuple[Path, ...]:
    """The log first, then the file: at no moment is there no database, nor one with a log that is
    not its own.
    """
    aside = _free_name(database)
    moved: list[Path] = []
    log = wal_of(database)
    if log.exists():
        log.rename(wal_of(aside))
        moved.append(wal_of(aside))
    if database.exists():
        _second_name(database, aside)
        moved.insert(0, aside)
    try:
        os.replace(fresh, database)
    except OSError as error:
        raise fault_of_system(error, database.name) from error
    return tuple(moved)


def _second_name(database: Path, aside: Path) -> None:
    """Keep the file under a second name; where the disk knows no such thing, under that only."""
    try:
        os.link(database, aside)
    except OSError:
        database.rename(aside)


def _free_name(database: Path) -> Path:
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    names = (f"{database.stem}-set-aside-{stamp}{end}" for end in _endings())
    return next(
        path
        for path in (database.with_name(f"{name}.duckdb") for name in names)
        if not path.exists() and not wal_of(path).exists()
    )


def _endings() -> Sequence[str]:
    return ("", *(f"-{number}" for number in range(2, 1_000)))


def _forget(fresh: Path) -> None:
    fresh.unlink(missing_ok=True)
    wal_of(fresh).unlink(missing_ok=True)


def contents_of_database(folder: Path) -> Contents:
    """The database read through, if nobody holds it. Raises StoreFault: 'locked', 'damaged' …"""
    lock = DataLock(folder)
    try:
        database = folder / DATABASE
        if not database.exists():
            raise StoreFault("missing", {"file": database.name})
        with system_errors(database.name), database.open("r+b"):
            pass
        return read_through(database)
    finally:
        lock.abandon()
