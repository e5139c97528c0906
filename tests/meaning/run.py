"""Entries, one after the other, each into a store of its own."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from analytics.store import Store
from tests.meaning.answers import answers_of
from tests.meaning.judge import BROKEN, Verdict, judge
from tests.meaning.manifest import Entry
from tests.meaning.stored_rows import StoredRows
from tests.meaning.take_in import FAIR, TakenIn, copied, empty_store, take_in


@contextmanager
def stores() -> Iterator[Path]:
    """A folder with an empty store that every entry's is copied from."""
    with tempfile.TemporaryDirectory() as name:
        empty_store(Path(name) / "empty")
        yield Path(name)


def verdict(entry: Entry, folder: Path, place: Path) -> Verdict:
    """What is to be said of one entry whose files lie in `folder`; `place` is that of `stores`."""
    missing = [name for name in entry.files if not (folder / name).is_file()]
    if missing:
        raise FileNotFoundError(", ".join(missing))
    with tempfile.TemporaryDirectory(dir=place) as name:
        data = copied(place / "empty", Path(name) / "data")
        result = take_in([folder / name for name in entry.files], entry.args, data, entry.today)
        if result.outcome != "stored":
            return judge(entry, result, None, [])
        with Store(data) as store:
            try:
                answers = answers_of(entry, store, _fair(entry))
            except Exception as bug:
                return Verdict(entry, BROKEN, (f"a study broke: {bug!r}",))
            return judge(entry, result, StoredRows(store), answers)


def taken_in(entry: Entry, folder: Path, place: Path) -> TakenIn:
    """What became of an entry's files, unjudged."""
    with tempfile.TemporaryDirectory(dir=place) as name:
        data = copied(place / "empty", Path(name) / "data")
        return take_in([folder / name for name in entry.files], entry.args, data, entry.today)


def _fair(entry: Entry) -> str:
    for args in entry.args:
        if "--fair" in args:
            return args[args.index("--fair") + 1]
    return FAIR
