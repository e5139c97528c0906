"""The shelf of results."""

import threading

import pytest

from ui.server.result_shelf import ResultShelf


def test_what_was_computed_is_not_computed_again() -> None:
    shelf: ResultShelf[int] = ResultShelf(2)
    assert shelf.get("a", lambda: 1) == 1
    assert shelf.get("a", lambda: 2) == 1


def test_the_result_used_longest_ago_leaves_first() -> None:
    shelf: ResultShelf[int] = ResultShelf(2)
    for key in ("a", "b", "a", "c"):
        shelf.get(key, lambda: 1)
    assert (shelf.peek("a"), shelf.peek("b"), shelf.peek("c")) == (1, None, 1)


def test_ten_who_ask_at_once_wait_for_one_computation() -> None:
    shelf: ResultShelf[int] = ResultShelf(4)
    runs, gate = [], threading.Event()

    def make() -> int:
        gate.wait(5)
        runs.append(1)
        return len(runs)

    asking = [threading.Thread(target=shelf.get, args=("a", make)) for _ in range(10)]
    for thread in asking:
        thread.start()
    gate.set()
    for thread in asking:
        thread.join(5)
    assert runs == [1]


def test_an_exception_is_not_kept() -> None:
    shelf: ResultShelf[int] = ResultShelf(2)
    with pytest.raises(ZeroDivisionError):
        shelf.get("a", lambda: 1 // 0)
    assert shelf.get("a", lambda: 2) == 2


def test_a_dropped_result_is_computed_anew() -> None:
    shelf: ResultShelf[int] = ResultShelf(2)
    shelf.get("a", lambda: 1)
    shelf.drop("a")
    assert shelf.get("a", lambda: 2) == 2
