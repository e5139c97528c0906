"""Studies made up for the tests, alone on a page."""

from __future__ import annotations

import threading
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pandas as pd
from streamlit.testing.v1 import AppTest

from analytics.errors import NotEnough
from analytics.figures import Bars, Column, Figure, Method
from analytics.filters import Filters, Option
from analytics.study import Study
from analytics.worker import listener

METHOD = Method("f", "a", "s", "c")
CALLS: list[tuple[Filters, dict[str, str]]] = []
GO_ON = threading.Event()


def analyse(reader: Any, chosen: Filters, options: dict[str, str]) -> SimpleNamespace:
    CALLS.append((chosen, options))
    answers = reader.value("select count(*) from chosen_responses($slice)", slice=chosen.slice())
    if answers < 10:
        raise NotEnough("answers", 10, answers)
    return SimpleNamespace(n=answers, scale=options["scale"])


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
QUICK = Study(
    key="quick",
    section="listen",
    title="Editions",
    question="Fair",
    icon="star",
    analyse=analyse,
    figures=figures,
    methods=(METHOD,),
    reads=("exhibitor_survey",),
    options=(SCALE,),
)
EXHIBITORS_ONLY = replace(QUICK, key="only", audiences=("exhibitor",))
SLOW = replace(QUICK, key="slow", analyse=analyse_slowly, is_slow=True)


def page(study: str, role: str = "admin") -> AppTest:
    """A page with one study on it, as `ui/main.py` would run it."""

    def script(study: str, role: str) -> None:
        import streamlit as st

        from analytics.people import Person
        from tests.ui import lone_study
        from ui.frame import filters, session, study_page
        from ui.people import gate

        is_new = session.read_address()
        session.remember(gate.PERSON, Person("x", role))
        shown = getattr(lone_study, study)
        chosen = filters.settle(shown, is_new=is_new)
        session.write_address(session.address_words(shown, chosen.fair if chosen else None))
        answer, say = study_page.open_study(shown)
        for figure in study_page.figures(shown, answer, say):
            st.markdown(figure.finding)

    return AppTest.from_function(script, args=(study, role), default_timeout=30)
