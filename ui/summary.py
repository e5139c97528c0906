"""One study in one card of the overview: a sentence, a number, a small chart, a way in."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analytics.errors import Fault
from analytics.figures import Figure
from analytics.remedies import remedy
from analytics.study import Filters, Study
from analytics.wording import Say
from ui import answers, card, gate, navigation
from ui.labels import md

CARDS = ("satisfaction", "trends", "satisfaction_turnover", "retention")
FIRST = "overview"
BETTER = {"trends": "trend"}  # the change itself stands on the card of satisfaction already


def show(study: Study, chosen: Filters, say: Say) -> None:
    """The card. Where the data bear no answer it says why, and still leads in."""
    with st.container(border=True, height="stretch", gap="xsmall", key=f"card-{study.key}"):
        with st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", gap="xsmall"
        ):
            st.caption(f":material/{study.icon}: {md(say(study.question))}", width="content")
            st.page_link(
                navigation.at(study.key),
                label=md(say(study.title)),
                icon=":material/arrow_forward:",
                icon_position="right",
            )
        try:
            _body(_figure(study, chosen, say), say, key=f"small-{study.key}")
        except Fault as fault:
            st.markdown(f":gray[{md(remedy(fault, say))}]")


def _figure(study: Study, chosen: Filters, say: Say) -> Figure:
    fits = chosen.audience in study.audiences
    filters = chosen if fits else replace(chosen, audience=study.audiences[0], profile=())
    answer = answers.answer(study, filters, rights=gate.role())
    every = answers.figures(study, answer, say)
    found = {figure.key: figure for figure in every}
    return found.get(BETTER.get(study.key, FIRST)) or found.get(FIRST, every[0])


def _body(figure: Figure, say: Say, *, key: str) -> None:
    st.markdown(f"**{md(figure.finding)}**")
    if figure.headline:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.metric(md(figure.headline.label), figure.headline.value, label_visibility="collapsed", width="content")
            st.caption(md(figure.headline.label), width="content")
    card.small(figure, say, key=key)
    st.caption(md(figure.base))
