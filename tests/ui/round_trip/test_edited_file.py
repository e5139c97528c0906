"""The page of the round trip: changes shown first, taken on a click, taken back on another."""

from __future__ import annotations

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analytics import people
from analytics.folders import ROOT
from analytics.sheets import csv_bytes
from analytics.store import Store
from tests.round_trip.conftest import cell, taken
from tests.ui.conftest import Open, words_on
from tests.ui.people.test_gate import AUTH, claims


def region(store: Store, name: str) -> object:
    with store.reader() as reader:
        return reader.value("select region from exhibitors where name = $name", name=name)


def dropped(open_app: Open, table: pd.DataFrame, **words: str) -> AppTest:
    at = open_app("round_trip", **words)
    at.file_uploader[0].upload("register.csv", csv_bytes(table), "text/csv").run()
    assert not at.exception
    return at


def test_changes_are_shown_then_taken_then_taken_back(store: Store, open_app: Open) -> None:
    before = region(store, "Firm 3")
    at = dropped(open_app, cell(taken(store), "Firm 3", "Region", "Far East"))
    (row,) = at.dataframe[0].value.to_dict("records")
    assert [row[name] for name in ("take", "name", "field", "before", "after")] == [
        True,
        "Firm 3",
        "Region",
        before,
        "Far East",
    ]
    assert region(store, "Firm 3") == before
    at.button(key="round-trip-go").click().run()
    assert region(store, "Firm 3") == "Far East"
    assert "Changed: 1 cells, 0 new rows." in words_on(at)
    at.button(key="round-trip-take-back").click().run()
    assert region(store, "Firm 3") == before


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "is none of this register"), ("zh", "不属于展商库")]
)
def test_what_changes_nothing_is_said(store: Store, open_app: Open, lang: str, words: str) -> None:
    table = taken(store, lang)
    table["Colour"] = "red"
    at = dropped(open_app, table, lang=lang)
    assert words in words_on(at)
    assert not [button for button in at.button if button.key == "round-trip-go"]


def test_a_foreign_file_is_refused_in_words(store: Store, open_app: Open) -> None:
    at = dropped(open_app, pd.DataFrame({"Company": ["A", "B"], "Region": ["N", "S"]}))
    assert "ExpoLens key" in str(at.error[0].value)


def test_a_viewer_takes_nothing_out(store: Store) -> None:
    people.admit(store, "a@fair.example", "viewer")
    at = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=60)
    at.secrets["auth"] = AUTH
    at.user = claims()
    at = at.run().switch_page("../pages/round_trip.py").run()
    assert "needs the right to load data" in words_on(at)
    assert not at.file_uploader
