"""A real small disk: filled to the brim in the middle of the work, or one that can only be read.

It needs the right to mount one, which a test run seldom has; the same errors are injected elsewhere
(`test_full_disk.py`, `test_engine_errors.py`, `test_opening.py`).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from analytics.errors import StoreFault
from analytics.store import Store, backup, backup_files
from analytics.store.backup_files import newest_sound_file
from tests import fairs

NOBODY = 65_534
OPEN = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import pandas, psutil, analytics.store
from analytics.errors import StoreFault
os.setuid(int(sys.argv[3]))
try:
    analytics.store.Store(Path(sys.argv[2]))
except StoreFault as fault:
    print(fault.reason)
"""


def mount(place: Path, *options: str) -> bool:
    order = ["mount", "-t", "tmpfs", *options, "tmpfs", str(place)]
    return subprocess.run(order, capture_output=True, check=False).returncode == 0


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 60 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    if sys.platform != "linux" or os.getuid() != 0 or not mount(place, "-o", "size=60m"):
        pytest.skip("no right to mount a disk")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def load(store: Store, number: int) -> bool:
    """Whether the import, which is in once this returns, could be backed up too."""
    rows = fairs.answers(f"f-{number}", [{"overall": n % 5 + 1} for n in range(200)])
    return fairs.load(
        store,
        "exhibitor_survey",
        sha256=str(number),
        edition_rows=fairs.editions([number]),
        response_rows=rows,
    ).is_backed_up


def has_room(store: Store) -> bool:
    """Whether a second file found room; if not, the full disk is named."""
    try:
        load(store, 2)
    except StoreFault as fault:
        if fault.reason != "full":
            raise
        return False
    return True


def files_in(store: Store) -> set[str]:
    return {record.sha256 for record in store.history()}


def fill(disk: Path, room: int) -> Path:
    """A file that leaves so many bytes free."""
    filler = disk / "filler"
    filler.write_bytes(bytes(max(0, shutil.disk_usage(disk).free - room)))
    return filler


@pytest.mark.parametrize("is_careful", [True, False])
@pytest.mark.parametrize("room_kb", [0, 64, 300, 4_000, 8_000, 32_000])
def test_what_has_a_receipt_is_there_when_there_is_room_again(
    room_kb: int, is_careful: bool, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where no look at the room spares the engine the full disk."""
    with Store(disk / "data") as store:
        assert load(store, 1)
        if not is_careful:
            monkeypatch.setattr(backup, "GROWTH", 0)
            monkeypatch.setattr(backup_files, "make_room", lambda *_: None)
        filler = fill(disk, room_kb * 1024)
        there = {"1"} | ({"2"} if has_room(store) else set())
        assert newest_sound_file(store.backups)
        filler.unlink()
        assert files_in(store) == there
        assert load(store, 3)
        copies = backup_files.backup_files(store.backups)
    with Store(disk / "data") as store:
        assert files_in(store) == there | {"3"}
        assert all(backup.read_through(copy.path).rows for copy in copies)


def test_a_backup_folder_that_can_only_be_read_is_named_and_stops_no_import(disk: Path) -> None:
    (disk / "data" / "backup").mkdir(parents=True)
    assert mount(disk / "data" / "backup", "-o", "ro")
    try:
        with Store(disk / "data") as store:
            assert not load(store, 1)
            assert store.backup_state.problem == "read_only"
            assert files_in(store) == {"1"}
    finally:
        subprocess.run(["umount", "-l", str(disk / "data" / "backup")], check=True)


def test_a_backup_folder_on_another_disk_is_used_through_a_link(disk: Path, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "backup").symlink_to(disk)
    with Store(tmp_path / "data") as store:
        assert load(store, 1)
        fill(disk, 100_000)
        assert not load(store, 2)
        assert store.backup_state.problem == "full"
        assert newest_sound_file(disk)


def test_a_data_folder_that_can_only_be_read_is_named(disk: Path) -> None:
    with Store(disk / "data") as store:
        load(store, 1)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    with pytest.raises(StoreFault) as caught:
        Store(disk / "data")
    assert caught.value.reason == "read_only"


def test_a_data_folder_of_somebody_else_is_named(disk: Path) -> None:
    with Store(disk / "data") as store:
        load(store, 1)
    disk.chmod(0o755)
    for path in (disk / "data" / "expolens.lock", disk / "data" / "expolens.duckdb"):
        path.chmod(0o600)
    order = [sys.executable, "-c", OPEN, os.getcwd(), str(disk / "data"), str(NOBODY)]
    finished = subprocess.run(order, capture_output=True, text=True, check=False)
    assert finished.stdout.strip() == "no_permission", finished.stderr
