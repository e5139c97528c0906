"""Comments and complaints of a slice with their themes; each import is read once."""

from __future__ import annotations

import pytest

from analytics.comments import reading_child, theme_edits, written
from analytics.comments.dictionary import dictionary_of, standard_themes
from analytics.filters import Filters
from analytics.store import Store
from analytics.wording import Name
from tests import fairs

FAIR = Filters("f")
COMMENTS = ["停车位不够", "", None, "Food was great", "停车位不够"]


@pytest.fixture
def fair(store: Store) -> Store:
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    fairs.load(
        store,
        "exhibitor_survey",
        question_rows=fairs.questions("f-1", []),
        response_rows=fairs.answers(
            "f-1", [{"overall": 1 + n, "comment": text} for n, text in enumerate(COMMENTS)]
        ),
    )
    row = {"edition_id": "f-1", "line": 2, "topic": "餐饮", "description": "厕所太脏"}
    fairs.load(store, "complaints", complaint_rows=[row, row | {"line": 3, "description": " "}])
    return store


def read(store: Store) -> written.Written:
    with store.reader() as reader:
        return written.read_written(reader, FAIR)


def test_every_text_has_its_themes_and_who_wrote_nothing_is_none(fair: Store):
    answer = read(fair)
    texts = answer.texts
    assert list(texts.loc[texts["source"] == "comment", "overall"]) == [0, 0.75, 1]
    pairs = answer.named.merge(texts, left_on="text", right_index=True)
    assert sorted(zip(pairs["source"], pairs["theme"], pairs["tone"], strict=True)) == [
        ("comment", "catering", "praise"),
        ("comment", "parking", "complaint"),
        ("comment", "parking", "complaint"),
        ("complaint", "catering", "mention"),
        ("complaint", "cleaning", "complaint"),
        ("complaint", "toilets", "complaint"),
    ]


def test_an_import_is_read_once_and_anew_when_the_dictionary_changes(fair: Store, monkeypatch):
    calls = []
    real = reading_child.read_texts
    monkeypatch.setattr(written, "SHELF", written._Shelf(8))
    monkeypatch.setattr(written, "read_texts", lambda *texts: calls.append(1) or real(*texts))
    read(fair)
    read(fair)
    assert len(calls) == 2
    theme_edits.rename(fair, "f", "parking", Name("停车位", "Parking"), "test")
    assert read(fair).dictionary.theme("parking").name.zh == "停车位"
    assert len(calls) == 4


def test_a_fair_without_a_text_gives_empty_tables(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    answer = read(store)
    assert len(answer.texts) == len(answer.named) == len(answer.worded) == 0


def test_many_texts_are_read_by_a_child_and_say_the_same(monkeypatch):
    dictionary = dictionary_of(standard_themes())
    texts = ["停车位不够", "Queues were long at the gate", "无"] * 20
    here = reading_child.tables(texts, dictionary)
    monkeypatch.setattr(reading_child, "FEW", 10)
    there = reading_child.read_texts(texts, dictionary)
    assert [table.to_pydict() for table in there] == [table.to_pydict() for table in here]
    assert "queues" in here[1]["word"].to_pylist()
