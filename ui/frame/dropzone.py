"""The place to drop files into, in the reader's language: Streamlit's own words are English."""

from __future__ import annotations

import json
from collections.abc import Iterable

import streamlit as st

from analytics.wording import Say, phrase

BUTTON = '[data-testid="stFileUploaderDropzone"] button [data-testid="stMarkdownContainer"] p'
WORDS = CHOOSE, HOW_MUCH = (
    phrase("Choose files"),
    phrase("or drop them here · up to {most} MB a file · {endings}"),
)
LIMITS = '[data-testid="stFileUploaderDropzoneInstructions"] span'


def translate(say: Say, endings: Iterable[str], most_mb: int) -> None:
    """Word the button and the line beside it. Fixed words only: they become rules of style."""
    limits = say(HOW_MUCH, most=most_mb, endings=", ".join(endings).upper())
    style = _rule(BUTTON, say(CHOOSE)) + _rule(LIMITS, limits)
    name = f"dropzone_{say.language}_{most_mb}"
    st.components.v2.component(name, css=style, isolate_styles=False)(key=name, height=0)


def _rule(place: str, words: str) -> str:
    content = json.dumps(words, ensure_ascii=False)
    return (
        f"{place}{{font-size:0!important;white-space:normal!important}}\n"
        f"{place}::after{{content:{content};font-size:0.9rem}}\n"
    )
