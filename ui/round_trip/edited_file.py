"""Take a register out, drop it again, look at the changes, carry them out, take them back."""

from __future__ import annotations

import hashlib
from functools import partial

import streamlit as st

from analytics.errors import Fault
from analytics.filters import Filters
from analytics.intake.load.refusal_sentences import refusal_text
from analytics.round_trip.carry_out import take_back
from analytics.round_trip.read_back import ReadBack, read_back
from analytics.round_trip.tables import TABLES, TripTable
from analytics.round_trip.taken_table import Ending, file_bytes
from analytics.wording import Say
from ui.frame import dropzone, filters, session
from ui.frame.safe_labels import md
from ui.people import gate
from ui.round_trip import change_list
from ui.round_trip.change_list import DONE
from ui.server import answer_cache

ENDINGS = ("xlsx", "csv")
MOST_MB = 30
READ, UNDO, DROPPED = "round-trip-read", "round-trip-undo", "round-trip-dropped"


def draw(chosen: Filters, say: Say) -> None:
    """The page below its head; for importers and admins."""
    gate.require("importer", say)
    if filters.fair_of(chosen).is_demo:
        st.badge(say("Synthetic demo fair"), icon=":material/science:", color="gray")
    filters.fair_box(chosen, say)
    _undo_if_wished(say)
    _outcome(say)
    _take_out(chosen.fair, say)
    back = _dropped(say)
    if back is not None:
        change_list.draw(chosen.fair, back, say)


def _take_out(fair: str, say: Say) -> None:
    st.subheader(say("1 · Take out"), anchor=False)
    for table in TABLES:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{md(say(table.label))}**")
            for ending in ("xlsx", "csv"):
                _download(fair, table, "csv" if ending == "csv" else "xlsx", say)


def _download(fair: str, table: TripTable, ending: Ending, say: Say) -> None:
    def data() -> bytes:
        with answer_cache.store().reader() as reader:
            return file_bytes(reader, fair, table, ending, say)

    st.download_button(
        ending.upper(),
        data,
        file_name=f"{table.key}.{ending}",
        key=f"take-out-{table.key}-{ending}",
        on_click="ignore",
        icon=":material/download:",
    )


def _dropped(say: Say) -> ReadBack | None:
    """The file that was dropped, read once."""
    st.subheader(say("2 · Bring back"), anchor=False)
    dropzone.translate(say, ENDINGS, MOST_MB)
    number = session.value_of(DROPPED, 0)
    file = st.file_uploader(say("The edited file"), type=list(ENDINGS), key=f"edited-file-{number}")
    if file is None:
        session.forget(READ)
        return None
    data = file.getvalue()
    print_of_file = hashlib.sha256(data).hexdigest()
    earlier = session.value_of(READ)
    if earlier and earlier[0] == print_of_file:
        read: ReadBack = earlier[1]
        return read
    try:
        with st.spinner(say("Reading the file …")):
            back = read_back(file.name, data)
    except Fault as fault:
        st.error(md(refusal_text(fault, say)), icon=":material/block:")
        return None
    session.remember(READ, (print_of_file, back))
    return back


def _outcome(say: Say) -> None:
    """What was changed last, with the way back."""
    last = session.value_of(DONE)
    if last is None:
        return
    with st.container(
        horizontal=True,
        vertical_alignment="center",
        horizontal_alignment="distribute",
        border=True,
        key="round-trip-outcome",
    ):
        text = say(
            "Changed: {cells} cells, {new} new rows.",
            cells=say.number(last.cells),
            new=say.number(last.new),
        )
        st.markdown(f":green[:material/check_circle:] {md(text)}", width="content")
        st.button(
            say("Undo"),
            key="round-trip-take-back",
            on_click=partial(session.remember, UNDO, last.act),
            icon=":material/undo:",
            type="tertiary",
        )


def _undo_if_wished(say: Say) -> None:
    """Carried out in the run that follows the click, under the rights the reader has then."""
    act = session.value_of(UNDO)
    session.forget(UNDO)
    if act is None:
        return
    try:
        take_back(answer_cache.store(), act, gate.person().email)
    except Fault as fault:
        st.warning(md(refusal_text(fault, say)), icon=":material/info:")
    else:
        st.success(md(say("Taken back: the register is as it was.")), icon=":material/undo:")
    session.forget(DONE)
