"""What every page says to whoever may do something about it while the data are not backed up."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from analytics.errors import StoreFault
from analytics.remedies import remedy
from analytics.store import BackupState
from analytics.wording import Say, phrase
from ui.frame.safe_labels import md

ROOM = phrase("Is there room on the disk? The settings page backs up now.")


def show(state: BackupState, say: Say) -> None:
    """The warning, where the last sound copy is older than the last write by an hour, or copying
    brought damage to light.
    """
    if state.is_overdue(datetime.now()):
        st.warning(md(overdue_text(state, say)), icon=":material/hard_drive:")


def overdue_text(state: BackupState, say: Say) -> str:
    """What is not backed up, and the way out."""
    if state.problem == "damaged":
        return say(
            "The last backup of the database failed the check: part of the database cannot be"
            " read. Nothing was replaced. Stop ExpoLens and run “python -m analytics check”."
        )
    return say(
        "The data are not backed up: the last copy that reads is of {moment}, and there were"
        " changes after it. {remedy}",
        moment=moment_text(state.saved_at, say),
        remedy=remedy(StoreFault(state.problem), say) if state.problem else say(ROOM),
    )


def failure_text(state: BackupState, say: Say) -> str | None:
    """Why the last attempt failed; None where it did not."""
    if state.problem is None:
        return None
    return say(
        "The last attempt to back up failed. {remedy}",
        remedy=remedy(StoreFault(state.problem), say),
    )


def moment_text(moment: datetime | None, say: Say) -> str:
    """Day and minute of a backup."""
    return f"{say.day(moment.date())} {moment:%H:%M}" if moment else say("none yet")
