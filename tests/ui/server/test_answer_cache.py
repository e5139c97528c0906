"""Answers are kept for whoever may see them, until the data move."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from analytics.errors import NotEnough, StoreFault
from analytics.filters import Filters
from analytics.store import Store
from analytics.wording import speaker
from tests.ui.conftest import words_on
from tests.ui.lone_study import CALLS, QUICK, page
from ui.server import answer_cache

pytestmark = pytest.mark.usefixtures("lone_page")


def test_an_answer_is_computed_once_however_often_the_page_runs(store: Store) -> None:
    at = page("QUICK").run()
    at.run()
    page("QUICK").run()
    assert len(CALLS) == 1


def test_an_answer_is_computed_anew_after_a_write(store: Store) -> None:
    at = page("QUICK").run()
    store.write("update settings set value = value")
    at.run()
    assert len(CALLS) == 2


def test_people_with_different_rights_share_no_answers(store: Store) -> None:
    page("QUICK", "viewer").run()
    page("QUICK", "admin").run()
    page("QUICK", "viewer").run()
    assert len(CALLS) == 2


def test_another_slice_is_another_answer(store: Store) -> None:
    first = answer_cache.answer(QUICK, Filters("f", ("f-1",)), rights="viewer")
    second = answer_cache.answer(QUICK, Filters("f", ("f-1", "f-2")), rights="viewer")
    assert (first.n, second.n) == (12, 24)


def test_many_readers_at_once_each_get_their_own_slice(store: Store) -> None:
    wrong: list[Any] = []

    def read(number: int) -> None:
        edition = (f"f-{number % 2 + 1}",) if number % 3 else ()
        answer = answer_cache.answer(
            QUICK, Filters("f", edition), rights=("viewer", "admin")[number % 2]
        )  # type: ignore[arg-type]
        if answer.n != (12 if edition else 24):
            wrong.append((edition, answer.n))

    readers = [threading.Thread(target=read, args=(number,)) for number in range(30)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join(20)
    assert wrong == []


def test_the_figures_change_their_language_and_are_not_computed_again(store: Store) -> None:
    at = page("QUICK")
    at.query_params["lang"] = "zh"
    assert "届次: 24" in words_on(at.run())
    assert answer_cache.figures(
        QUICK, answer_cache.answer(QUICK, Filters("f"), rights="admin"), speaker("zh"), "f"
    )
    assert len(CALLS) == 1


def test_a_refusal_is_kept_like_an_answer(store: Store) -> None:
    for _ in range(2):
        with pytest.raises(NotEnough):
            answer_cache.answer(
                QUICK, Filters("f", ("f-1",), regions=("Nowhere",)), rights="viewer"
            )
    assert len(CALLS) == 1


def test_a_fault_of_the_machine_is_not_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_slow(*_: Any) -> None:
        raise StoreFault("too_slow")

    with monkeypatch.context() as broken:
        broken.setattr("analytics.ask.ask", too_slow)
        with pytest.raises(StoreFault):
            answer_cache.answer(QUICK, Filters("f"), rights="viewer")
    assert answer_cache.answer(QUICK, Filters("f"), rights="viewer").n == 24
