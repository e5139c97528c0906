"""What is asked of columns below their table: the order of dates, the best end of a rating, words
without a rating. Nothing is chosen beforehand.
"""

from __future__ import annotations

from collections.abc import Sequence
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
from analytics.intake.mapping.column_use import BLOCKING, NO_DIRECTION, ColumnUse, Mapping
from analytics.intake.mapping.direction_points import direction_point
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
    """Which way round ratings are: once for all whose file does not say it, and for each that runs
    against the others.
    """
    open_ended: list[ColumnUse] = []
    for use in mapping.columns:
        column = inspection.column(use.column)
        reason = direction_point(replace(use, direction=""), column) if column else ""
        if column is None or not reason:
            continue
        if use.doubt == NO_DIRECTION:
            open_ended.append(use)
        else:
            question = _direction_question(use, column, reason, say)
            _direction(draft, [use], question, say, change)
    if open_ended:
        names = ", ".join(f"“{use.column}”" for use in open_ended)
        question = say("Which way round is {columns}?", columns=names)
        _direction(draft, open_ended, question, say, change)


def _direction_question(use: ColumnUse, column: ColumnSeen, reason: str, say: Say) -> str:
    if reason != "needs_direction":
        return say("Which way round is “{column}”?", column=use.column)
    return say(
        "“{column}” runs against the other ratings (correlation {r}). Which way round is it?",
        column=use.column,
        r=say.number(column.against, 2),
    )


def _direction(
    draft: Draft, uses: Sequence[ColumnUse], question: str, say: Say, change: Change
) -> None:
    names = {"up": say("The highest number is best"), "down": say("The lowest number is best")}
    chosen = st.segmented_control(
        md(question),
        list(names),
        default=uses[0].direction or None,
        format_func=names.__getitem__,
        key=f"direction-{draft.draft_id}-{slug(uses[0].column)}",
    )
    if chosen and chosen != uses[0].direction:
        change(*(replace(use, direction=chosen, is_reversed=chosen == "down") for use in uses))


def words_without_rating(
    draft: Draft, inspection: Inspection, mapping: Mapping, say: Say, change: Change
) -> None:
    """A table of the words that nobody has given a rating yet: each once, for all columns that
    share it.
    """
    waiting = _unrated_words(inspection, mapping)
    if not waiting:
        return
    st.caption(
        md(say("Words without a rating: give each of them one, for all columns that hold it."))
    )
    config = st.column_config
    rows = [
        {
            "word": word,
            "columns": ", ".join(use.column for use in uses),
            "rating": float("nan"),
        }
        for word, uses in waiting.items()
    ]
    changed = st.data_editor(
        pd.DataFrame(rows),
        key=f"words-{draft.draft_id}-{working_mapping.turn(draft)}",
        hide_index=True,
        num_rows="fixed",
        disabled=["word", "columns"],
        column_config={
            "word": config.TextColumn(say("Word")),
            "columns": config.TextColumn(say("Column")),
            "rating": config.NumberColumn(say("Rating")),
        },
    )
    for row in changed.to_dict("records"):
        if row["rating"] == row["rating"]:
            pair = (row["word"], float(row["rating"]))
            change(*(_with_word(use, pair, inspection) for use in waiting[row["word"]]))


def _with_word(use: ColumnUse, pair: tuple[str, float], inspection: Inspection) -> ColumnUse:
    """A column that knows one word more, and has no doubt once it knows them all."""
    use = replace(use, words=(*use.words, pair))
    column = inspection.column(use.column)
    is_open = use.doubt in BLOCKING and column is not None and unknown_words(use, column)
    return replace(use, doubt=use.doubt if is_open else "")


def _unrated_words(inspection: Inspection, mapping: Mapping) -> dict[str, list[ColumnUse]]:
    """Word -> the uses of the columns that hold it."""
    waiting: dict[str, list[ColumnUse]] = {}
    for use in mapping.columns:
        column = inspection.column(use.column)
        for word in unknown_words(use, column)[:MOST_WORDS] if column else ():
            waiting.setdefault(word, []).append(use)
    return waiting
