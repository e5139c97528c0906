"""Drawings kept from one start to the next."""

from pathlib import Path

import pytest

from analytics.look import drawings


@pytest.fixture(autouse=True)
def nothing_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawings, "_made", {})


def test_a_drawing_comes_back_from_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    drawings.keep("bars", '{"mark": "bar"}')
    drawings.record(tmp_path / "drawings.json")
    monkeypatch.setattr(drawings, "_made", {})
    drawings.recall(tmp_path / "drawings.json")
    assert drawings.peek("bars") == '{"mark": "bar"}'


def test_what_other_code_drew_counts_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    drawings.keep("bars", "{}")
    monkeypatch.setattr(drawings, "_version", lambda: "older")
    drawings.record(tmp_path / "drawings.json")
    monkeypatch.undo()
    monkeypatch.setattr(drawings, "_made", {})
    drawings.recall(tmp_path / "drawings.json")
    assert drawings.peek("bars") is None


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"by": 1, "drawn": 3}', "null", "\x00"])
def test_a_file_that_is_none_counts_as_empty(tmp_path: Path, text: str):
    (tmp_path / "drawings.json").write_text(text, "utf-8")
    drawings.recall(tmp_path / "drawings.json")
    assert drawings.peek("bars") is None
    drawings.recall(tmp_path / "no such file")


def test_no_more_is_remembered_than_the_bound(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(drawings, "MOST", 1)
    drawings.keep("first", "{}")
    drawings.keep("second", "{}")
    assert (drawings.peek("first"), drawings.peek("second")) == ("{}", None)
