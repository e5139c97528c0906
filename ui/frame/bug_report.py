"""A bug is told as a number, to the reader and to the log: no trace, path or cell value leaves the
machine.
"""

from __future__ import annotations

import logging
import secrets
import traceback

import streamlit as st
from streamlit import config

from ui.frame import session
from ui.frame.safe_labels import md

LOG = logging.getLogger("expolens")


def keep_messages_out_of_the_log() -> None:
    """Streamlit logs a whole traceback of its own, message and all; `tell` logs what may be
    logged.
    """
    config.set_option("logger.enableRich", False)
    logging.getLogger("streamlit.error_util").addFilter(lambda record: record.exc_info is None)


def tell(error: Exception) -> bool:
    """Log where it happened (never the message, which may quote a file) and show the number.
    Returns that it was told.
    """
    number = secrets.token_hex(3)
    steps = " < ".join(
        f"{step.name}:{step.lineno}" for step in reversed(traceback.extract_tb(error.__traceback__))
    )
    LOG.error("error %s: %s at %s", number, type(error).__name__, steps)
    say = session.say()
    st.error(
        md(
            say(
                "Something went wrong here. Your data are safe. Please report error {number}.",
                number=number,
            )
        ),
        icon=":material/error:",
    )
    return True
