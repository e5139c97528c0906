"""A database opened, or the fact why not: permissions, who holds it, room, first bytes, log.

An existing file is looked at first, opened so that nothing in it changes: a file of a later version
or of another program is refused as it lies there.
"""

from __future__ import annotations

import os
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from analytics.errors import StoreFault
from analytics.store import migrations
from analytics.store.backup_files import backup_files
from analytics.store.connection import connect
from analytics.store.data_lock import is_held
from analytics.store.engine_faults import fault_of_system, is_full
from analytics.store.soundness import TABLES, read_only

DATABASE = "expolens.duckdb"
SMALLEST, MARK, MARK_AT = 12_288, b"DUCK", 8
"""What every DuckDB file has: three headers of 4,096 bytes, the mark in the first of them."""
CHUNK = 1 << 20


@dataclass(frozen=True)
class Schema:
    """What stands in a file before anything is done to it."""

    tables: frozenset[str] = frozenset()
    applied: frozenset[int] = frozenset()
    written_by: str = "?"
    count: int = 0


def open_database(
    path: Path, backups: Path, count_left: int | None, *, memory_limit: str
) -> tuple[duckdb.DuckDBPyConnection, Schema]:
    """The one connection of a process, and what it found there. Raises StoreFault with the reason
    why it will not open.
    """
    if not path.exists():
        if backup_files(backups):
            raise StoreFault("missing", {"file": path.name})
        schema = Schema()
    else:
        had_log = wal_of(path).exists()
        schema = _looked_at(path)
        _refuse_strangers(schema, path)
        if had_log and count_left is not None and schema.count < count_left:
            raise StoreFault("damaged_wal", {"file": wal_of(path).name})
    try:
        return connect(path, backups, memory_limit=memory_limit), schema
    except (duckdb.Error, OSError) as error:
        raise why_not(path, error) from error


def wal_of(path: Path) -> Path:
    """Where the engine keeps what is not yet in the file."""
    return path.with_name(f"{path.name}.wal")


def _looked_at(path: Path) -> Schema:
    try:
        with closing(read_only(path)) as connection:
            return schema_of(connection)
    except (duckdb.Error, OSError) as error:
        raise why_not(path, error) from error


def schema_of(connection: duckdb.DuckDBPyConnection) -> Schema:
    """Tables, steps and who took the last of them; all of it empty where there is none."""
    tables = frozenset(str(name) for (name,) in connection.execute(TABLES).fetchall())
    if not {"migrations", "settings"} <= tables:
        return Schema(tables)
    applied = connection.execute("select number from migrations").fetchall()
    settings = dict(connection.execute("select name, value from settings").fetchall())
    return Schema(
        tables,
        frozenset(int(number) for (number,) in applied),
        str(settings.get("expolens", "?")),
        int(settings.get("writes", 0)),
    )


def _refuse_strangers(schema: Schema, path: Path) -> None:
    if schema.tables and not schema.applied:
        raise StoreFault("foreign", {"file": path.name})
    refuse_newer(schema)


def refuse_newer(schema: Schema) -> None:
    """Raise StoreFault('newer') for steps of the schema that this version does not know."""
    if schema.applied - migrations.steps().keys():
        raise StoreFault("newer", {"version": schema.written_by})


def why_not(path: Path, error: duckdb.Error | OSError) -> StoreFault:
    """Why a file will not open, by what can be seen of it. Damage is what is left when nobody holds
    it, it may be read and written, there is room, and it still does not open.
    """
    details = {"file": path.name}
    refusal = _refusal_of_system(path)
    if refusal:
        return refusal
    if is_held(path):
        return StoreFault("locked", details | {"process": "?"})
    if is_full(path.parent):
        return StoreFault("full", details)
    if isinstance(error, duckdb.OutOfMemoryException | MemoryError):
        return StoreFault("memory", details)
    if not _has_mark(path):
        return StoreFault("damaged", details)
    if _opens(path):
        return StoreFault("unreadable", details)
    if wal_of(path).exists() and opens_without_log(path):
        return StoreFault("damaged_wal", {"file": wal_of(path).name})
    return StoreFault("damaged", details)


def _refusal_of_system(path: Path) -> StoreFault | None:
    """What the system says to reading all of it and to writing; None where it lets us."""
    try:
        with path.open("r+b") as file:
            while file.read(CHUNK):
                pass
    except OSError as error:
        return fault_of_system(error, path.name)
    return None


def _has_mark(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(SMALLEST)
    return len(head) == SMALLEST and head[MARK_AT : MARK_AT + len(MARK)] == MARK


def _opens(path: Path) -> bool:
    try:
        with closing(read_only(path)) as connection:
            schema_of(connection)
    except duckdb.Error:
        return False
    return True


def opens_without_log(path: Path) -> bool:
    """Whether the file opens under a second name that has no log beside it."""
    second = path.with_name(f"{path.stem}-{os.getpid()}-without-log.duckdb")
    try:
        os.link(path, second)
        return _opens(second)
    except OSError:
        return False
    finally:
        with suppress(OSError):
            second.unlink(missing_ok=True)


def stamp(folder: Path) -> str:
    """Size and last change of the database and of what was not yet written into it."""
    lying = [folder / f"{DATABASE}{end}" for end in ("", ".wal")]
    return " ".join(
        f"{file.stat().st_size}@{file.stat().st_mtime_ns}" if file.exists() else "–"
        for file in lying
    )


def last_change(folder: Path) -> datetime | None:
    """When the database was last written, before this start; None where there is none."""
    lying = [folder / f"{DATABASE}{end}" for end in ("", ".wal")]
    times = [file.stat().st_mtime for file in lying if file.exists()]
    return datetime.fromtimestamp(max(times)) if times else None
