"""A list of exhibitors that says otherwise than what was written by hand is asked about."""

from __future__ import annotations

from analytics.people import Person
from analytics.registers import writing
from analytics.store import Store
from tests.intake.files import csv_text
from tests.ui.conftest import Open
from tests.ui.upload.upload_page import drop_file, load, page_text, widget

LIST = csv_text("Company,Industry,Ownership", "Firm 1,Glass,private", "Firm 2,Toys,state")


def industry(store: Store) -> str:
    with store.reader() as reader:
        return str(reader.value("select industry from exhibitors where name = 'Firm 1'"))


def test_the_page_asks_and_the_file_takes_over_only_where_somebody_says_so(
    store: Store, open_app: Open
) -> None:
    who = Person("li@f", "importer")
    writing.edit(store, who, "f", "n:firm1", {"industry": "Light"}, {})
    at = drop_file(open_app, LIST, "exhibitors.csv")
    assert at.button(key="load").disabled
    assert "values that people wrote by hand are others in this file" in page_text(at)
    widget(at, "radio", "held-industry-").set_value("file").run()
    widget(at, "button", "held-go-on-").click().run()
    assert not at.exception
    assert not at.button(key="load").disabled
    load(at)
    assert industry(store) == "Glass"
