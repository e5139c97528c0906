"""The laws that files are drawn for."""

from __future__ import annotations

from tests.meaning.mutations import (
    batteries,
    directions,
    lines,
    question_types,
    rows,
    scales,
    shapes,
    units,
)
from tests.meaning.mutations.drawn_file import Draw

LAWS: dict[str, Draw] = {
    "batteries": batteries.draw,
    "scales": scales.draw,
    "directions": directions.draw,
    "question_types": question_types.draw,
    "lines": lines.draw,
    "rows": rows.draw,
    "shapes": shapes.draw,
    "units": units.draw,
}
