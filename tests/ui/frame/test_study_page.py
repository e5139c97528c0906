"""How a study hangs on a page: title, figures, refusals, long waits, and half a demo fair."""

from __future__ import annotations

import time
from dataclasses import replace
from types import SimpleNamespace

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analytics.figures import Bars, Column, Figure
from analytics.filters import Filters
from analytics.folders import ROOT
from analytics.store import Store
from analytics.wording import speaker
from tests.ui.conftest import words_on
from tests.ui.lone_study import CALLS, GO_ON, METHOD, QUICK, SLOW, figures, page
from ui.frame import figure_card, study_page
from ui.server import answer_cache
from ui.server.jobs import Job

pytestmark = pytest.mark.usefixtures("lone_page")


def test_a_page_shows_title_question_and_figures(store: Store) -> None:
    at = page("QUICK").run()
    assert not at.exception
    assert at.header[0].value == "Editions"
    assert "Editions: 24 on asked" in words_on(at)


def test_a_refusal_says_what_is_missing_and_offers_the_way_out(store: Store) -> None:
    at = page("QUICK")
    at.query_params["region"] = "North"
    at.query_params["industry"] = "Toys"
    at.query_params["edition"] = "f-1"
    at.run()
    assert "This needs 10 answers; the filters leave 2." in words_on(at)
    at.button(key="widen").click().run()
    assert "Editions: 24" in words_on(at)


def test_a_study_of_exhibitors_says_so_to_who_looks_at_visitors(store: Store) -> None:
    at = page("EXHIBITORS_ONLY")
    at.query_params["audience"] = "visitor"
    at.run()
    assert "Exhibitors alone can answer this" in words_on(at)
    assert "Editions: 24" in words_on(at)
    assert CALLS[0][0].audience == "exhibitor"


def test_a_long_wait_shows_how_far_it_is_and_then_the_answer(store: Store) -> None:
    at = page("SLOW").run()
    job = waiting_job(at)
    assert (job.share, at.get("progress")[0].value) == (0.4, 40)
    GO_ON.set()
    assert job.finished.wait(10)
    assert "Editions: 7" in words_on(at.run())


def waiting_job(at: AppTest) -> Job:
    """The job behind the page, once it has reported and the page has looked again."""
    for _ in range(100):
        job = answer_cache.answer_or_job(SLOW, Filters("f"), rights="admin")
        assert isinstance(job, Job)
        if job.share:
            at.run()
            return job
        time.sleep(0.05)
    raise TimeoutError


def test_a_click_on_a_figure_narrows_the_one_it_leads_to(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pd.DataFrame({"segment": [0, 0, 1], "series": ["A", "A", "B"], "label": ["x", "y", "z"]})
    leading, led = (
        Figure(key, "f", "b", Bars("count", "x"), data, (Column("label", "L"),), METHOD, drill=to)
        for key, to in (("profiles", "members"), ("members", None))
    )
    shown: list[Figure] = []
    monkeypatch.setattr(figure_card, "show", lambda figure, *_, **__: shown.append(figure) or "1")
    study_page.lay_out((leading, led), QUICK, speaker("en"))
    assert list(shown[1].data["label"]) == ["z"]
    assert shown[1].notes == ("Only what was clicked above is shown: B",)


def test_figures_keep_their_order_and_pairs_share_a_row() -> None:
    in_order = [
        replace(figures(SimpleNamespace(n=1, scale=""), speaker("en"))[0], key=key)
        for key in "abcde"
    ]
    assert [
        [figure.key for figure in row] for row in study_page._rows(in_order, {"b", "c", "e"})
    ] == [
        ["a"],
        ["b", "c"],
        ["d"],
        ["e"],
    ]


def test_the_open_part_stays_open_in_the_other_language(store: Store) -> None:
    at = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=60)
    at.query_params["lang"] = "en"
    at.run().switch_page("../pages/satisfaction.py").run()
    at.session_state["parts-satisfaction"] = "Spread of answers"
    at.run()
    at.query_params["lang"] = "zh"
    assert not at.run().exception
    assert at.session_state["parts-satisfaction"] == speaker("zh")("Spread of answers")


def test_half_a_demo_fair_is_not_shown_as_a_whole_one(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.write("update fairs set is_demo = true where fair_id = 'f'")
    monkeypatch.setattr(study_page.demo_fair, "loading_job", lambda: Job(share=0.3))
    at = page("QUICK").run()
    assert at.get("progress")[0].value == 30
    assert "Editions: 24" not in words_on(at)


def test_an_empty_house_says_how_to_fill_it(empty: Store) -> None:
    assert "There is no fair here yet" in words_on(page("QUICK").run())
