"""Key drivers with their intervals, beside pandas' covariance route on the same store: seconds and
peak memory, in one run.

Both read the same answers, take each item from its mean of the edition, and give relative weights
with intervals from 1,000 draws of the same 200 groups; once with every rating given, where `cov()`
takes its short cut, and once with a twentieth left out, as surveys come. Pandas: a frame of all
answers, `cov()` of the whole and of each group (pairwise, as the study does), group matrices
averaged in the draws. Its resampling of rows instead of groups would take a thousand times `cov()`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from analytics.folders import ROOT
from analytics.store import Store
from tests.bench import fair

SIZES = (100_000, 1_000_000)
ROUNDS = 3
WANTED = 3.0
UNANSWERED = (0.0, 0.05)
HEAD = """
import json, os, re, sys, time
os.environ["OMP_NUM_THREADS"] = "1"
from pathlib import Path
import numpy as np
from analytics.store import Store
from analytics.filters import Filters
"""
TAIL = """
times, work = [], []
with Store(Path(sys.argv[1])) as store:
    for _ in range(int(sys.argv[2])):
        started, worked = time.perf_counter(), time.process_time()
        share = answer(store)
        times.append(time.perf_counter() - started)
        work.append(time.process_time() - worked)
# The kernel's own high-water mark: ru_maxrss would start from the parent's.
peak = int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
print(json.dumps({"best": min(times), "work": min(work), "peak": peak, "share": share}))
"""
OURS = (
    HEAD
    + """
from analytics.ask import ask
from analytics.studies.drivers import STUDY

def answer(store):
    first = ask(store, STUDY, Filters("f"), (("level", "item"),)).drivers[0].share
    return [first.value, first.low, first.high]
"""
    + TAIL
)
PANDAS = (
    HEAD
    + """
from analytics.ratings.answer_blocks import group_of
from analytics.stats.group_bootstrap import intervals, times_drawn
from analytics.stats.relative_weights import relative_weights, shares_of
from tests.bench.fair import ITEMS

COLUMNS = ", ".join(f"sat[{slot}]::double as i{slot}" for slot in range(1, len(ITEMS) + 1))
WHO = "case when exhibitor_id is null then response_id::ubigint else hash(exhibitor_id) end"
SELECTED = f"{WHO} as who, edition_id, {COLUMNS}, overall::double as overall"
SQL = f"select {SELECTED} from responses where fair_id = 'f'"

def shares(covariances):
    spread = np.sqrt(np.diagonal(covariances, axis1=-2, axis2=-1))
    r = covariances / spread[..., :, None] / spread[..., None, :]
    return shares_of(relative_weights(r[..., :-1, :-1], r[..., :-1, -1]))

def answer(store):
    with store.reader() as reader:
        frame = reader.frame(SQL)
    group = group_of(frame.pop("who").to_numpy())
    edition = frame.pop("edition_id")
    frame = frame - frame.groupby(edition).transform("mean")
    estimate = shares(frame.cov().to_numpy())
    width = len(frame.columns)
    by_group = frame.groupby(group).cov().to_numpy().reshape(-1, width, width)
    groups = len(by_group)
    drawn = times_drawn(groups, 1_000, 0) @ by_group.reshape(groups, -1) / groups
    limits = intervals(estimate, shares(drawn.reshape(-1, width, width)), groups)
    first = int(estimate.argmax())
    return [estimate[first], limits.low[first], limits.high[first]]
"""
    + TAIL
)


def measure(folder: str, code: str) -> dict[str, Any]:
    """Best seconds, by the clock and of work, of a process that only does this; its peak memory;
    the first share.
    """
    process = subprocess.run(
        [sys.executable, "-c", code, folder, str(ROUNDS)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(json.loads(process.stdout))


def report(sizes: tuple[int, ...] = SIZES) -> None:
    """Print both at each size, with every rating given and with some left out."""
    print(
        f"{'route':<10}{'responses':>12}{'left out':>10}{'best s':>9}{'cpu s':>9}{'peak MB':>9}  "
        " first share with 95% interval"
    )
    for size in sizes:
        for unanswered in UNANSWERED:
            with tempfile.TemporaryDirectory() as folder:
                fair.build(Path(folder), size, unanswered=unanswered)
                with Store(Path(folder)):
                    pass  # what was written is in place before anything is timed
                measures = {
                    name: measure(folder, code)
                    for name, code in (("drivers", OURS), ("pandas", PANDAS))
                }
            _print(measures, size, unanswered)


def _print(measures: dict[str, dict[str, Any]], size: int, unanswered: float) -> None:
    for name, run in measures.items():
        share, low, high = run["share"]
        print(
            f"{name:<10}{size:>12,}{unanswered:>10.0%}{run['best']:>9.2f}{run['work']:>9.2f}{run['peak']:>9.0f}"
            f"   {share:.4f} ({low:.4f}–{high:.4f})"
        )
    faster, less = (
        measures["pandas"][name] / measures["drivers"][name] for name in ("best", "work")
    )
    print(
        f"{'':<32}{faster:>8.1f}×{less:>8.1f}× less than pandas (wanted: {WANTED:g}×)", flush=True
    )
