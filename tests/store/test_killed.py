"""An import whose process is killed is in the store whole, or not at all."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from analytics.settings import ROOT

Told = dict[str, list[dict[str, Any]]]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no fork, no kill -9")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    order = [sys.executable, "-m", "tests.store.dying", str(tmp_path_factory.mktemp("dying"))]
    lines = subprocess.run(
        order, cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    found: Told = {}
    for line in map(json.loads, lines):
        found.setdefault(line["what"], []).append(line)
    return found


def test_killed_at_any_step_the_store_holds_the_whole_import_or_nothing_of_it(told: Told) -> None:
    before, after = told["before"][0]["sums"], told["after"][0]["sums"]
    assert before != after
    left = [one["sums"] for one in told["step"]]
    assert all(one in (before, after) for one in left)
    assert left[0] == before
    assert left[-1] == after  # killed while the backup was written
    assert left == sorted(left, key=lambda one: one == after)  # whole from one step on: the commit


def test_loaded_again_after_it_was_killed_the_import_is_there_once(told: Told) -> None:
    assert len(told["step"]) > 20
    assert all(one["again"] == told["after"][0]["sums"] for one in told["step"])


def test_killed_at_any_moment_no_import_is_half_and_none_acknowledged_is_lost(told: Told) -> None:
    for one in told["random"]:
        assert set(one["acknowledged"]) <= set(one["history"])
        assert all(said == there for said, there in one["history"].values())
        assert (
            len(one["history"]) <= len(one["acknowledged"]) + 2
        )  # the first, and one between commit and receipt
    assert all(one["acknowledged"] for one in told["random"])


def test_after_a_kill_the_store_opens_at_once(told: Told) -> None:
    assert max(one["opened"] for one in told["step"] + told["random"]) < 5
