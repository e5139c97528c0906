"""A stranger's file on its way from the page into the charts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from analytics.store import Store
from analytics.wording import speaker
from tests.intake.files import csv_text, turned_survey
from tests.ui.conftest import Open, words_on
from ui.people import gate
from ui.people.gate import Person
from ui.server import answer_cache
from ui.upload import dropzone

SURVEY = csv_text(
    "问卷编号,场馆硬件-空调通风,餐饮价格,总体满意度",
    *(f"q{n},{n % 5 + 1},{n % 4 + 1},{n % 5 + 1}" for n in range(10)),
)
COUNTS = csv_text("日期,观众类别,人数", "01/10/2006,专业观众,100", "02/10/2006,媒体,不详")


def dropped(
    open_app: Open, data: bytes | str, name: str = "参展商调查_第8届.csv", **words: str
) -> AppTest:
    at = open_app("upload", **({"lang": "en"} | words))
    at.file_uploader[0].upload(
        name, data.encode() if isinstance(data, str) else data, "text/csv"
    ).run()
    return at


def told(at: AppTest) -> str:
    """Everything a reader sees, what went well included."""
    return words_on(at) + " ".join(str(one.value) for one in at.success).replace("\\", "").replace(
        "\u2060", ""
    )


def keyed(at: AppTest, kind: str, start: str) -> object:
    return next(one for one in at.get(kind) if str(one.key).startswith(start))


def named(at: AppTest, name: str = "My fair") -> AppTest:
    at.text_input(key="intake-fair-en").set_value(name).run()
    return at


def loaded(at: AppTest) -> AppTest:
    """Press the button, wait for the desk, look again."""
    at.button(key="load").click().run()
    for job in answer_cache.import_queue().jobs():
        answer_cache.import_queue().wait(job.job_id)
    return at.run()


def test_a_file_is_dropped_checked_and_loaded_and_its_sum_adds_up(
    empty: Store, open_app: Open
) -> None:
    at = named(dropped(open_app, SURVEY))
    assert "10 lines in = 10 rows to store + 0 left out" in told(at)
    loaded(at)
    assert "10 lines in = 10 rows stored + 0 left out" in told(at)
    assert [(one.fair_id, one.rows_stored, one.actor) for one in empty.history()] == [
        ("my_fair", 10, "local")
    ]
    assert not at.exception


def test_the_place_to_drop_files_speaks_the_readers_language() -> None:
    rule = dropzone._rule("p", 'Dateien "hier" \\ ablegen')
    assert rule.splitlines()[1].startswith('p::after{content:"Dateien \\"hier\\" \\\\ ablegen"')
    assert all(speaker("zh")(words) != words for words in dropzone.WORDS)


def test_the_reader_then_sees_the_fair_just_loaded(store: Store, open_app: Open) -> None:
    at = loaded(new_fair(dropped(open_app, SURVEY)))
    assert at.query_params["fair"] == "my_fair"


def new_fair(at: AppTest) -> AppTest:
    at.selectbox(key="intake-fair").set_value("*new").run()
    return named(at)


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "This is a picture, not a table."), ("zh", "图片")]
)
def test_what_is_no_table_is_refused_in_the_readers_language(
    empty: Store, open_app: Open, lang: str, words: str
) -> None:
    at = dropped(open_app, b"\x89PNG\r\n\x1a\n....", "foto.csv", lang=lang)
    assert words in words_on(at)
    assert not at.exception
    assert len(at.file_uploader) == 1


def test_an_undecided_date_stands_in_the_way_until_it_is_decided(
    empty: Store, open_app: Open
) -> None:
    at = named(dropped(open_app, COUNTS, "观众人数_第8届.csv"))
    assert "say whether the day, the month or the year comes first" in words_on(at)
    assert at.button(key="load").disabled
    order = keyed(at, "button_group", "order-")
    order.set_value("dmy").run()  # type: ignore[attr-defined]
    assert "2 lines in = 1 rows to store + 1 left out" in words_on(at)
    assert not at.button(key="load").disabled


@pytest.mark.parametrize(("answer", "is_reversed"), [("up", False), ("down", True)])
def test_which_way_round_a_scale_is_stands_open_until_it_is_said(
    empty: Store, open_app: Open, answer: str, is_reversed: bool
) -> None:
    at = named(dropped(open_app, turned_survey()))
    assert "run against the other ratings (correlation -0.7" in words_on(at)
    assert at.button(key="load").disabled
    question = keyed(at, "button_group", "direction-")
    assert question.value in (None, [])  # type: ignore[attr-defined]
    question.set_value(answer).run()  # type: ignore[attr-defined]
    loaded(at)
    with empty.reader() as reader:
        asked = reader.rows("select reversed from question_rows where item_id = 'overall'")
    assert asked == [{"reversed": is_reversed}]


def test_an_edition_that_no_column_says_is_asked_for(empty: Store, open_app: Open) -> None:
    at = named(dropped(open_app, SURVEY, "调查.csv"))
    assert "Say which edition the file belongs to" in words_on(at)
    keyed(at, "number_input", "edition-").set_value(2006).run()  # type: ignore[attr-defined]
    loaded(at)
    with empty.reader() as reader:
        assert reader.rows("select edition_id, year from editions") == [
            {"edition_id": "my_fair-2006", "year": 2006}
        ]


def edit(at: AppTest, row: int, **cells: object) -> AppTest:
    """Change cells of the table of columns, as a browser tells the server."""
    draft = at.session_state["intake-drafts"][0]
    at.session_state[f"columns-open-{draft}"] = True
    key = f"table-{draft}-{at.session_state[f'mapping-turn-{draft}']}"
    at.session_state[key] = {"edited_rows": {row: cells}, "added_rows": [], "deleted_rows": []}
    return at.run()


def test_a_column_is_given_another_meaning_a_name_and_a_dimension(
    empty: Store, open_app: Open
) -> None:
    at = named(dropped(open_app, SURVEY))
    edit(at, 2, name="Price of food", dimension="supporting_services")
    loaded(at)
    with empty.reader() as reader:
        items = reader.rows(
            "select item_id, dimension_id, name_zh, name_en from items order by slot"
        )
    assert items[1] == {
        "item_id": "supporting_services.price_of_food",
        "dimension_id": "supporting_services",
        "name_zh": "餐饮价格",
        "name_en": "Price of food",
    }


def closed(at: AppTest) -> AppTest:
    """Close the table of columns. The browser then forgets what was typed there; written by hand,
    it has to be told to.
    """
    draft = at.session_state["intake-drafts"][0]
    at.session_state[f"columns-open-{draft}"] = False
    del at.session_state[f"table-{draft}-{at.session_state[f'mapping-turn-{draft}']}"]
    return at.run()


def opened(at: AppTest) -> AppTest:
    at.session_state[f"columns-open-{at.session_state['intake-drafts'][0]}"] = True
    return at.run()


def test_what_was_said_of_the_columns_is_still_there_after_closing_them(
    empty: Store, open_app: Open
) -> None:
    at = opened(
        closed(edit(named(dropped(open_app, SURVEY)), 2, name="Price of food", missing="1"))
    )
    assert at.dataframe[0].value.loc[2, ["name", "missing"]].tolist() == ["Price of food", "1"]
    loaded(at)
    with empty.reader() as reader:
        assert "Price of food" in {
            row["name_en"] for row in reader.rows("select name_en from items")
        }


def test_what_was_said_of_the_columns_is_still_there_on_coming_back(
    empty: Store, open_app: Open
) -> None:
    at = closed(edit(named(dropped(open_app, SURVEY)), 2, name="Price of food"))
    at.switch_page("../pages/settings.py").run()
    opened(at.switch_page("../pages/upload.py").run())
    assert at.dataframe[0].value.loc[2, "name"] == "Price of food"


def test_a_column_made_a_choice_can_filter(empty: Store, open_app: Open) -> None:
    at = loaded(edit(named(dropped(open_app, SURVEY)), 2, meaning="profile"))
    assert not at.exception
    with empty.reader() as reader:
        assert reader.rows("select name_zh from profile_fields") == [{"name_zh": "餐饮价格"}]
        assert reader.value("select count(*) from items") == 1


def test_the_same_file_again_is_recognised(empty: Store, open_app: Open) -> None:
    loaded(named(dropped(open_app, SURVEY)))
    at = dropped(open_app, SURVEY)
    assert "was loaded before" in told(at)
    assert at.button(key="load").disabled
    assert len(empty.history()) == 1


def test_garbled_text_is_mended_only_when_a_person_says_it_reads_right(
    empty: Store, open_app: Open
) -> None:
    at = dropped(open_app, SURVEY.encode().decode("latin-1").encode("utf-8-sig"))
    assert at.text[0].value.startswith("问卷编号,场馆硬件-空调通风")
    assert "load" not in {one.key for one in at.button}
    keyed(at, "button", "mend-yes-").click().run()
    loaded(named(at))
    (record,) = empty.history()
    assert record.rows_stored == 10
    with empty.reader() as reader:
        assert "空调通风" in {row["name_zh"] for row in reader.rows("select name_zh from items")}


def test_garbled_text_that_reads_wrong_when_mended_is_dropped(empty: Store, open_app: Open) -> None:
    at = dropped(open_app, SURVEY.encode().decode("latin-1").encode("utf-8"))
    keyed(at, "button", "mend-no-").click().run()
    assert len(at.file_uploader) == 1
    assert not list((empty.folder / "drafts").iterdir())


def test_a_file_too_many_is_dropped_again(empty: Store, open_app: Open) -> None:
    at = dropped(open_app, SURVEY)
    next(one for one in at.button if str(one.key).startswith("drop-")).click().run()
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
    assert "was undone" in told(at)
    assert store.history()[0].undone_by == "local"
    assert not at.exception


def test_an_empty_history_leads_to_the_files(empty: Store, open_app: Open) -> None:
    at = open_app("history", lang="en")
    assert "Nothing has been loaded yet." in words_on(at)
    assert len(at.get("page_link")) == 1


def test_two_imports_of_one_kind_are_laid_side_by_side(
    store: Store, history: Callable[..., AppTest]
) -> None:
    kinds = [one.kind for one in store.history()]
    rows = [place for place, kind in enumerate(kinds) if kind == "exhibitor_survey"]
    at = history(*rows)
    assert not at.exception
    titles = [one.label for one in at.expander]
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
