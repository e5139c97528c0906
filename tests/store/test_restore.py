"""The drill: a broken database, a backup in its place, and nothing of what lay there deleted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from analytics.__main__ import main
from analytics.errors import StoreFault, UnknownChoice
from analytics.store import Store, put_in_place, restore
from analytics.store.backup_files import backup_files
from tests import fairs
from tests.store import broken

RESTORED = [broken.truncated, broken.bad_checksum, broken.damaged_log, broken.missing]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("EXPOLENS_DATA", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("breaks", RESTORED, ids=lambda breaks: breaks.__name__)
def test_a_broken_database_is_back_with_one_command_and_what_lay_there_is_set_aside(
    breaks: Callable[[Path], None], data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    breaks(data)
    before = set(broken.laid_down(data).values())
    assert main(["check"]) == 1
    is_log = breaks is broken.damaged_log
    assert ("expolens.duckdb.wal beside the database" in capsys.readouterr().out) is is_log
    assert main(["restore"]) == 0
    assert "is the database now" in capsys.readouterr().out
    assert before <= set(broken.laid_down(data).values())
    assert not (data / "expolens.duckdb.wal").exists()
    assert main(["check"]) == 0
    with Store(data) as store, store.reader() as reader:
        assert reader.value("select count(*) from responses") == 2
        rows = fairs.answers("f-2", [{"overall": 4}])
        fairs.load(store, "exhibitor_survey", edition_rows=fairs.editions([2]), response_rows=rows)


def test_what_will_be_missing_is_named_where_the_database_still_says_it(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken.filled(data)
    with Store(data) as store:
        monkeypatch.setattr(store._keeper, "attempt", lambda: False)
        fairs.load(store, "complaints", sha256="later", edition_rows=fairs.editions([2]))
    assert main(["restore"]) == 0
    assert "complaints.csv" in capsys.readouterr().out


def test_a_backup_is_chosen_by_its_day_and_none_is_invented(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken.filled(data)
    moment = backup_files(data / "backup")[0].moment
    assert restore.backup_of(data, moment.date().isoformat()).moment == moment
    for day in ("2001-01-31", "yesterday"):
        with pytest.raises(UnknownChoice):
            restore.backup_of(data, day)
    assert main(["restore", "--list"]) == 0
    assert "sound" in capsys.readouterr().out


def test_a_backup_that_does_not_read_is_passed_over(data: Path) -> None:
    broken.filled(data)
    with Store(data) as store:
        older = backup_files(store.backups)[0]
        store.back_up()
        newest = backup_files(store.backups)[0]
    newest.path.write_bytes(newest.path.read_bytes()[:100_000])
    assert restore.backup_of(data, None) == older
    with pytest.raises(StoreFault):
        restore.restore(data, newest)
    assert main(["check"]) == 1


def test_nothing_is_restored_under_an_app_that_runs(data: Path) -> None:
    broken.filled(data)
    backup = restore.backup_of(data, None)
    with Store(data), pytest.raises(StoreFault) as caught:
        restore.restore(data, backup)
    assert caught.value.reason == "locked"


@pytest.mark.parametrize("step", ["nothing", "log", "second name"])
def test_a_restore_that_was_cut_off_is_finished_by_the_next_start(step: str, data: Path) -> None:
    broken.damaged_log(data)
    before = set(broken.laid_down(data).values())
    file, log = data / "expolens.duckdb", data / "expolens.duckdb.wal"
    ready = data / put_in_place.READY
    ready.write_bytes(backup_files(data / "backup")[0].path.read_bytes())
    aside = put_in_place._aside(file, ready)
    if step != "nothing":
        log.rename(f"{aside}.wal")
    if step == "second name":
        aside.hardlink_to(file)
    with Store(data) as store, store.reader() as reader:
        assert reader.value("select count(*) from responses") == 2
    assert before <= set(broken.laid_down(data).values())
    assert not ready.exists()


def test_a_backup_of_a_newer_version_is_passed_over_and_never_restored(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken.filled(data)
    with Store(data) as store:
        older = backup_files(store.backups)[0]
        store.write("insert into migrations values (999, 'of later')")
        store.back_up()
        newest = backup_files(store.backups)[0]
    assert restore.backup_of(data, None) == older
    with pytest.raises(StoreFault) as caught:
        restore.restore(data, newest)
    assert caught.value.reason == "newer"
    assert main(["restore", "--list"]) == 0
    assert "newer ExpoLens" in capsys.readouterr().out
