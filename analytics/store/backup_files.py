"""The copies in the backup folder: their names, which of them stay, and room for the next."""

from __future__ import annotations

import errno
import re
import shutil
import tempfile
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from analytics.errors import StoreFault
from analytics.store.engine_faults import system_errors
from analytics.store.soundness import is_sound

STAMP = "%Y%m%d-%H%M%S-%f"
NAME = re.compile(r"expolens-(\d{8}-\d{6}-\d{6})(-before-upgrade)?\.duckdb")
EARLIER_NAME = "latest.duckdb"
"""What versions before the rotation wrote."""
LAST_ONES = 3
DAILY, WEEKLY = timedelta(days=7), timedelta(days=31)


@dataclass(frozen=True, order=True)
class BackupFile:
    """One copy. It has its name only since every table of it was read."""

    moment: datetime
    path: Path
    is_before_upgrade: bool = False


def backup_files(folder: Path) -> list[BackupFile]:
    """The copies of a backup folder, newest first."""
    files = [_backup_file(path) for path in folder.glob("*.duckdb")] if folder.is_dir() else []
    return sorted((file for file in files if file), reverse=True)


def _backup_file(path: Path) -> BackupFile | None:
    with suppress(OSError, ValueError):
        if path.name == EARLIER_NAME:
            return BackupFile(datetime.fromtimestamp(path.stat().st_mtime), path)
        if named := NAME.fullmatch(path.name):
            return BackupFile(datetime.strptime(named[1], STAMP), path, bool(named[2]))
    return None


def next_file(folder: Path, *, before_upgrade: bool = False) -> BackupFile:
    """Where the next copy goes: newer than every other, even where the clock was put back."""
    others = backup_files(folder)
    moment = datetime.now()
    if others and others[0].moment >= moment:
        moment = others[0].moment + timedelta(microseconds=1)
    ending = "-before-upgrade" if before_upgrade else ""
    name = f"expolens-{moment.strftime(STAMP)}{ending}.duckdb"
    return BackupFile(moment, folder / name, before_upgrade)


def to_keep(files: Sequence[BackupFile], now: datetime) -> set[BackupFile]:
    """The last three, the last of each day for a week and of each week for a month; what was copied
    before an upgrade for a month, the last of those for good.
    """
    newest_first = sorted(files, reverse=True)
    of_upgrades = [file for file in newest_first if file.is_before_upgrade]
    return {
        *newest_first[:LAST_ONES],
        *_last_of_each(newest_first, now - DAILY, lambda moment: moment.date()),
        *_last_of_each(newest_first, now - WEEKLY, lambda moment: moment.isocalendar()[:2]),
        *of_upgrades[:1],
        *(file for file in of_upgrades if file.moment >= now - WEEKLY),
    }


def _last_of_each(
    newest_first: Sequence[BackupFile], since: datetime, period: Callable[[datetime], Hashable]
) -> list[BackupFile]:
    last: dict[Hashable, BackupFile] = {}
    for file in newest_first:
        if file.moment >= since:
            last.setdefault(period(file.moment), file)
    return list(last.values())


def prune(folder: Path) -> None:
    """Delete what need not stay, once a copy newer than all of it was read through."""
    files = backup_files(folder)
    if files:
        now = max(datetime.now(), files[0].moment)
        for file in set(files) - to_keep(files, now):
            with suppress(OSError):
                file.path.unlink()


def make_room(folder: Path, needed: int) -> None:
    """Delete copies, oldest first, until `needed` bytes are free; never the newest sound one.
    Raises OSError(ENOSPC) where that is not enough.
    """
    if shutil.disk_usage(folder).free >= needed:
        return
    newest_sound = newest_sound_file(folder)
    for file in reversed(backup_files(folder)):
        if file != newest_sound:
            with suppress(OSError):
                file.path.unlink()
            if shutil.disk_usage(folder).free >= needed:
                return
    raise OSError(errno.ENOSPC, "no room for a backup")


def newest_sound_file(folder: Path) -> BackupFile | None:
    """The newest copy of which every table reads."""
    return next((file for file in backup_files(folder) if is_sound(file.path)), None)


@contextmanager
def private_copy(folder: Path, name: str) -> Iterator[tuple[Path, datetime]]:
    """A folder of one's own with the newest backup under `name`, and the moment it was made. Raises
    StoreFault('locked') where there is no backup.
    """
    files = backup_files(folder)
    if not files:
        raise StoreFault("locked")
    with tempfile.TemporaryDirectory() as private:
        with system_errors(files[0].path.name):
            shutil.copyfile(files[0].path, Path(private) / name)
        yield Path(private), files[0].moment
