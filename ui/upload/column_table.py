"""The table in which a person says what each column means."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from analytics.intake.cells.date import is_short
from analytics.intake.cells.text_keys import slug
from analytics.intake.load.draft import Draft
from analytics.intake.mapping import mapping_table
from analytics.intake.mapping.column_use import BLOCKING, ColumnUse, Mapping
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.open_points import direction_point, edition_of
from analytics.intake.mapping.suggest import suggest, unknown_words
from analytics.intake.table.file_kinds import Kind, kind_of
from analytics.intake.table.inspection import Inspection
from analytics.wording import Say
from ui.frame import session
from ui.frame.safe_labels import md
from ui.upload import amount_questions, scale_questions

MOST_WORDS = 20

NAMES_PX = 170  # half of a phone
MEANS_PX, EXAMPLE_PX, REVERSED_PX = 150, 120, 96


def current(draft: Draft, inspection: Inspection, known: Known) -> Mapping:
    """The mapping this reader is working on: begun anew where the fair changed and is known, else
    as last edited.
    """
    begun: tuple[str, Mapping] | None = session.kept(_key(draft, "base"))
    if begun is None:
        saved = draft.mapping
        is_same = saved is not None and saved.fair_id in ("", known.fair_id)
        start(draft, saved if saved is not None and is_same else suggest(inspection, known), known.fair_id)
    elif begun[0] != known.fair_id and known.mappings:
        start(draft, suggest(inspection, known), known.fair_id)
    base: Mapping = session.kept(_key(draft, "base"))[1]
    edited: Mapping = session.kept(_key(draft, "edited")) or base
    named = replace(edited, fair_id=known.fair_id, fair_zh=known.fair_zh, fair_en=known.fair_en)
    return named if named.edition else edition_of(named, inspection, known)


def start(draft: Draft, mapping: Mapping, fair_id: str | None = None) -> None:
    """Begin the table anew from a mapping."""
    before: tuple[str, Mapping] | None = session.kept(_key(draft, "base"))
    session.keep(
        _key(draft, "base"), (before[0] if fair_id is None and before else fair_id or "", mapping)
    )
    session.keep(_key(draft, "edited"), None)
    session.keep(_key(draft, "turn"), session.kept(_key(draft, "turn"), 0) + 1)


def forget(draft: Draft) -> None:
    """Begin from the file itself: it was read in another way."""
    session.forget(_key(draft, "base"))
    session.forget(_key(draft, "edited"))
    draft.forget_mapping()


def _key(draft: Draft, what: str) -> str:
    return f"mapping-{what}-{draft.draft_id}"


def _turn(draft: Draft) -> int:
    return int(session.kept(_key(draft, "turn"), 0))


def draw(draft: Draft, inspection: Inspection, mapping: Mapping, known: Known, say: Say) -> None:
    """The table. An edit is kept and the page runs again, so that what stands above it is true."""
    _take_up(draft)
    base: Mapping = session.kept(_key(draft, "base"))[1]
    kind = kind_of(mapping.kind)
    rows = pd.DataFrame(
        [mapping_table.row_of(base.use(column.name), column, say) for column in inspection.columns]
    )
    changed = st.data_editor(
        rows[list(mapping_table.cells_of(kind))],
        key=_table(draft),
        hide_index=True,
        num_rows="fixed",
        width="stretch",
        disabled=["column", "example"],
        column_config=_config(kind, mapping, known, say),
        placeholder="",
        column_order=_order(kind),
    )
    pairs = zip(changed.to_dict("records"), inspection.columns, strict=True)
    uses = tuple(
        mapping_table.edited(dict(row), base.use(column.name), column, say, inspection.titles)
        for row, column in pairs
    )
    now = replace(mapping, columns=uses)
    _below(draft, inspection, now, kind, say)
    if now.columns != mapping.columns:
        _keep(draft, mapping, now)


def _table(draft: Draft) -> str:
    return f"table-{draft.draft_id}-{_turn(draft)}"


def _take_up(draft: Draft) -> None:
    """Begin from what was edited where the table forgot it: it was not on the page, or spoke
    another language.
    """
    edited: Mapping | None = session.kept(_key(draft, "edited"))
    if edited is not None and (
        session.kept(_table(draft)) is None or session.kept(session.RESPOKEN)
    ):
        start(draft, edited)


def _order(kind: Kind) -> list[str]:
    """What a column means stands next to its name, so that a phone shows both."""
    return [
        "column",
        "meaning",
        *(cell for cell in mapping_table.cells_of(kind) if cell not in ("column", "meaning")),
    ]


def _keep(draft: Draft, before: Mapping, now: Mapping) -> None:
    """Keep an edit. Where a column means something else now, the table begins anew and shows what
    follows from that.
    """
    session.keep(_key(draft, "edited"), now)
    if [mapping_table.meaning_of(use) for use in now.columns] != [
        mapping_table.meaning_of(use) for use in before.columns
    ]:
        start(draft, now)
    st.rerun()


def _config(kind: Kind, mapping: Mapping, known: Known, say: Say) -> dict[str, Any]:
    config = st.column_config
    means, places = mapping_table.meanings(kind, say), mapping_table.dimensions(mapping, known, say)
    no_answer, between = (
        say("Codes that mean “no answer”, such as 0 or 99."),
        say("What stands between several answers."),
    )
    times = say("Amounts are multiplied by this: 10000 where they are in 万.")
    return {
        "column": config.TextColumn(say("Column"), width=NAMES_PX, pinned=True),
        "example": config.TextColumn(say("For example"), width=EXAMPLE_PX),
        "meaning": config.SelectboxColumn(
            say("Means"),
            options=list(means),
            format_func=lambda key: means[str(key)],
            required=True,
            width=MEANS_PX,
        ),
        "dimension": config.SelectboxColumn(
            say("Dimension"), options=list(places), format_func=lambda key: places[str(key)]
        ),
        "name": config.TextColumn(say("Name"), width="medium", max_chars=200),
        "low": config.NumberColumn(say("From"), width="small", format="%g"),
        "high": config.NumberColumn(say("To"), width="small", format="%g"),
        "reversed": config.CheckboxColumn(say("1 is best"), width=REVERSED_PX),
        "missing": config.TextColumn(say("No answer"), width="small", help=no_answer),
        "separator": config.TextColumn(say("Separator"), width="small", help=between),
        "unit": config.NumberColumn(say("Times"), format="%g", help=times),
    }


def _below(draft: Draft, inspection: Inspection, mapping: Mapping, kind: Kind, say: Say) -> None:
    """What does not fit into a row: the order of dates, words without a rating, a new dimension,
    the mapping as a file.
    """
    _date_orders(draft, inspection, mapping, kind, say)
    _directions(draft, inspection, mapping, say)
    amount_questions.ask(draft, inspection, mapping, kind, say, lambda use: _change(draft, mapping, use))
    scale_questions.draw(draft, inspection, mapping, say, lambda use: _change(draft, mapping, use))
    _words(draft, inspection, mapping, say)
    with st.container(horizontal=True):
        if kind.audience:
            _new_dimension(draft, mapping, say)
        st.download_button(
            say("Save these settings as a file"),
            mapping.dumps().encode(),
            file_name=f"{slug(draft.file_name)}.mapping.json",
            mime="application/json",
            on_click="ignore",
            key=f"save-mapping-{draft.draft_id}",
            type="tertiary",
            icon=":material/save:",
            help=say("For a colleague, or for the command line."),
        )


def _change(draft: Draft, mapping: Mapping, use: ColumnUse) -> None:
    start(draft, mapping.with_use(use))
    st.rerun()


def _date_orders(draft: Draft, inspection: Inspection, mapping: Mapping, kind: Kind, say: Say) -> None:
    usual = {"dmy": say("Day first"), "mdy": say("Month first")}
    for use in mapping.columns:
        column = inspection.column(use.column)
        field = kind.field(use.key) if use.target == "field" else None
        if (
            column is None
            or field is None
            or field.form not in ("day", "moment")
            or column.date_order != "ask"
        ):
            continue
        short = next((value for value, _ in column.common if is_short(value)), "")
        names = usual | ({"ymd": say("Year first")} if short else {})
        order = st.segmented_control(
            md(
                say(
                    "Dates in “{column}”, such as {value}",
                    column=use.column,
                    value=short or column.common[0][0],
                )
            ),
            list(names),
            default=use.date_order or None,
            format_func=names.__getitem__,
            key=f"order-{draft.draft_id}-{slug(use.column)}",
        )
        if order and order != use.date_order:
            _change(draft, mapping, replace(use, date_order=order))


def _directions(draft: Draft, inspection: Inspection, mapping: Mapping, say: Say) -> None:
    """Columns that run against the other ratings: which way round they are is asked, and nothing is
    chosen beforehand.
    """
    names = {"up": say("The highest number is best"), "down": say("The lowest number is best")}
    for use in mapping.columns:
        column = inspection.column(use.column)
        reason = direction_point(replace(use, direction=""), column) if column else ""
        if column is None or not reason:
            continue
        question = (
            say(
                "“{column}” runs against the other ratings (correlation {r}). Which way round"
                " is it?",
                column=use.column,
                r=say.number(column.against, 2),
            )
            if reason == "needs_direction"
            else say("Which way round is “{column}”?", column=use.column)
        )
        chosen = st.segmented_control(
            md(question),
            list(names),
            default=use.direction or None,
            format_func=names.__getitem__,
            key=f"direction-{draft.draft_id}-{slug(use.column)}",
        )
        if chosen and chosen != use.direction:
            _change(draft, mapping, replace(use, direction=chosen, is_reversed=chosen == "down"))


def _words(draft: Draft, inspection: Inspection, mapping: Mapping, say: Say) -> None:
    """Words of rating columns that nobody has given a rating yet."""
    pairs = ((use, column) for use in mapping.columns if (column := inspection.column(use.column)))
    waiting = {
        (use.column, word): use
        for use, column in pairs
        for word in unknown_words(use, column)[:MOST_WORDS]
    }
    if not waiting:
        return
    st.caption(md(say("Words without a rating: give them one, or they count as no answer.")))
    config = st.column_config
    rows = pd.DataFrame(
        [{"column": column, "word": word, "rating": float("nan")} for column, word in waiting]
    )
    changed = st.data_editor(
        rows,
        key=f"words-{draft.draft_id}-{_turn(draft)}",
        hide_index=True,
        num_rows="fixed",
        disabled=["column", "word"],
        column_config={
            "column": config.TextColumn(say("Column")),
            "word": config.TextColumn(say("Word")),
            "rating": config.NumberColumn(say("Rating")),
        },
    )
    for row in changed.to_dict("records"):
        if row["rating"] == row["rating"]:
            use = waiting[row["column"], row["word"]]
            is_last = sum(name == use.column for name, _ in waiting) == 1
            doubt = use.doubt if use.doubt in BLOCKING and not is_last else ""
            _change(
                draft,
                mapping,
                replace(use, words=(*use.words, (row["word"], float(row["rating"]))), doubt=doubt),
            )


def _new_dimension(draft: Draft, mapping: Mapping, say: Say) -> None:
    with (
        st.popover(
            say("New dimension"),
            icon=":material/add:",
            type="tertiary",
            key=f"new-dimension-{draft.draft_id}",
        ),
        st.form(f"dimension-{draft.draft_id}", border=False, clear_on_submit=True),
    ):
        zh = st.text_input(say("Name in Chinese"), max_chars=60).strip()
        en = st.text_input(say("Name in English"), max_chars=60).strip()
        if st.form_submit_button(say("Make it")) and (zh or en):
            key = slug(en or zh)
            others = tuple(dimension for dimension in mapping.dimensions if dimension[0] != key)
            start(draft, replace(mapping, dimensions=(*others, (key, zh, en))))
            st.rerun()
