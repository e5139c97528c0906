"""A stranger's file on its way from the page into the charts."""

from __future__ import annotations

import pytest

from analytics.store import Store
from analytics.wording import speaker
from tests.ui.conftest import Open, words_on
from tests.ui.upload.upload_page import (
    SURVEY,
    drop_file,
    load,
    name_fair,
    new_fair,
    page_text,
    widget,
)
from ui.frame import dropzone
from ui.people import gate
from ui.people.gate import Person


def test_a_file_is_dropped_checked_and_loaded_and_its_sum_adds_up(
    empty: Store, open_app: Open
) -> None:
    at = name_fair(drop_file(open_app, SURVEY))
    assert "10 lines in = 10 rows to store + 0 left out" in page_text(at)
    load(at)
    assert "10 lines in = 10 rows stored + 0 left out" in page_text(at)
    assert [(record.fair_id, record.rows_stored, record.actor) for record in empty.history()] == [
        ("my_fair", 10, "local")
    ]
    assert not at.exception


def test_the_place_to_drop_files_speaks_the_readers_language() -> None:
    rule = dropzone._rule("p", 'Dateien "hier" \\ ablegen')
    assert rule.splitlines()[1].startswith('p::after{content:"Dateien \\"hier\\" \\\\ ablegen"')
    assert all(speaker("zh")(words) != words for words in dropzone.WORDS)


def test_the_reader_then_sees_the_fair_just_loaded(store: Store, open_app: Open) -> None:
    at = load(new_fair(drop_file(open_app, SURVEY)))
    assert at.query_params["fair"] == "my_fair"


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "This is a picture, not a table."), ("zh", "图片")]
)
def test_what_is_no_table_is_refused_in_the_readers_language(
    empty: Store, open_app: Open, lang: str, words: str
) -> None:
    at = drop_file(open_app, b"\x89PNG\r\n\x1a\n....", "foto.csv", lang=lang)
    assert words in words_on(at)
    assert not at.exception
    assert len(at.file_uploader) == 1


def test_an_edition_that_no_column_says_is_asked_for(empty: Store, open_app: Open) -> None:
    at = name_fair(drop_file(open_app, SURVEY, "调查.csv"))
    assert "Say which edition the file belongs to" in words_on(at)
    widget(at, "number_input", "edition-").set_value(2006).run()
    load(at)
    with empty.reader() as reader:
        assert reader.rows("select edition_id, year from editions") == [
            {"edition_id": "my_fair-2006", "year": 2006}
        ]


def test_the_same_file_again_is_recognised(empty: Store, open_app: Open) -> None:
    load(name_fair(drop_file(open_app, SURVEY)))
    at = drop_file(open_app, SURVEY)
    assert "was loaded before" in page_text(at)
    assert at.button(key="load").disabled
    assert len(empty.history()) == 1


def test_a_file_too_many_is_dropped_again(empty: Store, open_app: Open) -> None:
    at = drop_file(open_app, SURVEY)
    widget(at, "button", "drop-").click().run()
    assert len(at.file_uploader) == 1
    assert list((empty.folder / "drafts").iterdir()) == []


def test_a_draft_that_has_gone_meanwhile_is_no_error(empty: Store, open_app: Open) -> None:
    at = open_app("upload")
    at.session_state["intake-drafts"] = ("0" * 32,)
    assert not at.run().exception
    assert len(at.file_uploader) == 1


def test_who_may_not_load_data_is_told_so(
    store: Store, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "enter", lambda say: None)
    monkeypatch.setattr(gate, "person", lambda: Person("v@example.org", "viewer"))
    at = open_app("upload", lang="en")
    assert "needs the right to load data" in words_on(at)
    assert len(at.file_uploader) == 0
