"""Prospects by name: which list, seen where, exhibitor already or new; to look at and to export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from analytics.matching.prospect_lists import LISTS, OTHER
from analytics.matching.prospects import Settled
from analytics.wording import Say, phrase
from ui.frame import filters
from ui.frame.safe_labels import md
from ui.people import gate

COUNTED = ("firms", "exhibitor", "ask", "same", "new")
STATES = {
    "new": phrase("New firms"),
    "ask": phrase("To be decided"),
    "exhibitor": phrase("Already exhibitors"),
    "same": phrase("Listed twice"),
}
MOST_ROWS = 1_000


def count_columns(say: Say) -> dict[str, Any]:
    """The heads of the counts by what firms are."""
    labels = {"firms": say("Firms listed")} | {key: say(name) for key, name in STATES.items()}
    return {
        key: st.column_config.NumberColumn(label, format="localized")
        for key, label in labels.items()
    }


def draw(settled: Sequence[Settled], say: Say) -> None:
    """The firms of one list and state, for importers and admins."""
    if not settled:
        st.info(
            md(
                say("No prospect has been entered yet. Load a list, or enter a firm by hand below.")
            ),
            icon=":material/person_search:",
        )
        return
    if not gate.person().may("importer"):
        st.caption(md(say("Lists of firms by name are shown to importers and admins.")))
        return
    st.subheader(say("Firms on the lists"), anchor=False)
    table = [_row(firm, say) for firm in _picked(settled, say)]
    st.dataframe(
        table[:MOST_ROWS],
        hide_index=True,
        width="stretch",
        key="prospect-firms",
        column_config=_heads(say),
    )
    if len(table) > MOST_ROWS:
        text = say(
            "The first {n} of {all} firms; the file holds all.",
            n=say.number(MOST_ROWS),
            all=say.number(len(table)),
        )
        st.caption(md(text))
    _download(table, say)


def _picked(settled: Sequence[Settled], say: Say) -> list[Settled]:
    keys = {key for firm in settled for key in firm.prospect.prospect_lists or ("",)}
    names = {key: say(LISTS[key]) if key in LISTS else key or say(OTHER) for key in sorted(keys)}
    left, right = st.columns(2)
    lists = left.multiselect(
        say("List"),
        list(names),
        format_func=lambda key: md(names[key]),
        key="prospect-list",
        placeholder=say("All"),
    )
    states = right.multiselect(
        say("What they are"),
        list(STATES),
        default=["new", "ask"],
        format_func=lambda key: say(STATES[key]),
        placeholder=say("All"),
        key="prospect-state",
    )
    return [
        firm
        for firm in settled
        if (not states or firm.state in states)
        and (not lists or set(lists) & set(firm.prospect.prospect_lists or ("",)))
    ]


def state_text(firm: Settled, say: Say) -> str:
    """What a prospect is, in words."""
    if firm.state == "exhibitor" and firm.exhibitor:
        return _already(firm, say)
    if firm.state == "same" and firm.same_as:
        return say("the same firm as “{name}”", name=firm.same_as.name)
    if firm.state == "ask":
        names = [pair.kept.name for pair in firm.pairs if pair.kept]
        return say("may be “{name}”", name=" · ".join(names))
    return say("new")


def _already(firm: Settled, say: Say) -> str:
    company = firm.exhibitor
    if company is None or not company.editions:
        name = company.name if company else ""
        return say("in the register as “{name}”, at no edition yet", name=name)
    first, last = company.editions[0], company.editions[-1]
    return say(
        "exhibitor since {first}, last at {last}: “{name}”",
        first=_edition(first, say),
        last=_edition(last, say),
        name=company.name,
    )


def _edition(edition: Any, say: Say) -> str:
    return str(edition.year) if edition.year else filters.edition_name(edition, say)


def _row(firm: Settled, say: Say) -> dict[str, object]:
    prospect, between = firm.prospect, "；" if say.language == "zh" else "; "
    lists = (
        say(LISTS[key]) if key in LISTS else key for key in prospect.prospect_lists or (say(OTHER),)
    )
    return {
        "name": prospect.name,
        "is": state_text(firm, say),
        "lists": between.join(lists),
        "seen": between.join(prospect.seen_at),
        "name_en": prospect.name_en or "",
        "country": prospect.country or "",
        "region": prospect.region or "",
        "industry": prospect.industry or "",
        "contact": prospect.contact or "",
        "note": prospect.note or "",
        "entered": say.day(prospect.entered_at.date()),
        "by": prospect.entered_by,
    }


def _heads(say: Say) -> dict[str, str]:
    return {
        "name": say("Company"),
        "is": say("Is it an exhibitor?"),
        "lists": say("List of prospects"),
        "seen": say("Seen at shows"),
        "name_en": say("English name"),
        "country": say("Country"),
        "region": say("Region"),
        "industry": say("Industry"),
        "contact": say("Contact"),
        "note": say("Note"),
        "entered": say("Entered on"),
        "by": say("Entered by"),
    }


def _download(table: list[dict[str, object]], say: Say) -> None:
    def workbook() -> bytes:
        import pandas as pd

        from analytics.sheets import xlsx_bytes

        return xlsx_bytes({say("Prospects"): pd.DataFrame(table).rename(columns=_heads(say))})

    if table:
        st.download_button(
            say("Download these firms"),
            workbook,
            file_name="prospects.xlsx",
            key="prospects-xlsx",
            on_click="ignore",
            icon=":material/download:",
        )
