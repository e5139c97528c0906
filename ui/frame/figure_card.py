"""The figure card: the finding, its base, chart or table, downloads, and how it is computed."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from analytics import look
from analytics.figures import Figure, families
from analytics.wording import Say
from ui.frame import certainty_badge, figure_chart, figure_downloads, figure_rows, session
from ui.frame.figure_chart import Click
from ui.frame.safe_labels import md

CHART, TABLE = "chart", "table"


def show(
    figure: Figure,
    say: Say,
    *,
    key: str,
    clicked: Click | None = None,
    pin: Callable[[], None] | None = None,
    trust: Callable[[], None] | None = None,
    address: figure_rows.Address | None = None,
) -> str | None:
    """Draw the card. Returns the `key` of the row that was clicked last, where the figure leads
    further.

    `pin` draws one more button, `trust` a way on under how it is computed, `address` makes the
    names of the table links; `clicked` is called with that key before the page runs again.
    """
    with st.container(border=True, key=f"card-{key}"):
        st.subheader(md(figure.title), anchor=False)
        base_line(figure, say)
        view = session.value_of(f"{key}-view", CHART) if look.is_drawn(figure.form) else TABLE
        picked = None
        if view == TABLE:
            figure_rows.draw(figure, say, key=key, address=address)
        else:
            picked = figure_chart.draw(figure, say, key=key, clicked=clicked)
        with st.container(key=f"notes-{key}", gap="small"):
            for note in figure.notes:
                st.caption(f":material/info: {md(note)}")
        _toolbar(figure, say, key, pin, trust)
    return picked


def base_line(figure: Figure, say: Say) -> None:
    """How sure the claim is, always at the same place and in the same colour, and the base."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if figure.claim:
            certainty_badge.draw(figure.claim.badge(say), figure.claim.certainty)
        st.caption(md(figure.base), width="stretch")


def _toolbar(
    figure: Figure,
    say: Say,
    key: str,
    pin: Callable[[], None] | None,
    trust: Callable[[], None] | None,
) -> None:
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key=f"tools-{key}"
    ):
        if look.is_drawn(figure.form):
            _view_switch(say, key)
        figure_downloads.draw(figure, say, key)
        if pin:
            pin()
        how = st.popover(
            say("How computed?"),
            icon=":material/function:",
            type="tertiary",
            key=f"{key}-how",
            on_change="rerun",
        )
        if how.open:
            with how:
                method(figure, say)
                if trust:
                    trust()


def _view_switch(say: Say, key: str) -> None:
    names = {CHART: say("Chart"), TABLE: say("Table")}
    st.segmented_control(
        say("View"),
        list(names),
        default=CHART,
        required=True,
        label_visibility="collapsed",
        key=f"{key}-view",
        format_func=names.__getitem__,
    )


def method(figure: Figure, say: Say, *, same_as: str = "") -> None:
    """How it is computed, what that assumes, and what was tested. `same_as` is the title of a
    figure above that is computed the same way and says how.
    """
    texts = {say("In full"): figure.finding} if figure.claim else {}
    if same_as:
        texts[say("Computed as above")] = same_as
    else:
        texts |= {
            say("Formula"): say(figure.method.formula),
            say("Assumes"): say(figure.method.assumption),
            say("What would make it wrong"): say(figure.method.caution),
            say("Source"): say(figure.method.source),
        }
    if figure.families:
        texts[say("Tests read together")] = families.listed(figure.families, say)
    for title, text in (texts | figure.details).items():
        st.markdown(f"**{md(title)}**  \n{md(text)}")
