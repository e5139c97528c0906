"""An import taken back, brought in, or put in the place of another: statements of one
transaction, which the caller begins and ends.
"""

from __future__ import annotations

import duckdb

from analytics.errors import UnknownChoice
from analytics.store import derive, load_statements
from analytics.store.compared_imports import Comparison, compare
from analytics.store.migrations import roll_back
from analytics.store.reader import Reader
from analytics.store.receipt import Batch


def undo(cursor: duckdb.DuckDBPyConnection, import_id: int, actor: str) -> None:
    """Take an import back. Raises UnknownChoice where none is."""
    fair_id = _mark_undone(cursor, import_id, actor)
    derive.refresh(cursor, fair_id, load_statements.editions_of(cursor, import_id))


def bring_in(cursor: duckdb.DuckDBPyConnection, batch: Batch, replaces: int) -> int:
    """Every row of a batch under the next import number, which is returned; in the place of an
    import where one is named (not 0). Raises UnknownChoice where that is none, or undone.
    """
    numbers = []
    if replaces:
        _mark_undone(cursor, replaces, batch.actor)
        numbers.append(replaces)
    numbers.append(load_statements.bring_in(cursor, batch))
    editions: set[str] | None = set()
    for number in numbers:
        touched = load_statements.editions_of(cursor, number)
        editions = None if editions is None or touched is None else editions | set(touched)
    derive.refresh(cursor, batch.fair_id, None if editions is None else sorted(editions))
    return numbers[-1]


def differences(cursor: duckdb.DuckDBPyConnection, import_id: int, batch: Batch) -> Comparison:
    """What a batch has otherwise than an import; nothing of it stays."""
    cursor.execute("set max_execution_time = 0")
    cursor.execute("begin")
    try:
        number = load_statements.bring_in(cursor, batch)
        return compare(Reader(cursor), import_id, number)
    finally:
        roll_back(cursor)
        cursor.execute("reset max_execution_time")


def _mark_undone(cursor: duckdb.DuckDBPyConnection, import_id: int, actor: str) -> str:
    """The fair of the import that is undone now."""
    undone = cursor.execute(
        load_statements.UNDO, {"actor": actor, "import_id": import_id}
    ).fetchall()
    if not undone:
        raise UnknownChoice("import", str(import_id))
    return str(undone[0][0])
