"""Every row that a database file of the product holds, in an order without chance."""

from __future__ import annotations

import json
import math
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb

# When something was brought in or made: another moment at each run.
MOMENTS = frozenset(("imported_at", "made_at", "pinned_at", "undone_at"))


def of_folder(data: Path) -> dict[str, Any]:
    """Table by table: columns with their types, and rows. Empty where nothing was ever opened."""
    dumped: dict[str, Any] = {}
    for file in sorted(data.glob("*.duckdb")):
        with duckdb.connect(str(file), read_only=True) as connection:
            names = connection.execute(
                "select table_name from duckdb_tables() where not internal order by table_name"
            ).fetchall()
            dumped |= {name: _table(connection, name) for (name,) in names}
    return dumped


def _table(connection: duckdb.DuckDBPyConnection, name: str) -> dict[str, Any]:
    cursor = connection.execute(f'select * from "{name}"')
    columns = [(column[0], str(column[1])) for column in cursor.description or ()]
    places = [place for place, (column, _) in enumerate(columns) if column not in MOMENTS]
    rows = [[_plain(row[place]) for place in places] for row in cursor.fetchall()]
    return {
        "columns": [list(columns[place]) for place in places],
        "rows": sorted(rows, key=_order),
    }


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return [[_plain(key), _plain(entry)] for key, entry in value.items()]
    if isinstance(value, list | tuple):
        return [_plain(entry) for entry in value]
    return value if isinstance(value, str | int | float | None) else str(value)


def _order(row: list[Any]) -> tuple[str, str]:
    """What is no fraction first: a last digit that differs must not change the order of rows."""
    exact = [value for value in row if not isinstance(value, float)]
    rounded = [f"{value:.9g}" for value in row if isinstance(value, float) and math.isfinite(value)]
    return json.dumps(exact, ensure_ascii=False), json.dumps(rounded)
