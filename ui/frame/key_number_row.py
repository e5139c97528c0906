"""The key numbers in a row, each with last time's beside it: on the overview and on the wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analytics.figures.claims import BADGES
from analytics.wording import Say
from ui.frame import certainty_badge
from ui.frame.safe_labels import md

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analytics.figures.key_number import KeyNumber

NARROWEST = 108


def draw(numbers: Sequence[KeyNumber], say: Say, *, key: str) -> None:
    """One row that wraps where the window is narrow; nothing where there is no number. The badge is
    the short one of four: its full words stand with the base behind the question mark.
    """
    if not numbers:
        return
    with st.container(key=key), st.grid(len(numbers), min_column_width=NARROWEST):
        for at, number in enumerate(numbers):
            with st.container(gap="xxsmall", key=f"{key}-{at}-{number.key}"):
                st.caption(md(number.label), help=md(f"{number.base} · {number.badge}"))
                st.header(md(number.value), anchor=False)
                if number.before:
                    st.caption(md(number.before))
                certainty_badge.draw(say(BADGES[number.certainty]), number.certainty)
