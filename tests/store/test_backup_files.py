"""Which copies stay, and which go when the disk is short."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from analytics.store import Store, backup_files
from analytics.store.backup_files import BackupFile, to_keep
from analytics.store.backup_keeper import BackupState
from tests import fairs

NOW = datetime(2026, 3, 20, 18)


def copies(*ages: timedelta, before_upgrade: bool = False) -> list[BackupFile]:
    return [BackupFile(NOW - age, Path(str(age)), before_upgrade) for age in ages]


def test_the_last_three_stay_and_one_a_day_for_a_week_and_one_a_week_for_a_month() -> None:
    files = copies(*(timedelta(hours=6 * n) for n in range(400)))
    days_old = sorted((NOW - file.moment).total_seconds() / 86_400 for file in to_keep(files, NOW))
    assert days_old[:3] == [0, 0.25, 0.5]
    assert len([age for age in days_old if age <= 7]) in (9, 10)
    assert len([age for age in days_old if age > 7]) in (3, 4)
    assert max(days_old) <= 31


def test_a_copy_made_before_an_upgrade_stays_for_a_month_and_the_last_one_for_good() -> None:
    recent = copies(*(timedelta(minutes=n) for n in range(5)))
    old = copies(timedelta(days=20), timedelta(days=200), before_upgrade=True)
    stay = to_keep([*recent, *old], NOW)
    assert old[0] in stay
    assert old[1] not in stay
    assert copies(timedelta(days=200), before_upgrade=True)[0] in to_keep([*recent, old[1]], NOW)


def test_a_copy_is_newer_than_the_others_even_where_the_clock_was_put_back(tmp_path: Path) -> None:
    future = datetime.now() + timedelta(hours=1)
    (tmp_path / f"expolens-{future.strftime(backup_files.STAMP)}.duckdb").touch()
    assert backup_files.next_file(tmp_path).moment > future


def test_a_short_disk_costs_the_oldest_copies_first_and_never_the_newest_that_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store(tmp_path) as store:
        for number in (1, 2, 3):
            fairs.load(store, "editions", edition_rows=fairs.editions([number]))
        newest, sound, oldest = (file.path for file in backup_files.backup_files(store.backups))
    newest.write_bytes(newest.read_bytes()[:100_000])
    free = iter([0, 0, 0, 0])
    monkeypatch.setattr(
        shutil, "disk_usage", lambda _: SimpleNamespace(free=next(free, 0), total=1, used=1)
    )
    with pytest.raises(OSError, match="room"):
        backup_files.make_room(tmp_path / "backup", 1_000)
    assert [path.exists() for path in (oldest, sound, newest)] == [False, True, False]


HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


@pytest.mark.parametrize(
    ("state", "is_overdue"),
    [
        (BackupState(NOW - 2 * HOUR, NOW - 3 * HOUR, None, None), False),
        (BackupState(NOW - 5 * HOUR, NOW - MINUTE, NOW - MINUTE, None), False),
        (BackupState(NOW - 5 * HOUR, NOW - MINUTE, NOW - MINUTE, "full"), True),
        (BackupState(NOW - 30 * MINUTE, NOW - MINUTE, NOW - MINUTE, "full"), False),
        (BackupState(NOW - 90 * MINUTE, NOW - 80 * MINUTE, NOW - 80 * MINUTE, None), True),
        (BackupState(None, NOW, NOW, "full"), True),
        (BackupState(NOW - MINUTE, NOW, NOW, "damaged"), True),
    ],
)
def test_a_copy_is_overdue_when_it_is_older_than_the_last_write_by_an_hour(
    state: BackupState, is_overdue: bool
) -> None:
    assert state.is_overdue(NOW) is is_overdue
