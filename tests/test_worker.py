"""A child process ends at its limits, whoever holds it to them."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any

import psutil
import pytest

from analytics import worker
from analytics.worker import Limits, Report

GROW = "tests.test_worker:grow"
MEGABYTE = 2**20
LIMIT, ENOUGH = 240, 720
only_linux = pytest.mark.skipif(sys.platform != "linux", reason="the system's limit is Linux's")


def grow(values: dict[str, Any], folder: Path, report: Report) -> dict[str, Any]:
    """Task: take so many megabytes one after the other, and note how many there are."""
    import resource

    (folder / "limit").write_text(str(resource.getrlimit(resource.RLIMIT_AS)[0]), "utf-8")
    pieces = []
    for _ in range(values["megabytes"] // 8):
        pieces.append(bytearray(8 * MEGABYTE))
        with (folder / "steps").open("a") as steps:
            steps.write("8\n")
        time.sleep(0.02)
    return {"pieces": len(pieces)}


def end(values: dict[str, Any], folder: Path, report: Report) -> None:
    """Task: end without an answer, as a library does that gives up."""
    os._exit(3)


def stopped(folder: Path, limits: Limits) -> str:
    with pytest.raises(worker.ChildStopped) as caught:
        worker.run(GROW, {"megabytes": ENOUGH}, folder, limits=limits)
    return caught.value.reason


@only_linux
def test_a_child_that_grows_is_ended_where_the_system_has_no_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "IS_MEMORY_LIMITED", False)
    assert stopped(tmp_path, Limits(memory=LIMIT * MEGABYTE)) == "memory"
    assert (tmp_path / "limit").read_text("utf-8") == "-1"
    assert 0 < 8 * len((tmp_path / "steps").read_text("utf-8").split()) < LIMIT


@only_linux
def test_a_child_that_grows_is_refused_more_by_the_system(tmp_path: Path) -> None:
    assert stopped(tmp_path, Limits(memory=2 * LIMIT * MEGABYTE)) == "memory"
    assert (tmp_path / "limit").read_text("utf-8") == str(2 * LIMIT * MEGABYTE)


@only_linux
def test_a_child_within_its_memory_is_left_alone_by_whoever_watches_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "IS_MEMORY_LIMITED", False)
    answer = worker.run(GROW, {"megabytes": 40}, tmp_path, limits=Limits(memory=500 * MEGABYTE))
    assert answer == {"pieces": 5}


def test_a_child_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    assert stopped(tmp_path, Limits(wall=0.01)) == "time"


def test_a_child_that_ends_without_an_answer_is_said_to_have(tmp_path: Path) -> None:
    with pytest.raises(worker.ChildStopped) as caught:
        worker.run("tests.test_worker:end", {}, tmp_path)
    assert caught.value.reason == "crash"


def test_what_windows_has_moved_out_of_memory_counts_as_well(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Moved:
        rss, private = 10, 70

    monkeypatch.setattr(psutil.Process, "memory_info", lambda _: Moved())
    assert worker._memory_of(psutil.Process().pid)() == 70


def test_a_process_that_is_over_holds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def over(_: psutil.Process) -> None:
        raise psutil.NoSuchProcess(1)

    monkeypatch.setattr(psutil.Process, "memory_info", over)
    assert worker._memory_of(psutil.Process().pid)() == 0
