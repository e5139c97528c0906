"""The way back from a database that will not open: a backup, checked and put in its place."""

from __future__ import annotations

import streamlit as st

from analytics import backup_command
from analytics.errors import Fault, StoreFault
from analytics.folders import data_folder
from analytics.remedies import remedy
from analytics.wording import Say
from ui.frame import session
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache

RESTORABLE = ("damaged", "damaged_wal", "missing")
"""What a backup mends; a healthy database is never offered to be replaced."""
STEP, OUTCOME = "_restore-step", "_restore-outcome"


def show(fault: StoreFault, say: Say) -> None:
    """A button that looks which backup reads and says what will be missing, then one that does."""
    if fault.reason not in RESTORABLE or not gate.may_restore():
        return
    if session.value_of(STEP):
        _confirm(say)
    else:
        st.caption(md(say("The button does the same, without a command.")))
        st.button(
            say("Restore from a backup …"),
            key="restore",
            icon=":material/settings_backup_restore:",
            on_click=session.remember,
            args=(STEP, True),
        )
    if outcome := session.value_of(OUTCOME):
        st.caption(md(outcome))


def show_outcome() -> None:
    """What a restore has led to, once, on the first page that opens after it."""
    if outcome := session.value_of(OUTCOME):
        st.success(md(outcome), icon=":material/settings_backup_restore:")
        session.forget(OUTCOME)


def _confirm(say: Say) -> None:
    from analytics.store import restore

    try:
        backup = restore.backup_of(data_folder(), None)
    except Fault as fault:
        st.markdown(md(remedy(fault, say)))
        return
    lost = backup_command.lost_text(restore.lost_with(data_folder(), backup), say)
    moment = backup_command.moment_text(backup.moment)
    st.markdown(md(say("The newest backup that reads in full is of {moment}.", moment=moment)))
    st.markdown(md(lost))
    st.button(
        say("Restore this backup"),
        key="restore-now",
        icon=":material/settings_backup_restore:",
        on_click=_restore,
        args=(say,),
    )


def _restore(say: Say) -> None:
    from analytics.store import restore

    session.forget(STEP)
    answer_cache.close()
    try:
        backup = restore.backup_of(data_folder(), None)
        restored = restore.restore(data_folder(), backup)
    except Fault as fault:
        session.remember(OUTCOME, remedy(fault, say))
        return
    answer_cache.forget_everything()
    session.remember(OUTCOME, backup_command.restored_text(restored, say))
