"""Lists of prospects: one line, one firm on one list or several; words of no list stay as said."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from analytics.intake.cells.text_keys import name_key
from analytics.intake.cells.vocabulary import word_meanings
from analytics.intake.convert.exhibitor_keys import SEPARATORS, folded
from analytics.intake.convert.field_values import field_values
from analytics.intake.convert.register_rows import Tables, without_repeats
from analytics.intake.convert.value_columns import Rows, is_blank
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.mapping.known_fair import Known
from analytics.matching.prospect_lists import LISTS

PLAIN_FIELDS = ("name", "name_en", "country", "region", "industry", "contact", "note")
TEXTS = pa.list_(pa.string())


def prospects(rows: Rows, mapping: Mapping, known: Known) -> Tables:
    without_repeats(rows, mapping)
    columns = {key: field_values(rows, mapping, key) for key in PLAIN_FIELDS}
    use = mapping.field_column("name")
    rows.leave_out(
        np.flatnonzero(is_blank(columns["name"])), "no_name", use.column if use else None
    )
    head = {
        "fair_id": pa.repeat(pa.scalar(mapping.fair_id), len(rows.sheet)),
        "name_key": folded(columns["name"]),
        "prospect_lists": _lists(rows, mapping),
        "seen_at": pa.array(
            [parts(cell) or None for cell in field_values(rows, mapping, "seen_at").to_pylist()],
            TEXTS,
        ),
    }
    return {"prospect_rows": rows.only_kept(head | columns)}


def parts(cell: str | None) -> list[str]:
    """What a cell lists, each once, in its order."""
    texts = (text.strip() for text in SEPARATORS.split(cell or ""))
    return list(dict.fromkeys(text for text in texts if text))


def list_key(text: str) -> str:
    """The key of the list a text names; the text itself where it names none of ours."""
    return text if text in LISTS else word_meanings("prospect_lists").get(name_key(text), text)


def _lists(rows: Rows, mapping: Mapping) -> pa.Array:
    """The lists of every row; a row that says none, or names one that is none of ours, is told."""
    use = mapping.field_column("prospect_lists")
    column = use.column if use else None
    shows = field_values(rows, mapping, "seen_at").to_pylist()
    lists = []
    for row, cell in enumerate(field_values(rows, mapping, "prospect_lists").to_pylist()):
        keys = [list_key(text) for text in parts(cell)]
        if not keys and shows[row]:
            keys = ["competitor_exhibitors"]
        lists.append(list(dict.fromkeys(keys)) or None)
        unknown = [key for key in keys if key not in LISTS]
        if rows.stay[row] and (unknown or not keys):
            reason = "prospect_list_unknown" if unknown else "prospect_list_unsaid"
            line = int(rows.lines[row])
            rows.remarks.add(reason, line=line, column=column, value=cell or None)
    return pa.array(lists, TEXTS)
