"""Whether a database file is sound: every row of every table is read."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import duckdb

from analytics.errors import StoreFault
from analytics.store.connection import LOCKED_DOWN
from analytics.store.engine_faults import FINDS_DAMAGE, is_full

TABLES = """
select table_name from duckdb_tables()
where database_name = current_database() and schema_name = 'main' and not internal
order by 1
"""
MEMORY = "1GB"


@dataclass(frozen=True)
class Contents:
    """How much was read, and after which write of the product."""

    tables: int
    rows: int
    version: int


def read_only(path: Path) -> duckdb.DuckDBPyConnection:
    """A database file opened so that nothing in it or beside it changes."""
    config: dict[str, str | bool | int | float | list[str]] = {
        **LOCKED_DOWN,
        "memory_limit": MEMORY,
        "threads": 2,
    }
    return duckdb.connect(str(path), read_only=True, config=config)


def read_through(path: Path) -> Contents:
    """Read every table of a file that nobody holds. Raises StoreFault('damaged') where it does not
    read, StoreFault('foreign') where it is not one of ours.
    """
    try:
        with closing(read_only(path)) as connection:
            return _contents(connection)
    except duckdb.CatalogException as error:
        raise StoreFault("foreign", {"file": path.name}) from error
    except duckdb.IOException as error:
        reason = "full" if is_full(path.parent) else "damaged"
        raise StoreFault(reason, {"file": path.name}) from error
    except duckdb.Error as error:
        is_damage = isinstance(error, FINDS_DAMAGE) or type(error) is duckdb.Error
        reason = "damaged" if is_damage else "unreadable"
        raise StoreFault(reason, {"file": path.name}) from error


def extent(connection: duckdb.DuckDBPyConnection) -> Contents:
    """How much an open database holds by its own account, without reading its cells."""
    names = _tables(connection)
    counts = " union all ".join(f"select count(*) as n from {_quoted(name)}" for name in names)
    of_all = f"select sum(n), (select version from state) from ({counts})"
    rows, version = connection.execute(of_all).fetchall()[0]
    return Contents(len(names), int(rows), int(version))


def _contents(connection: duckdb.DuckDBPyConnection) -> Contents:
    names = _tables(connection)
    rows = sum(_rows_of(connection, name) for name in names)
    version = connection.execute("select version from state").fetchall()[0][0]
    return Contents(len(names), rows, int(version))


def _tables(connection: duckdb.DuckDBPyConnection) -> list[str]:
    return [str(name) for (name,) in connection.execute(TABLES).fetchall()]


def _rows_of(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    """How many rows a table has, each cell of them read."""
    measured = f"select count(*), sum(hash(t)) from {_quoted(table)} as t"
    rows, _ = connection.execute(measured).fetchall()[0]
    return int(rows)


def _quoted(table: str) -> str:
    return '"' + table.replace('"', '""') + '"'


def is_sound(path: Path) -> bool:
    """Whether every table of a file reads."""
    try:
        read_through(path)
    except StoreFault:
        return False
    return True
