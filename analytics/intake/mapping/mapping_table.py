"""A mapping as the rows of a table that a person edits, and back."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, cast

from analytics.intake.cells.text_keys import slug
from analytics.intake.mapping.amount_columns import as_written, in_money
from analytics.intake.mapping.column_use import BLOCKING, ColumnUse, Mapping, Target
from analytics.intake.mapping.dimension_name import dimension_name
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.question_header import read_question
from analytics.intake.mapping.rating_scale import guess_scale
from analytics.intake.mapping.standard_questionnaire import DIMENSIONS, MEASURES, OTHER
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
        f"measure:{one.key}": say("Overall: {name}", name=say.name(one.name_zh, one.name_en))
        for one in MEASURES
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
    keys = dict.fromkeys((*own, *(one.key for one in DIMENSIONS)))
    return {key: dimension_name(key, known, mapping.dimensions, say) for key in keys}


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
    told = {name: None if value is None or value != value else value for name, value in row.items()}
    if all(value == row_of(before, column, say)[name] for name, value in told.items()):
        return before
    if told["meaning"] != meaning_of(before):
        return anew(str(told["meaning"]), column, titles)
    is_open = before.doubt in BLOCKING and all(
        told[cell] == row_of(before, column, say)[cell] for cell in SCALED
    )
    use = replace(
        before, doubt=before.doubt if is_open else "", unit=float(told.get("unit") or before.unit)
    )
    return _rated(use, told, say) if "dimension" in told else use


def _rated(use: ColumnUse, told: Row, say: Say) -> ColumnUse:
    name = str(told["name"] or "").strip()
    is_renamed = name != say.name(use.name_zh, use.name_en)
    use = _named(use, name, say.language) if is_renamed else use
    is_scaled = told["low"] is not None and told["high"] is not None
    is_moved = (told["dimension"] or "") != use.dimension
    is_turned = bool(told["reversed"]) != use.is_reversed
    return replace(
        use,
        dimension=told["dimension"] or "",
        key="" if use.target in RATED and (is_renamed or is_moved) else use.key,
        scale=(float(told["low"]), float(told["high"])) if is_scaled else None,
        is_reversed=bool(told["reversed"]),
        direction=("down" if told["reversed"] else "up") if is_turned else use.direction,
        missing=tuple(code for code in CODES.split(str(told["missing"] or "")) if code),
        separator=str(told["separator"] or "").replace("\\n", "\n"),
    )


def _named(use: ColumnUse, name: str, language: Language) -> ColumnUse:
    return replace(use, name_zh=name) if language == "zh" else replace(use, name_en=name)


def anew(meaning: str, column: ColumnSeen, titles: tuple[str, ...] = ()) -> ColumnUse:
    """A column given another meaning, with what its header, its values and the title say about
    that.
    """
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
