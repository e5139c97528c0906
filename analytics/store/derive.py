"""What follows from the live rows, rebuilt inside the transaction that changed them."""

from __future__ import annotations

import duckdb

from analytics.store.migrations import derived_steps

REGISTER = ("exhibitor_keys", "exhibitors", "participations")


def refresh(cursor: duckdb.DuckDBPyConnection, fair_id: str, editions: list[str] | None) -> None:
    """Rebuild the register of a fair and the cubes of `editions` (None: of all its editions)."""
    steps = derived_steps()
    cursor.execute("delete from exhibitor_keys where fair_id = $fair", {"fair": fair_id})
    cursor.execute("delete from exhibitors where fair_id = $fair", {"fair": fair_id})
    cursor.execute(
        "delete from participations where edition_id in (select edition_id from edition_rows where"
        " fair_id = $fair)",
        {"fair": fair_id},
    )
    for table in REGISTER:
        cursor.execute(steps[table], {"fair": fair_id})
    for edition in _touched(cursor, fair_id, editions):
        _refresh_cubes(cursor, steps, fair_id, edition)


def _touched(
    cursor: duckdb.DuckDBPyConnection, fair_id: str, editions: list[str] | None
) -> list[str]:
    if editions is not None:
        return sorted(editions)
    found = cursor.execute(
        "select distinct edition_id from edition_rows where fair_id = ? order by 1", [fair_id]
    )
    return [edition for (edition,) in found.fetchall()]


def _refresh_cubes(
    cursor: duckdb.DuckDBPyConnection, steps: dict[str, str], fair_id: str, edition: str
) -> None:
    """One edition at a time keeps the memory of a rebuild to that of its largest edition."""
    everything = {
        "audience": None,
        "industries": None,
        "regions": None,
        "profile": None,
        "segment": None,
        "weights": None,
    }
    chosen = {"fair": fair_id, "editions": [edition]} | everything
    for table in steps.keys() - set(REGISTER):
        cursor.execute(f"delete from {table} where edition_id = $edition", {"edition": edition})
        cursor.execute(steps[table], {"slice": chosen})
