"""A few of the many trials of `make promises`."""

from __future__ import annotations

import subprocess
import sys

import pytest

from analytics.folders import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no fork, no kill -9")
NONE = dict.fromkeys(("flips", "log-flips", "controls", "kills", "plants", "sessions"), 0)
SHORT = [
    {"flips": 5, "log-flips": 2, "controls": 1},
    {"kills": 4},
    {"plants": 2, "sessions": 3, "visitors": 4, "minutes": 0.1},
]


@pytest.mark.parametrize("few", SHORT, ids=["flips", "kills", "readers"])
def test_a_few_trials_keep_the_promise(few: dict[str, float]) -> None:
    trials = NONE | {"visitors": 0} | few
    numbers = [f"--{name}={number}" for name, number in trials.items()]
    process = subprocess.run(
        [sys.executable, "-m", "tests.promises", *numbers],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert process.returncode == 0, process.stdout + process.stderr
