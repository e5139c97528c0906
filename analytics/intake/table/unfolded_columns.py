"""Cells that hold several questions each: a grid ("Hall: good ↵ Catering: poor") or an order
("Price → Service → Hall"). Each question becomes a column of its own, called "header [question]".

A cell is taken apart only where all cells of its column can be: every part of a grid names what it
answers, every order names the same things.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import pyarrow as pa

from analytics.intake.cells.rating import NOT_SAID
from analytics.intake.cells.remark import Remarks
from analytics.intake.cells.text_keys import NUMBERING, name_key
from analytics.intake.cells.vocabulary import either, vocabulary
from analytics.intake.table.text_table import Sheet

PAIR = re.compile(r"\s*([^:：=\n]{1,80}?)\s*[:：=]\s*([^:：=\n]{0,60}?)\s*")
GRID_SIGNS = ("\n", ";", "；", "┋", "|", " / ")
ORDER_SIGNS = ("→", "->", "⇒", ">", "＞", "┋", "\n", ";", "；", "|", "、", ",", "，")
RANKED = re.compile(either(vocabulary()["about"]["ranked"]), re.IGNORECASE)
FEWEST_CELLS, FEWEST_PARTS = 3, 2
MOST_PARTS, MOST_CELLS = 40, 5_000
OFTEN = 0.5
Parts = dict[str, str]


def with_unfolded(sheet: Sheet, remarks: Remarks) -> Sheet:
    """The sheet with each such column in pieces; it is said of every column that was cut."""
    names: list[str] = []
    columns: list[pa.DictionaryArray] = []
    for name, column in zip(sheet.names, sheet.columns, strict=True):
        pieces = _pieces(name, column.dictionary.to_pylist())
        if pieces is None:
            names.append(name)
            columns.append(column)
            continue
        labels, parts = pieces
        remarks.add("column_unfolded", column=name, count=str(len(labels)))
        for label in labels:
            names.append(_unique(f"{name} [{label}]", {*names, *sheet.names}))
            columns.append(_column([of_cell.get(label) for of_cell in parts], column))
    return replace(sheet, names=tuple(names), columns=tuple(columns))


def _unique(name: str, used: set[str]) -> str:
    numbered = (f"{name} ({number})" for number in range(2, 1000))
    return name if name not in used else next(other for other in numbered if other not in used)


def _column(texts: list[str | None], column: pa.DictionaryArray) -> pa.DictionaryArray:
    return pa.array(texts, pa.string()).take(column.indices).dictionary_encode()


def _pieces(name: str, cells: list[str]) -> tuple[list[str], list[Parts]] | None:
    """The questions in the cells of a column, and of each different cell the answers; None where
    they hold none.
    """
    answered = [cell for cell in cells if name_key(cell) not in NOT_SAID]
    if not FEWEST_CELLS <= len(answered) <= MOST_CELLS:
        return None
    for cut in _ways(name, answered):
        parts = [cut(cell) if name_key(cell) not in NOT_SAID else {} for cell in cells]
        labels = list(dict.fromkeys(label for of_cell in parts for label in of_cell))
        if FEWEST_PARTS <= len(labels) <= MOST_PARTS:
            return labels, parts
    return None


def _ways(name: str, cells: list[str]) -> Iterator[Callable[[str], Parts]]:
    """Every way to take all of these cells apart."""
    for sign in GRID_SIGNS:
        if _is_grid([_pairs(cell, sign) for cell in cells]):
            yield partial(_pairs, sign=sign)
    if _is_grid([_object(cell) for cell in cells]):
        yield _object
    for sign in ORDER_SIGNS:
        if _is_order([_sequence(cell, sign) for cell in cells], bool(RANKED.search(name))):
            yield partial(_places, sign=sign)


def _pairs(cell: str, sign: str) -> Parts:
    """Question -> answer; nothing where one part of the cell is no pair."""
    parts = [part for part in cell.split(sign) if part.strip()]
    pairs = [PAIR.fullmatch(part) for part in parts]
    if not all(pair and not pair[1].strip().isdigit() for pair in pairs):
        return {}
    question_and_answer = [(pair[1].strip(), pair[2].strip()) for pair in pairs if pair]
    of_cell = dict(question_and_answer)
    return of_cell if len(of_cell) == len(question_and_answer) else {}


def _object(cell: str) -> Parts:
    """The same of a cell that holds an object of JSON."""
    if not cell.lstrip().startswith("{"):
        return {}
    try:
        values = json.loads(cell)
    except ValueError:
        return {}
    is_flat = all(isinstance(value, (str, int, float)) for value in values.values())
    return {str(label): f"{value}" for label, value in values.items()} if is_flat else {}


def _is_grid(cells: list[Parts]) -> bool:
    """Does every cell answer some of a few questions, each of which comes back."""
    times = Counter(label for of_cell in cells for label in of_cell)
    if not all(cells) or not FEWEST_PARTS <= len(times) <= MOST_PARTS:
        return False
    return min(times.values()) >= OFTEN * len(cells) and max(map(len, cells)) >= FEWEST_PARTS


def _sequence(cell: str, sign: str) -> list[str]:
    parts = (NUMBERING.sub("", part).strip() for part in cell.split(sign))
    return [part for part in parts if part]


def _places(cell: str, sign: str) -> Parts:
    return {part: str(place) for place, part in enumerate(_sequence(cell, sign), start=1)}


def _is_order(cells: list[list[str]], is_named_so: bool) -> bool:
    """Do all cells name the same things in different orders; the first of them are enough where
    the header asks for an order.
    """
    times = Counter(part for parts in cells for part in parts)
    if any(len(set(parts)) < len(parts) for parts in cells) or not times:
        return False
    if not 3 - is_named_so <= len(times) <= MOST_PARTS // 2 or len(set(map(tuple, cells))) < 2:
        return False
    if all(part.isdigit() for part in times):
        return False
    is_whole = all(len(parts) == len(times) for parts in cells)
    is_often = sum(len(parts) > 1 for parts in cells) * 2 > len(cells)
    return is_whole or (is_named_so and is_often and len(times) < len(cells))
