"""The page of what was written: quotes for importers only, themes changed and undone by hand."""

from __future__ import annotations

import pytest

from analytics.people import Person
from analytics.store import Store
from tests import fairs
from tests.ui.conftest import Open, words_on
from ui.people import gate

TEXTS = ["停车位不够，找张经理没人理"] * 8 + ["Lunch was great"] * 6


@pytest.fixture
def written(empty: Store) -> Store:
    fairs.load(empty, "editions", edition_rows=fairs.editions([1]))
    fairs.load(
        empty,
        "exhibitor_survey",
        question_rows=fairs.questions("f-1", []),
        response_rows=fairs.answers(
            "f-1", [{"overall": 1 + n % 5, "comment": text} for n, text in enumerate(TEXTS)]
        ),
    )
    return empty


def rows(at) -> str:
    return " ".join(frame.value.to_csv() for frame in at.dataframe)


def test_an_importer_reads_quotes_without_names_and_changes_a_theme(
    written: Store, open_app: Open
) -> None:
    at = open_app("voices", lang="en", fair="f")
    assert not at.exception
    assert "Lunch was great" in rows(at)
    assert "张经理" not in rows(at)
    at.selectbox(key="theme-edit-act").set_value("rename").run()
    at.selectbox(key="theme-edit-theme").set_value("parking").run()
    at.text_input(key="theme-edit-en").set_value("Car parks").run()
    at.button(key="theme-edit-do").click().run()
    assert not at.exception
    assert "Car parks" in words_on(at)
    at.button(key="theme-edit-undo-1").click().run()
    assert not at.exception
    assert "undone by" in words_on(at)
    assert "Car parks" not in " ".join(header.value for header in at.subheader)


def test_a_viewer_sees_counts_but_neither_quotes_nor_the_way_to_change_themes(
    written: Store, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "person", lambda: Person("v@fair.example", "viewer"))
    at = open_app("voices", lang="zh", fair="f")
    assert not at.exception
    assert "配套服务" in words_on(at)
    assert "Lunch was great" not in rows(at)
    assert not [box for box in at.selectbox if box.key == "theme-edit-act"]


def test_a_search_in_the_address_narrows_the_quotes(written: Store, open_app: Open) -> None:
    at = open_app("voices", lang="en", fair="f", voices__search="lunch")
    assert not at.exception
    assert "Lunch was great" in rows(at)
    assert "停车位" not in rows(at)
