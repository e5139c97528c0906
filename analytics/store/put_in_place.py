"""A database put in the place of another, which is set aside: all of it, however often it is begun.

The new file first gets a name that says it is whole. From then on the step is taken: a process that
ends in the middle leaves the rest to whoever holds the folder next. So there is no moment at which
a database is opened without its own log, or with another's.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from analytics.store.engine_faults import system_errors
from analytics.store.opening import DATABASE, wal_of

READY = "expolens-to-put-in-place.duckdb"


def put_in_place(folder: Path, fresh: Path) -> tuple[Path, ...]:
    """Put `fresh`, a whole database without a log, in the place of the one in `folder`, which must
    be held. Where what was there lies now; nothing is deleted.
    """
    with system_errors(fresh.name):
        fresh.replace(folder / READY)
    return finish(folder)


def finish(folder: Path) -> tuple[Path, ...]:
    """Do what is left of it; nothing where no such step was begun."""
    ready, database = folder / READY, folder / DATABASE
    if not ready.exists():
        return ()
    with system_errors(database.name):
        aside = _aside(database, ready)
        if wal_of(database).exists():
            wal_of(database).rename(wal_of(aside))
        if database.exists() and not aside.exists():
            _second_name(database, aside)
        os.replace(ready, database)
    return tuple(path for path in (aside, wal_of(aside)) if path.exists())


def _aside(database: Path, ready: Path) -> Path:
    """The dated name for what was there: the same one however often this is begun."""
    return next(path for path in _names(database, ready) if _is_free(path, database))


def _names(database: Path, ready: Path) -> Iterator[Path]:
    stamp = datetime.fromtimestamp(ready.stat().st_mtime).strftime("%Y%m%d-%H%M%S")
    for ending in ("", *(f"-{number}" for number in range(2, 1_000))):
        yield database.with_name(f"{database.stem}-set-aside-{stamp}{ending}.duckdb")


def _is_free(aside: Path, database: Path) -> bool:
    """Whether nothing lies under the name but what an earlier attempt put there."""
    if aside.exists() and database.exists() and not aside.samefile(database):
        return False
    return not (wal_of(aside).exists() and wal_of(database).exists())


def _second_name(database: Path, aside: Path) -> None:
    """Keep the file under a second name; where the disk knows no such thing, under that only."""
    try:
        os.link(database, aside)
    except OSError:
        database.rename(aside)
