"""Files on their way in, and the receipts they leave."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import streamlit as st

from analytics.errors import UnknownChoice
from analytics.intake.load.draft import Draft
from analytics.intake.load.queue import Job
from analytics.intake.load.refusal_sentences import NO_BACKUP, refusal_text
from analytics.intake.mapping.column_use import Mapping
from analytics.store import ImportRecord, Receipt
from analytics.wording import Say, phrase
from ui.frame import session
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache
from ui.upload import file_findings, new_company_names, receipt_links

JOBS, DRAFTS, CORRECTION = "intake-jobs", "intake-drafts", "intake-correction"
LOOK_AGAIN_S = 0.6
OfferCorrection = Callable[[ImportRecord, Say], None]
STEPS = {
    "waiting": phrase("Waiting for its turn"),
    "reading": phrase("Reading"),
    "converting": phrase("Reading every line"),
    "writing": phrase("Checking"),
    "storing": phrase("Storing, and bringing the charts up to date"),
    "done": phrase("Done"),
}


def submit(draft: Draft, mapping: Mapping) -> None:
    """Hand a file to the desk, and remember to ask after it."""
    job = answer_cache.import_queue().submit(draft, mapping, gate.person().email)
    session.remember(JOBS, (*session.value_of(JOBS, ()), job.job_id))


def forget() -> None:
    """No more of the receipts shown."""
    session.forget(JOBS)


def _jobs() -> list[Job]:
    jobs = (answer_cache.import_queue().job(job_id) for job_id in session.value_of(JOBS, ()))
    return [job for job in jobs if job]


def is_working() -> bool:
    """Whether a file of this session is still on its way."""
    return any(not job.is_over for job in _jobs())


@st.fragment(run_every=LOOK_AGAIN_S)
def progress(say: Say) -> None:
    """A bar a file, moving. The work goes on whatever becomes of this page."""
    jobs = _jobs()
    with st.container(border=True, key="progress"):
        for job in jobs:
            st.progress(
                job.share,
                text=f"**{md(job.file_name)}** · {md(say(STEPS.get(job.step, STEPS['reading'])))}",
            )
        st.caption(md(say("You may leave this page; the files come in all the same.")))
    if all(job.is_over for job in jobs):
        _switch_to_loaded_fair(jobs)
        st.rerun()


def _switch_to_loaded_fair(jobs: list[Job]) -> None:
    """From now on this reader sees the fair that has just been loaded."""
    fair = next((job.receipt.fair_id for job in reversed(jobs) if job.receipt), None)
    if fair and fair != session.wish().fair:
        session.change_wish(
            fair=fair, editions=(), industries=(), regions=(), profile=(), segment=None
        )


def show(say: Say, offer_correction: OfferCorrection) -> None:
    """What became of the files loaded last."""
    for job in _jobs():
        with st.container(border=True, key=f"receipt-{job.job_id}"):
            if job.receipt:
                _receipt(job, job.receipt, say, offer_correction)
            elif job.fault:
                st.error(
                    f"**{md(job.file_name)}**  \n{md(refusal_text(job.fault, say))}",
                    icon=":material/block:",
                )
                st.caption(md(say("Nothing of this file was stored.")))
                st.button(
                    say("Back to this file"),
                    key=f"back-{job.job_id}",
                    on_click=_reopen_draft,
                    args=(job.job_id,),
                )
            else:
                text = say(
                    "Something went wrong here. Nothing was stored. Please report error {number}.",
                    number=job.number,
                )
                st.error(f"**{md(job.file_name)}**  \n{md(text)}", icon=":material/error:")


def _reopen_draft(job_id: str) -> None:
    """A file that could not be loaded goes back among those being worked on."""
    session.remember(JOBS, tuple(other for other in session.value_of(JOBS, ()) if other != job_id))
    with suppress(UnknownChoice):
        if Draft.open(job_id).corrects:
            session.remember(CORRECTION, job_id)
        else:
            session.remember(DRAFTS, (*session.value_of(DRAFTS, ()), job_id))


def _receipt(job: Job, receipt: Receipt, say: Say, offer_correction: OfferCorrection) -> None:
    if receipt.is_repeat:
        text = say(
            "This file is in already (import {number}). Nothing was changed.",
            number=receipt.import_id,
        )
        st.info(f"**{md(job.file_name)}**  \n{md(text)}", icon=":material/content_copy:")
        return
    text = file_findings.equation(
        receipt.lines_read, receipt.rows_stored, receipt.rows_left_out, say
    )
    st.success(f"**{md(job.file_name)}**  \n{md(text)}", icon=":material/done_all:")
    if not receipt.is_backed_up:
        st.warning(md(say(NO_BACKUP)), icon=":material/hard_drive:")
    history = answer_cache.store().history(receipt.fair_id)
    record = next(entry for entry in history if entry.import_id == receipt.import_id)
    file_findings.columns(record.mapping, say)
    with st.container(horizontal=True, vertical_alignment="center"):
        unanswered = receipt_links.answered(receipt, say)
        file_findings.offer(receipt.import_id, say)
        offer_correction(record, say)
    receipt_links.next_question(receipt, unanswered, say)
    receipt_links.names_lacking(receipt, say)
    new_company_names.draw(receipt, say)
