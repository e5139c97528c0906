"""Where files go: a fair that is there, or one made now."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analytics.intake.load.draft import Draft
from analytics.intake.mapping.fair_and_edition import fair_id_of, namesake
from analytics.intake.mapping.known_fair import Known, KnownFair, fairs, know
from analytics.wording import Say
from ui.frame import session
from ui.frame.safe_labels import md
from ui.server import answer_cache

NEW = "*new"
FAIR, NAME_ZH, NAME_EN = "intake-fair", "intake-fair-zh", "intake-fair-en"


def choose(drafts: list[Draft], say: Say) -> Known:
    """Ask which fair the files belong to. Never the demo fair: all of that is synthetic."""
    with answer_cache.store().reader() as reader:
        all_fairs = fairs(reader)
    own = [fair for fair in all_fairs if not fair.is_demo]
    with st.container(border=True, key="destination"):
        left, middle, right = st.columns([2, 2, 2], vertical_alignment="bottom")
        with left:
            chosen = _chosen_fair(own, len(drafts), say)
        if chosen != NEW:
            with answer_cache.store().reader() as reader:
                return know(reader, chosen)
        zh = middle.text_input(say("Its name in Chinese"), key=NAME_ZH, max_chars=80).strip()
        en = right.text_input(
            say("Its name in English"),
            key=NAME_EN,
            max_chars=80,
            help=say("One of the two will do."),
        ).strip()
        if not zh and not en:
            st.caption(
                ":material/arrow_upward:"
                f" {md(say('Give the fair a name, then the files can be checked.'))}"
            )
            return Known()
        if there := namesake(own, zh, en):
            st.caption(md(say("A fair of this name is here already; the files go there.")))
            with answer_cache.store().reader() as reader:
                return know(reader, there)
    return replace(
        Known(fair_id_of(zh, en, {fair.fair_id for fair in all_fairs})), fair_zh=zh, fair_en=en
    )


def _chosen_fair(own: list[KnownFair], files: int, say: Say) -> str:
    names = {fair.fair_id: say.name(fair.name_zh, fair.name_en) for fair in own} | {
        NEW: say("A new fair …")
    }
    label = (
        say("Which fair is this file from?")
        if files == 1
        else say("Which fair are these files from?")
    )
    wished = session.wish().fair
    first = list(names).index(wished) if wished in names else 0
    return st.selectbox(label, list(names), index=first, format_func=names.__getitem__, key=FAIR)
