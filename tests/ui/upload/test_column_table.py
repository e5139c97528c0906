"""What a person says of a file's columns, in the table and beside it."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from analytics.store import Store
from tests.intake.files import csv_text, turned_survey
from tests.ui.conftest import Open, words_on
from tests.ui.upload.upload_page import SURVEY, drop_file, load, name_fair, widget

COUNTS = csv_text("日期,观众类别,人数", "01/10/2006,专业观众,100", "02/10/2006,媒体,不详")


def test_an_undecided_date_stands_in_the_way_until_it_is_decided(
    empty: Store, open_app: Open
) -> None:
    at = name_fair(drop_file(open_app, COUNTS, "观众人数_第8届.csv"))
    assert "say whether the day, the month or the year comes first" in words_on(at)
    assert at.button(key="load").disabled
    order = widget(at, "button_group", "order-")
    order.set_value("dmy").run()
    assert "2 lines in = 1 rows to store + 1 left out" in words_on(at)
    assert not at.button(key="load").disabled


@pytest.mark.parametrize(("answer", "is_reversed"), [("up", False), ("down", True)])
def test_which_way_round_a_scale_is_stands_open_until_it_is_said(
    empty: Store, open_app: Open, answer: str, is_reversed: bool
) -> None:
    at = name_fair(drop_file(open_app, turned_survey()))
    assert "run against the other ratings (correlation -0.7" in words_on(at)
    assert at.button(key="load").disabled
    question = widget(at, "button_group", "direction-")
    assert question.value in (None, [])
    question.set_value(answer).run()
    load(at)
    with empty.reader() as reader:
        asked = reader.rows("select reversed from question_rows where item_id = 'overall'")
    assert asked == [{"reversed": is_reversed}]


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
    at = name_fair(drop_file(open_app, SURVEY))
    edit(at, 2, name="Price of food", dimension="supporting_services")
    load(at)
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


def close_columns(at: AppTest) -> AppTest:
    """Close the table of columns. The browser then forgets what was typed there; written by hand,
    it has to be told to.
    """
    draft = at.session_state["intake-drafts"][0]
    at.session_state[f"columns-open-{draft}"] = False
    del at.session_state[f"table-{draft}-{at.session_state[f'mapping-turn-{draft}']}"]
    return at.run()


def open_columns(at: AppTest) -> AppTest:
    at.session_state[f"columns-open-{at.session_state['intake-drafts'][0]}"] = True
    return at.run()


def test_what_was_said_of_the_columns_is_still_there_after_closing_them(
    empty: Store, open_app: Open
) -> None:
    at = open_columns(
        close_columns(
            edit(name_fair(drop_file(open_app, SURVEY)), 2, name="Price of food", missing="1")
        )
    )
    assert at.dataframe[0].value.loc[2, ["name", "missing"]].tolist() == ["Price of food", "1"]
    load(at)
    with empty.reader() as reader:
        assert "Price of food" in {
            row["name_en"] for row in reader.rows("select name_en from items")
        }


def test_what_was_said_of_the_columns_is_still_there_on_coming_back(
    empty: Store, open_app: Open
) -> None:
    at = close_columns(edit(name_fair(drop_file(open_app, SURVEY)), 2, name="Price of food"))
    at.switch_page("../pages/settings.py").run()
    open_columns(at.switch_page("../pages/upload.py").run())
    assert at.dataframe[0].value.loc[2, "name"] == "Price of food"


def test_a_column_made_a_choice_can_filter(empty: Store, open_app: Open) -> None:
    at = load(edit(name_fair(drop_file(open_app, SURVEY)), 2, meaning="profile"))
    assert not at.exception
    with empty.reader() as reader:
        assert reader.rows("select name_zh from profile_fields") == [{"name_zh": "餐饮价格"}]
        assert reader.value("select count(*) from items") == 1
