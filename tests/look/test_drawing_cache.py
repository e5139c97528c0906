"""Drawings kept from one start to the next."""

from pathlib import Path

import pytest

from analytics.look import drawing_cache


@pytest.fixture(autouse=True)
def nothing_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing_cache, "_drawings", {})


def test_a_drawing_comes_back_from_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    drawing_cache.keep("bars", '{"mark": "bar"}')
    drawing_cache.record(tmp_path / "drawings.json")
    monkeypatch.setattr(drawing_cache, "_drawings", {})
    drawing_cache.recall(tmp_path / "drawings.json")
    assert drawing_cache.peek("bars") == '{"mark": "bar"}'


def test_what_other_code_drew_counts_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    drawing_cache.keep("bars", "{}")
    monkeypatch.setattr(drawing_cache, "_version", lambda: "older")
    drawing_cache.record(tmp_path / "drawings.json")
    monkeypatch.undo()
    monkeypatch.setattr(drawing_cache, "_drawings", {})
    drawing_cache.recall(tmp_path / "drawings.json")
    assert drawing_cache.peek("bars") is None


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"by": 1, "drawn": 3}', "null", "\x00"])
def test_a_file_that_is_none_counts_as_empty(tmp_path: Path, text: str):
    (tmp_path / "drawings.json").write_text(text, "utf-8")
    drawing_cache.recall(tmp_path / "drawings.json")
    assert drawing_cache.peek("bars") is None
    drawing_cache.recall(tmp_path / "no such file")


def test_no_more_is_remembered_than_the_bound(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(drawing_cache, "MOST", 1)
    drawing_cache.keep("first", "{}")
    drawing_cache.keep("second", "{}")
    assert (drawing_cache.peek("first"), drawing_cache.peek("second")) == ("{}", None)
