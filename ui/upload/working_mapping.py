"""The mapping a reader is working on: the base its table began from, and what was edited since.

The browser keeps what is typed into a table by the table's key, so a table begins anew, under
another key, wherever something else than its cells changed the mapping.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit as st

from analytics.intake.load.draft import Draft
from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.fair_and_edition import edition_of
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.suggest import suggest
from analytics.intake.table.inspection import Inspection
from analytics.wording import Say
from ui.frame import session

Change = Callable[..., None]
"""Given the new uses of one or several columns."""


@dataclass(frozen=True)
class Work:
    """A file that a reader works on: what it looks like, what it is taken for, what its fair
    knows.
    """

    draft: Draft
    inspection: Inspection
    mapping: Mapping
    known: Known
    say: Say

    def begin_anew(self, mapping: Mapping) -> None:
        """Take this mapping from here on."""
        start(self.draft, mapping)
        st.rerun()

    def key(self, name: str) -> str:
        """A control's key that holds until the mapping or the language is another."""
        return f"{name}-{self.draft.draft_id}-{turn(self.draft)}-{self.say.language}"


def current(draft: Draft, inspection: Inspection, known: Known) -> Mapping:
    """The mapping as last edited, begun anew where the fair changed to one with earlier files."""
    begun: tuple[str, Mapping] | None = session.value_of(_key(draft, "base"))
    if begun is None:
        saved = draft.mapping
        is_of_fair = saved is not None and saved.fair_id in ("", known.fair_id)
        first = saved if saved is not None and is_of_fair else suggest(inspection, known)
        start(draft, first, known.fair_id)
    elif begun[0] != known.fair_id and known.mappings:
        start(draft, suggest(inspection, known), known.fair_id)
    mapping = edited(draft) or base(draft)
    named = replace(mapping, fair_id=known.fair_id, fair_zh=known.fair_zh, fair_en=known.fair_en)
    return named if named.edition else edition_of(named, inspection, known)


def base(draft: Draft) -> Mapping:
    """The mapping the table began from."""
    mapping: Mapping = session.value_of(_key(draft, "base"))[1]
    return mapping


def edited(draft: Draft) -> Mapping | None:
    """The mapping with the cells edited since; None while none was."""
    mapping: Mapping | None = session.value_of(_key(draft, "edited"))
    return mapping


def start(draft: Draft, mapping: Mapping, fair_id: str | None = None) -> None:
    """Begin the table anew from a mapping, of the same fair unless another is named."""
    before: tuple[str, Mapping] | None = session.value_of(_key(draft, "base"))
    fair = before[0] if fair_id is None and before else fair_id or ""
    session.remember(_key(draft, "base"), (fair, mapping))
    session.remember(_key(draft, "edited"), None)
    session.remember(_key(draft, "turn"), turn(draft) + 1)


def change(draft: Draft, mapping: Mapping, *uses: ColumnUse) -> None:
    """Begin the table anew with another use of one column, or of several that are one question."""
    for use in uses:
        mapping = mapping.with_use(use)
    start(draft, mapping)
    st.rerun()


def remember_edited(draft: Draft, mapping: Mapping) -> None:
    """Keep the mapping with the cells edited so far."""
    session.remember(_key(draft, "edited"), mapping)


def forget(draft: Draft) -> None:
    """Begin from the file itself: it was read in another way."""
    session.forget(_key(draft, "base"))
    session.forget(_key(draft, "edited"))
    draft.forget_mapping()


def turn(draft: Draft) -> int:
    """How often the table began, for the keys of what is typed into."""
    return int(session.value_of(_key(draft, "turn"), 0))


def _key(draft: Draft, what: str) -> str:
    return f"mapping-{what}-{draft.draft_id}"
