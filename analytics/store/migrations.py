"""The schema by numbered steps; the facts, which hold no data, anew whenever their text changes."""

from __future__ import annotations

import hashlib
from pathlib import Path

import duckdb

from analytics.errors import StoreFault

HERE = Path(__file__).parent


def migrate(cursor: duckdb.DuckDBPyConnection) -> None:
    """Bring an open database to this version's schema. Raises StoreFault('newer') for a file of a
    later version.
    """
    cursor.execute(
        "create table if not exists migrations (number integer primary key, name varchar not null)"
    )
    applied = {number for (number,) in cursor.execute("select number from migrations").fetchall()}
    steps = {int(path.name[:4]): path for path in sorted((HERE / "schema").glob("*.sql"))}
    if applied - steps.keys():
        raise StoreFault("newer")
    for number in sorted(steps.keys() - applied):
        _apply(cursor, number, steps[number])
    _define_facts(cursor)


def _apply(cursor: duckdb.DuckDBPyConnection, number: int, path: Path) -> None:
    cursor.execute("begin")
    cursor.execute(path.read_text("utf-8"))
    cursor.execute("insert into migrations values (?, ?)", [number, path.stem])
    cursor.execute("commit")


def _define_facts(cursor: duckdb.DuckDBPyConnection) -> None:
    text = "\n".join(path.read_text("utf-8") for path in sorted((HERE / "facts").glob("*.sql")))
    digest = hashlib.sha256(text.encode()).hexdigest()
    held = cursor.execute("select value from settings where name = 'facts'").fetchall()
    if held == [(digest,)]:
        return
    cursor.execute("begin")
    cursor.execute(text)
    cursor.execute("insert or replace into settings values ('facts', ?)", [digest])
    cursor.execute("commit")


def derived_steps() -> dict[str, str]:
    """Table name -> the statement that fills it, in the order they stand on each other."""
    paths = sorted((HERE / "derived").glob("*.sql"))
    return {path.stem[3:]: path.read_text("utf-8") for path in paths}
