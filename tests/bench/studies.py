"""Each study at 10 k, 100 k and 1 M responses: seconds and peak memory of a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from analytics.catalogue import STUDIES
from analytics.folders import ROOT
from tests.bench import fair

SIZES = (10_000, 100_000, 1_000_000)
ROUNDS = 3
ANSWER = """
import json, sys, time
from pathlib import Path
from analytics.ask import ask
from analytics.catalogue import study
from analytics.store import Store
from analytics.filters import Filters
from analytics.wording import speaker

asked, times = study(sys.argv[2]), []
with Store(Path(sys.argv[1])) as store:
    for _ in range(int(sys.argv[3])):
        started = time.perf_counter()
        figures = asked.figures(ask(store, asked, Filters("f")), speaker("en"))
        times.append(time.perf_counter() - started)
# not ru_maxrss: a child inherits its parent's
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
peak = int(status["VmHWM"].split()[0]) / 1024
print(json.dumps({"first": times[0], "best": min(times), "peak": peak, "figures": len(figures)}))
"""


def measure(sizes: tuple[int, ...] = SIZES) -> Iterator[dict[str, object]]:
    """One row a study and size."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            started = time.perf_counter()
            fair.build(Path(folder), size)
            yield {
                "what": "build the fair",
                "responses": size,
                "first": time.perf_counter() - started,
            }
            for study in STUDIES:
                process = subprocess.run(
                    [sys.executable, "-c", ANSWER, folder, study.key, str(ROUNDS)],
                    cwd=ROOT,
                    capture_output=True,
                    text=True,
                    check=True,
                )
                yield {"what": study.key, "responses": size} | json.loads(process.stdout)


def report(sizes: tuple[int, ...] = SIZES) -> None:
    """Print the table, then the memory promise with its verdict."""
    peaks: dict[tuple[object, object], float] = {}
    print(f"{'study':<24}{'responses':>12}{'first s':>10}{'best s':>10}{'peak MB':>10}")
    for row in measure(sizes):
        best, peak = row.get("best"), row.get("peak")
        print(
            f"{row['what']:<24}{row['responses']:>12,}{row['first']:>10.3f}"
            + (f"{best:>10.3f}{peak:>10.0f}" if isinstance(best, float) else ""),
            flush=True,
        )
        if isinstance(peak, float):
            peaks[(row["what"], row["responses"])] = peak
    for study in STUDIES:
        grown = peaks[(study.key, sizes[-1])] - peaks[(study.key, sizes[0])]
        print(
            f"{study.key}: {grown:+.0f} MB from {sizes[0]:,} to {sizes[-1]:,} responses (promised:"
            " at most +250)"
        )
