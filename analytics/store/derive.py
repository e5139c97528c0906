"""What follows from the live rows, rebuilt inside the transaction that changed them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import duckdb

from analytics.store.migrations import derived_steps

REGISTER = ("exhibitor_keys", "exhibitors", "participations")
FORGET_REGISTER = (
    "delete from exhibitor_keys where fair_id = $fair",
    "delete from exhibitors where fair_id = $fair",
    """
    delete from participations
    where edition_id in (select edition_id from edition_rows where fair_id = $fair)
    """,
)
FORGET_EXHIBITORS = """
delete from exhibitors where fair_id = $fair and list_contains($exhibitors::varchar[], exhibitor_id)
"""
EDITIONS = "select distinct edition_id from edition_rows where fair_id = $fair order by 1"
# The slice of a cube holds everybody: filters choose among its cells.
EVERYBODY = {
    "audience": None,
    "industries": None,
    "regions": None,
    "profile": None,
    "segment": None,
    "weights": None,
    "own": None,
}


def refresh(cursor: duckdb.DuckDBPyConnection, fair_id: str, editions: list[str] | None) -> None:
    """Rebuild the register of a fair and the cubes of `editions` (None: of all its editions)."""
    steps = derived_steps()
    for statement in FORGET_REGISTER:
        cursor.execute(statement, {"fair": fair_id})
    for table in REGISTER:
        everybody = {"exhibitors": None} if table == "exhibitors" else {}
        cursor.execute(steps[table], {"fair": fair_id} | everybody)
    refresh_cubes(cursor, fair_id, _editions_of(cursor, fair_id) if editions is None else editions)


def refresh_exhibitors(
    cursor: duckdb.DuckDBPyConnection, fair_id: str, exhibitors: Sequence[str]
) -> None:
    """Rebuild what is known of some of a fair's exhibitors, whose keys stay."""
    values = {"fair": fair_id, "exhibitors": list(exhibitors)}
    for statement in (FORGET_EXHIBITORS, derived_steps()["exhibitors"]):
        cursor.execute(statement, values)


def refresh_cubes(cursor: duckdb.DuckDBPyConnection, fair_id: str, editions: Iterable[str]) -> None:
    """Rebuild the cubes of editions."""
    steps = derived_steps()
    for edition in sorted(editions):
        _refresh_cubes(cursor, steps, fair_id, edition)


def _editions_of(cursor: duckdb.DuckDBPyConnection, fair_id: str) -> list[str]:
    rows = cursor.execute(EDITIONS, {"fair": fair_id}).fetchall()
    return [edition for (edition,) in rows]


def _refresh_cubes(
    cursor: duckdb.DuckDBPyConnection, steps: dict[str, str], fair_id: str, edition: str
) -> None:
    """One edition at a time keeps the memory of a rebuild to that of its largest edition."""
    slice_of_edition = {"fair": fair_id, "editions": [edition]} | EVERYBODY
    for table in (table for table in steps if table not in REGISTER):
        cursor.execute(f"delete from {table} where edition_id = $edition", {"edition": edition})
        cursor.execute(steps[table], {"slice": slice_of_edition})
