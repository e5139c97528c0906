"""The multiple-response sets of an SPSS file: which variables are the answers to one question.

A set of dichotomies becomes columns of ticks under the question's name; a set of categories, whose
variables hold the first, second … answer, one column with all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

SEPARATOR = "┋"


@dataclass(frozen=True)
class Variables:
    """The columns of a file: `names` of the variables, their headers, the cells of each as text."""

    names: list[str]
    header: list[str]
    columns: list[list[str]]


def with_response_sets(
    variables: Variables, values: Mapping[str, Any], sets: Mapping[str, Mapping[str, Any]]
) -> Variables:
    """The same columns with those of a set told as the answers to one question. `sets` as
    `pyreadstat` gives them.
    """
    places = {name.casefold(): place for place, name in enumerate(variables.names)}
    header, columns = list(variables.header), list(variables.columns)
    left_out: set[int] = set()
    for key, response_set in (sets or {}).items():
        members = [
            places[name.casefold()]
            for name in response_set["variable_list"]
            if name.casefold() in places
        ]
        question = str(response_set.get("label") or "").strip() or key.lstrip("$")
        if len(members) < 2:
            continue
        if response_set.get("is_dichotomy"):
            for place in members:
                header[place] = f"{question}: {variables.header[place]}"
                cells = values[variables.names[place]]
                columns[place] = [_tick(cell, response_set["counted_value"]) for cell in cells]
        else:
            header[members[0]] = question
            columns[members[0]] = _joined([columns[place] for place in members])
            left_out.update(members[1:])
    places_left = [place for place in range(len(header)) if place not in left_out]
    return Variables(
        [variables.names[place] for place in places_left],
        [header[place] for place in places_left],
        [columns[place] for place in places_left],
    )


def _tick(cell: Any, counted: Any) -> str:
    if cell is None or cell != cell or cell == "":
        return ""
    return "1" if str(cell).removesuffix(".0") == str(counted).removesuffix(".0") else "0"


def _joined(columns: list[list[str]]) -> list[str]:
    """The answers of each row, each once."""
    rows = zip(*columns, strict=True)
    return [SEPARATOR.join(dict.fromkeys(cell for cell in row if cell)) for row in rows]
