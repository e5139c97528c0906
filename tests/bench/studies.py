"""Each study at 10 k, 100 k and 1 M responses: seconds and peak memory of a process of its own, and
whether studies of customers keep their promise.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from analytics.catalogue import STUDIES, study
from analytics.folders import ROOT
from tests.bench import customers, fair

SIZES = (10_000, 100_000, 1_000_000)
ROUNDS = 3
BARE = "bare grouping"
HEAD = """
import json, sys, time
from pathlib import Path
from analytics.ask import ask
from analytics.catalogue import study
from analytics.store import Store
from analytics.filters import Filters
from analytics.wording import speaker

def megabytes(name):
    # not ru_maxrss: a child inherits its parent's
    status = dict(line.split(":", 1) for line in open("/proc/self/status"))
    return int(status[name].split()[0]) / 1024

times, work = [], []
"""
ANSWER = """
asked = study(sys.argv[3])
def answer(store):
    return {"figures": len(asked.figures(ask(store, asked, Filters("f")), speaker("en")))}
"""
GROUPED = """
def answer(store):
    with store.reader() as reader:
        return {"cells": json.dumps(reader.rows(sys.argv[3])[0])}
"""
TAIL = """
with Store(Path(sys.argv[1])) as store:
    held = megabytes("VmRSS")
    for _ in range(int(sys.argv[2])):
        started, worked = time.perf_counter(), time.process_time()
        found = answer(store)
        times.append(time.perf_counter() - started)
        work.append(time.process_time() - worked)
seconds = {"first": times[0], "best": min(times), "work": work[0]}
print(json.dumps(seconds | {"peak": megabytes("VmHWM"), "held": held} | found))
"""


def measure(sizes: Collection[int], keys: Collection[str]) -> Iterator[dict[str, Any]]:
    """One row a study and size, and one of the bare grouping where studies of customers are
    asked.
    """
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            started = time.perf_counter()
            fair.build(Path(folder), size)
            yield {
                "what": "build the fair",
                "responses": size,
                "first": time.perf_counter() - started,
            }
            if any(key in customers.KEYS for key in keys):
                grouped = _run(HEAD + GROUPED + TAIL, folder, customers.GROUPING)
                yield {"what": BARE, "responses": size} | grouped
            for key in keys:
                yield {"what": key, "responses": size} | _run(HEAD + ANSWER + TAIL, folder, key)


def _run(script: str, folder: str, what: str) -> dict[str, Any]:
    process = subprocess.run(
        [sys.executable, "-c", script, folder, str(ROUNDS), what],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(json.loads(process.stdout))


def report(sizes: tuple[int, ...] = (), only: Collection[str] = ()) -> None:
    """Print the table, then the promises with their verdicts; `only` these studies. Raises
    UnknownStudy.
    """
    sizes = sizes or SIZES
    keys = [study(key).key for key in only] or [each.key for each in STUDIES]
    rows: dict[tuple[str, int], dict[str, Any]] = {}
    print(
        f"{'study':<24}{'responses':>12}{'first s':>10}{'best s':>10}{'CPU s':>10}{'peak MB':>10}"
    )
    for row in measure(sizes, keys):
        rows[row["what"], row["responses"]] = row
        print(
            f"{row['what']:<24}{row['responses']:>12,}{row['first']:>10.3f}"
            + (
                f"{row['best']:>10.3f}{row['work']:>10.3f}{row['peak']:>10.0f}"
                if "peak" in row
                else ""
            ),
            flush=True,
        )
    for key in keys if len(sizes) > 1 else ():
        grown = rows[key, sizes[-1]]["peak"] - rows[key, sizes[0]]["peak"]
        print(
            f"{key}: {grown:+.0f} MB from {sizes[0]:,} to {sizes[-1]:,} responses (promised:"
            " at most +250)"
        )
    bare = rows.get((BARE, sizes[-1]))
    if bare:
        print(customers.heading(sizes[-1], bare))
        for key in keys:
            if key in customers.KEYS:
                print(customers.verdict(key, rows[key, sizes[-1]], bare))
