"""What each edition asked, on which scale."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from analytics.intake.cells.remark import Remarks
from analytics.intake.convert.item_slots import Questionnaire
from analytics.intake.convert.value_columns import table_of
from analytics.intake.mapping.column_use import ColumnUse

Mask = np.ndarray[Any, np.dtype[np.bool_]]
TYPES = {
    "edition_id": pa.string(),
    "audience": pa.string(),
    "item_id": pa.string(),
    "is_measure": pa.bool_(),
    "position": pa.int32(),
    "label_as_asked": pa.string(),
    "scale_min": pa.float64(),
    "scale_max": pa.float64(),
    "reversed": pa.bool_(),
}


def question_rows(
    questionnaire: Questionnaire,
    edition: pa.Array,
    stay: Mask,
    rated: Mask,
    measured: dict[str, Mask],
) -> pa.Table:
    """One row per edition and question that somebody answered in it. `rated` is rows x slots,
    `measured` rows by measure.
    """
    places = {use.column: place for place, use in enumerate(questionnaire.mapping.columns)}
    found: list[dict[str, Any]] = []
    of_row = np.array(edition.to_pylist(), object)
    for edition_id in dict.fromkeys(of_row[stay]):
        here = stay & (of_row == edition_id)
        head = {"edition_id": edition_id, "audience": questionnaire.audience}
        items = [
            (one.use, one.item.item_id, one.slots[0] - 1)
            for one in questionnaire.placed
            if one.item
        ]
        found += [
            head | _asked(use, key, places, is_measure=False)
            for use, key, at in items
            if rated[here, at].any()
        ]
        measures = [use for use in questionnaire.mapping.columns if use.target == "measure"]
        found += [
            head | _asked(use, use.key, places, is_measure=True)
            for use in measures
            if measured[use.key][here].any()
        ]
    return table_of(found, TYPES)


def _asked(use: ColumnUse, key: str, places: dict[str, int], *, is_measure: bool) -> dict[str, Any]:
    low, high = use.scale or (1.0, 5.0)
    return {
        "item_id": key,
        "is_measure": is_measure,
        "position": places[use.column],
        "label_as_asked": use.column,
        "scale_min": low,
        "scale_max": high,
        "reversed": use.is_reversed,
    }


def remark_scales(questionnaire: Questionnaire, remarks: Remarks) -> None:
    """Say where importance was asked on another scale than the satisfaction beside it."""
    scales = {one.slots[0]: one.use.scale for one in questionnaire.placed if one.item}
    for one in questionnaire.placed:
        if one.item is None and any(
            scales.get(slot, one.use.scale) != one.use.scale for slot in one.slots
        ):
            remarks.add("importance_scale", column=one.use.column)
