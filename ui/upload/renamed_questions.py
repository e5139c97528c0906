"""Questions that the fair's last file asked in other words, beside each other: one, or two."""

from __future__ import annotations

import streamlit as st

from analytics.intake.mapping.renamed_pairs import RenamedPair, joined, parted, renamed_pairs
from ui.frame.safe_labels import md
from ui.upload.working_mapping import Work


def draw(work: Work) -> None:
    """Each pair with its two wordings, and what joining them changes."""
    pairs, say = renamed_pairs(work.mapping), work.say
    if not pairs:
        return
    with st.container(border=True, key=f"renamed-{work.draft.draft_id}"):
        st.markdown(f"**{md(say('Asked in other words than last time ({n})', n=len(pairs)))}**")
        text = say(
            "One question: its answers go on from those of earlier editions, and a change between"
            " them is shown. Two questions: each has a line of its own, and this one begins now."
        )
        st.caption(md(text))
        for place, pair in enumerate(pairs):
            _pair(place, pair, work)


def _pair(place: int, pair: RenamedPair, work: Work) -> None:
    say = work.say
    names = {"one": say("One question"), "two": say("Two questions")}
    left, middle, right = st.columns([3, 3, 2], vertical_alignment="center")
    left.markdown(f":gray[{md(say('Now'))}]  \n{md(pair.column)}")
    middle.markdown(f":gray[{md(say('Last time'))}]  \n{md(pair.earlier)}")
    answer = right.segmented_control(
        say("One question or two"),
        list(names),
        default="one" if pair.is_sure else None,
        format_func=names.__getitem__,
        key=work.key(f"renamed-{place}"),
        label_visibility="collapsed",
    )
    if answer == "one" and not pair.is_sure:
        work.begin_anew(joined(work.mapping, pair))
    column = work.inspection.column(pair.column)
    if answer == "two" and column is not None:
        work.begin_anew(parted(work.mapping, pair, column))
