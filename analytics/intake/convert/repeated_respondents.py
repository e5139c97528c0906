"""One questionnaire counts once an edition, in a file and with all files before it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from analytics.intake.convert.value_columns import Rows, codes
from analytics.intake.mapping.column_use import Mapping

Places = np.ndarray[Any, np.dtype[np.int64]]
Respondent = tuple[str, str]  # edition, questionnaire number


def leave_out_repeated(
    rows: Rows,
    mapping: Mapping,
    edition: pa.Array,
    respondent: pa.Array,
    stored: set[Respondent],
) -> None:
    """Leave out the questionnaires that the store has, or an earlier line of the file.

    Different answers under one number are different people until somebody says otherwise: all are
    kept, each is named.
    """
    use = mapping.field_column("respondent")
    if use is None:
        return
    suspects = _suspects(rows, edition, respondent, stored)
    texts = np.stack([codes(column)[suspects] for column in rows.sheet.columns], axis=1)
    different: dict[Respondent, list[int]] = {}
    pairs = zip(
        edition.take(pa.array(suspects)).to_pylist(),
        respondent.take(pa.array(suspects)).to_pylist(),
        strict=True,
    )
    for place, pair in enumerate(pairs):
        if pair in stored:
            rows.leave_out([suspects[place]], "already_stored", use.column)
            continue
        earlier = different.setdefault(pair, [])
        first = next(
            (before for before in earlier if np.array_equal(texts[before], texts[place])), None
        )
        if first is not None:
            line = str(int(rows.lines[suspects[first]]))
            rows.leave_out([suspects[place]], "duplicate_row", use.column, first=line)
        else:
            earlier.append(place)
    sharing = [suspects[places].tolist() for places in different.values() if len(places) > 1]
    _remark_shared(rows, use.column, sharing)


def _suspects(
    rows: Rows, edition: pa.Array, respondent: pa.Array, stored: set[Respondent]
) -> Places:
    """The rows whose respondent this file, or perhaps the store, names twice in one edition."""
    who, where = codes(respondent.dictionary_encode()), codes(edition.dictionary_encode())
    named: Places = np.flatnonzero(rows.stay & (who >= 0) & (where >= 0))
    if stored:
        return named
    _, pair, count = np.unique(
        where[named] * len(rows.sheet) + who[named], return_inverse=True, return_counts=True
    )
    return np.asarray(named[count[pair] > 1])


def _remark_shared(rows: Rows, column: str, groups: list[list[int]]) -> None:
    texts = rows.sheet.column(column)
    for group in groups:
        lines = [str(int(rows.lines[row])) for row in group]
        for row, line in zip(group, lines, strict=True):
            others = ", ".join(other for other in lines if other != line)
            value = texts[row].as_py()
            rows.remarks.add(
                "duplicate_respondent", line=int(line), column=column, value=value, others=others
            )
