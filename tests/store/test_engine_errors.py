"""The engine fails at every single order in turn: what was asked for is there whole, or not at all,
it is named, and the next attempt succeeds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pytest

from analytics.errors import StoreFault
from analytics.store import Store, opening
from analytics.store.backup_files import backup_files
from tests import fairs

ERRORS = [
    duckdb.IOException("IO Error: Could not write file: Input/output error"),
    duckdb.IOException("IO Error: Could not write file: No space left on device"),
    duckdb.OutOfMemoryException("Out of Memory Error: failed to allocate data"),
]
REASONS = ["unreadable", "full", "too_slow"]
CASES = list(zip(ERRORS, REASONS, strict=True))
MOST_ORDERS = 200


class Failing:
    """A connection that fails at its `last`-th order, and again at the rollback that follows."""

    orders = 0

    def __init__(self, inner: Any, last: int, error: duckdb.Error) -> None:
        self._inner, self._last, self._error = inner, last, error

    def cursor(self) -> Failing:
        return Failing(self._inner.cursor(), self._last, self._error)

    def execute(self, *order: Any) -> Any:
        Failing.orders += 1
        if Failing.orders == self._last:
            raise self._error
        if Failing.orders > self._last > 0 and order[0] == "rollback":
            self._inner.execute("rollback")
            raise duckdb.TransactionException("cannot rollback - no transaction is active")
        return self._inner.execute(*order)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)


def load(store: Store) -> None:
    rows = fairs.answers("f-2", [{"overall": 4}])
    fairs.load(
        store,
        "exhibitor_survey",
        sha256="second",
        edition_rows=fairs.editions([2]),
        response_rows=rows,
    )


def undo(store: Store) -> None:
    number = store.history()[-1].import_id
    if store.history()[-1].undone_at is None:
        store.undo(number, "anna")


def back_up(store: Store) -> None:
    store.back_up()


def counts(store: Store) -> tuple[int, int, int]:
    with store.reader() as reader:
        return (
            reader.value("select count(*) from response_rows"),
            reader.value("select count(*) from responses"),
            reader.value("select count(*) from imports where undone_at is not null"),
        )


@pytest.mark.parametrize(("error", "reason"), CASES, ids=["io", "full", "memory"])
@pytest.mark.parametrize("act", [load, undo, back_up], ids=["load", "undo", "backup"])
def test_an_error_at_any_order_leaves_everything_or_nothing(
    act: Callable[[Store], None], error: duckdb.Error, reason: str, tmp_path: Path
) -> None:
    with Store(tmp_path) as store:
        rows = fairs.answers("f-1", [{"overall": 5}, {"overall": 3}])
        fairs.load(store, "exhibitor_survey", edition_rows=fairs.editions([1]), response_rows=rows)
        connection, before = store._connection, counts(store)
        orders = steps_of(act, store, connection)
        failures: list[str] = []
        after = counts(store)
        revert(act, store)
        for last in spread(orders):
            Failing.orders = 0
            store._connection = Failing(connection, last, error)  # type: ignore[assignment]
            with named(failures):
                act(store)
            store._connection = connection
            assert counts(store) in (before, after)
            assert backup_files(store.backups)
            revert(act, store)
        assert set(failures) == {reason}


@contextmanager
def named(failures: list[str]) -> Iterator[None]:
    """Take down the reason of a fault; any other error is a mistake of ours."""
    try:
        yield
    except StoreFault as fault:
        failures.append(fault.reason)


def steps_of(act: Callable[[Store], None], store: Store, connection: Any) -> int:
    """How many orders it takes."""
    Failing.orders = 0
    store._connection = Failing(connection, -1, ERRORS[0])  # type: ignore[assignment]
    act(store)
    store._connection = connection
    assert Failing.orders < MOST_ORDERS
    return Failing.orders


def spread(orders: int) -> range:
    """Every order where they are few, each third where they are many."""
    return range(1, orders + 1, 1 if orders < 15 else 3)


def revert(act: Callable[[Store], None], store: Store) -> None:
    """Bring back what stood before, without a trace of the attempt in what is counted."""
    with store._cursor() as cursor:
        if act is load:
            cursor.execute("delete from response_rows where import_id > 1")
            cursor.execute("delete from imports where import_id > 1")
        if act is undo:
            cursor.execute("update imports set undone_at = null, undone_by = null")


@pytest.mark.parametrize(("error", "reason"), CASES, ids=["io", "full", "memory"])
def test_an_error_at_any_order_of_a_migration_leaves_nothing_of_it(
    error: duckdb.Error, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = opening.connect
    failures: list[str] = []
    for last in (1, 2, 5, 12, 20, 24):
        folder = tmp_path / str(last)

        def failing(*given_to: Any, last: int = last, **more: Any) -> Any:
            Failing.orders = 0
            return Failing(connect(*given_to, **more), last, error)

        with monkeypatch.context() as patch:
            patch.setattr(opening, "connect", failing)
            with named(failures):
                Store(folder).close()
        with Store(folder) as store:
            assert store.history() == []
    assert set(failures) == {reason}
