"""Present mode: one finding at a time over the whole window, in large type, with the filters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from analytics import look, text_width
from analytics.catalogue import study as find
from analytics.deck import headless, saved_decks
from analytics.deck.figure_table import Table, behind
from analytics.deck.requested_figures import FigureRequest, fitting, sliced
from analytics.errors import Fault
from analytics.figures import Figure, Grid
from analytics.filters import Filters
from analytics.remedies import remedy
from analytics.study import Study
from analytics.wording import Say
from ui.deck import deck_build
from ui.frame import (
    certainty_badge,
    figure_chart,
    filters,
    key_number_row,
    session,
    study_page,
)
from ui.frame.navigation import PRESENTING
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache
from ui.server.jobs import Job

AT = "_slide"
LOWEST = 34.0
BIGGER, STEP = 1.75, 64
WIDE, WINDOW, TITLE_LINE, NOTE_LINE, LINE_UNITS, MOST_NOTES = 1700.0, 600.0, 50, 45, 72, 2
LETTERS = {
    "fontSize",
    "labelFontSize",
    "titleFontSize",
    "lineHeight",
    "labelLineHeight",
    "labelPadding",
    "titlePadding",
    "strokeWidth",
    "symbolSize",
    "dx",
    "dy",
    "titleX",
    "titleY",
    "offset",
    "size",
}
STYLE = """
html{font-size:23px!important}
[data-testid="stSidebar"],[data-testid="stExpandSidebarButton"],
[data-testid="stLogo"],[data-testid="stHeaderLogo"]{display:none!important}
[data-testid="stHeader"]{background:transparent!important;pointer-events:none}
[data-testid="stMainBlockContainer"]{max-width:none!important;padding:1.2rem 3rem!important}
.st-key-present-bar{position:sticky;bottom:0;background:inherit;z-index:2}
[data-testid="stMain"] h2{font-size:1.75rem!important;line-height:1.25}
[data-testid="stMainBlockContainer"]{zoom:var(--room,1)}
.st-key-slide{overflow-x:clip}
.st-key-slide [class*="st-key-chart-"]{
width:calc(100%/var(--room,1))!important;max-width:none!important}
.st-key-slide [data-testid="stElementToolbar"]{display:none}
@media (max-height:1020px){:root{--room:.82}}
@media (max-height:860px){:root{--room:.69}}
@media (max-height:740px){:root{--room:.6}}
"""


def start() -> None:
    """Begin at the first slide."""
    session.remember(PRESENTING, True)
    session.remember(AT, 0)


def draw(
    deck: saved_decks.Board, pins: Sequence[saved_decks.Pin], chosen: Filters, say: Say
) -> None:
    """One slide, the cover first, and the ways on."""
    _apply_style()
    _start_slow_answers(pins, chosen)
    at = min(int(session.value_of(AT, 0)), len(pins))
    with st.container(key="slide"):
        if at:
            _slide(pins[at - 1], chosen, say)
        else:
            _cover(deck, pins, chosen, say)
    _bar(at, len(pins) + 1, chosen, say)


def _cover(
    deck: saved_decks.Board, pins: Sequence[saved_decks.Pin], chosen: Filters, say: Say
) -> None:
    """The deck, the fair, and the key numbers of what its figures are about."""
    st.header(md(deck.name), anchor=False)
    fair = filters.fair_of(chosen)
    st.caption(md(say.name(fair.zh, fair.en)))
    is_moved = session.wish().count() > 0 and chosen.fair == deck.fair
    of_slice = chosen if is_moved else headless.slice_of(deck, pins)
    numbers = answer_cache.key_numbers(of_slice, say, gate.role())
    key_number_row.draw(numbers, say, key="cover-numbers")


def _start_slow_answers(pins: Sequence[saved_decks.Pin], chosen: Filters) -> None:
    """Begin the long computations of all slides, so that they stand when their slide comes."""
    for pin in pins:
        try:
            study = find(pin.wanted.study)
            if study.is_slow:
                question = live_question(pin.wanted, chosen, study)
                answer_cache.answer_or_job(
                    study, question.filters, question.options, rights=gate.role()
                )
        except Fault:  # its own slide says so
            continue


def _apply_style() -> None:
    """Large type and nothing else on screen while this is drawn: fixed rules, nobody's words."""
    st.components.v2.component("present_dress", css=STYLE, isolate_styles=False)(
        key="present-dress", height=0
    )


