"""A click on an exhibitor's name opens the page of that exhibitor, filters and language kept."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from analytics.catalogue import STUDIES
from analytics.filters import Filters
from analytics.people import Person, Role
from analytics.store import Store
from analytics.weighting import figures_of
from analytics.wording import Say
from tests.customers import registers
from tests.ui.conftest import Open, words_on
from ui.people import gate

FIRMS = {f"{n}": "111" for n in range(6)}
FEES = {firm: {1: 10.0, 2: 20.0, 3: 30.0 + int(firm)} for firm in FIRMS}


@pytest.fixture
def register(empty: Store) -> Store:
    registers.load(empty, FIRMS, FEES)
    return empty


def links(at: AppTest) -> list[str]:
    """The addresses in the tables of a page."""
    tables = [element.value for element in at.dataframe]
    return [
        link
        for table in tables
        if "label" in table
        for link in table["label"]
        if str(link).startswith("customer?")
    ]


def test_a_name_leads_to_its_page_with_filters_and_language(
    register: Store, open_app: Open
) -> None:
    at = open_app("abc", lang="zh", fair="f", edition=["f-3"])
    assert not at.exception
    assert len(links(at)) == len(FIRMS)
    first = urlsplit(links(at)[0])
    words = parse_qs(first.query)
    assert first.path == "customer"
    assert words["lang"] == ["zh"]
    assert words["edition"] == ["f-3"]
    assert words["customer.exhibitor"] == ["c:5"]
    followed = open_app(
        "customer", **{name.replace(".", "__"): values[0] for name, values in words.items()}
    )
    assert not followed.exception
    assert "Firm 5" in words_on(followed)
    assert followed.query_params["customer.exhibitor"] == "c:5"
    assert "name" not in followed.query_params


def test_a_viewer_has_no_names_to_follow(
    register: Store, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "person", lambda: Person("v@fair.example", "viewer"))
    at = open_app("abc", lang="en", fair="f")
    assert not at.exception
    assert links(at) == []


@pytest.mark.parametrize("study", STUDIES, ids=lambda study: study.key)
def test_rows_that_are_exhibitors_carry_their_ids(study, demo: Store) -> None:
    from analytics.ask import ask

    named = [key for key in study.names_people if study.lists_exhibitors(key)]
    if not named:
        assert study.key == "customer" or study.names_people == study.names_staff
        return
    with demo.reader() as reader:
        rows = reader.rows("select exhibitor_id from exhibitors where fair_id = 'demo'")
    known = {row["exhibitor_id"] for row in rows}
    shown = figures_of(study, ask(demo, study, Filters("demo")), Say("en"))
    for figure in shown:
        if figure.key in named:
            assert set(figure.data["key"]) <= known, figure.key
            assert "label" in figure.data


@pytest.mark.parametrize("page", ["customer", "selection"])
@pytest.mark.parametrize("role", ["importer", "viewer"])
def test_call_sheets_are_for_those_who_may_read_names(
    page: str, role: Role, register: Store, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "person", lambda: Person("p@fair.example", role))
    at = open_app(page, lang="en", fair="f")
    assert not at.exception
    labels = [element.proto.label for element in at.get("download_button")]
    assert ("Call sheets (PDF)" in labels) is (role == "importer")
