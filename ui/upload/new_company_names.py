"""A line under a receipt: how many of the new names look like firms already here."""

from __future__ import annotations

import streamlit as st

from analytics.errors import Fault
from analytics.matching import queue
from analytics.matching.company_facts import newcomers
from analytics.store import Receipt
from analytics.wording import Say
from ui.frame import navigation
from ui.frame.safe_labels import md
from ui.server import answer_cache
from ui.server.jobs import Job

KINDS = ("exhibitors", "participations")
LOOK_AGAIN_S = 1.0


def draw(receipt: Receipt, say: Say) -> None:
    """The line, once the names are compared; nothing where none is familiar or that failed."""
    if receipt.kind not in KINDS:
        return
    count = _familiar_count(receipt)
    if count is None:
        _wait(receipt, say)
    elif count:
        several = say("{count} names look like firms already here", count=say.number(count))
        text = say("One name looks like a firm already here") if count == 1 else several
        st.page_link(navigation.at("companies"), label=md(text), icon=":material/join_inner:")


@st.fragment(run_every=LOOK_AGAIN_S)
def _wait(receipt: Receipt, say: Say) -> None:
    st.caption(md(say("Comparing the names with those already here …")))
    if _familiar_count(receipt) is not None:
        st.rerun()


def _familiar_count(receipt: Receipt) -> int | None:
    """How many new exhibitors are in a pair nobody settled; None while that is being found out."""
    try:
        matches = answer_cache.pairs_or_job(receipt.fair_id)
    except Fault:  # the page of the companies says what is wrong
        return 0
    if isinstance(matches, Job):
        return None
    with answer_cache.store().reader() as reader:
        new = newcomers(reader, receipt.fair_id, receipt.import_id)
        pairs = queue.pending(reader, receipt.fair_id, matches)
    keys = {named.key for pair in pairs for named in (pair.kept, pair.name) if named}
    return len(new & keys)
