"""Every page opens in both languages, first in a session, on the demo fair and without a fair."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analytics.catalogue import STUDIES
from analytics.folders import ROOT
from analytics.store import Store
from tests.ui.conftest import words_on
from ui.server import answer_cache

PAGES = [
    "overview",
    *(study.key for study in STUDIES),
    "trust",
    "deck",
    "upload",
    "history",
    "companies",
    "settings",
]
TITLES = {study.key: study.title for study in STUDIES}
OWN_LANGUAGE = {"zh": re.compile(r"[\u4e00-\u9fff]"), "en": re.compile(r"[A-Za-z]")}


@pytest.fixture
def on_demo(demo: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answer_cache, "store", lambda: demo)
    monkeypatch.setenv("EXPOLENS_DATA", str(demo.folder))


@pytest.fixture
def on_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("EXPOLENS_DATA", str(tmp_path))
    yield
    answer_cache.close()


def opened(page: str, language: str) -> AppTest:
    at = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=120)
    at.query_params["lang"] = language
    at.run()
    if page != "overview":
        at.switch_page(f"../pages/{page}.py").run()
    for _ in range(240):  # a slow study shows how far it is until it is done
        if not at.get("progress"):
            break
        time.sleep(0.5)
        at.run()
    return at


@pytest.mark.usefixtures("on_demo")
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_on_the_demo_fair(page: str, language: str) -> None:
    at = opened(page, language)
    assert not at.exception
    assert at.header
    assert OWN_LANGUAGE[language].search(at.header[0].value)


@pytest.mark.usefixtures("on_demo")
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("study", STUDIES, ids=lambda study: study.key)
def test_a_study_shows_findings_and_charts_in_the_readers_language(study, language: str) -> None:
    at = opened(study.key, language)
    findings = [subheader.value for subheader in at.subheader]
    assert len(findings) > 1
    assert [finding for finding in findings if not OWN_LANGUAGE[language].search(finding)] == []
    assert at.get("vega_lite_chart")


@pytest.mark.usefixtures("on_demo")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_overview_has_six_sentences_numbers_charts_and_ways_in(language: str) -> None:
    at = opened("overview", language)
    exhibitors, visitors = 6, 4
    assert len(at.get("vega_lite_chart")) == exhibitors + visitors
    assert len(at.metric) == exhibitors + visitors
    assert len(at.get("page_link")) == exhibitors + visitors
    assert "62%" in [metric.value for metric in at.metric]
    assert "62\\%" in [header.value for header in at.header]


@pytest.mark.usefixtures("on_nothing")
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_on_an_empty_store(page: str, language: str) -> None:
    assert not opened(page, language).exception


@pytest.mark.usefixtures("on_nothing")
def test_an_empty_store_leads_to_files_or_the_demo() -> None:
    at = opened("overview", "en")
    assert "There is no fair here yet" in words_on(at)
    assert {button.key for button in at.button} >= {"own-files", "call-demo"}


def test_pages_are_thin() -> None:
    for path in (ROOT / "pages").glob("*.py"):
        text = path.read_text("utf-8")
        assert len(text.splitlines()) <= 100
        assert not re.search(r"^def |^class ", text, re.MULTILINE)
