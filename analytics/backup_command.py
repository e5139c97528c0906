"""`python -m analytics check` and `restore`: is the file sound, and back to the last that was."""

from __future__ import annotations

import argparse
from datetime import datetime
from typing import TYPE_CHECKING

from analytics.errors import StoreFault
from analytics.folders import data_folder
from analytics.remedies import remedy
from analytics.wording import Say

if TYPE_CHECKING:
    from analytics.store import restore


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Both commands and what they take."""
    check = commands.add_parser(
        "check", help="read every table of the database and of its backups; 0 when all is sound"
    )
    check.set_defaults(run=_check)
    restore = commands.add_parser(
        "restore", help="put a backup in the place of the database, which is set aside"
    )
    restore.add_argument("--list", action="store_true", help="say which backups there are")
    restore.add_argument(
        "--from",
        dest="day",
        metavar="DATE",
        help="the newest backup of that day or before, as 2026-01-31 or 2026-01-31T09:30",
    )
    restore.set_defaults(run=_restore)


def _check(_chosen: argparse.Namespace, say: Say) -> int:
    from analytics.store import restore

    backups = restore.checked_backups(data_folder())
    is_held = False
    try:
        contents = restore.contents_of_database(data_folder())
        print(
            say(
                "The database is sound: {tables} tables, {rows} rows, every one read.",
                tables=contents.tables,
                rows=say.number(contents.rows),
            )
        )
        worst = 0
    except StoreFault as fault:
        print(remedy(fault, say))
        is_held = fault.reason == "locked"
        worst = 0 if is_held and backups and backups[0].is_sound else 1
    if is_held:
        print(say("While it is held only its backups can be read."))
    _print_backups(backups, say)
    return worst if all(entry.is_sound for entry in backups) else 1


def _restore(chosen: argparse.Namespace, say: Say) -> int:
    from analytics.store import restore

    folder = data_folder()
    if chosen.list:
        _print_backups(restore.checked_backups(folder), say)
        return 0
    backup = restore.backup_of(folder, chosen.day)
    lost = lost_text(restore.lost_with(folder, backup), say)
    restored = restore.restore(folder, backup)
    print(lost)
    print(restored_text(restored, say))
    return 0


def _print_backups(backups: list[restore.Checked], say: Say) -> None:
    if not backups:
        print(say("There is no backup yet."))
    for entry in backups:
        moment = moment_text(entry.backup.moment)
        if entry.is_newer:
            print(say("{moment}  sound, but of a newer ExpoLens", moment=moment))
        elif entry.is_sound:
            print(say("{moment}  sound", moment=moment))
        else:
            print(say("{moment}  damaged", moment=moment))


def lost_text(lost: restore.Lost, say: Say) -> str:
    """What will be missing after a restore."""
    if lost.files:
        return say("Missing then, load them again: {files}.", files=", ".join(lost.files))
    if lost.files is not None:
        return say("No import will be missing; decks and settings may be those of the backup.")
    if lost.written_at is None:
        return say("There is no database whose contents could be missing.")
    return say(
        "Missing then: what was written between the backup and {moment}; the database itself can"
        " no longer say what.",
        moment=moment_text(lost.written_at),
    )


def restored_text(restored: restore.Restored, say: Say) -> str:
    """What stands now, and where what stood before lies."""
    text = say(
        "The backup of {moment} is the database now: {rows} rows, every one read.",
        moment=moment_text(restored.backup.moment),
        rows=say.number(restored.contents.rows),
    )
    if not restored.set_aside:
        return text
    names = ", ".join(path.name for path in restored.set_aside)
    return f"{text} {say('What was there before lies beside it: {files}.', files=names)}"


def moment_text(moment: datetime) -> str:
    """A moment as `--from` takes it."""
    return moment.strftime("%Y-%m-%d %H:%M:%S")
