"""Data folders that went wrong in one way each, and what should be said of it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb

from analytics.store import Store
from tests import fairs


def filled(folder: Path, *, crashed: bool = False) -> Path:
    """A database with two answers and a backup; as a crash leaves it, what was written last still
    in the log.
    """
    with Store(folder) as store:
        rows = fairs.answers("f-1", [{"overall": 5}, {"overall": 3}])
        fairs.load(store, "exhibitor_survey", edition_rows=fairs.editions([1]), response_rows=rows)
        if crashed:
            store.write("update fairs set name_en = 'After the backup'")
            names = ("expolens.duckdb", "expolens.duckdb.wal", "expolens.lock")
            lying = {name: (folder / name).read_bytes() for name in names}
    if crashed:
        for name, content in lying.items():
            (folder / name).write_bytes(content)
    return folder / "expolens.duckdb"


def truncated(folder: Path) -> None:
    file = filled(folder)
    os.truncate(file, file.stat().st_size // 2)


def cut_to_nothing(folder: Path) -> None:
    os.truncate(filled(folder), 0)


def bad_checksum(folder: Path) -> None:
    flip(filled(folder), 20)


def no_mark(folder: Path) -> None:
    filled(folder).write_bytes(b"no database " * 10_000)


def damaged_log(folder: Path) -> None:
    log = filled(folder, crashed=True).with_name("expolens.duckdb.wal")
    flip(log, log.stat().st_size // 2)


def damaged_head_of_log(folder: Path) -> None:
    flip(filled(folder, crashed=True).with_name("expolens.duckdb.wal"), 12)


def foreign(folder: Path) -> None:
    with duckdb.connect(str(folder / "expolens.duckdb")) as other:
        other.execute("create table invoices (amount integer)")


def folder_instead(folder: Path) -> None:
    (folder / "expolens.duckdb").mkdir()


def missing(folder: Path) -> None:
    filled(folder).unlink()


BROKEN: dict[Callable[[Path], None], str] = {
    truncated: "damaged",
    cut_to_nothing: "damaged",
    bad_checksum: "damaged",
    no_mark: "damaged",
    damaged_log: "damaged_wal",
    damaged_head_of_log: "damaged_wal",
    foreign: "foreign",
    folder_instead: "foreign",
    missing: "missing",
}


def flip(file: Path, place: int) -> None:
    """One byte becomes another one."""
    with file.open("r+b") as content:
        content.seek(place)
        byte = content.read(1)[0]
        content.seek(place)
        content.write(bytes([byte ^ 0xFF]))


def laid_down(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, but for the lock and the backups."""
    return {
        path.name: path.read_bytes()
        for path in sorted(folder.glob("*"))
        if path.is_file() and path.name != "expolens.lock"
    }


def copied(folder: Path, to: Path) -> Path:
    shutil.copytree(folder, to, dirs_exist_ok=True)
    return to
