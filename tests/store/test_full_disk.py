"""A full disk is called so, leaves nothing behind, and an odd path stands in nobody's way."""

from __future__ import annotations

import errno
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import duckdb
import pytest

from analytics.errors import StoreFault
from analytics.store import Store, backup
from tests import fairs

FULL = 'IO Error: Could not write file "expolens.duckdb": No space left on device'
NO_TRANSACTION = "TransactionContext Error: cannot rollback - no transaction is active"
NOTE = "insert into settings values ('note', '1')"


class Filling:
    """A connection whose disk is full as soon as something is to be committed.

    `is_rolled_back`: the engine has then rolled back by itself, and says so when asked to.
    """

    def __init__(self, inner: Any, is_rolled_back: bool) -> None:
        self._inner, self._is_rolled_back = inner, is_rolled_back

    def cursor(self) -> Filling:
        return Filling(self._inner.cursor(), self._is_rolled_back)

    def execute(self, sql: str, *values: Any) -> Any:
        if sql == "commit":
            raise duckdb.IOException(FULL)
        if sql == "rollback" and self._is_rolled_back:
            self._inner.execute("rollback")
            raise duckdb.TransactionException(NO_TRANSACTION)
        return self._inner.execute(sql, *values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)


@pytest.mark.parametrize("is_rolled_back", [False, True])
def test_a_full_disk_is_called_so_whoever_rolled_the_transaction_back(
    tmp_path: Path, is_rolled_back: bool
) -> None:
    with Store(tmp_path) as store:
        whole = store._connection
        store._connection = Filling(whole, is_rolled_back)  # type: ignore[assignment]
        with pytest.raises(StoreFault) as caught:
            store.write(NOTE)
        store._connection = whole
        assert caught.value.reason == "full"
        with store.reader() as reader:
            assert reader.value("select count(*) from settings where name = 'note'") == 0
        store.write(NOTE)


def half_a_copy(_: Path, fresh: Path) -> bool:
    fresh.write_bytes(b"half")
    raise OSError(errno.ENOSPC, "No space left on device")


def half_a_table(_: Any, *places: Any) -> None:
    Path(places[-1]).write_bytes(b"half")
    raise duckdb.IOException(FULL)


@pytest.mark.parametrize(
    ("step", "failing"), [("_copied", half_a_copy), ("write_anew", half_a_table)]
)
def test_a_backup_without_room_leaves_nothing_half_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, failing: Callable[..., Any]
) -> None:
    with Store(tmp_path) as store:
        store.back_up()
        before = sorted(path.name for path in store.backups.iterdir())
        monkeypatch.setattr(backup, "_copied", lambda *_: False)
        monkeypatch.setattr(backup, step, failing)
        with suppress(StoreFault, OSError, duckdb.Error):
            store.back_up()
            pytest.fail("there was room after all")
        assert sorted(path.name for path in store.backups.iterdir()) == before


@pytest.mark.parametrize("is_copied", [True, False])
def test_an_apostrophe_in_the_data_folders_path_stops_neither_import_nor_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_copied: bool
) -> None:
    if not is_copied:
        monkeypatch.setattr(backup, "_copied", lambda *_: False)
    folder = tmp_path / "the organiser's data '; --"
    folder.mkdir()
    with Store(folder) as store:
        receipt = fairs.load(store, "editions", edition_rows=fairs.editions([1]))
        assert receipt.is_backed_up
        store.back_up()
        with Store.of_backup(folder) as (copy, _):
            assert len(copy.history()) == 1
