"""The shelf of results, and the jobs that fill it."""

import threading

import pytest

from analytics.errors import NotEnough
from analytics.worker import listener
from ui.server.jobs import Jobs
from ui.server.result_shelf import Kept


def test_what_was_computed_is_not_computed_again() -> None:
    kept: Kept[int] = Kept(2)
    assert kept.get("a", lambda: 1) == 1
    assert kept.get("a", lambda: 2) == 1


def test_the_result_used_longest_ago_leaves_first() -> None:
    kept: Kept[int] = Kept(2)
    for key in ("a", "b", "a", "c"):
        kept.get(key, lambda: 1)
    assert (kept.peek("a"), kept.peek("b"), kept.peek("c")) == (1, None, 1)


def test_ten_who_ask_at_once_wait_for_one_computation() -> None:
    kept: Kept[int] = Kept(4)
    made, gate = [], threading.Event()

    def make() -> int:
        gate.wait(5)
        made.append(1)
        return len(made)

    asking = [threading.Thread(target=kept.get, args=("a", make)) for _ in range(10)]
    for one in asking:
        one.start()
    gate.set()
    for one in asking:
        one.join(5)
    assert made == [1]


def test_an_exception_is_not_kept() -> None:
    kept: Kept[int] = Kept(2)
    with pytest.raises(ZeroDivisionError):
        kept.get("a", lambda: 1 // 0)
    assert kept.get("a", lambda: 2) == 2


def test_a_dropped_result_is_computed_anew() -> None:
    kept: Kept[int] = Kept(2)
    kept.get("a", lambda: 1)
    kept.drop("a")
    assert kept.get("a", lambda: 2) == 2


def test_a_job_tells_how_far_it_is_and_where_it_stopped() -> None:
    jobs, told, go_on = Jobs(together=1), threading.Event(), threading.Event()

    def work() -> None:
        report = listener.get()
        assert report
        report(0.4, "Grouping")
        told.set()
        go_on.wait(5)
        raise NotEnough("answers", 30, 12)

    job = jobs.of("a", work)
    assert told.wait(5)
    assert (job.share, job.step) == (0.4, "Grouping")
    go_on.set()
    assert job.finished.wait(5)
    assert isinstance(job.error, NotEnough)


def test_a_job_is_started_once_while_it_runs() -> None:
    jobs, go_on = Jobs(together=1), threading.Event()
    first = jobs.of("a", lambda: go_on.wait(5))
    assert jobs.of("a", lambda: None) is first
    go_on.set()
    assert first.finished.wait(5)


def test_a_progress_beyond_the_end_is_the_end() -> None:
    job = Jobs(together=1).of("a", lambda: None)
    job.note(1.7, "x")
    assert job.share == 1.0
