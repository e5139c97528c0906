"""Who brought in what, two imports beside each other, and the way back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from analytics.store import Store
from tests.ui.conftest import Open, words_on
from tests.ui.upload.upload_page import page_text


@pytest.fixture
def history(store: Store, open_app: Open) -> Callable[..., AppTest]:
    def chosen(*rows: int) -> AppTest:
        at = open_app("history", lang="en")
        at.session_state["imports"] = {
            "selection": {"rows": list(rows or (0,)), "columns": [], "cells": []}
        }
        return at.run()

    return chosen


def test_the_history_says_who_brought_what_and_an_import_can_be_undone(
    store: Store, history: Callable[..., AppTest]
) -> None:
    at = history()
    newest = store.history()[0]
    assert newest.sha256 in words_on(at)
    at.button(key=f"undo-now-{newest.import_id}").click().run()
    assert "was undone" in page_text(at)
    assert store.history()[0].undone_by == "local"
    assert not at.exception


def test_an_empty_history_leads_to_the_files(empty: Store, open_app: Open) -> None:
    at = open_app("history", lang="en")
    assert "Nothing has been loaded yet." in words_on(at)
    assert len(at.get("page_link")) == 1


def test_two_imports_of_one_kind_are_laid_side_by_side(
    store: Store, history: Callable[..., AppTest]
) -> None:
    kinds = [record.kind for record in store.history()]
    rows = [place for place, kind in enumerate(kinds) if kind == "exhibitor_survey"]
    at = history(*rows)
    assert not at.exception
    titles = [expander.label for expander in at.expander]
    assert any("Means side by side" in title for title in titles)
    means = at.dataframe[-1].value
    assert [f"n ({column})" in means.columns for column in means.columns[1:5:2]] == [True, True]
    assert list(means["Difference"].dropna()) == [0.0] * len(means)


def test_imports_of_two_kinds_are_not_compared(
    store: Store, history: Callable[..., AppTest]
) -> None:
    assert "Only two imports of the same kind and fair can be compared." in words_on(history(0, 1))


def test_an_import_is_undone_and_its_corrected_file_asked_for(
    store: Store, history: Callable[..., AppTest]
) -> None:
    at = history()
    newest = store.history()[0]
    at.button(key=f"undo-again-{newest.import_id}").click().run()
    assert store.history()[0].undone_by == "local"
    assert len(at.file_uploader) == 1
    assert not at.exception
