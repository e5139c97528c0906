"""A page that runs again, is closed, or is open twice neither stops an import nor doubles it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from analytics.intake.load import queue
from analytics.store import Store
from tests.ui.conftest import Open
from tests.ui.upload.upload_page import SURVEY, drop_file, load, name_fair, page_text
from ui.server import answer_cache


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Imports wait in the middle until this is set."""
    event = threading.Event()
    take_in = queue.take_in

    def waiting(*job: Any) -> Any:
        assert event.wait(30)
        return take_in(*job)

    monkeypatch.setattr(queue, "take_in", waiting)
    yield event
    event.set()


def press_load(at: AppTest) -> AppTest:
    return at.button(key="load").click().run()


def wait_for_imports() -> None:
    for job in answer_cache.import_queue().jobs():
        answer_cache.import_queue().wait(job.job_id)


def test_a_page_that_runs_again_in_mid_import_shows_the_same_import(
    empty: Store, open_app: Open, held: threading.Event
) -> None:
    at = press_load(name_fair(drop_file(open_app, SURVEY)))
    for _ in range(3):
        at.run()
        assert "load" not in {button.key for button in at.button}
    held.set()
    wait_for_imports()
    assert "10 lines in = 10 rows stored + 0 left out" in page_text(at.run())
    assert len(answer_cache.import_queue().jobs()) == len(empty.history()) == 1


def test_a_closed_tab_does_not_stop_its_import(
    empty: Store, open_app: Open, held: threading.Event
) -> None:
    at = press_load(name_fair(drop_file(open_app, SURVEY)))
    del at
    held.set()
    wait_for_imports()
    assert [record.rows_stored for record in empty.history()] == [10]


def test_the_same_file_in_two_tabs_comes_in_once(
    empty: Store, open_app: Open, held: threading.Event
) -> None:
    first, other = (name_fair(drop_file(open_app, SURVEY)) for _ in range(2))
    press_load(first)
    press_load(other)
    held.set()
    wait_for_imports()
    assert "10 lines in = 10 rows stored + 0 left out" in page_text(first.run())
    assert "This file is in already (import 1). Nothing was changed." in page_text(other.run())
    assert len(empty.history()) == 1


def test_a_tab_opened_before_the_other_had_loaded_the_file_brings_it_to_the_same_fair(
    empty: Store, open_app: Open
) -> None:
    first, other = (name_fair(drop_file(open_app, SURVEY)) for _ in range(2))
    load(first)
    assert "A fair of this name is here already" in page_text(other.run())
    assert "was loaded before" in page_text(other)
    assert other.button(key="load").disabled
    assert [record.fair_id for record in empty.history()] == ["my_fair"]
