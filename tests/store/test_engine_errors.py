"""The engine fails at every single call in turn: what was asked for is there whole, or not at all,
it is named, and the next attempt succeeds.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pytest

from analytics.errors import StoreFault
from analytics.store import Store, migrations, opening
from analytics.store.backup_files import backup_files, newest_sound_file
from analytics.store.opening import DATABASE
from analytics.store.soundness import read_only
from tests import fairs
from tests.store.dying import TABLES
from tests.store.test_kept_databases import KEPT, unpacked, with_further_step

ERRORS = [
    duckdb.IOException("IO Error: Could not write file: Input/output error"),
    duckdb.IOException("IO Error: Could not write file: No space left on device"),
    duckdb.OutOfMemoryException("Out of Memory Error: failed to allocate data"),
]
REASONS = ["unreadable", "full", "too_slow"]
CASES = list(zip(ERRORS, REASONS, strict=True))
MOST_CALLS = 400
COUNTED = {
    "undone imports": "select count(undone_at) from imports",
    "undone merges": "select count(undone_at) from merges",
    "live answers": "select count(*) from responses",
    "version": "select version from state",
}


class Failing:
    """A connection whose `last`-th call fails, be it an order or the fetch of its rows, and so does
    the rollback that follows.
    """

    calls, last, error = 0, -1, ERRORS[0]

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def cursor(self) -> Failing:
        return Failing(self._inner.cursor())

    def execute(self, *order: Any) -> Failing:
        self._count()
        if Failing.calls > Failing.last > 0 and order[0] == "rollback":
            self._inner.execute("rollback")
            raise duckdb.TransactionException("cannot rollback - no transaction is active")
        self._inner.execute(*order)
        return self

    def fetchall(self) -> list[Any]:
        self._count()
        rows: list[Any] = self._inner.fetchall()
        return rows

    def register(self, *values: Any) -> None:
        self._count()
        self._inner.register(*values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    @staticmethod
    def _count() -> None:
        Failing.calls += 1
        if Failing.calls == Failing.last:
            raise Failing.error


def load(store: Store) -> None:
    fairs.load(
        store,
        "exhibitor_survey",
        sha256="second",
        edition_rows=fairs.editions([2]),
        response_rows=fairs.answers("f-2", [{"overall": 4}]),
    )


def undo(store: Store) -> None:
    store.undo(1, "anna")


def back_up(store: Store) -> None:
    store.back_up()


def merge(store: Store) -> None:
    store.merge("f", "n:a", "n:b", "anna")


def decide(store: Store) -> None:
    store.decide("f", "n:a", "n:b", "anna", is_same=True)


def save_segment(store: Store) -> None:
    store.save_segment("s", "f", "Ours", "{}", ["n:a"], "anna")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A survey and two firms, with their backups."""
    folder = tmp_path_factory.mktemp("filled")
    with Store(folder) as store:
        rows = fairs.answers("f-1", [{"overall": 5}, {"overall": 3}])
        fairs.load(store, "exhibitor_survey", edition_rows=fairs.editions([1]), response_rows=rows)
        firms = [
            {"fair_id": "f", "line": n, "name": name, "name_key": name}
            for n, name in enumerate("ab")
        ]
        fairs.load(store, "exhibitors", exhibitor_rows=firms)
    return folder


@pytest.mark.parametrize(("error", "reason"), CASES, ids=["io", "full", "memory"])
@pytest.mark.parametrize(
    "act", [load, undo, back_up, merge, decide, save_segment], ids=lambda act: act.__name__
)
def test_an_error_at_any_call_leaves_everything_or_nothing(
    act: Callable[[Store], None], error: duckdb.Error, reason: str, filled: Path, tmp_path: Path
) -> None:
    with Store(shutil.copytree(filled, tmp_path / "whole")) as store:
        before = state_of(store)
        calls = calls_of(act, store)
        after = state_of(store)
    store = Store(shutil.copytree(filled, tmp_path / "data"))
    failures: list[str] = []
    for last in range(1, calls + 1):
        with failing(store, last, error), named(failures):
            act(store)
        assert state_of(store) in (before, after)
        assert backup_files(store.backups)
        if state_of(store) == after != before:
            store.close()
            shutil.rmtree(tmp_path / "data")
            store = Store(shutil.copytree(filled, tmp_path / "data"))
    act(store)
    assert state_of(store) == after
    assert newest_sound_file(store.backups)
    store.close()
    assert set(failures) == {reason}


@contextmanager
def failing(store: Store, last: int, error: duckdb.Error) -> Iterator[None]:
    """The engine fails at its `last`-th call, and works again afterwards."""
    whole = store._connection
    Failing.calls, Failing.last, Failing.error = 0, last, error
    store._connection = Failing(whole)  # type: ignore[assignment]
    try:
        yield
    finally:
        store._connection = whole


@contextmanager
def named(failures: list[str]) -> Iterator[None]:
    """Take down the reason of a fault; any other error is a mistake of ours."""
    try:
        yield
    except StoreFault as fault:
        failures.append(fault.reason)


def calls_of(act: Callable[[Store], None], store: Store) -> int:
    """How many calls it takes."""
    with failing(store, -1, ERRORS[0]):
        act(store)
    assert Failing.calls < MOST_CALLS
    return Failing.calls


def state_of(store: Store) -> dict[str, int]:
    """How many rows every table has, and what else shows that something was done."""
    with store.reader() as reader:
        names = [row["table_name"] for row in reader.rows(TABLES)]
        counted = COUNTED | {name: f'select count(*) from "{name}"' for name in names}
        return {name: int(reader.value(sql)) for name, sql in counted.items()}


def steps_in(folder: Path) -> list[int]:
    """Of the schema, as the file holds them."""
    path = folder / DATABASE
    if not path.exists():
        return []
    with closing(read_only(path)) as connection:
        return sorted(opening.schema_of(connection).applied)


@pytest.mark.parametrize(("error", "reason"), CASES, ids=["io", "full", "memory"])
@pytest.mark.parametrize("is_upgrade", [False, True], ids=["new", "upgrade"])
def test_an_error_at_any_call_of_a_migration_leaves_whole_steps_and_the_next_opening_finishes(
    is_upgrade: bool,
    error: duckdb.Error,
    reason: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    connect = opening.connect
    monkeypatch.setattr(opening, "connect", lambda *at, **more: Failing(connect(*at, **more)))
    failures: list[str] = []
    for last in range(MOST_CALLS):
        folder = tmp_path / str(last)
        folder.mkdir()
        before = unpacked(KEPT[-1], folder).read_bytes() if is_upgrade else b""
        with monkeypatch.context() as patch:
            if is_upgrade:
                with_further_step(folder, "create table further (x integer);", patch)
            Failing.calls, Failing.last, Failing.error = 0, last, error
            with named(failures):
                Store(folder).close()
            calls = Failing.calls
            Failing.last = -1
            whole = sorted(migrations.steps())
            applied = steps_in(folder)
            assert applied == whole[: len(applied)]
            assert len(applied) >= (len(whole) - 1) * is_upgrade
            with Store(folder) as store:
                assert len(store.history()) == (5 if is_upgrade else 0)
            assert steps_in(folder) == whole
        assert not is_upgrade or before or backup_files(folder / "backup")
        if calls < last:
            break
    assert set(failures) == {reason}
