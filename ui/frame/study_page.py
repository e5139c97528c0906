"""How a study hangs on a page: title, filters, dials, figures, or a refusal with the way out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import Any

import streamlit as st

from analytics.errors import Fault
from analytics.figures import Figure, with_notes_once
from analytics.filters import Filters
from analytics.study import Study
from analytics.wording import Say, phrase
from ui.frame import filter_chips, filters, navigation, option_dials, session
from ui.frame.refusal import show_refusal
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache, demo_fair
from ui.server.jobs import Job

LOOK_AGAIN_S = 0.5
WITHIN = "segment"
NARROWEST = 420
NOTHING: Mapping[str, str] = MappingProxyType({})
ONLY = {
    "exhibitor": phrase("Exhibitors alone can answer this, so you see exhibitors here."),
    "visitor": phrase("Visitors alone can answer this, so you see visitors here."),
}


def open_study(study: Study) -> tuple[Any, Say]:
    """Everything above a study's figures, and its answer. Without one, ends the run with why."""
    say = session.say()
    need_a_fair(say)
    head(say(study.title), say(study.question))
    answer, _ = answer_and_filters(study, say)
    return answer, say


def answer_and_filters(study: Study, say: Say) -> tuple[Any, Filters]:
    """The study's answer, with the filters as the study takes them, below all that turns it."""
    chosen = _fitting_filters(study, need_a_fair(say))
    _notices(study, chosen, say)
    filter_chips.draw(chosen, say)
    option_dials.draw(study, chosen, say)
    return _answer(study, chosen, say), chosen


def figures(study: Study, answer: Any, say: Say) -> tuple[Figure, ...]:
    """The study's figures in this language, made once; lists by name for importers only."""
    shown = answer_cache.figures(study, answer, say, filters.current_fair())
    allowed = answer_cache.without_names(study, shown, gate.role())
    if len(allowed) < len(shown):
        st.caption(md(say("Lists of exhibitors by name are shown to importers and admins.")))
    return allowed


def head(title: str, question: str) -> None:
    """A page's name and the question it answers."""
    st.header(md(title), anchor=False)
    st.markdown(f":gray[{md(question)}]")


def show(figure: Figure, study: Study, say: Say) -> str | None:
    """One figure card. A click turns the dial the figure leads to, or its row is returned."""
    dial = figure.drill if any(option.key == figure.drill for option in study.options) else None
    clicked = partial(option_dials.turn, study, dial) if dial else None
    key = f"{study.key}-{figure.key}"
    chosen = filters.current()
    trust = partial(navigation.link_to_trust, study, chosen.fair, say) if chosen else None
    from ui.frame import figure_card, pin_button  # bring pandas: the first screen does without

    return figure_card.show(
        figure,
        say,
        key=key,
        clicked=clicked,
        pin=partial(pin_button.draw, figure, study, say),
        trust=trust,
        address=_address(figure, study),
    )


def _address(figure: Figure, study: Study) -> Callable[[str, str], str] | None:
    """Where the names of a list of exhibitors lead, for those who may read names."""
    chosen = filters.current()
    if not chosen or not study.lists_exhibitors(figure.key) or not gate.person().may("importer"):
        return None
    return navigation.exhibitor_address(chosen.fair)


def lay_out(
    shown: Sequence[Figure],
    study: Study,
    say: Say,
    *,
    pairs: Collection[str] = (),
    instead: Mapping[str, str] = NOTHING,
) -> None:
    """The figures in order, every note once; neighbours among `pairs` share a row, two by two.
    `instead` names figures left out where a fuller one stands. A click on a figure that leads to a
    later one narrows that one to what was clicked.
    """
    keys, narrowed = {figure.key for figure in shown}, dict[str, str]()
    drawn = with_notes_once(figure for figure in shown if instead.get(figure.key) not in keys)
    for row in _rows(drawn, pairs):
        with st.grid(len(row), min_column_width=NARROWEST) if len(row) > 1 else nullcontext():
            for figure in row:
                picked = show(_narrow(figure, narrowed.get(figure.key), say), study, say)
                if picked and figure.drill:
                    narrowed[figure.drill] = picked


def lay_out_in_parts(
    shown: Sequence[Figure],
    study: Study,
    say: Say,
    parts: Mapping[str, Collection[str]],
    *,
    pairs: Collection[str] = (),
) -> None:
    """The figures under one tab a part, titled in phrases; only the open one is drawn. Parts
    without a figure have no tab.
    """
    filled = {
        title: [figure for figure in shown if figure.key in keys] for title, keys in parts.items()
    }
    filled = {title: figures for title, figures in filled.items() if figures}
    key, labels = f"parts-{study.key}", {title: md(say(title)) for title in filled}
    _reopen(key, labels)
    tabs = st.tabs(list(labels.values()), key=key, on_change="rerun")
    for tab, (title, part) in zip(tabs, filled.items(), strict=True):
        if tab.open:
            session.remember(f"{key}-open", (labels, title))
            with tab:
                lay_out(part, study, say, pairs=pairs)


