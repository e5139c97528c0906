"""How a study hangs on a page: answers, refusals, dials, long waits, and what is kept for whom."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analytics.errors import NotEnough, StoreFault
from analytics.figures import Bars, Column, Figure, Method
from analytics.settings import ROOT
from analytics.store import Store
from analytics.study import Filters, Option, Study
from analytics.wording import speaker
from analytics.worker import listener
from tests.ui.conftest import words_on
from ui.frame import figure_card, option_dials, study_page
from ui.server import answer_cache
from ui.server.jobs import Job

METHOD = Method("f", "a", "s", "c")
CALLS: list[tuple[Filters, dict[str, str]]] = []
GO_ON = threading.Event()


def analyse(reader: Any, chosen: Filters, options: dict[str, str]) -> SimpleNamespace:
    CALLS.append((chosen, options))
    found = reader.value("select count(*) from chosen_responses($slice)", slice=chosen.slice())
    if found < 10:
        raise NotEnough("answers", 10, found)
    return SimpleNamespace(n=found, scale=options["scale"])


def analyse_slowly(reader: Any, chosen: Filters, options: dict[str, str]) -> SimpleNamespace:
    report = listener.get()
    assert report
    report(0.4, "Editions")
    GO_ON.wait(10)
    return SimpleNamespace(n=7, scale="asked")


def figures(answer: SimpleNamespace, say: Any) -> tuple[Figure, ...]:
    data = pd.DataFrame({"label": ["a"], "rank": [0], "value": [answer.n]})
    finding = f"{say('Editions')}: {answer.n} on {answer.scale}"
    return (Figure("one", finding, "n", Bars("count", "x"), data, (Column("label", "L"),), METHOD),)


SCALE = Option("scale", "Language", ("asked", "hundred"), ("Editions", "Exhibitors"))
QUICK = Study("quick", "listen", "Editions", "Fair", "star", analyse, figures, (METHOD,), (SCALE,))
EXHIBITORS_ONLY = Study(
    "only",
    "listen",
    "Editions",
    "Fair",
    "star",
    analyse,
    figures,
    (METHOD,),
    (SCALE,),
    ("exhibitor",),
)
SLOW = Study(
    "slow",
    "listen",
    "Editions",
    "Fair",
    "star",
    analyse_slowly,
    figures,
    (METHOD,),
    (SCALE,),
    is_slow=True,
)


def test_a_dial_is_as_wide_as_its_longest_choice_within_bounds() -> None:
    short, long, endless = (
        [(SCALE, {"a": name})] for name in ("yes", "Profile and satisfaction", "x" * 99)
    )
    assert [option_dials._width(named) for named in (short, long, endless)] == [185, 212, 285]


@pytest.fixture(autouse=True)
def _fresh() -> None:
    CALLS.clear()
    GO_ON.clear()


def page(study: str, role: str = "admin") -> AppTest:
    """A page with one study on it, as `ui/main.py` would run it."""

    def script(study: str, role: str) -> None:
        import streamlit as st

        from analytics.people import Person
        from tests.ui import test_frame
        from ui.frame import filters, session, study_page
        from ui.people import gate

        is_new = session.arrive()
        session.keep(gate.PERSON, Person("x", role))
        shown = getattr(test_frame, study)
        chosen = filters.settle(shown, is_new=is_new)
        session.mirror(session.address(shown, chosen.fair if chosen else None))
        answer, say = study_page.open_study(shown)
        for figure in study_page.figures(shown, answer, say):
            st.markdown(figure.finding)

    return AppTest.from_function(script, args=(study, role), default_timeout=30)


@pytest.fixture(autouse=True)
def _links_lead_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    import streamlit as st

    monkeypatch.setattr(st, "page_link", lambda *_, **__: None)


def test_a_page_shows_title_question_and_figures(store: Store) -> None:
    at = page("QUICK").run()
    assert not at.exception
    assert at.header[0].value == "Editions"
    assert "Editions: 24 on asked" in words_on(at)


def test_an_answer_is_computed_once_however_often_the_page_runs(store: Store) -> None:
    at = page("QUICK").run()
    at.run()
    page("QUICK").run()
    assert len(CALLS) == 1


def test_an_answer_is_computed_anew_after_a_write(store: Store) -> None:
    at = page("QUICK").run()
    store.write("update settings set value = value")
    at.run()
    assert len(CALLS) == 2


def test_people_with_different_rights_share_no_answers(store: Store) -> None:
    page("QUICK", "viewer").run()
    page("QUICK", "admin").run()
    page("QUICK", "viewer").run()
    assert len(CALLS) == 2


def test_another_slice_is_another_answer(store: Store) -> None:
    first = answer_cache.answer(QUICK, Filters("f", ("f-1",)), rights="viewer")
    second = answer_cache.answer(QUICK, Filters("f", ("f-1", "f-2")), rights="viewer")
    assert (first.n, second.n) == (12, 24)


def test_many_readers_at_once_each_get_their_own_slice(store: Store) -> None:
    wrong: list[Any] = []

    def read(number: int) -> None:
        edition = (f"f-{number % 2 + 1}",) if number % 3 else ()
        found = answer_cache.answer(
            QUICK, Filters("f", edition), rights=("viewer", "admin")[number % 2]
        )  # type: ignore[arg-type]
        if found.n != (12 if edition else 24):
            wrong.append((edition, found.n))

    readers = [threading.Thread(target=read, args=(number,)) for number in range(30)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join(20)
    assert wrong == []


def test_a_dial_changes_answer_and_address(store: Store) -> None:
    at = page("QUICK").run()
    at.selectbox(key="quick.scale").set_value("hundred").run()
    assert "24 on hundred" in words_on(at)
    assert at.query_params["quick.scale"] == "hundred"


def test_a_link_sets_the_dial(store: Store) -> None:
    at = page("QUICK")
    at.query_params["quick.scale"] = "hundred"
    assert "24 on hundred" in words_on(at.run())


def test_the_figures_change_their_language_and_are_not_computed_again(store: Store) -> None:
    at = page("QUICK")
    at.query_params["lang"] = "zh"
    assert "届次: 24" in words_on(at.run())
    assert answer_cache.figures(
        QUICK, answer_cache.answer(QUICK, Filters("f"), rights="admin"), speaker("zh")
    )
    assert len(CALLS) == 1


def test_a_refusal_says_what_is_missing_and_offers_the_way_out(store: Store) -> None:
    at = page("QUICK")
    at.query_params["region"] = "North"
    at.query_params["industry"] = "Toys"
    at.query_params["edition"] = "f-1"
    at.run()
    assert "This needs 10 answers; the filters leave 2." in words_on(at)
    at.button(key="widen").click().run()
    assert "Editions: 24" in words_on(at)


def test_a_refusal_is_kept_like_an_answer(store: Store) -> None:
    for _ in range(2):
        with pytest.raises(NotEnough):
            answer_cache.answer(
                QUICK, Filters("f", ("f-1",), regions=("Nowhere",)), rights="viewer"
            )
    assert len(CALLS) == 1


def test_a_fault_of_the_machine_is_not_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_slow(*_: Any) -> None:
        raise StoreFault("too_slow")

    with monkeypatch.context() as broken:
        broken.setattr("analytics.ask.ask", too_slow)
        with pytest.raises(StoreFault):
            answer_cache.answer(QUICK, Filters("f"), rights="viewer")
    assert answer_cache.answer(QUICK, Filters("f"), rights="viewer").n == 24


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
        found = answer_cache.answer_or_job(SLOW, Filters("f"), rights="admin")
        assert isinstance(found, Job)
        if found.share:
            at.run()
            return found
        time.sleep(0.05)
    raise TimeoutError


def test_a_click_turns_the_dial_a_figure_leads_to(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    clicks: list[Any] = []
    monkeypatch.setattr(
        figure_card, "show", lambda figure, say, *, clicked, **_: clicks.append(clicked)
    )
    leading, other = (
        replace(figures(SimpleNamespace(n=1, scale=""), speaker("en"))[0], drill=to)
        for to in ("scale", "x")
    )
    study_page.show(leading, QUICK, speaker("en"))
    study_page.show(other, QUICK, speaker("en"))
    assert clicks[0].args == (QUICK, "scale")
    assert clicks[1] is None


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
    made = [
        replace(figures(SimpleNamespace(n=1, scale=""), speaker("en"))[0], key=key)
        for key in "abcde"
    ]
    assert [[one.key for one in row] for row in study_page._rows(made, {"b", "c", "e"})] == [
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
    monkeypatch.setattr(study_page.demo, "underway", lambda: Job(share=0.3))
    at = page("QUICK").run()
    assert at.get("progress")[0].value == 30
    assert "Editions: 24" not in words_on(at)


def test_an_empty_house_says_how_to_fill_it(empty: Store) -> None:
    assert "There is no fair here yet" in words_on(page("QUICK").run())
