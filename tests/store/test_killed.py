"""An import whose process is killed is in the store whole, or not at all."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from analytics.folders import ROOT

Reports = dict[str, list[dict[str, Any]]]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no fork, no kill -9")


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Reports:
    order = [sys.executable, "-m", "tests.store.dying", str(tmp_path_factory.mktemp("dying"))]
    lines = subprocess.run(
        order, cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    by_kind: Reports = {}
    for report in map(json.loads, lines):
        by_kind.setdefault(report["what"], []).append(report)
    return by_kind


def test_killed_at_any_step_the_store_holds_the_whole_import_or_nothing_of_it(
    reports: Reports,
) -> None:
    before, after = reports["before"][0]["sums"], reports["after"][0]["sums"]
    assert before != after
    left = [report["sums"] for report in reports["step"]]
    assert all(sums in (before, after) for sums in left)
    assert left[0] == before
    assert left[-1] == after  # killed while the backup was written
    # Whole from one step on: the commit.
    assert left == sorted(left, key=lambda sums: sums == after)


def test_loaded_again_after_it_was_killed_the_import_is_there_once(reports: Reports) -> None:
    assert len(reports["step"]) > 20
    assert all(report["again"] == reports["after"][0]["sums"] for report in reports["step"])


def test_killed_at_any_moment_no_import_is_half_and_none_acknowledged_is_lost(
    reports: Reports,
) -> None:
    for report in reports["random"]:
        assert set(report["acknowledged"]) <= set(report["history"])
        assert all(recorded == there for recorded, there in report["history"].values())
        # The first, and one between commit and receipt.
        assert len(report["history"]) <= len(report["acknowledged"]) + 2
    assert all(report["acknowledged"] for report in reports["random"])


def test_after_a_kill_the_store_opens_at_once(reports: Reports) -> None:
    assert max(report["opened"] for report in reports["step"] + reports["random"]) < 5