def _reopen(key: str, labels: dict[str, str]) -> None:
    """Open the part last read where the tabs are in another language: labels name them."""
    before, title = session.value_of(f"{key}-open", ({}, ""))
    if title in labels and (before != labels or session.value_of(key) is None):
        session.remember(key, labels[title])


def _rows(shown: Sequence[Figure], pairs: Collection[str]) -> list[list[Figure]]:
    rows: list[list[Figure]] = []
    for figure in shown:
        joins = figure.key in pairs and rows and len(rows[-1]) == 1 and rows[-1][0].key in pairs
        if joins:
            rows[-1].append(figure)
        else:
            rows.append([figure])
    return rows


def _narrow(figure: Figure, to: str | None, say: Say) -> Figure:
    if to is None or WITHIN not in figure.data:
        return figure
    data = figure.data[figure.data[WITHIN].map(str) == to]
    names = " · ".join(data["series"].unique()) if "series" in data else ""
    return replace(
        figure,
        data=data,
        notes=(say("Only what was clicked above is shown: {name}", name=names), *figure.notes),
    )


def need_a_fair(say: Say) -> Filters:
    """This run's filters. Without a whole fair, shows how to get one and ends the run."""
    chosen = filters.current()
    is_half = demo_fair.loading_job() is not None and (
        chosen is None or filters.fair_of(chosen).is_demo
    )
    if chosen is None or is_half:
        welcome(say)
        st.stop()
    return chosen


def welcome(say: Say) -> None:
    """The first screen of an installation without a fair."""
    head(
        "ExpoLens · 展析",
        say("What exhibitors and visitors think, whether it pays, and who comes back."),
    )
    with st.container(border=True, key="welcome"):
        if demo_fair.loading_job():
            _wait_for_demo(say)
            return
        text = say(
            "There is no fair here yet. Load your own files, or look at the demo fair first."
        )
        st.markdown(md(text))
        with st.container(horizontal=True, vertical_alignment="center"):
            if st.button(
                say("Use my own files"), key="own-files", type="primary", icon=":material/upload:"
            ):
                st.switch_page(navigation.at("upload"))
            if gate.person().may("importer"):
                st.button(
                    say("Show the demo fair"),
                    key="call-demo",
                    on_click=demo_fair.show,
                    icon=":material/science:",
                )


@st.fragment(run_every=LOOK_AGAIN_S)
def _wait_for_demo(say: Say) -> None:
    job = demo_fair.loading_job()
    if job is None:
        st.rerun()
    st.progress(job.share, text=md(say("The demo fair is being loaded. This happens once.")))


def _fitting_filters(study: Study, chosen: Filters) -> Filters:
    if chosen.audience in study.audiences:
        return chosen
    return replace(chosen, audience=study.audiences[0], profile=())


def _notices(study: Study, chosen: Filters, say: Say) -> None:
    wished = filters.current()
    with st.container(key="notices"):
        if wished and wished.audience != chosen.audience:
            st.info(md(say(ONLY[chosen.audience])), icon=":material/info:")
        notice_dropped(say)
    if filters.fair_of(chosen).is_demo:
        st.badge(say("Synthetic demo fair"), icon=":material/science:", color="gray")


def notice_dropped(say: Say) -> None:
    """Say so where a link named what is not there."""
    if filters.count_dropped():
        text = say(
            "This link names choices that are not in this fair. They were left out; the rest of"
            " it holds."
        )
        st.info(md(text), icon=":material/link_off:")


def _answer(study: Study, chosen: Filters, say: Say) -> Any:
    options, rights = session.wish().options_of(study), gate.role()
    try:
        if study.is_slow:
            return _answer_when_ready(study, chosen, say)
        if answer_cache.is_ready(study, chosen, options, rights=rights):
            return answer_cache.answer(study, chosen, options, rights=rights)
        with st.spinner(say("Computing …"), show_time=True):
            return answer_cache.answer(study, chosen, options, rights=rights)
    except Fault as fault:
        show_refusal(fault, study, chosen, say)
        st.stop()


def _answer_when_ready(study: Study, chosen: Filters, say: Say) -> Any:
    answer = answer_cache.answer_or_job(
        study, chosen, session.wish().options_of(study), rights=gate.role()
    )
    if isinstance(answer, Job):
        with st.container(border=True, key="waiting"):
            show_progress(answer, say)
        st.stop()
    return answer


@st.fragment(run_every=LOOK_AGAIN_S)
def show_progress(job: Job, say: Say) -> None:
    """How far a computation is; the page runs again when it is done."""
    step = say(job.step) if job.step else say("Waiting for a free place")
    st.progress(job.share, text=f"{md(step)} · {md(say.percent(job.share, 0))}")
    if job.finished.is_set():
        st.rerun()
