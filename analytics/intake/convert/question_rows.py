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
    "importance_form": pa.string(),
    "importance_min": pa.float64(),
    "importance_max": pa.float64(),
}
NOT_STATED = {"importance_form": None, "importance_min": None, "importance_max": None}


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
    stated = _stated(questionnaire)
    items = [
        (column, column.item.item_id, rated[:, column.slots[0] - 1])
        for column in questionnaire.rating_columns
        if column.item
    ]
    measures = [use for use in questionnaire.mapping.columns if use.target == "measure"]
    questions: list[dict[str, Any]] = []
    of_row = np.array(edition.to_pylist(), object)
    for edition_id in dict.fromkeys(of_row[stay]):
        here = stay & (of_row == edition_id)
        head = {"edition_id": edition_id, "audience": questionnaire.audience}
        questions += [
            head
            | _question_row(column.use, key, places, is_measure=False)
            | stated.get(column.slots[0], NOT_STATED)
            for column, key, is_rated in items
            if is_rated[here].any()
        ]
        questions += [
            head | _question_row(use, use.key, places, is_measure=True) | NOT_STATED
            for use in measures
            if measured[use.key][here].any()
        ]
    return table_of(questions, TYPES)


def _stated(questionnaire: Questionnaire) -> dict[int, dict[str, Any]]:
    """Slot -> how and on which scale the importance of its item was asked."""
    stated: dict[int, dict[str, Any]] = {}
    for column in questionnaire.rating_columns:
        if column.use.target == "importance" and column.use.scale:
            low, high = column.use.scale
            form = column.use.form or "rating"
            row = {"importance_form": form, "importance_min": low, "importance_max": high}
            stated |= dict.fromkeys(column.slots, row)
    return stated


def _question_row(
    use: ColumnUse, key: str, places: dict[str, int], *, is_measure: bool
) -> dict[str, Any]:
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
    scales = {
        column.slots[0]: column.use.scale for column in questionnaire.rating_columns if column.item
    }
    for column in questionnaire.rating_columns:
        scale = column.use.scale
        if column.use.form:
            highest = f"{scale[1]:g}" if scale else ""
            reason = f"taken_as_{column.use.form}"
            remarks.add(reason, column=column.use.column, highest=highest, total=highest)
            continue
        is_apart = any(scales.get(slot, scale) != scale for slot in column.slots)
        if column.item is None and is_apart:
            remarks.add("importance_scale", column=column.use.column)
