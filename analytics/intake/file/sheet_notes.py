"""What a small sheet beside the answers says: a code book, a legend, a page of instructions."""

from __future__ import annotations

import re
from itertools import pairwise

from analytics.intake.file.page import Page

MOST_ROWS, MOST_CELLS = 200, 12
LONGEST = 20_000
CODE = re.compile(r"-?\d{1,3}")


def text_of(page: Page) -> str:
    """The text of a small sheet, '1=very satisfied' for a code with its meaning beside it; '' for
    a sheet that is no note.
    """
    if len(page.rows) > MOST_ROWS:
        return ""
    lines = [_line([cell.strip() for cell in cells if cell.strip()]) for _, cells in page.rows]
    return "; ".join(line for line in lines if line)[:LONGEST]


def _line(cells: list[str]) -> str:
    """The cells of one line; a number belongs to the word behind it."""
    if len(cells) > MOST_CELLS:
        return ""
    signs = [
        "=" if CODE.fullmatch(left) and not CODE.fullmatch(right) else ", "
        for left, right in pairwise(cells)
    ]
    return "".join(cell + sign for cell, sign in zip(cells, [*signs, ""], strict=False))
