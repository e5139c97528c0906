"""One DuckDB file: whole-or-nothing imports, undo, history, backup."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import duckdb

from analytics import clock
from analytics.errors import NothingChosen, StoreFault
from analytics.store import day, load_statements, loaded_files, merge_statements, migrations
from analytics.store.backup import write_backup
from analytics.store.backup_files import backup_files, private_copy
from analytics.store.backup_keeper import BackupKeeper, BackupState
from analytics.store.compared_imports import Comparison
from analytics.store.data_lock import DataLock
from analytics.store.engine_faults import engine_errors, system_errors
from analytics.store.live_connection import LiveConnection
from analytics.store.opening import DATABASE, Schema, last_change, open_database, stamp
from analytics.store.put_in_place import finish
from analytics.store.reader import Reader
from analytics.store.receipt import Batch, Finding, ImportRecord, Receipt
from analytics.store.replaced_import import bring_in, differences, undo

Done = TypeVar("Done")


class Store:
    """Opens `folder/expolens.duckdb`. One per process: a second is refused (StoreFault 'locked').
    `found_as` stamps the files as they lay there before: starts with one stamp found the same data.
    """

    def __init__(self, folder: Path, *, memory_limit: str = "4GB") -> None:
        self.folder = folder
        self.backups = folder / "backup"
        with system_errors(folder.name):
            folder.mkdir(parents=True, exist_ok=True)
        with system_errors(self.backups.name):
            self.backups.mkdir(exist_ok=True)
        self._lock = DataLock(folder)
        self._writing = threading.RLock()
        self._is_closed = False
        try:
            self._open(memory_limit)
        except BaseException:
            self._lock.abandon()
            raise

    def _open(self, memory_limit: str) -> None:
        finish(self.folder)
        self.found_as, written_at = stamp(self.folder), last_change(self.folder)
        at, count = (self.folder / DATABASE, self.backups), self._lock.count_left
        connection, schema = open_database(*at, count, memory_limit=memory_limit)
        self._connection = LiveConnection(connection, partial(self._open_anew, memory_limit))
        try:
            self._bring_up_to_date(schema)
        except BaseException:
            self._connection.close()
            raise
        saved = backup_files(self.backups)
        self._keeper = BackupKeeper(
            self._copy_now, saved[0].moment if saved else None, written_at if saved else None
        )
        self._lock.note(schema.count)

    def _open_anew(self, memory_limit: str) -> duckdb.DuckDBPyConnection:
        """After the engine gave the database up."""
        at = (self.folder / DATABASE, self.backups)
        connection, _ = open_database(*at, None, memory_limit=memory_limit)
        self._version = int(connection.execute(load_statements.VERSION).fetchall()[0][0])
        return connection

    def _bring_up_to_date(self, schema: Schema) -> None:
        """This version's schema, a copy of the earlier one first."""
        with self._cursor() as cursor, engine_errors(self.folder):
            if schema.applied and migrations.steps().keys() - schema.applied:
                write_backup(cursor, self.folder / DATABASE, self.backups, before_upgrade=True)
            migrations.migrate(cursor, schema.applied)
            version = cursor.execute(load_statements.VERSION).fetchall()[0][0]
        self._version = self._found_version = int(version)
        self._day = date.min

    def close(self) -> None:
        """Copy what no backup holds yet, and let go of the database."""
        with self._writing:
            if not self._is_closed:
                self._keeper.close()
                self._is_closed = True
                self._connection.close()
                self._lock.release()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def reader(self) -> Reader:
        """A cursor of its own, for one question in one thread."""
        self._turn_day()
        return Reader(self._connection.cursor(), self._connection.give_up)

    @property
    def version(self) -> int:
        """Moves on with every write, and with a day that ends an edition. Held in memory."""
        self._turn_day()
        return self._version

    def _turn_day(self) -> None:
        """A new day may end editions; who asks first makes it known, unless somebody writes."""
        today = clock.today()
        if self._day == today or not self._writing.acquire(blocking=False):
            return
        try:
            self._day = today
            # Where there is no room to note it, readers still read what was there.
            with suppress(StoreFault), self._errors(), self._cursor() as cursor:
                fairs = day.fairs_turning(cursor, today)
                if fairs is not None:
                    with self._writer(moves=bool(fairs)) as writing:
                        day.turn(writing, today, fairs)
        finally:
            self._writing.release()

    @property
    def has_moved(self) -> bool:
        """Whether anything was written since the store was opened."""
        return self._version != self._found_version

    def load(self, batch: Batch, *, then_back_up: bool = True, replaces: int = 0) -> Receipt:
        """Store a batch whole, or nothing of it; in the place of import `replaces` where that is
        not 0 (UnknownChoice where it is undone). The same file, fair and kind is recognised.
        """
        with self._writing:
            with self.reader() as reader:
                repeated = load_statements.repeated_receipt(reader, batch)
            if repeated:
                return repeated
            with self._writer() as cursor:
                number = bring_in(cursor, batch, replaces)
            loaded_files.forget(self.folder, replaces)
            is_backed_up = self._keeper.attempt() if then_back_up else True
        return replace(load_statements.receipt(number, batch), is_backed_up=is_backed_up)

    def undo(self, import_id: int, actor: str) -> None:
        """Take an import back: its rows stay, its facts go. Raises UnknownChoice where none is."""
        with self._writer() as cursor:
            undo(cursor, import_id, actor)
        loaded_files.forget(self.folder, import_id)
        self._keeper.attempt()

    def differences(self, import_id: int, batch: Batch) -> Comparison:
        """What a batch has otherwise than an import. Nothing is stored."""
        with self._writing, self._cursor() as cursor, self._errors():
            return differences(cursor, import_id, batch)

    def history(self, fair_id: str | None = None) -> list[ImportRecord]:
        """Every import, newest first, with the undone ones marked."""
        with self.reader() as reader:
            rows = reader.rows(load_statements.HISTORY, fair=fair_id)
        return [ImportRecord.of(row) for row in rows]

    def findings(self, import_id: int) -> list[Finding]:
        """What was remarked about the lines of an import, in line order."""
        with self.reader() as reader:
            rows = reader.rows(load_statements.FINDINGS, import_id=import_id)
        return [Finding(**row | {"details": json.loads(row["details"])}) for row in rows]

    def write(self, sql: str, **values: Any) -> None:
        """One statement of the product's own, in a transaction that moves the version on."""
        with self._writer() as cursor:
            cursor.execute(sql, values)

    def note(self, sql: str, **values: Any) -> None:
        """One statement about what no answer reads (a deck): version and kept answers stay."""
        with self._writer(moves=False) as cursor:
            cursor.execute(sql, values)

    def carry_out(self, act: Callable[[duckdb.DuckDBPyConnection], Done]) -> Done:
        """Statements of one of this package's modules, in a transaction that moves the version."""
        with self._writer() as cursor:
            return act(cursor)

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
        self.unmerge_all([merge_id], actor)

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
        with self._writer() as cursor:
            load_statements.write_segment(cursor, (segment_id, fair_id, name, rule, actor), members)

    def default_fair(self) -> str:
        """The user's newest own fair, else the demo. Raises NothingChosen without any."""
        with self.reader() as reader:
            fair = reader.value(load_statements.NEWEST_OWN_FAIR)
        if fair is None:
            raise NothingChosen("fairs")
        return str(fair)

    @classmethod
    @contextmanager
    def of_backup(cls, folder: Path) -> Iterator[tuple[Store, datetime]]:
        """A store on a private copy of the last backup (StoreFault 'locked' without), its day."""
        with private_copy(folder / "backup", DATABASE) as (private, moment), cls(private) as store:
            yield store, moment

    def back_up(self) -> Path:
        """Add a copy to the backups, every table of it read. Raises StoreFault where that failed;
        the copies that were there stay.
        """
        with self._writing, self._cursor() as cursor:
            with self._errors():
                cursor.execute("set max_execution_time = 0")
                backup = write_backup(cursor, self.folder / DATABASE, self.backups)
            self._keeper.note_copy(backup.moment)
        return backup.path

    def attempt_backup(self) -> bool:
        """Whether a copy could be added; `backup_state` says why not."""
        return self._keeper.attempt()

    @property
    def backup_state(self) -> BackupState:
        """How old the last copy is, and why there is no newer one."""
        return self._keeper.state

    def _copy_now(self) -> None:
        """For the keeper, whose thread may come when all is over."""
        with self._writing:
            if not self._is_closed:
                self.back_up()

    def _cursor(self) -> AbstractContextManager[duckdb.DuckDBPyConnection]:
        return closing(self._connection.cursor())

    def _errors(self) -> AbstractContextManager[None]:
        return engine_errors(self.folder, self._connection.give_up)

    @contextmanager
    def _writer(self, *, moves: bool = True) -> Iterator[duckdb.DuckDBPyConnection]:
        """The only way to change anything: one at a time, no time limit, rolled back on any
        exception.
        """
        with self._writing, self._cursor() as cursor, self._errors():
            cursor.execute("set max_execution_time = 0")
            cursor.execute("begin")
            try:
                yield cursor
                versions = cursor.execute(load_statements.MOVE_ON, {"step": int(moves)}).fetchall()
                counts = cursor.execute(load_statements.COUNT_ON).fetchall()
                cursor.execute("commit")
            except BaseException:
                migrations.roll_back(cursor)
                raise
            finally:
                with suppress(duckdb.Error):
                    cursor.execute("reset max_execution_time")
            self._version = int(versions[0][0])
            self._lock.note(int(counts[0][0]))
            self._keeper.note_write()
