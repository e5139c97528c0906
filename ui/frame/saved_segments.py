"""Segments kept under a name of the reader's own, so that they filter every page."""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from typing import Protocol

import streamlit as st

from analytics.fairs import forget_segment
from analytics.filters import Filters, Options
from analytics.wording import Say
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache

LONGEST_NAME = 40


class Groups(Protocol):
    """An answer that divides exhibitors into numbered groups."""

    k: int

    def members(self, segment: int) -> list[str]: ...


def draw(answer: Groups, names: Sequence[str], chosen: Filters, options: Options, say: Say) -> None:
    """A name for each segment, proposed and editable, and the segments kept so far."""
    if answer.k < 2 or not gate.person().may("importer"):
        return
    with st.expander(
        say("Keep these segments as filters"), icon=":material/bookmark_add:", key="keep-segments"
    ):
        st.caption(
            md(say("A kept segment holds the exhibitors it has now, and filters every page."))
        )
        with st.form("keep", border=False):
            typed_names = [
                st.text_input(
                    md(say("Segment {number}", number=number + 1)),
                    value=name,
                    max_chars=LONGEST_NAME,
                    key=f"keep-{number}",
                )
                for number, name in enumerate(names)
            ]
            if st.form_submit_button(say("Keep"), type="primary"):
                _save(answer, typed_names, chosen, options)
                st.rerun()
        _saved_list(chosen, say)


def draw_one(
    members: Sequence[str], name: str, chosen: Filters, options: Options, say: Say
) -> None:
    """One group of exhibitors to keep under a name, and the segments kept so far."""
    if not gate.person().may("importer"):
        return
    with st.expander(say("Keep as a segment"), icon=":material/bookmark_add:", key="keep-segments"):
        st.caption(
            md(say("A kept segment holds the exhibitors it has now, and filters every page."))
        )
        with st.form("keep", border=False):
            typed = st.text_input(
                say("Name of the segment"), value=name, max_chars=LONGEST_NAME, key="keep-0"
            )
            if st.form_submit_button(say("Keep"), type="primary"):
                _save_group(typed, members, chosen, options)
                st.rerun()
        _saved_list(chosen, say)


def _save(answer: Groups, names: Sequence[str], chosen: Filters, options: Options) -> None:
    for number, name in enumerate(names):
        _save_group(name, answer.members(number), chosen, options)


def _save_group(name: str, members: Sequence[str], chosen: Filters, options: Options) -> None:
    """Nothing is kept without a name."""
    if name.strip():
        answer_cache.store().save_segment(
            uuid.uuid4().hex[:8],
            chosen.fair,
            name.strip(),
            json.dumps(dict(options)),
            list(members),
            gate.person().email,
        )


def _saved_list(chosen: Filters, say: Say) -> None:
    for segment in answer_cache.choices(chosen.fair, chosen.audience).segments:
        with st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
        ):
            st.markdown(md(say.name(segment.zh, segment.en)), width="content")
            st.button(
                say("Forget"),
                key=f"forget-{segment.id}",
                on_click=_forget,
                args=(segment.id,),
                type="tertiary",
                icon=":material/delete:",
            )


def _forget(segment: str) -> None:
    forget_segment(answer_cache.store(), segment)
