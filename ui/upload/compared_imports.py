"""Two imports of one kind beside each other: rows only one has, answers that differ, means."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from analytics import sheets
from analytics.intake.mapping.standard_questionnaire import standard_measure
from analytics.intake.table.file_kinds import kind_of
from analytics.rounding import tidy
from analytics.store import ImportRecord, Reader
from analytics.store.compared_imports import Comparison, Rows, compare
from analytics.wording import Say, phrase
from ui.frame.safe_labels import md
from ui.server import answer_cache

Names = dict[tuple[str, str], str]
RATED = {
    "importance": phrase("importance of {item}"),
    "expectation": phrase("expectation of {item}"),
}


def draw(first: ImportRecord, second: ImportRecord, say: Say) -> None:
    """What the second import has otherwise than the first."""
    with st.container(border=True, key="compared"):
        numbers = [f"{say('No.')} {record.import_id}" for record in (first, second)]
        named = zip((first, second), numbers, strict=True)
        titles = [
            say("{file} ({number})", file=record.file_name, number=number)
            for record, number in named
        ]
        st.markdown(f"**{md(titles[0])}** → **{md(titles[1])}**")
        if (first.fair_id, first.kind) != (second.fair_id, second.kind):
            st.info(
                md(say("Only two imports of the same kind and fair can be compared.")),
                icon=":material/info:",
            )
            return
        with answer_cache.store().reader() as reader:
            comparison = compare(reader, first.import_id, second.import_id)
            names = _names(reader, first, say)
        if comparison.is_equal:
            st.success(
                md(say("Both hold the same rows with the same answers.")),
                icon=":material/done_all:",
            )
        _show(comparison, titles, numbers, names, say)


def _show(
    comparison: Comparison, titles: list[str], numbers: list[str], names: Names, say: Say
) -> None:
    parts = [
        (
            say("Rows only in {file}", file=titles[0]),
            comparison.only_first,
            _rows(comparison.only_first, say),
        ),
        (
            say("Rows only in {file}", file=titles[1]),
            comparison.only_second,
            _rows(comparison.only_second, say),
        ),
        (
            say("Answers that differ"),
            comparison.differing,
            _cells(comparison.differing, numbers, names, say),
        ),
    ]
    for place, (title, rows, table) in enumerate(parts):
        if rows:
            _part(
                say("{title}: {n}", title=title, n=say.number(rows[0]["all_of_them"])),
                table,
                place,
                say,
            )
    if comparison.means:
        _part(
            say("Means side by side"),
            _means(comparison.means, numbers, names, say),
            len(parts),
            say,
        )


def _part(title: str, table: pd.DataFrame, number: int, say: Say) -> None:
    with st.expander(md(title), expanded=number >= 2):
        means = {
            name: st.column_config.NumberColumn(format="%.2f")
            for name in table.select_dtypes("float")
        }
        st.dataframe(
            table, hide_index=True, width="stretch", column_config=means, key=f"compared-{number}"
        )
        st.download_button(
            say("As CSV"),
            lambda: sheets.csv_bytes(table),
            file_name=f"compared-{number}.csv",
            mime="text/csv",
            on_click="ignore",
            key=f"compared-csv-{number}",
            icon=":material/download:",
            type="tertiary",
        )


def _rows(rows: Rows, say: Say) -> pd.DataFrame:
    return pd.DataFrame(
        {say("Line"): [row["line"] for row in rows], say("Row"): [row["name"] for row in rows]}
    )


def _cells(rows: Rows, numbers: list[str], names: Names, say: Say) -> pd.DataFrame:
    return pd.DataFrame(
        {
            say("Row"): [row["name"] for row in rows],
            say("Question"): [_name(row, names) for row in rows],
            numbers[0]: [row["first_value"] for row in rows],
            numbers[1]: [row["second_value"] for row in rows],
        }
    )


def _means(rows: Rows, numbers: list[str], names: Names, say: Say) -> pd.DataFrame:
    """Means to two places, each with its number of answers."""
    first, second = (say("n ({of})", of=number) for number in numbers)
    return pd.DataFrame(
        {
            say("Question"): [_name(row, names) for row in rows],
            numbers[0]: [_rounded(row["first_mean"]) for row in rows],
            first: [row["first_n"] for row in rows],
            numbers[1]: [_rounded(row["second_mean"]) for row in rows],
            second: [row["second_n"] for row in rows],
            say("Difference"): [_rounded(_difference(row)) for row in rows],
        }
    )


def _difference(row: dict[str, Any]) -> float | None:
    is_in_both = row["first_mean"] is not None and row["second_mean"] is not None
    return row["second_mean"] - row["first_mean"] if is_in_both else None


def _rounded(mean: float | None) -> float | None:
    return None if mean is None else tidy(mean, 2)


def _name(row: dict[str, Any], names: Names) -> str:
    return names.get((row["form"], row["field"]), str(row["field"]))


def _names(reader: Reader, record: ImportRecord, say: Say) -> Names:
    """(form, field) -> what the reader's language calls it."""
    kind = kind_of(record.kind)
    names: Names = {("field", field.key): say(field.label) for field in kind.fields}
    names |= {
        ("field", name): names[("field", key)]
        for name, key in (("exhibitor_name", "name"),)
        if ("field", key) in names
    }
    items = reader.rows(
        "select * from items where fair_id = $fair and audience = $audience", **_whose(record)
    )
    for row in items:
        item = say.name(row["name_zh"], row["name_en"])
        names[("item", row["item_id"])] = item
        names |= {(form, row["item_id"]): say(text, item=item) for form, text in RATED.items()}
    for row in reader.rows(
        "select * from profile_fields where fair_id = $fair and audience = $audience",
        **_whose(record),
    ):
        names[("profile", row["field_id"])] = say.name(row["name_zh"], row["name_en"])
    for key in ("overall", "goal_attainment", "intention", "recommend"):
        if measure := standard_measure(key):
            names[("measure", key)] = say.name(measure.name_zh, measure.name_en)
    return names


def _whose(record: ImportRecord) -> dict[str, str | None]:
    return {"fair": record.fair_id, "audience": kind_of(record.kind).audience}
