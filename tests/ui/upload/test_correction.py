"""An import corrected on the page: its file is not dropped again."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from analytics.store import Store, loaded_files
from tests.ui.conftest import Open, words_on
from tests.ui.upload.upload_page import SURVEY, drop_file, load, name_fair, page_text
from ui.server import answer_cache

SCALES = "select scale_max from questions where item_id = 'overall'"


def rescale(at: AppTest, row: int, high: float) -> AppTest:
    """Say in the table of columns where a scale ends."""
    draft = at.session_state["intake-correction"]
    at.session_state[f"columns-open-{draft}"] = True
    key = f"table-{draft}-{at.session_state[f'mapping-turn-{draft}']}"
    edited = {"edited_rows": {row: {"high": high}}, "added_rows": [], "deleted_rows": []}
    at.session_state[key] = edited
    return at.run()


def replaced(at: AppTest) -> AppTest:
    at.button(key="replace-import").click().run()
    for job in answer_cache.import_queue().jobs():
        answer_cache.import_queue().wait(job.job_id)
    return at.run()


def history(open_app: Open, lang: str = "en") -> AppTest:
    at = open_app("history", lang=lang)
    at.session_state["imports"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    return at.run()


@pytest.mark.parametrize(
    ("lang", "change", "receipt"),
    [
        ("en", "Scale: 1–5 → 1–7", "10 lines in = 10 rows stored"),
        ("zh", "量表：1–5 → 1–7", "10"),
    ],
)
def test_a_wrong_scale_is_corrected_from_the_receipt(
    empty: Store, open_app: Open, lang: str, change: str, receipt: str
) -> None:
    at = load(name_fair(drop_file(open_app, SURVEY, lang=lang)))
    at.button(key="correct-1").click().run()
    assert at.button(key="replace-import").disabled
    rescale(at, 3, 7.0)
    assert change in words_on(at)
    assert [record.undone_at for record in empty.history()] == [None]
    replaced(at)
    assert receipt in page_text(at)
    assert [record.undone_at is None for record in empty.history()] == [True, False]
    with empty.reader() as reader:
        assert reader.rows(SCALES) == [{"scale_max": 7.0}]
    assert at.button(key="correct-2")
    assert not at.exception


def test_nothing_said_otherwise_changes_nothing(empty: Store, open_app: Open) -> None:
    at = load(name_fair(drop_file(open_app, SURVEY)))
    at.button(key="correct-1").click().run()
    assert "Nothing would change" in page_text(at)
    assert at.button(key="replace-import").disabled
    at.button(key="leave-import").click().run()
    assert len(at.file_uploader) == 1
    assert list((empty.folder / "drafts").iterdir()) == []
    assert not at.exception


def test_the_history_says_whose_file_is_no_longer_kept(empty: Store, open_app: Open) -> None:
    load(name_fair(drop_file(open_app, SURVEY)))
    loaded_files.forget(empty.folder, 1)
    button = history(open_app).button(key="correct-1")
    assert button.disabled
    assert button.help == "The file of this import is no longer kept here."


def test_a_file_that_cannot_be_read_any_more_is_said(empty: Store, open_app: Open) -> None:
    load(name_fair(drop_file(open_app, SURVEY)))
    (loaded_files.place(empty.folder, 1) / "upload").write_text("something else", "utf-8")
    at = history(open_app)
    at.button(key="correct-1").click().run()
    assert "cannot be read any more" in words_on(at)
    assert not at.exception


def test_an_import_undone_meanwhile_is_not_corrected(empty: Store, open_app: Open) -> None:
    at = load(name_fair(drop_file(open_app, SURVEY)))
    at.button(key="correct-1").click().run()
    empty.undo(1, "somebody")
    at.run()
    assert "it has been undone already" in words_on(at)
    assert len(at.file_uploader) == 1
    assert not at.exception
    keys = [button.key for button in history(open_app).button]
    assert "correct-1" not in keys
