"""The schema by numbered steps; the facts, which hold no data, anew whenever their text changes."""

from __future__ import annotations

import hashlib
from pathlib import Path

import duckdb

from analytics.folders import VERSION

HERE = Path(__file__).parent
TABLE = "create table if not exists migrations (number integer primary key, name varchar not null)"
WRITTEN_BY = "insert or replace into settings values ('expolens', ?)"


def steps() -> dict[int, Path]:
    """The steps this version knows, by number."""
    return {int(path.name[:4]): path for path in sorted((HERE / "schema").glob("*.sql"))}


def migrate(cursor: duckdb.DuckDBPyConnection, applied: frozenset[int]) -> None:
    """Bring an open database, in which `applied` steps were taken, to this version's schema: all of
    it, or nothing.
    """
    pending = {number: path for number, path in steps().items() if number not in applied}
    facts = "\n".join(path.read_text("utf-8") for path in sorted((HERE / "facts").glob("*.sql")))
    digest = hashlib.sha256(facts.encode()).hexdigest()
    if not pending and _is_set(cursor, "facts", digest):
        return
    cursor.execute("begin")
    try:
        cursor.execute(TABLE)
        for number, path in pending.items():
            cursor.execute(path.read_text("utf-8"))
            cursor.execute("insert into migrations values (?, ?)", [number, path.stem])
        if pending:
            cursor.execute(WRITTEN_BY, [VERSION])
        cursor.execute(facts)
        cursor.execute("insert or replace into settings values ('facts', ?)", [digest])
        cursor.execute("commit")
    except BaseException:
        roll_back(cursor)
        raise


def roll_back(cursor: duckdb.DuckDBPyConnection) -> None:
    """End a transaction that failed; the engine may have ended it already, and what it says to that
    must not hide why.
    """
    try:
        cursor.execute("rollback")
    except duckdb.Error:
        return


def _is_set(cursor: duckdb.DuckDBPyConnection, name: str, value: str) -> bool:
    values = cursor.execute("select value from settings where name = ?", [name]).fetchall()
    return values == [(value,)]


def derived_steps() -> dict[str, str]:
    """Table name -> the statement that fills it, in the order they stand on each other."""
    paths = sorted((HERE / "derived").glob("*.sql"))
    return {path.stem[3:]: path.read_text("utf-8") for path in paths}
