"""A backup holds what the database holds, however it was written, and leaves the database held."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from analytics.store import Store, backup
from analytics.store import store as module
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

    monkeypatch.setattr(module, "write_backup", full)
    with Store(tmp_path) as store:
        receipt = fairs.load(store, "editions", edition_rows=fairs.editions([1]))
        assert (receipt.rows_stored, receipt.is_backed_up) == (1, False)
        store.undo(receipt.import_id, "anna")
        assert store.history()[0].undone_at is not None
