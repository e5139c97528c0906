"""One DuckDB file: whole-or-nothing imports, undo, history, backup."""

from __future__ import annotations

import json
import shutil
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from analytics.errors import NothingChosen, StoreFault, UnknownChoice
from analytics.store import derive, load_statements, merge_statements
from analytics.store.backup import attempt, write_backup
from analytics.store.connection import connect, reason_of
from analytics.store.migrations import migrate
from analytics.store.reader import Reader
from analytics.store.receipt import Batch, Finding, ImportRecord, Receipt

CANNOT_WRITE = (duckdb.IOException, duckdb.TransactionException, duckdb.OutOfMemoryException)
MOVE_ON = "update state set version = version + $step returning version"
UNDO = """
update imports set undone_at = now()::timestamp, undone_by = $actor
where import_id = $import_id and undone_at is null
returning fair_id
"""
HISTORY = """-- one row per import, newest first
select * from imports
where $fair is null or fair_id = $fair
order by import_id desc
"""
FINDINGS = """-- one row per remark about a line
select line, column_name as "column", value, reason, details, is_left_out
from findings
where import_id = $import_id
order by line nulls first
"""
NEWEST_OWN_FAIR = """-- one row: the fair with the newest import, the demo only where it is alone
select f.fair_id
from fairs as f
join live_imports as i on i.fair_id = f.fair_id
group by f.fair_id, f.is_demo
order by f.is_demo, max(i.import_id) desc
limit 1
"""


