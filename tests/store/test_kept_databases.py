"""Databases that earlier versions made: each opens, is brought up to date, and answers.

One for every step of the schema that ended a release, made by the commit that had it. A change of
the schema adds one: `schema_<number>.duckdb.gz`, the fair of `tests/ui/conftest.py` in it.
"""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import pytest

from analytics import catalogue
from analytics.ask import ask
from analytics.errors import StoreFault
from analytics.filters import Filters
from analytics.store import Store, migrations
from analytics.store.backup_files import backup_files

KEPT = sorted((Path(__file__).parent / "kept").glob("schema_*.duckdb.gz"))


def unpacked(database: Path, folder: Path) -> Path:
    file = folder / "expolens.duckdb"
    file.write_bytes(gzip.decompress(database.read_bytes()))
    return file


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def with_further_step(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    step = folder / "0999_further.sql"
    step.write_text(text, "utf-8")
    known = migrations.steps()
    monkeypatch.setattr(migrations, "steps", lambda: known | {999: step})


@pytest.mark.parametrize("database", KEPT, ids=lambda path: path.name)
def test_a_database_of_an_earlier_version_opens_is_upgraded_and_answers(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unpacked(database, tmp_path)
    with_further_step(tmp_path, "create table further (x integer);", monkeypatch)
    with Store(tmp_path) as store:
        assert len(store.history()) == 5
        answer = ask(store, catalogue.study("satisfaction"), Filters("f", (), "exhibitor"))
        assert answer.audience == "exhibitor"
        with store.reader() as reader:
            assert reader.value("select count(*) from further") == 0
        assert [file.is_before_upgrade for file in backup_files(store.backups)] == [True]


def test_the_newest_step_of_the_schema_has_its_database() -> None:
    assert KEPT[-1].name == f"schema_{max(migrations.steps()):04}.duckdb.gz"
    assert sum(path.stat().st_size for path in KEPT) < 2_000_000


def test_a_database_of_a_later_version_is_refused_unchanged_and_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        with_further_step(tmp_path, "create table further (x integer);", patch)
        patch.setattr(migrations, "VERSION", "7.1.0")
        Store(tmp_path).close()
    before = digest(tmp_path / "expolens.duckdb")
    with pytest.raises(StoreFault) as caught:
        Store(tmp_path)
    assert (caught.value.reason, caught.value.details) == ("newer", {"version": "7.1.0"})
    assert digest(tmp_path / "expolens.duckdb") == before


def test_an_upgrade_that_fails_leaves_the_earlier_schema_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unpacked(KEPT[-1], tmp_path)
    with monkeypatch.context() as patch:
        with_further_step(tmp_path, "create table further (x integer); select no_such;", patch)
        with pytest.raises(Exception, match="no_such"):
            Store(tmp_path)
    with Store(tmp_path) as store, store.reader() as reader:
        assert reader.rows("select * from migrations where number = 999") == []
        assert len(store.history()) == 5


def test_without_room_for_a_copy_nothing_is_upgraded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = unpacked(KEPT[-1], tmp_path)
    before = digest(file)
    with_further_step(tmp_path, "create table further (x integer);", monkeypatch)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("analytics.store.backup._copy", full)
    with pytest.raises(StoreFault) as caught:
        Store(tmp_path)
    assert caught.value.reason == "full"
    assert digest(file) == before
