"""How sure a claim is: one badge of four, the same colour everywhere. Needs no pandas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import streamlit as st

from ui.frame.safe_labels import md

if TYPE_CHECKING:
    from analytics.figures.claims import Certainty

LOOKS: dict[Certainty, tuple[str, Literal["green", "blue", "gray", "orange"]]] = {
    "confirmed": ("check_circle", "green"),
    "a sign": ("trending_flat", "blue"),
    "no evidence": ("remove_circle_outline", "gray"),
    "too few": ("group_off", "orange"),
}


def draw(text: str, certainty: Certainty) -> None:
    """The badge with its words."""
    icon, colour = LOOKS[certainty]
    st.badge(md(text), icon=f":material/{icon}:", color=colour, width="content")
