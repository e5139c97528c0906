"""Opening DuckDB so that nothing but this product's own files can be reached through it."""

from __future__ import annotations

from pathlib import Path

import duckdb

from analytics.errors import StoreFault

LOCKED_DOWN = {
    "python_enable_replacements": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "allow_persistent_secrets": False,
}
QUERY_LIMIT_MS = 10_000


def connect(
    path: Path, backups: Path, *, memory_limit: str = "4GB", threads: int = 2
) -> duckdb.DuckDBPyConnection:
    """The one connection of a process. Every reader takes `.cursor()` of it; sharing it between
    threads mixes results.

    Raises StoreFault('locked') when another process holds the file, StoreFault('damaged') when it
    will not open.
    """
    config: dict[str, str | bool | int | float | list[str]] = {
        **LOCKED_DOWN,
        "memory_limit": memory_limit,
        "threads": threads,
        "temp_directory": str(path.with_suffix(".tmp")),
        "max_temp_directory_size": "5GB",
        "max_execution_time": QUERY_LIMIT_MS,
    }
    try:
        connection = duckdb.connect(str(path), config=config)
    except duckdb.IOException as error:
        raise StoreFault(reason_of(error), {"file": path.name}) from error
    except (duckdb.SerializationException, duckdb.InternalException) as error:
        raise StoreFault("damaged", {"file": path.name}) from error
    _lock_down(connection, backups)
    return connection


def _lock_down(connection: duckdb.DuckDBPyConnection, backups: Path) -> None:
    """The order matters: directories first, then no other access, then no further change."""
    connection.execute(
        "set allowed_directories = [$folder]".replace("$folder", _quoted(f"{backups.resolve()}/"))
    )
    connection.execute("set enable_external_access = false")
    connection.execute("set allowed_configs = ['max_execution_time']")
    connection.execute("set lock_configuration = true")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def reason_of(error: duckdb.Error) -> str:
    """The fact behind an engine error, as one of StoreFault's reasons."""
    text = str(error).lower()
    if "lock" in text:
        return "locked"
    if "no space" in text or "disk" in text and "full" in text or "max_temp_directory_size" in text:
        return "full"
    if (
        isinstance(error, duckdb.InterruptException)
        or "max_execution_time" in text
        or "out of memory" in text
    ):
        return "too_slow"
    return "damaged"
