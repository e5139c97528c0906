"""A few of the many trials of `make promises`."""

from __future__ import annotations

import subprocess
import sys

import pytest

from analytics.folders import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no fork, no kill -9")


def test_a_few_flips_and_kills_keep_the_promise() -> None:
    order = ["-m", "tests.promises", "--flips", "6", "--controls", "1", "--kills", "2"]
    process = subprocess.run(
        [sys.executable, *order], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert process.returncode == 0, process.stdout + process.stderr
