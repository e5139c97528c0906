"""Long computations: how far they are, and that each runs once."""

import threading

from analytics.errors import NotEnough
from analytics.worker import listener
from ui.server.jobs import Jobs


def test_a_job_tells_how_far_it_is_and_where_it_stopped() -> None:
    jobs, reported, go_on = Jobs(together=1), threading.Event(), threading.Event()

    def work() -> None:
        report = listener.get()
        assert report
        report(0.4, "Grouping")
        reported.set()
        go_on.wait(5)
        raise NotEnough("answers", 30, 12)

    job = jobs.start("a", work)
    assert reported.wait(5)
    assert (job.share, job.step) == (0.4, "Grouping")
    go_on.set()
    assert job.finished.wait(5)
    assert isinstance(job.error, NotEnough)


def test_a_job_is_started_once_while_it_runs() -> None:
    jobs, go_on = Jobs(together=1), threading.Event()
    first = jobs.start("a", lambda: go_on.wait(5))
    assert jobs.start("a", lambda: None) is first
    go_on.set()
    assert first.finished.wait(5)


def test_a_progress_beyond_the_end_is_the_end() -> None:
    job = Jobs(together=1).start("a", lambda: None)
    job.note(1.7, "x")
    assert job.share == 1.0
