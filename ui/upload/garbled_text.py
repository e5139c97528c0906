"""A file with garbled characters: how it would read mended, and whether that is right."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from analytics.errors import Fault, UnknownChoice, Unreadable
from analytics.intake.load.draft import Draft
from analytics.wording import Say
from ui.frame import session
from ui.frame.safe_labels import md
from ui.upload.receipts import DRAFTS

OFFERS = "intake-mendable"


@dataclass(frozen=True)
class Offer:
    """`way` undoes the wrong reading; `reads` is how the file then begins."""

    draft_id: str
    file_name: str
    way: str
    reads: str


class Mendable(Exception):
    """The file is kept until somebody has answered."""

    def __init__(self, offer: Offer) -> None:
        self.offer = offer


def raise_if_mendable(draft: Draft, fault: Fault) -> None:
    """Raises Mendable where the fault can be mended."""
    if isinstance(fault, Unreadable) and fault.reason == "mendable":
        raise Mendable(
            Offer(draft.draft_id, draft.file_name, fault.details["way"], fault.details["reads"])
        ) from fault


def add_offers(offers: list[Offer]) -> None:
    """Ask about these from now on."""
    session.remember(OFFERS, (*session.value_of(OFFERS, ()), *offers))


def ask(say: Say) -> None:
    """One question a garbled file."""
    for offer in session.value_of(OFFERS, ()):
        with st.container(border=True, key=f"mend-{offer.draft_id}"):
            question = say(
                "The file's characters are garbled: it was once read in a wrong encoding. Mended,"
                " it would begin:"
            )
            st.markdown(f"**{md(offer.file_name)}**  \n{md(question)}")
            st.text(offer.reads)
            with st.container(horizontal=True):
                st.button(
                    say("That is right: read it so"),
                    key=f"mend-yes-{offer.draft_id}",
                    type="primary",
                    on_click=_read_mended,
                    args=(offer,),
                    icon=":material/healing:",
                )
                st.button(
                    say("Do not load it"),
                    key=f"mend-no-{offer.draft_id}",
                    type="tertiary",
                    on_click=_drop,
                    args=(offer,),
                )


def _read_mended(offer: Offer) -> None:
    _forget(offer)
    try:
        Draft.open(offer.draft_id).inspect(encoding=offer.way)
    except (UnknownChoice, Unreadable) as fault:
        session.remember("intake-refused", [(offer.file_name, fault)])
    else:
        session.remember(DRAFTS, (*session.value_of(DRAFTS, ()), offer.draft_id))


def _drop(offer: Offer) -> None:
    _forget(offer)
    try:
        Draft.open(offer.draft_id).drop()
    except UnknownChoice:
        return


def _forget(offer: Offer) -> None:
    session.remember(
        OFFERS, tuple(other for other in session.value_of(OFFERS, ()) if other != offer)
    )
