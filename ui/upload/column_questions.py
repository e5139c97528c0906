"""What is asked of columns below their table: the order of dates, the best end of a rating, words
without a rating. Nothing is chosen beforehand.
"""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from analytics.intake.cells.counted_moment import (
    DAYS,
    SECONDS,
    THOUSANDTHS,
    counted_moment,
)
from analytics.intake.cells.date import is_short
from analytics.intake.cells.remark import Refused
from analytics.intake.cells.text_keys import slug
from analytics.intake.load.draft import Draft
from analytics.intake.mapping.column_use import BLOCKING, ColumnUse, Mapping
from analytics.intake.mapping.open_points import direction_point
from analytics.intake.mapping.worded_ratings import unknown_words
from analytics.intake.table.file_kinds import Kind
from analytics.intake.table.inspection import ColumnSeen, Inspection
from analytics.wording import Say
from ui.frame.safe_labels import md
from ui.upload import working_mapping
from ui.upload.working_mapping import Change

MOST_WORDS = 20
COUNTED_DAYS = "counted_days"


def date_orders(
    draft: Draft, inspection: Inspection, mapping: Mapping, kind: Kind, say: Say, change: Change
) -> None:
    """A question for each column of dates whose numbers leave their order open."""
    for use in mapping.columns:
        column = inspection.column(use.column)
        field = kind.field(use.key) if use.target == "field" else None
        is_date = field is not None and field.form in ("day", "moment")
        if column is not None and is_date and column.date_order == "ask":
            _date_order(draft, use, column, say, change)
        if column is not None and is_date and use.doubt == COUNTED_DAYS:
            _way_of_counting(draft, use, column, say, change)


def _way_of_counting(
    draft: Draft, use: ColumnUse, column: ColumnSeen, say: Say, change: Change
) -> None:
    names = {
        DAYS: say("Days of a spreadsheet"),
        SECONDS: say("Seconds of a computer"),
        THOUSANDTHS: say("Milliseconds of a computer"),
    }
    value = column.common[0][0]
    first = counted_moment(value, use.date_order)
    question = say(
        "Numbers in “{column}”, such as {value} ({day}?)",
        column=use.column,
        value=value,
        day="" if isinstance(first, Refused) else first.isoformat(sep=" "),
    )
    way = st.segmented_control(
        md(question),
        list(names),
        format_func=names.__getitem__,
        key=f"counted-{draft.draft_id}-{slug(use.column)}",
    )
    if way:
        change(replace(use, date_order=way, doubt=""))


def _date_order(draft: Draft, use: ColumnUse, column: ColumnSeen, say: Say, change: Change) -> None:
    short = next((value for value, _ in column.common if is_short(value)), "")
    names = {"dmy": say("Day first"), "mdy": say("Month first")}
    names |= {"ymd": say("Year first")} if short else {}
    example = short or column.common[0][0]
    order = st.segmented_control(
        md(say("Dates in “{column}”, such as {value}", column=use.column, value=example)),
        list(names),
        default=use.date_order or None,
        format_func=names.__getitem__,
        key=f"order-{draft.draft_id}-{slug(use.column)}",
    )
    if order and order != use.date_order:
        change(replace(use, date_order=order))


def directions(
    draft: Draft, inspection: Inspection, mapping: Mapping, say: Say, change: Change
) -> None:
    """Which way round a column of ratings is that runs against the others."""
    for use in mapping.columns:
        column = inspection.column(use.column)
        reason = direction_point(replace(use, direction=""), column) if column else ""
        if column is not None and reason:
            question = _direction_question(use, column, reason, say)
            _direction(draft, use, question, say, change)


def _direction_question(use: ColumnUse, column: ColumnSeen, reason: str, say: Say) -> str:
    if reason != "needs_direction":
        return say("Which way round is “{column}”?", column=use.column)
    return say(
        "“{column}” runs against the other ratings (correlation {r}). Which way round is it?",
        column=use.column,
        r=say.number(column.against, 2),
    )


def _direction(draft: Draft, use: ColumnUse, question: str, say: Say, change: Change) -> None:
    names = {"up": say("The highest number is best"), "down": say("The lowest number is best")}
    chosen = st.segmented_control(
        md(question),
        list(names),
        default=use.direction or None,
        format_func=names.__getitem__,
        key=f"direction-{draft.draft_id}-{slug(use.column)}",
    )
    if chosen and chosen != use.direction:
        change(replace(use, direction=chosen, is_reversed=chosen == "down"))


def words_without_rating(
    draft: Draft, inspection: Inspection, mapping: Mapping, say: Say, change: Change
) -> None:
    """A table of the words of rating columns that nobody has given a rating yet."""
    waiting = _unrated_words(inspection, mapping)
    if not waiting:
        return
    st.caption(md(say("Words without a rating: give them one, or they count as no answer.")))
    config = st.column_config
    rows = [{"column": column, "word": word, "rating": float("nan")} for column, word in waiting]
    changed = st.data_editor(
        pd.DataFrame(rows),
        key=f"words-{draft.draft_id}-{working_mapping.turn(draft)}",
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
            words = (*use.words, (row["word"], float(row["rating"])))
            change(replace(use, words=words, doubt=doubt))


def _unrated_words(inspection: Inspection, mapping: Mapping) -> dict[tuple[str, str], ColumnUse]:
    """(column, word) -> how the column is used."""
    pairs = ((use, column) for use in mapping.columns if (column := inspection.column(use.column)))
    return {
        (use.column, word): use
        for use, column in pairs
        for word in unknown_words(use, column)[:MOST_WORDS]
    }
