"""The page of trust: reached from a figure and by address, with the same filters, and back."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from analytics.catalogue import STUDIES
from analytics.folders import ROOT
from analytics.store import Store
from tests import small_fair
from tests.ui.conftest import Open, words_on
from ui.server import answer_cache


@pytest.fixture
def small(empty: Store) -> Store:
    small_fair.load(empty)
    return empty


def links(at: AppTest) -> dict[str, str]:
    """Page -> the words of the address behind it."""
    return {link.proto.page: link.proto.query_string for link in at.get("page_link")}


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_address_opens_the_page_for_its_study_with_filters_and_dials(
    open_app: Open, language: str
) -> None:
    at = open_app("trust", study="drivers", edition="f-4", drivers__level="item", lang=language)
    assert not at.exception
    assert at.header[0].value == {"zh": "这些结论可信吗？", "en": r"Can we trust this\?"}[language]
    assert at.query_params["study"] == "drivers"
    assert at.query_params["edition"] == "f-4"
    assert at.session_state["drivers.level"] == "item"
    text = words_on(at)
    assert {"zh": "不能这样说", "en": "What you cannot say"}[language] in text


@pytest.mark.usefixtures("small")
def test_a_figures_menu_leads_here_and_this_page_leads_back(open_app: Open) -> None:
    at = open_app("satisfaction", edition="f-4", satisfaction__group_by="region")
    assert not [name for name in links(at) if "trust" in name]
    at.session_state["satisfaction-dimensions-how"] = True
    way = next(words for name, words in links(at.run()).items() if "trust" in name)
    assert {"study=satisfaction", "edition=f-4", "satisfaction.group_by=region"} <= set(
        way.split("&")
    )
    back = links(
        open_app("trust", study="satisfaction", edition="f-4", satisfaction__group_by="region")
    )
    words = next(words for name, words in back.items() if "satisfaction" in name)
    assert {"edition=f-4", "satisfaction.group_by=region"} <= set(words.split("&"))
    assert "study=" not in words
    assert any("respondents" in name for name in back)


@pytest.mark.usefixtures("small")
def test_the_page_shows_every_figure_with_its_method_its_tests_and_its_numbers(
    open_app: Open,
) -> None:
    at = open_app("trust", study="expectation")
    text = words_on(at)
    assert "4 tests" in text or "3 tests, Holm" in text
    assert len(at.dataframe) >= 2
    for word in ("Formula", "Assumes", "What would make it wrong", "Source", "Tests read together"):
        assert word in text
    assert "exhibitors are on the register" in text


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("study", ["expectation", "abc", "satisfaction"])
def test_a_method_is_explained_once(open_app: Open, study: str) -> None:
    paragraphs = [block.value for block in open_app("trust", study=study).markdown]
    explained = [text for text in paragraphs if text.startswith("**Formula**")]
    assert explained
    assert len(set(explained)) == len(explained)


@pytest.mark.usefixtures("small")
def test_it_is_not_in_the_navigation(open_app: Open) -> None:
    at = open_app()
    assert not re.search("Can we trust this", " ".join(link.label for link in at.get("page_link")))


@pytest.mark.usefixtures("small")
def test_a_study_that_refuses_says_why_here_too(open_app: Open) -> None:
    at = open_app("trust", study="drivers", industry="Tinies")
    assert not at.exception
    assert at.get_by_key("widen")
    assert "What you cannot say" not in words_on(at)


@pytest.mark.usefixtures("small")
def test_an_unknown_study_in_the_address_is_said_and_the_first_one_is_shown(open_app: Open) -> None:
    at = open_app("trust", study="nonsense")
    assert not at.exception
    assert at.info
    assert at.query_params["study"] == STUDIES[0].key


def test_it_opens_first_thing_on_an_empty_store(empty: Store) -> None:
    at = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=60)
    at.query_params["study"] = "drivers"
    at.switch_page("../pages/trust.py").run()
    assert not at.exception
    answer_cache.close()
