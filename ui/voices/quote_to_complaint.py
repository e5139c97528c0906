"""From a comment to a complaint: the way to the page of complaints, the comment in its address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from analytics.catalogue import STUDIES
from ui.frame import navigation, session
from ui.frame.safe_labels import md
from ui.people import gate

if TYPE_CHECKING:
    from analytics.filters import Filters
    from analytics.studies.voices.compute_quotes import Quotes
    from analytics.wording import Say

WORD = "comment"
"""The word of the address that names a comment: its source, its import and its id, with dots."""
PAGE = "complaints"
LONGEST = 80


def draw(quotes: Quotes, chosen: Filters, say: Say) -> None:
    """Choose a comment shown, and go on with it; nothing for a viewer, or without such a page."""
    comments = {quote.reference: quote.text for quote in quotes.quotes if quote.source == "comment"}
    study = next((study for study in STUDIES if study.key == PAGE), None)
    if not (comments and study and gate.person().may("importer")):
        return
    with st.container(border=True, key="comment-to-complaint"):
        reference = st.selectbox(
            say("A comment that asks for an answer"),
            list(comments),
            format_func=lambda key: comments.get(str(key), "")[:LONGEST],
            index=None,
            placeholder=say("Choose a comment"),
            key="comment-to-complaint-of",
        )
        if reference:
            st.page_link(
                navigation.at(PAGE),
                label=md(say("Enter it as a complaint")),
                icon=":material/arrow_forward:",
                query_params=session.address_words(study, chosen.fair) | {WORD: (reference,)},
            )
