"""The deck as slides, page, print or workbook, in either language, made while the page goes on."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analytics.deck import deck_file, saved_decks
from analytics.errors import Fault
from analytics.remedies import remedy
from analytics.wording import LANGUAGES, Language, Say, phrase, speaker
from ui.deck import deck_build
from ui.frame import dropzone, session, study_page
from ui.frame.safe_labels import md
from ui.frame.sidebar import LANGUAGE_NAMES
from ui.people import gate
from ui.server.jobs import Job

ORDERED = "_deck-ordered"
MOST_MB = 20
NAMES: dict[deck_file.FileKind, str] = {
    "pptx": phrase("PowerPoint, charts to edit"),
    "html": phrase("Web page, charts to click"),
    "pdf": phrase("PDF, to print"),
    "xlsx": phrase("Excel, the data"),
}


def draw(deck: saved_decks.Board, pins: Sequence[saved_decks.Pin], say: Say) -> None:
    """Which file, in which language, on whose template; then how far it is, then the file."""
    with st.container(border=True, key="deck-files"):
        kind: deck_file.FileKind = st.radio(
            say("File"),
            deck_file.FILE_KINDS,
            format_func=lambda kind: say(NAMES[kind]),
            key="deck-kind",
        )
        session.preset("deck-language", session.value_of("deck-language") or say.language)
        language: Language = (
            st.segmented_control(
                say("Language of the deck"),
                LANGUAGES,
                format_func=LANGUAGE_NAMES.__getitem__,
                key="deck-language",
                required=True,
            )
            or say.language
        )
        template = _template(say) if kind == "pptx" else None
        order = deck_build.file_key(deck, pins, kind, speaker(language), template)
        if session.value_of(ORDERED) != order:
            st.button(
                say("Make the file"),
                key="make-file",
                type="primary",
                icon=":material/build:",
                disabled=not pins,
                on_click=session.remember,
                args=(ORDERED, order),
                width="stretch",
            )
            return
        _file_or_progress(deck, pins, kind, speaker(language), template, say)


def _template(say: Say) -> bytes | None:
    if not gate.person().may("importer"):  # nobody else's uploads are taken
        return None
    with st.expander(say("Company template"), key="deck-template"):
        template = st.file_uploader(
            say("A .pptx whose master the slides take"),
            type=["pptx"],
            key="deck-template-file",
            max_upload_size=MOST_MB,
        )
        dropzone.translate(say, ["pptx"], MOST_MB)
    return template.getvalue() if template else None


def _file_or_progress(
    deck: saved_decks.Board,
    pins: Sequence[saved_decks.Pin],
    kind: deck_file.FileKind,
    speech: Say,
    template: bytes | None,
    say: Say,
) -> None:
    try:
        file = deck_build.file_or_job(deck, pins, kind, speech, gate.role(), template)
    except Fault as fault:
        session.forget(ORDERED)
        st.error(md(remedy(fault, say)))
        return
    if isinstance(file, Job):
        study_page.show_progress(file, say)
        return
    st.download_button(
        say("Download"),
        file,
        file_name=f"expolens-{deck.id}-{speech.language}.{kind}",
        mime=deck_file.TYPES[kind],
        key="download-deck",
        icon=":material/download:",
        type="primary",
        on_click="ignore",
        width="stretch",
    )
