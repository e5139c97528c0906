"""What a reader sees of a fault: a bug as a number, and the page while the database is closed.

The log gets the same number: no trace, path or cell value leaves the machine.
"""

from __future__ import annotations

import logging
import secrets
import traceback

import streamlit as st
from streamlit import config

from analytics.errors import StoreFault
from analytics.remedies import remedy
from analytics.wording import LANGUAGES, Say, speaker
from ui.frame import restore_button, session
from ui.frame.safe_labels import md

LOG = logging.getLogger("expolens")


def keep_messages_out_of_the_log() -> None:
    """Streamlit logs a whole traceback, message and all; `report_bug` logs what may be logged."""
    config.set_option("logger.enableRich", False)
    logging.getLogger("streamlit.error_util").addFilter(lambda record: record.exc_info is None)


def report_bug(error: Exception) -> bool:
    """Log where it happened, never the message, which may quote a file, and show the number.

    True tells Streamlit that the reader has been told.
    """
    number = secrets.token_hex(3)
    steps = " < ".join(
        f"{step.name}:{step.lineno}" for step in reversed(traceback.extract_tb(error.__traceback__))
    )
    LOG.error("error %s: %s at %s", number, type(error).__name__, steps)
    say = session.say()
    text = say(
        "Something went wrong here. Your data are safe. Please report error {number}.",
        number=number,
    )
    st.error(md(text), icon=":material/error:")
    return True


def show_closed_page(fault: StoreFault, say: Say) -> None:
    """Why, and the way out: in both languages, for whoever can help may read only one."""
    with st.container(border=True, key="closed", width=640):
        st.subheader(md(say("ExpoLens is closed for a moment")), anchor=False)
        for language in sorted(LANGUAGES, key=lambda language: language != say.language):
            st.markdown(md(remedy(fault, speaker(language))))
        st.caption(md(say("Reason: {reason}", reason=fault.reason)))
        st.button(say("Try again"), key="try-again", type="primary", icon=":material/refresh:")
        restore_button.show(fault, say)
