"""Where a receipt leads: the pages that answer now, and the file that would answer the next
question.
"""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from analytics import fairs
from analytics.catalogue import STUDIES, invited
from analytics.errors import Fault
from analytics.filters import Filters
from analytics.intake.table.file_kinds import kind_of
from analytics.remedies import invitation
from analytics.store import Receipt
from analytics.study import Study
from analytics.wording import Say
from ui.frame import navigation
from ui.frame.safe_labels import md
from ui.people import gate
from ui.server import answer_cache
from ui.server.jobs import Job
from ui.upload import name_table

PATIENCE_S = 1.0


@dataclass(frozen=True)
class Unanswered:
    """A study that these files do not answer, and why."""

    study: Study
    fault: Fault


def answered(receipt: Receipt, say: Say) -> list[Unanswered]:
    """Links to the studies that read this file and have an answer, and to the overview. Returns
    those that have none, every study counted.
    """
    open_questions = []
    if receipt.kind == "prospects":
        st.page_link(
            navigation.at("prospects"), label=say("Prospects"), icon=":material/person_search:"
        )
    for study in STUDIES:
        fault = _fault(study, receipt)
        if fault is not None:
            open_questions.append(Unanswered(study, fault))
        elif receipt.kind in study.reads:
            st.page_link(
                navigation.at(study.key),
                label=md(say(study.title)),
                icon=f":material/{study.icon}:",
            )
    st.page_link(navigation.at("overview"), label=say("Overview"), icon=":material/dashboard:")
    st.page_link(navigation.at("deck"), label=say("Deck"), icon=":material/slideshow:")
    return open_questions


def _fault(study: Study, receipt: Receipt) -> Fault | None:
    """Why a study has no answer; None where it has one, or is at it for longer than one waits."""
    audience = kind_of(receipt.kind).audience or study.audiences[0]
    fits = audience in study.audiences
    filters = Filters(receipt.fair_id, audience=audience if fits else study.audiences[0])
    try:
        if study.is_slow:
            job = answer_cache.answer_or_job(study, filters, rights=gate.role())
            if isinstance(job, Job) and job.finished.wait(PATIENCE_S):
                answer_cache.answer_or_job(study, filters, rights=gate.role())
        else:
            answer_cache.answer(study, filters, rights=gate.role())
    except Fault as fault:
        return fault
    return None


def next_question(receipt: Receipt, unanswered: list[Unanswered], say: Say) -> None:
    """One line: the first question that another file would answer, and which file that is."""
    loaded = fairs.loaded_kinds(answer_cache.store(), receipt.fair_id)
    for each in unanswered:
        if kinds := invited(each.study, loaded):
            why = invitation(kinds, each.fault, say)
            text = say("Next: {question} {why}", question=say(each.study.question), why=why)
            st.caption(f":material/arrow_forward: {md(text)}")
            return


def names_lacking(receipt: Receipt, say: Say) -> None:
    """The way to the table of names, where some are in one language only."""
    if count := name_table.lacking_count(receipt.fair_id):
        text = say("{count} names are in one language only: give them the other", count=count)
        st.page_link(navigation.at("settings"), label=md(text), icon=":material/translate:")
