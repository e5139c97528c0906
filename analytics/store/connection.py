"""Opening DuckDB so that nothing but this product's own files can be reached through it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import duckdb

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
    threads mixes results. Raises duckdb.Error; `analytics.store.opening` finds out why.
    """
    config: dict[str, str | bool | int | float | list[str]] = {
        **LOCKED_DOWN,
        "memory_limit": memory_limit,
        "threads": threads,
        "temp_directory": str(path.with_suffix(".tmp")),
        "max_temp_directory_size": "5GB",
        "max_execution_time": QUERY_LIMIT_MS,
    }
    connection = duckdb.connect(str(path), config=config)
    try:
        _lock_down(connection, backups)
    except duckdb.Error:
        with suppress(duckdb.Error):
            connection.close()
        raise
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
