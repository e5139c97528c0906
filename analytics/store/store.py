"""One DuckDB file: whole-or-nothing imports, undo, history, backup."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from analytics.errors import StoreFault, UnknownChoice
from analytics.store import derive
from analytics.store.connection import connect, reason_of
from analytics.store.migrations import migrate
from analytics.store.reading import Reader
from analytics.store.receipts import Batch, Finding, ImportRecord, Receipt

ROW_TABLES = (
    "edition_rows",
    "exhibitor_rows",
    "participation_rows",
    "attendance_rows",
    "complaint_rows",
    "question_rows",
    "response_rows",
)
PERMANENT_TABLES = ("dimensions", "items", "profile_fields")
RESPONSES_PER_IMPORT = 100_000_000


class Store:
    """Opens `folder/expolens.duckdb`. One per process: a second process is refused by the engine (StoreFault 'locked')."""

    def __init__(self, folder: Path, *, memory_limit: str = "4GB") -> None:
        self.folder = folder
        self.backups = folder / "backup"
        self.backups.mkdir(parents=True, exist_ok=True)
        self._connection = connect(folder / "expolens.duckdb", self.backups, memory_limit=memory_limit)
        self._writing = threading.RLock()
        with self._cursor() as cursor:
            migrate(cursor)

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def reader(self) -> Reader:
        """A cursor of its own, for one question in one thread."""
        return Reader(self._connection.cursor())

    @property
    def version(self) -> int:
        """Moves on with every write."""
        with self.reader() as reader:
            return int(reader.value("select version from state"))

    def load(self, batch: Batch) -> Receipt:
        """Store a batch whole, or nothing of it. The same file for the same fair and kind is recognised, not doubled."""
        with self._writer() as cursor:
            known = _already(cursor, batch)
            if known:
                return known
            number = _one(cursor, "select coalesce(max(import_id), 0) + 1 from imports")
            _record(cursor, number, batch)
            _append_permanent(cursor, batch)
            for table in ROW_TABLES:
                if table in batch.tables:
                    _append(cursor, table, _numbered(table, batch.tables[table], number))
            _append_findings(cursor, number, batch.findings)
            derive.refresh(cursor, batch.fair_id, _editions_of(cursor, number))
        self.back_up()
        return _receipt(number, batch)

    def undo(self, import_id: int, actor: str) -> None:
        """Take an import back: its rows stay, its facts go. Raises UnknownChoice if it is not there or already undone."""
        with self._writer() as cursor:
            found = cursor.execute(
                "update imports set undone_at = now()::timestamp, undone_by = $actor "
                "where import_id = $import_id and undone_at is null returning fair_id",
                {"actor": actor, "import_id": import_id},
            ).fetchall()
            if not found:
                raise UnknownChoice("import", str(import_id))
            derive.refresh(cursor, found[0][0], _editions_of(cursor, import_id))
        self.back_up()

    def history(self, fair_id: str | None = None) -> list[ImportRecord]:
        """Every import, newest first, with the undone ones marked."""
        with self.reader() as reader:
            rows = reader.rows(
                "select * from imports where $fair is null or fair_id = $fair order by import_id desc", fair=fair_id
            )
        return [ImportRecord.of(row) for row in rows]

    def findings(self, import_id: int) -> list[Finding]:
        """What was remarked about the lines of an import, in line order."""
        with self.reader() as reader:
            rows = reader.rows(
                "select line, column_name, value, reason, details, is_left_out from findings "
                "where import_id = $import_id order by line nulls first",
                import_id=import_id,
            )
        return [
            Finding(r["line"], r["column_name"], r["value"], r["reason"], json.loads(r["details"]), r["is_left_out"])
            for r in rows
        ]

    def write(self, sql: str, **values: Any) -> None:
        """One statement of the product's own, in a transaction that moves the version on."""
        with self._writer() as cursor:
            cursor.execute(sql, values)

    def save_segment(self, segment_id: str, fair_id: str, name: str, rule: str, members: list[str], actor: str) -> None:
        """Keep a group of exhibitors under a name, so that it can filter every page."""
        with self._writer() as cursor:
            cursor.execute("delete from segment_members where segment_id = ?", [segment_id])
            cursor.execute(
                "insert or replace into segments values (?, ?, ?, ?, ?, now()::timestamp)",
                [segment_id, fair_id, name, rule, actor],
            )
            _append(cursor, "segment_members", pa.table({"segment_id": [segment_id] * len(members), "exhibitor_id": members}))

    def back_up(self) -> Path:
        """Write a compact copy beside the database, swapped in whole."""
        fresh, kept = self.backups / "fresh.duckdb", self.backups / "latest.duckdb"
        with self._writing, self._cursor() as cursor:
            cursor.execute("set max_execution_time = 0")
            fresh.unlink(missing_ok=True)
            cursor.execute(f"attach '{fresh.resolve()}' as copy_out")  # our own path, not a user's
            try:
                cursor.execute("copy from database expolens to copy_out")
            finally:
                cursor.execute("detach copy_out")
            fresh.replace(kept)
        return kept

    @contextmanager
    def _cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        cursor = self._connection.cursor()
        try:
            yield cursor
        finally:
            cursor.close()

    @contextmanager
    def _writer(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """The only way to change anything: one at a time, no time limit, rolled back on any exception."""
        with self._writing, self._cursor() as cursor:
            cursor.execute("set max_execution_time = 0")
            cursor.execute("begin")
            try:
                yield cursor
                cursor.execute("update state set version = version + 1")
                cursor.execute("commit")
            except duckdb.Error as error:
                cursor.execute("rollback")
                if isinstance(error, (duckdb.IOException, duckdb.TransactionException, duckdb.OutOfMemoryException)):
                    raise StoreFault(reason_of(error)) from error
                raise
            except BaseException:
                cursor.execute("rollback")
                raise
            finally:
                self._limit_again(cursor)

    @staticmethod
    def _limit_again(cursor: duckdb.DuckDBPyConnection) -> None:
        cursor.execute("reset max_execution_time")


def _one(cursor: duckdb.DuckDBPyConnection, sql: str, values: Any = None) -> Any:
    return cursor.execute(sql, values).fetchall()[0][0]


def _already(cursor: duckdb.DuckDBPyConnection, batch: Batch) -> Receipt | None:
    found = cursor.execute(
        "select import_id, lines_read, rows_stored, rows_left_out from imports "
        "where sha256 = $sha256 and fair_id = $fair and kind = $kind and mapping = $mapping and undone_at is null",
        {"sha256": batch.sha256, "fair": batch.fair_id, "kind": batch.kind, "mapping": batch.mapping},
    ).fetchall()
    if not found:
        return None
    number, read, stored, left_out = found[0]
    return Receipt(number, batch.fair_id, batch.kind, batch.file_name, read, stored, left_out, 0, is_repeat=True)


def _record(cursor: duckdb.DuckDBPyConnection, number: int, batch: Batch) -> None:
    if batch.lines_read != batch.lines_stored + batch.lines_left_out:
        raise ValueError("lines read must equal lines stored plus lines left out")
    zh, en = batch.fair_names
    cursor.execute(
        "insert or ignore into fairs (fair_id, name_zh, name_en, is_demo) values (?, ?, ?, ?)",
        [batch.fair_id, zh or en or batch.fair_id, en or zh or batch.fair_id, batch.is_demo],
    )
    cursor.execute(
        "insert into imports values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, null)",
        [
            number, batch.fair_id, batch.file_name, batch.sha256, batch.kind, batch.mapping,
            batch.lines_read, batch.lines_stored, batch.lines_left_out, batch.actor, datetime.now(),
        ],
    )  # fmt: skip


def _numbered(table: str, rows: pa.Table, number: int) -> pa.Table:
    if table == "response_rows":
        first = number * RESPONSES_PER_IMPORT
        ids = pa.array(range(first + 1, first + 1 + rows.num_rows), pa.int64())
        rows = rows.append_column("response_id", ids)
    return rows.append_column("import_id", pa.repeat(pa.scalar(number, pa.int32()), rows.num_rows))


def _append(cursor: duckdb.DuckDBPyConnection, table: str, rows: pa.Table, how: str = "insert into") -> None:
    """Table names come from the constants above and column names from our own schema, never from a file."""
    cursor.register("incoming", rows)
    cursor.execute(f"{how} {table} by name select * from incoming")
    cursor.unregister("incoming")


def _append_permanent(cursor: duckdb.DuckDBPyConnection, batch: Batch) -> None:
    for table in PERMANENT_TABLES:
        if table in batch.questionnaire:
            _append(cursor, table, batch.questionnaire[table], "insert or ignore into")
    clashes = _one(
        cursor,
        "select count(*) from (select 1 from items where fair_id = $fair group by audience, slot having count(*) > 1)",
        {"fair": batch.fair_id},
    )
    if clashes:
        raise ValueError("two items were given one slot")


def _append_findings(cursor: duckdb.DuckDBPyConnection, number: int, findings: tuple[Finding, ...]) -> None:
    if not findings:
        return
    rows = pa.table(
        {
            "import_id": pa.array([number] * len(findings), pa.int32()),
            "line": pa.array([f.line for f in findings], pa.int32()),
            "column_name": pa.array([f.column for f in findings], pa.string()),
            "value": pa.array([f.value for f in findings], pa.string()),
            "reason": [f.reason for f in findings],
            "details": [json.dumps(f.details, ensure_ascii=False) for f in findings],
            "is_left_out": [f.is_left_out for f in findings],
        }
    )
    _append(cursor, "findings", rows)


def _editions_of(cursor: duckdb.DuckDBPyConnection, number: int) -> list[str] | None:
    """The editions whose answers an import touches; None (all) when it may change what is known of exhibitors."""
    register = _one(cursor, "select count(*) from exhibitor_rows where import_id = ?", [number])
    renumbered = _one(cursor, "select count(*) from imports where import_id = ? and kind = 'editions'", [number])
    if register or renumbered:
        return None
    found = cursor.execute("select distinct edition_id from question_rows where import_id = ?", [number])
    return [edition for (edition,) in found.fetchall()]


def _receipt(number: int, batch: Batch) -> Receipt:
    return Receipt(
        number, batch.fair_id, batch.kind, batch.file_name,
        batch.lines_read, batch.lines_stored, batch.lines_left_out, len(batch.findings),
    )  # fmt: skip
