"""A mapping as the rows of a table that a person edits, and back."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, cast

from analytics.intake.cells.text_keys import slug
from analytics.intake.mapping.amount_columns import as_written, in_money
from analytics.intake.mapping.column_use import BLOCKING, ColumnUse, Mapping, Target
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.question_header import read_question
from analytics.intake.mapping.rating_scale import guess_scale
from analytics.intake.mapping.standard_questionnaire import (
    DIMENSIONS,
    MEASURES,
    OTHER,
    standard_dimension,
)
from analytics.intake.table.file_kinds import COUNTED_KEYS, MONEY, Kind
from analytics.intake.table.inspection import ColumnSeen
from analytics.wording import Language, Say

CODES = re.compile(r"[,，;；、\s]+")
RATED = ("item", "importance", "expectation")
SURVEY_CELLS = (
    "column",
    "example",
    "meaning",
    "dimension",
    "name",
    "low",
    "high",
    "reversed",
    "missing",
    "separator",
)
SCALED = ("low", "high", "missing")
REGISTER_CELLS = ("column", "example", "meaning", "unit")
Row = dict[str, Any]


def cells_of(kind: Kind) -> tuple[str, ...]:
    """What a row says about a column in files of a kind."""
    return SURVEY_CELLS if kind.audience else REGISTER_CELLS


def meanings(kind: Kind, say: Say) -> dict[str, str]:
    """Every meaning a column of this kind may have, worded."""
    plain = {"ignore": say("– leave out –")} | {
        f"field:{field.key}": say(field.label) for field in kind.fields
    }
    if not kind.audience:
        return plain
    overall = {
        f"measure:{measure.key}": say(
            "Overall: {name}", name=say.name(measure.name_zh, measure.name_en)
        )
        for measure in MEASURES
    }
    rated = {
        "item": say("Rating"),
        "importance": say("Importance"),
        "expectation": say("Expectation"),
    }
    return plain | rated | overall | {"profile": say("Answer to filter by")}


def dimensions(mapping: Mapping, known: Known, say: Say) -> dict[str, str]:
    """Every dimension an item may be put under, worded: the fair's own first."""
    own = (
        *(dimension.dimension_id for dimension in known.dimensions),
        *(dimension[0] for dimension in mapping.dimensions),
    )
    keys = dict.fromkeys((*own, *(dimension.key for dimension in DIMENSIONS)))
    return {key: _dimension_name(key, known, mapping.dimensions, say) for key in keys}


def _dimension_name(key: str, known: Known, own: tuple[tuple[str, str, str], ...], say: Say) -> str:
    """What a dimension is called: by the fair, by this file, or in the standard questionnaire."""
    for dimension in known.dimensions:
        if dimension.dimension_id == key:
            return say.name(dimension.name_zh, dimension.name_en)
    for own_key, zh, en in own:
        if own_key == key:
            return say.name(zh, en)
    standard = standard_dimension(key)
    return say.name(standard.name_zh, standard.name_en) if standard else key


def meaning_of(use: ColumnUse) -> str:
    """A column's meaning as one word: 'field:name', 'measure:overall', 'item' …"""
    return f"{use.target}:{use.key}" if use.target in ("field", "measure") else use.target


def row_of(use: ColumnUse, column: ColumnSeen, say: Say) -> Row:
    """One row of the table; empty cells are None."""
    low, high = use.scale or (None, None)
    return {
        "column": column.name,
        "example": " · ".join(value for value, _ in column.common[:4])[:120],
        "meaning": meaning_of(use),
        "dimension": use.dimension or None,
        "name": say.name(use.name_zh, use.name_en) or None,
        "low": low,
        "high": high,
        "reversed": use.is_reversed,
        "missing": ", ".join(use.missing) or None,
        "separator": use.separator.replace("\n", "\\n") or None,
        "unit": use.unit,
    }


def edited(
    row: Row, before: ColumnUse, column: ColumnSeen, say: Say, titles: tuple[str, ...] = ()
) -> ColumnUse:
    """A column's meaning after its row was edited; as it was where nothing is different."""
    cells = {
        name: None if value is None or value != value else value for name, value in row.items()
    }
    if all(value == row_of(before, column, say)[name] for name, value in cells.items()):
        return before
    if cells["meaning"] != meaning_of(before):
        return anew(str(cells["meaning"]), column, titles)
    is_open = before.doubt in BLOCKING and all(
        cells[cell] == row_of(before, column, say)[cell] for cell in SCALED
    )
    use = replace(
        before, doubt=before.doubt if is_open else "", unit=float(cells.get("unit") or before.unit)
    )
    return _rated(use, cells, say) if "dimension" in cells else use


def _rated(use: ColumnUse, cells: Row, say: Say) -> ColumnUse:
    name = str(cells["name"] or "").strip()
    is_renamed = name != say.name(use.name_zh, use.name_en)
    use = _named(use, name, say.language) if is_renamed else use
    is_scaled = cells["low"] is not None and cells["high"] is not None
    is_moved = (cells["dimension"] or "") != use.dimension
    is_turned = bool(cells["reversed"]) != use.is_reversed
    return replace(
        use,
        dimension=cells["dimension"] or "",
        key="" if use.target in RATED and (is_renamed or is_moved) else use.key,
        scale=(float(cells["low"]), float(cells["high"])) if is_scaled else None,
        is_reversed=bool(cells["reversed"]),
        direction=("down" if cells["reversed"] else "up") if is_turned else use.direction,
        missing=tuple(code for code in CODES.split(str(cells["missing"] or "")) if code),
        separator=str(cells["separator"] or "").replace("\\n", "\n"),
    )


def _named(use: ColumnUse, name: str, language: Language) -> ColumnUse:
    return replace(use, name_zh=name) if language == "zh" else replace(use, name_en=name)


def anew(meaning: str, column: ColumnSeen, titles: tuple[str, ...] = ()) -> ColumnUse:
    """A column given another meaning, with what its header, its values and the title say of it."""
    target, _, key = meaning.partition(":")
    use = ColumnUse(column.name, cast(Target, target), key, separator=column.separator)
    asked = read_question(column.name)
    label = asked.label or (column.name if target == "profile" else "")
    if target in (*RATED, "profile"):
        use = _named(use, label, "en" if label.isascii() else "zh")
    if target == "profile":
        return replace(use, key=slug(label))
    if target == "field" and key in COUNTED_KEYS:
        return as_written(use, column)
    if target == "field" and key in MONEY:
        return in_money(use, column, titles)
    if not use.is_rating:
        return use
    guess = guess_scale(column, asked.scale, key)
    use = replace(
        use, scale=guess.scale, missing=guess.missing, is_reversed=column.direction == "down"
    )
    use = replace(use, doubt=guess.doubt if guess.doubt in BLOCKING else "")
    return replace(use, dimension=asked.dimension or OTHER) if target in RATED else use
