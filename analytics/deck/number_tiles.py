"""Key numbers on a slide: where the parts of each tile stand, whatever the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from analytics.deck.pptx_text import FIRST, INK, SOFT, Box, Style
from analytics.figures.key_number import KeyNumber

MOST_ACROSS, HIGHEST, GAP = 4, 168.0, 18.0
LABEL = Style((14.0, 13.0, 12.0, 11.0, 10.0), SOFT, anchor="b", most=2)
VALUE = Style((38.0, 34.0, 30.0, 26.0, 22.0, 18.0), FIRST, is_bold=True, most=1)
BEFORE = Style((13.0, 12.0, 11.0, 10.0), INK, most=1)
BADGE = Style((12.0, 11.0, 10.0, 9.0), SOFT, most=2)


def tiles(numbers: Sequence[KeyNumber], body: Box) -> Iterator[tuple[str, Box, Style]]:
    """Every text of the row with its place; two rows where there are more than four."""
    lines = ceil(len(numbers) / MOST_ACROSS) or 1
    across = ceil(len(numbers) / lines) or 1
    width = (body.width - GAP * (across - 1)) / across
    height = min(HIGHEST, (body.height - GAP * (lines - 1)) / lines)
    for at, number in enumerate(numbers):
        left = body.left + at % across * (width + GAP)
        yield from _tile(number, Box(left, body.top + at // across * (height + GAP), width, height))


def _tile(number: KeyNumber, place: Box) -> Iterator[tuple[str, Box, Style]]:
    parts = (
        (number.label, 0.22, LABEL),
        (number.value, 0.34, VALUE),
        (number.before, 0.14, BEFORE),
        (number.badge, 0.24, BADGE),
    )
    top = place.top
    for text, share, style in parts:
        height = place.height * share
        if text:
            yield text, Box(place.left, top, place.width, height), style
        top += height
