"""The perception map against prince's MCA on the same rows, in one run.

Three clocks. "mca": answers already coded, in an unindexed table, to the axes (the Burt table by
one grouping-sets query, then its eigenvalues), which is what prince's `fit` does from a frame in
memory. "study": from the stored responses of a fair, so with reading, joining the register, banding
the ratings and settling the categories. prince is no requirement: it is looked for in the
interpreter that PRINCE_PYTHON names, else in this one, and "n/a" is printed where it cannot be
imported.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from analytics.filters import Filters
from analytics.stats.mca import mca
from analytics.store import Reader, Store
from analytics.studies.perception import compute, compute_coding
from analytics.studies.perception.compute_candidates import Candidates
from analytics.studies.perception.compute_questions import Coded
from analytics.studies.perception.compute_tables import two_way
from tests.bench import fair

SIZES = (100_000, 1_000_000)
ROUNDS = 3
AXES = 5
FAIR = Filters("f")
PRINCE = """
import json, resource, sys, time
import numpy as np, pandas as pd
try:
    import prince
except ImportError:
    print(json.dumps(None)); sys.exit()
codes, rounds, axes = np.load(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
rows = pd.DataFrame({f"q{n}": pd.Categorical(codes[:, n]) for n in range(codes.shape[1])})
times = []
for _ in range(rounds):
    started = time.perf_counter()
    fitted = prince.MCA(n_components=axes, random_state=1).fit(rows)
    times.append(time.perf_counter() - started)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"times": times, "peak": peak / 1024, "version": prince.__version__,
                  "eigenvalues": [float(value) for value in fitted.eigenvalues_]}))
"""


def report(sizes: Sequence[int] = SIZES) -> None:
    """Print, by size, the times, prince's over ours, and how far the eigenvalues differ."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            fair.build(Path(folder), size)
            compare(Path(folder))


def compare(folder: Path) -> None:
    """Print the times on one fair. Nothing else of ours runs meanwhile."""
    study, used, codes = _study_times(folder)
    alone, eigenvalues = _mca_times(used, codes)
    theirs = _prince_times(folder / "codes.npy")
    print(
        f"{codes.shape[0]:,} responses × {codes.shape[1]} questions, seconds, median of {ROUNDS}"
        " (range)"
    )
    for name, times in (
        ("study", study),
        ("mca", alone),
        ("prince", theirs["times"] if theirs else None),
    ):
        print(f"  {name:<8}{_worded(times):<24}{_ratio(theirs, times)}")
    if theirs:
        gap = max(abs(a - b) for a, b in zip(eigenvalues, theirs["eigenvalues"], strict=True))
        print(
            f"  peak of prince {theirs['version']}: {theirs['peak']:,.0f} MB; first {AXES}"
            f" eigenvalues within {gap:.0e}",
            flush=True,
        )


def _study_times(folder: Path) -> tuple[list[float], tuple[Coded, ...], np.ndarray]:
    times: list[float] = []
    with Store(folder) as store, store.reader() as reader:
        for _ in range(ROUNDS):
            started = time.perf_counter()
            candidates, used, _ = _map_axes(reader)
            times.append(time.perf_counter() - started)
        active = tuple(coded for coded in used if coded.role == "active")
        values = candidates.values | {
            "kept": compute_coding.kept_values(active),
            "most": 10**9,
            "step": 1,
        }
        codes = reader.frame(compute_coding.sample_sql(active), **values).to_numpy(np.int8)[:, :-1]
    np.save(folder / "codes.npy", codes)
    return times, active, codes


def _mca_times(used: Sequence[Coded], codes: np.ndarray) -> tuple[list[float], list[float]]:
    sizes, times = [coded.size for coded in used], list[float]()
    blocks = compute_coding.blocks_of(sizes, [True] * len(sizes))
    with duckdb.connect(config={"threads": 2}) as connection:
        connection.register(
            "given", pa.table({f"q{n + 1}": codes[:, n] for n in range(codes.shape[1])})
        )
        connection.execute("create table coded as select * from given")
        for _ in range(ROUNDS):
            started = time.perf_counter()
            result = connection.execute(compute_coding.tables_sql(used, blocks))
            names = [column[0] for column in result.description]
            rows = [dict(zip(names, row, strict=True)) for row in result.fetchall()]
            axes = mca(compute_coding.two_way_tables(rows, sizes, blocks), sizes, AXES)
            times.append(time.perf_counter() - started)
    return times, axes.eigenvalues[:AXES].tolist()


def _map_axes(reader: Reader) -> tuple[Candidates, tuple[Coded, ...], list[float]]:
    """What the study does until the map stands: everything but the groups on it."""
    editions, candidates = compute.read(reader, FAIR, {"bands": "two", "parts": "all"})
    used = compute.ordered(
        compute.settled(reader, candidates, sum(edition.responses for edition in editions))
    )
    tables = two_way(reader, candidates, used)
    sizes = tables.active
    axes = mca(tables.table[: sum(sizes), : sum(sizes)], sizes, AXES)
    return candidates, used, axes.eigenvalues[:AXES].tolist()


def _prince_times(codes: Path) -> dict[str, Any] | None:
    interpreter = os.environ.get("PRINCE_PYTHON", sys.executable)
    process = subprocess.run(
        [interpreter, "-c", PRINCE, str(codes), str(ROUNDS), str(AXES)],
        capture_output=True,
        text=True,
        check=False,
        cwd=codes.parent,
        env={"PATH": os.environ.get("PATH", "")},
    )
    measures: dict[str, Any] | None = (
        json.loads(process.stdout.splitlines()[-1]) if process.returncode == 0 else None
    )
    return measures


def _worded(times: Sequence[float] | None) -> str:
    return f"{statistics.median(times):.2f} ({min(times):.2f}–{max(times):.2f})" if times else "n/a"


def _ratio(theirs: dict[str, Any] | None, times: Sequence[float] | None) -> str:
    if theirs is None or times is None or times is theirs["times"]:
        return ""
    return (
        f"prince takes {statistics.median(theirs['times']) / statistics.median(times):.1f}× as long"
    )


if __name__ == "__main__":
    report()
