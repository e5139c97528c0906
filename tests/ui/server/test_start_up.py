"""The app makes ready as soon as it has its store, whoever held it before."""

import threading

import pytest

from analytics.errors import StoreFault
from ui.server import start_up


def test_an_app_that_starts_without_its_store_makes_ready_once_it_opens(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked, filled = list[int](), threading.Event()

    def store() -> object:
        asked.append(1)
        if len(asked) < 3:
            raise StoreFault("locked")
        return object()

    monkeypatch.setattr(start_up.answer_cache, "store", store)
    monkeypatch.setattr(start_up.people, "name_first_admin", lambda *_: None)
    monkeypatch.setattr(start_up, "make_ready", filled.set)
    monkeypatch.setattr(start_up, "AGAIN_S", 0.01)
    start_up.open_store()
    assert filled.wait(10)
    assert len(asked) == 3