class Store:
    """Opens `folder/expolens.duckdb`. One per process: a second process is refused by the engine
    (StoreFault 'locked').

    `found_as` stamps the files as they lay there before: two starts with one stamp found the same
    data.
    """

    def __init__(self, folder: Path, *, memory_limit: str = "4GB") -> None:
        self.folder = folder
        self.backups = folder / "backup"
        self.backups.mkdir(parents=True, exist_ok=True)
        self.found_as = _stamp(folder)
        self._connection = connect(
            folder / "expolens.duckdb", self.backups, memory_limit=memory_limit
        )
        self._writing = threading.RLock()
        with self._cursor() as cursor:
            migrate(cursor)
            self._version = self._found_version = int(
                cursor.execute("select version from state").fetchall()[0][0]
            )

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
        """Moves on with every write. Held in memory, for nobody else writes and pages ask often."""
        return self._version

    @property
    def has_moved(self) -> bool:
        """Whether anything was written since the store was opened."""
        return self._version != self._found_version

    def load(self, batch: Batch, *, then_back_up: bool = True) -> Receipt:
        """Store a batch whole, or nothing of it. The same file for the same fair and kind is
        recognised, not doubled.
        """
        with self._writing:
            with self.reader() as reader:
                repeated = load_statements.repeated_receipt(reader, batch)
            if repeated:
                return repeated
            with self._writer() as cursor:
                number = load_statements.bring_in(cursor, batch)
                derive.refresh(cursor, batch.fair_id, load_statements.editions_of(cursor, number))
            is_backed_up = attempt(self.back_up) if then_back_up else True
        return replace(load_statements.receipt(number, batch), is_backed_up=is_backed_up)

    def undo(self, import_id: int, actor: str) -> None:
        """Take an import back: its rows stay, its facts go. Raises UnknownChoice if it is not there
        or already undone.
        """
        with self._writer() as cursor:
            undone = cursor.execute(UNDO, {"actor": actor, "import_id": import_id}).fetchall()
            if not undone:
                raise UnknownChoice("import", str(import_id))
            derive.refresh(cursor, undone[0][0], load_statements.editions_of(cursor, import_id))
        attempt(self.back_up)

    def history(self, fair_id: str | None = None) -> list[ImportRecord]:
        """Every import, newest first, with the undone ones marked."""
        with self.reader() as reader:
            rows = reader.rows(HISTORY, fair=fair_id)
        return [ImportRecord.of(row) for row in rows]

    def findings(self, import_id: int) -> list[Finding]:
        """What was remarked about the lines of an import, in line order."""
        with self.reader() as reader:
            rows = reader.rows(FINDINGS, import_id=import_id)
        return [Finding(**row | {"details": json.loads(row["details"])}) for row in rows]

    def write(self, sql: str, **values: Any) -> None:
        """One statement of the product's own, in a transaction that moves the version on."""
        with self._writer() as cursor:
            cursor.execute(sql, values)

    def note(self, sql: str, **values: Any) -> None:
        """One statement about what no answer reads (a deck, its order): the version stays, and
        every kept answer holds.
        """
        with self._writer(moves=False) as cursor:
            cursor.execute(sql, values)

    def merge(self, fair_id: str, kept_key: str, merged_key: str, actor: str) -> int | None:
        """Join two exhibitor keys as one firm. The merge's number; None where they were one."""
        numbers = self.merge_all(fair_id, [(kept_key, merged_key)], actor)
        return numbers[0] if numbers else None

    def merge_all(
        self, fair_id: str, pairs: Sequence[merge_statements.Pair], actor: str
    ) -> list[int]:
        """Join (kept, merged) pairs in one transaction. Raises UnknownChoice for an unknown key."""
        with self._writer() as cursor:
            return merge_statements.merge(cursor, fair_id, pairs, actor)

    def unmerge(self, merge_id: int, actor: str) -> None:
        """Part what a merge joined, and forget the decision it came from. Raises UnknownChoice."""
        with self._writer() as cursor:
            merge_statements.unmerge(cursor, [merge_id], actor)

    def unmerge_all(self, merge_ids: Sequence[int], actor: str) -> None:
        """Part what merges joined, in one transaction: all, or none and UnknownChoice."""
        with self._writer() as cursor:
            merge_statements.unmerge(cursor, merge_ids, actor)

    def decide(
        self, fair_id: str, kept_key: str, other_key: str, actor: str, *, is_same: bool
    ) -> int:
        """Keep whether two exhibitors are one firm, and merge them if so. The decision's number."""
        with self._writer() as cursor:
            return merge_statements.decide(cursor, fair_id, (kept_key, other_key), is_same, actor)

    def undo_decision(self, decision_id: int, actor: str) -> None:
        """Take a decision back, with the merge it made. Raises UnknownChoice."""
        with self._writer() as cursor:
            merge_statements.undo_decision(cursor, decision_id, actor)

    def save_segment(
        self, segment_id: str, fair_id: str, name: str, rule: str, members: list[str], actor: str
    ) -> None:
        """Keep a group of exhibitors under a name, so that it can filter every page."""
        import pyarrow as pa

        with self._writer() as cursor:
            cursor.execute("delete from segment_members where segment_id = ?", [segment_id])
            cursor.execute(
                "insert or replace into segments values (?, ?, ?, ?, ?, now()::timestamp)",
                [segment_id, fair_id, name, rule, actor],
            )
            load_statements.append(
                cursor,
                "segment_members",
                pa.table({"segment_id": [segment_id] * len(members), "exhibitor_id": members}),
            )

    def default_fair(self) -> str:
        """The fair to show when none is named: the user's newest own, else the demo. Raises
        NothingChosen without any.
        """
        with self.reader() as reader:
            fair = reader.value(NEWEST_OWN_FAIR)
        if fair is None:
            raise NothingChosen("fairs")
        return str(fair)

    @classmethod
    @contextmanager
    def of_backup(cls, folder: Path) -> Iterator[tuple[Store, datetime]]:
        """A store on a private copy of the last backup, with the moment it was made. Raises
        StoreFault('locked').
        """
        latest = folder / "backup" / "latest.duckdb"
        if not latest.exists():
            raise StoreFault("locked", {"file": "expolens.duckdb"})
        with tempfile.TemporaryDirectory() as private:
            shutil.copyfile(latest, Path(private) / "expolens.duckdb")
            with cls(Path(private)) as store:
                yield store, datetime.fromtimestamp(latest.stat().st_mtime)

    def back_up(self) -> Path:
        """Write a copy beside the database, swapped in whole."""
        database, fresh = self.folder / "expolens.duckdb", self.backups / "fresh.duckdb"
        latest = self.backups / "latest.duckdb"
        with self._writing, self._cursor() as cursor:
            cursor.execute("set max_execution_time = 0")
            write_backup(cursor, database, fresh, latest)
        return latest

    @contextmanager
    def _cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        cursor = self._connection.cursor()
        try:
            yield cursor
        finally:
            cursor.close()

    @contextmanager
    def _writer(self, *, moves: bool = True) -> Iterator[duckdb.DuckDBPyConnection]:
        """The only way to change anything: one at a time, no time limit, rolled back on any
        exception.
        """
        with self._writing, self._cursor() as cursor:
            cursor.execute("set max_execution_time = 0")
            cursor.execute("begin")
            try:
                yield cursor
                versions = cursor.execute(MOVE_ON, {"step": int(moves)}).fetchall()
                cursor.execute("commit")
                self._version = int(versions[0][0])
            except duckdb.Error as error:
                _roll_back(cursor)
                if isinstance(error, CANNOT_WRITE):
                    raise StoreFault(reason_of(error)) from error
                raise
            except BaseException:
                _roll_back(cursor)
                raise
            finally:
                self._limit_again(cursor)

    @staticmethod
    def _limit_again(cursor: duckdb.DuckDBPyConnection) -> None:
        with suppress(duckdb.Error):
            cursor.execute("reset max_execution_time")


def _roll_back(cursor: duckdb.DuckDBPyConnection) -> None:
    """Where the engine has done so itself it says that there is no transaction, which would stand
    in the place of what went wrong.
    """
    with suppress(duckdb.Error):
        cursor.execute("rollback")


def _stamp(folder: Path) -> str:
    """Size and last change of the database and of what was not yet written into it."""
    lying = [(folder / f"expolens.duckdb{end}") for end in ("", ".wal")]
    return " ".join(
        f"{file.stat().st_size}@{file.stat().st_mtime_ns}" if file.exists() else "–"
        for file in lying
    )
