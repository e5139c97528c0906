"""A backup holds what the database holds, however it was written, and leaves the database held."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from analytics import people
from analytics.deck import saved_decks
from analytics.store import Store, backup, backup_keeper
from analytics.store.backup_files import backup_files
from tests import fairs

OPEN = "import sys, duckdb; duckdb.connect(sys.argv[1])"


def loaded(folder: Path) -> Store:
    store = Store(folder)
    rows = fairs.answers("f-1", [{"overall": 5}, {"overall": 3}])
    fairs.load(store, "exhibitor_survey", edition_rows=fairs.editions([1]), response_rows=rows)
    return store


def responses(file: Path) -> int:
    with duckdb.connect(str(file), read_only=True) as copy:
        return int(copy.execute("select count(*) from response_rows").fetchall()[0][0])


def test_after_a_backup_no_second_process_can_open_the_database(tmp_path: Path) -> None:
    with loaded(tmp_path) as store:
        store.back_up()
        other = [sys.executable, "-c", OPEN, str(tmp_path / "expolens.duckdb")]
        assert "lock" in subprocess.run(other, capture_output=True, text=True, check=False).stderr


def test_a_backup_written_while_somebody_reads_is_whole(tmp_path: Path) -> None:
    with loaded(tmp_path) as store, store._cursor() as reading:
        reading.execute("begin")
        reading.execute("select count(*) from response_rows").fetchall()
        assert responses(store.back_up()) == 2


def test_a_file_that_cannot_be_copied_is_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "COPY", "raise SystemExit(1)")
    with loaded(tmp_path) as store:
        assert responses(store.back_up()) == 2


def test_an_import_and_its_undo_hold_without_room_for_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "_copy", full)
    with Store(tmp_path) as store:
        receipt = fairs.load(store, "editions", edition_rows=fairs.editions([1]))
        assert (receipt.rows_stored, receipt.is_backed_up) == (1, False)
        assert store.backup_state.problem == "full"
        store.undo(receipt.import_id, "anna")
        assert store.history()[0].undone_at is not None


def test_a_copy_that_does_not_read_replaces_none_that_did(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with loaded(tmp_path) as store:
        before = backup_files(store.backups)
        copied = backup._copy

        def copied_badly(cursor: object, database: Path, fresh: Path) -> None:
            copied(cursor, database, fresh)  # type: ignore[arg-type]
            fresh.write_bytes(fresh.read_bytes()[:500_000])

        monkeypatch.setattr(backup, "_copy", copied_badly)
        receipt = fairs.load(store, "editions", edition_rows=fairs.editions([2]))
        assert not receipt.is_backed_up
        assert store.backup_state.problem == "damaged"
        assert store.backup_state.is_overdue(datetime.now())
        assert backup_files(store.backups) == before
        assert not (store.backups / "fresh.duckdb").exists()


WRITES = [
    lambda store: saved_decks.make(store, "f", "Board", "anna"),
    lambda store: people.admit(store, "anna@example.org", "admin"),
    lambda store: store.save_segment("s", "f", "Ours", "{}", [], "anna"),
    lambda store: store.merge("f", "n:a", "n:b", "anna"),
    lambda store: store.write("update fairs set name_en = 'Fair of the town'"),
]


@pytest.mark.parametrize("write", WRITES, ids=["deck", "person", "segment", "merge", "edit"])
def test_every_kind_of_write_is_in_a_copy_soon(
    write: Callable[[Store], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_keeper, "LATEST_AFTER_S", 0.01)
    with loaded(tmp_path) as store:
        firms = [
            {"fair_id": "f", "line": n, "name": name, "name_key": name}
            for n, name in enumerate("ab")
        ]
        fairs.load(store, "exhibitors", exhibitor_rows=firms)
        before = len(backup_files(store.backups))
        write(store)
        end = time.monotonic() + 20
        while store.backup_state.unsaved_since and time.monotonic() < end:
            time.sleep(0.01)
        assert store.backup_state.unsaved_since is None
        assert len(backup_files(store.backups)) >= min(before + 1, 3)
        assert backup_files(store.backups)[0].moment >= store.backup_state.written_at


def test_what_was_written_last_is_copied_before_the_store_closes(tmp_path: Path) -> None:
    with loaded(tmp_path) as store:
        people.admit(store, "anna@example.org", "admin")
    with Store.of_backup(tmp_path) as (copy, _):
        assert [person.email for person in people.everyone(copy)] == ["anna@example.org"]


def test_a_data_folder_with_an_apostrophe_is_backed_up_in_both_ways(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with loaded(tmp_path / "Anna's fair") as store:
        assert responses(store.back_up()) == 2
        monkeypatch.setattr(backup, "COPY", "raise SystemExit(1)")
        assert responses(store.back_up()) == 2