def _bar(at: int, of: int, chosen: Filters, say: Say) -> None:
    with st.container(
        horizontal=True,
        vertical_alignment="center",
        horizontal_alignment="right",
        key="present-bar",
    ):
        st.markdown(md(say("{at} of {of}", at=at + 1, of=max(1, of))), width="content")
        with st.popover(say("Filters"), icon=":material/tune:", key="present-filters"):
            filters.draw(chosen, say)
            if session.wish().count():
                st.button(say("Show everything"), key="present-reset", on_click=filters.reset)
        st.button(
            say("Back"),
            icon=":material/arrow_back:",
            key="slide-back",
            shortcut="Left",
            disabled=at == 0,
            on_click=session.remember,
            args=(AT, at - 1),
        )
        st.button(
            say("Next"),
            icon=":material/arrow_forward:",
            key="slide-next",
            shortcut="Right",
            disabled=at >= of - 1,
            on_click=session.remember,
            args=(AT, at + 1),
            type="primary",
        )
        st.button(
            say("End"),
            icon=":material/close:",
            key="slide-end",
            shortcut="Escape",
            on_click=session.forget,
            args=(PRESENTING,),
        )


def _slide(pin: saved_decks.Pin, chosen: Filters, say: Say) -> None:
    try:
        study = find(pin.wanted.study)
        question = live_question(pin.wanted, chosen, study)
        figure = _figure(question, study, say)
    except Fault as fault:
        st.header(md(remedy(fault, say)), anchor=False)
        return
    if figure is None:
        return
    st.header(md(figure.title), anchor=False)
    if figure.claim:
        certainty_badge.draw(figure.claim.badge(say), figure.claim.certainty)
    offer = answer_cache.choices(question.filters.fair, question.filters.audience)
    st.caption(md(" · ".join([figure.base, sliced(question.filters, offer, say)])))
    if isinstance(figure.form, Grid):
        _table(behind(figure, say))
    else:
        _chart(figure, pin.id, say)
    for note in figure.notes[:MOST_NOTES]:
        st.caption(f":material/info: {md(note)}")


def live_question(pinned: FigureRequest, chosen: Filters, study: Study) -> FigureRequest:
    """The pinned question; where the reader moved a filter since, asked of that slice instead."""
    is_moved = session.wish().count() > 0 and chosen.fair == pinned.filters.fair
    return replace(pinned, filters=fitting(study, chosen if is_moved else pinned.filters))


def _figure(question: FigureRequest, study: Study, say: Say) -> Figure | None:
    """The figure; a slow one shows how far it is until it stands."""
    if study.is_slow:
        answer = answer_cache.answer_or_job(
            study, question.filters, question.options, rights=gate.role()
        )
        if isinstance(answer, Job):
            study_page.show_progress(answer, say)
            return None
    figures = deck_build.figures_of(study, question.filters, question.options, say, gate.role())
    return next((figure for figure in figures if figure.key == question.figure), figures[0])


def _chart(figure: Figure, key: str, say: Say) -> None:
    drawing = _enlarged(look.specification(figure.form, say.language))
    height, stretch = drawing.get("height"), 1.0
    if isinstance(height, dict):
        usual, height["step"] = height["step"], _row_height(figure, height["step"])
        stretch = height["step"] / usual if "for" in height else 1.0
    else:
        drawing["height"] = _chart_height(figure)
    with st.container(key=f"chart-{key}"):
        drawing = figure_chart.with_data(
            drawing, figure, say, (WIDE / BIGGER, _chart_height(figure) / BIGGER), stretch
        )
        st.vega_lite_chart(spec=drawing, width="stretch", key=f"present-{key}")


def _row_height(figure: Figure, usual: float) -> float:
    """How high a row stands: all rows together fill the window, none lower than its letters."""
    rows = max(1, int(figure.data["row" if "row" in figure.data else "label"].nunique()))
    return max(min(usual * BIGGER, STEP * 1.5, _chart_height(figure) / rows), LOWEST)


def _chart_height(figure: Figure) -> float:
    """How high a chart may stand so that its slide fits a window of 1,080 pixels, notes and all."""
    lines = len(text_width.filled(figure.title, LINE_UNITS))
    return WINDOW - TITLE_LINE * lines - NOTE_LINE * len(figure.notes[:MOST_NOTES])


def _enlarged(part: Any) -> Any:
    """A drawing with its letters made to be read from the back row."""
    if isinstance(part, dict):
        sizes = LETTERS | ({"height"} if part.get("type") == "bar" else set())
        return {
            name: _scaled(value) if name in sizes else _enlarged(value)
            for name, value in part.items()
        }
    return [_enlarged(inner) for inner in part] if isinstance(part, list) else part


def _scaled(value: Any) -> Any:
    """A size, or the expression that finds one, in the type of present mode."""
    if isinstance(value, int | float):
        return value * BIGGER
    return (
        {"expr": f"({value['expr']}) * {BIGGER}"}
        if isinstance(value, dict) and "expr" in value
        else _enlarged(value)
    )


def _table(table: Table) -> None:
    """A table in large type: what a figure is whose form is a table."""
    heads = " | ".join(md(text) for text in table.headings)
    sides = " | ".join("---:" if is_number else ":---" for is_number in table.is_number)
    rows = [" | ".join(md(text) for text in row) for row in table.rows[:12]]
    st.markdown("\n".join(f"| {line} |" for line in (heads, sides, *rows)))
