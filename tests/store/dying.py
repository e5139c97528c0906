"""Processes that die in the middle of an import.

`python -m tests.store.dying FOLDER` prints what each left behind, as JSON lines. It forks, and only
the forks open the store.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas  # noqa: F401  loaded once, before the forks
import pyarrow.compute  # noqa: F401

from analytics.store import Receipt, Store
from tests import fairs

ROWS, RANDOM_DEATHS, MOST_STEPS = 200, 10, 400
TABLES = (
    "select table_name from duckdb_tables() where schema_name = 'main' and not internal order by 1"
)


class Counting:
    """A connection that ends its process before its `last`-th order is carried out."""

    orders = 0

    def __init__(self, inner: Any, last: int) -> None:
        self._inner, self._last = inner, last

    def cursor(self) -> Counting:
        return Counting(self._inner.cursor(), self._last)

    def execute(self, *order: Any) -> Any:
        Counting.orders += 1
        if Counting.orders == self._last:
            os.kill(os.getpid(), signal.SIGKILL)
        return self._inner.execute(*order)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)


def bring(store: Store, edition: int) -> Receipt:
    """A survey with everything an import may bring: answers, questions, items, an edition."""
    rows = [
        {"overall": n % 5 + 1, "sat": [n % 5 + 1, 3], "exhibitor_key": f"n:firm{n}"}
        for n in range(ROWS)
    ]
    return fairs.load(
        store,
        "exhibitor_survey",
        sha256=f"survey{edition}",
        edition_rows=fairs.editions([edition]),
        question_rows=fairs.questions(f"f-{edition}", ["a", "b"]),
        questionnaire=fairs.items({"d": ["a", "b"]}),
        response_rows=fairs.answers(f"f-{edition}", rows),
        exhibitor_rows=[
            {"fair_id": "f", "line": n, "name": f"Firm {n}", "name_key": f"firm{n}"}
            for n in range(40)
        ],
    )


def contents(folder: Path) -> dict[str, Any]:
    """What stands in the store, and how long it took to open."""
    begun = time.monotonic()
    with Store(folder) as store:
        return {"opened": time.monotonic() - begun} | summed(store)


def contents_and_again(folder: Path) -> dict[str, Any]:
    """The same, and the sums once the import has been brought again."""
    begun = time.monotonic()
    with Store(folder) as store:
        left = {"opened": time.monotonic() - begun} | summed(store)
        bring(store, 2)
        return left | {"again": summed(store)["sums"]}


def summed(store: Store) -> dict[str, Any]:
    """Every table's rows, summed up, but for the hour of an import; and what the history says
    beside what is there.
    """
    with store.reader() as reader:
        names = [row["table_name"] for row in reader.rows(TABLES)]
        sums = {
            name: reader.value(f"select sum(hash(t)::hugeint) from {_timeless(name)} as t")
            for name in names
        }
        rows = reader.rows("select import_id, count(*)::int as n from response_rows group by all")
    counts = {row["import_id"]: row["n"] for row in rows}
    history = {
        record.sha256: [record.rows_stored, counts.get(record.import_id, 0)]
        for record in store.history()
    }
    return {"sums": {name: str(value) for name, value in sums.items()}, "history": history}


def _timeless(table: str) -> str:
    return "(select * exclude (imported_at) from imports)" if table == "imports" else table


def forked(work: Callable[[], Any], meanwhile: Callable[[int], None] | None = None) -> Any:
    """What `work` answers in a process of its own; None where that was killed."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(theirs, json.dumps(work()).encode())
        os._exit(0)
    os.close(theirs)
    if meanwhile:
        meanwhile(child)
    with os.fdopen(ours, "rb") as answer:
        text = answer.read()
    os.waitpid(child, 0)
    return json.loads(text) if text else None


def load_dying(folder: Path, last: int) -> bool:
    """True once the import is acknowledged; a process that dies first says nothing."""
    with Store(folder) as store:
        store._connection = Counting(store._connection, last)  # type: ignore[assignment]
        bring(store, 2)
    return True


def load_many(folder: Path, acknowledged: Path) -> bool:
    """One import after the other; each is written down as soon as its receipt is there."""
    with Store(folder) as store, acknowledged.open("a") as file:
        for edition in range(2, 60):
            bring(store, edition)
            file.write(f"survey{edition}\n")
            file.flush()
    return True


def main(folder: Path) -> None:
    start = folder / "start"
    forked(lambda: _prepared(start))
    whole = folder / "whole"
    shutil.copytree(start, whole)
    forked(lambda: load_dying(whole, -1))
    report("before", forked(lambda: contents(start)))
    report("after", forked(lambda: contents(whole)))
    for last in range(1, MOST_STEPS):
        if die_at(folder / f"step{last}", start, last):
            break
    for number in range(RANDOM_DEATHS):
        die_at_random(folder / f"random{number}", start, number)


def _prepared(folder: Path) -> bool:
    with Store(folder) as store:
        bring(store, 1)
    return True


def die_at(folder: Path, start: Path, last: int) -> bool:
    """Dies before the `last`-th order; True where the import needs fewer and lived."""
    shutil.copytree(start, folder)
    if lived := bool(forked(lambda: load_dying(folder, last))):
        return lived
    report("step", forked(lambda: contents_and_again(folder)) | {"number": last})
    shutil.rmtree(folder)
    return False


def die_at_random(folder: Path, start: Path, seed: int) -> None:
    """Dies some time after its first acknowledged import, in the middle of a later one."""
    shutil.copytree(start, folder)
    acknowledged = folder / "acknowledged"
    acknowledged.touch()

    def kill(child: int) -> None:
        while not acknowledged.stat().st_size:
            time.sleep(0.005)
        time.sleep(random.Random(seed).uniform(0, 0.4))
        os.kill(child, signal.SIGKILL)

    forked(lambda: load_many(folder, acknowledged), kill)
    left = forked(lambda: contents(folder))
    report("random", left | {"acknowledged": acknowledged.read_text().split()})
    shutil.rmtree(folder)


def report(what: str, facts: dict[str, Any]) -> None:
    print(json.dumps({"what": what} | facts), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
