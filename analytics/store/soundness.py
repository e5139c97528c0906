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
    return _contents(connection, "count(*)")


def _contents(
    connection: duckdb.DuckDBPyConnection, measure: str = "count(*), sum(hash(t))"
) -> Contents:
    """How many rows every table has; by the measure meant for it, each cell of them read."""
    names = [str(name) for (name,) in connection.execute(TABLES).fetchall()]
    rows = sum(_rows_of(connection, name, measure) for name in names)
    version = connection.execute("select version from state").fetchall()[0][0]
    return Contents(len(names), rows, int(version))


def _rows_of(connection: duckdb.DuckDBPyConnection, table: str, measure: str) -> int:
    name = '"' + table.replace('"', '""') + '"'
    return int(connection.execute(f"select {measure} from {name} as t").fetchall()[0][0])


def is_sound(path: Path) -> bool:
    """Whether every table of a file reads."""
    try:
        read_through(path)
    except StoreFault:
        return False
    return True
