"""What survey tools and spreadsheets do to answers on the way: left unfinished, numbers rounded,
zeros cut off.
"""

from __future__ import annotations

import re
from collections import Counter

import numpy as np

from analytics.intake.cells.text_keys import label_key, name_key
from analytics.intake.cells.vocabulary import vocabulary
from analytics.intake.cells.yes_no import NO
from analytics.intake.convert.value_columns import Rows, codes
from analytics.intake.mapping.column_use import Mapping

ROUNDED = re.compile(r"\d(?:\.\d+)?E\+\d{2,}|\d\.\d+E\d{2,}", re.IGNORECASE)
SUBMITTED = frozenset(label_key(word) for word in vocabulary()["tools"]["submitted"])
FINISHED = frozenset(label_key(word) for word in vocabulary()["tools"]["finished"])


def remark_unfinished(rows: Rows) -> None:
    """Name the answers that a tool exports although nobody handed them in. They are kept."""
    for name in rows.sheet.names:
        column = rows.sheet.column(name)
        if label_key(name) in SUBMITTED and column.null_count < len(column):
            open_rows = np.flatnonzero(codes(column) == -1)
        elif label_key(name) in FINISHED:
            noes = [
                place
                for place, text in enumerate(column.dictionary.to_pylist())
                if name_key(text) in NO
            ]
            open_rows = np.flatnonzero(np.isin(codes(column), noes))
        else:
            continue
        for row in open_rows:
            if rows.stay[row]:
                rows.remarks.add(
                    "unfinished",
                    line=int(rows.lines[row]),
                    column=name,
                    value=column[int(row)].as_py(),
                )


def remark_damaged(rows: Rows, mapping: Mapping) -> None:
    """Name the questionnaire numbers that a spreadsheet has rounded or cut."""
    use = mapping.field_column("respondent")
    if use is None or use.column not in rows.sheet.names:
        return
    column = rows.sheet.column(use.column)
    texts, places = column.dictionary.to_pylist(), codes(column)
    width = usual_width(texts, np.bincount(places[places >= 0], minlength=len(texts)).tolist())
    doubtful = {
        number: reason for number, text in enumerate(texts) if (reason := damage(text, width))
    }
    for row in np.flatnonzero(np.isin(places, list(doubtful))).tolist():
        place, line = int(places[row]), int(rows.lines[row])
        rows.remarks.add(
            doubtful[place], line=line, column=use.column, value=texts[place], width=str(width)
        )


def damage(text: str, width: int) -> str:
    """What a spreadsheet did to a number; '' for nothing."""
    if ROUNDED.fullmatch(text):
        return "id_damaged"
    return "zeros_lost" if width and text.isdigit() and len(text) < width else ""


def usual_width(texts: list[str], counts: list[int]) -> int:
    """The one length of numbers of which some begin with a zero; 0 where lengths may differ."""
    with_zeros = {len(text) for text in texts if text.startswith("0")}
    if not with_zeros:
        return 0
    widths = Counter[int]()
    for text, count in zip(texts, counts, strict=True):
        if count and text.isdigit():
            widths[len(text)] += count
    if not widths:
        return 0
    usual, count = widths.most_common(1)[0]
    return usual if usual in with_zeros and count * 2 > sum(counts) and usual == max(widths) else 0
