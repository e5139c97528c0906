"""How much room text takes, measured with the shipped font, so that what is set fits where it
stands.

Sizes are points; what a presentation program draws with its own Chinese font is at most a few per
cent wider (`WIDER`).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

from analytics.folders import FONTS
from analytics.text_width import NEVER_FIRST, TURNS, WORDS

WIDER = 1.06
LEADING = 1.25
ABOUT = 100  # the size the font is measured at
LATIN = 0x2300  # up to here the shipped font has its letters beyond GBK too
DROPPED = ("Cc", "Cs", "Co", "Cn", "Zl", "Zp")
BREAKS = re.compile(r"[^\S\u00a0\u202f]+")
TIED = str.maketrans({"\u00a0": "\x01", "\u202f": "\x01"})  # spaces no line breaks at
FOREIGN = 1.1  # letters the shipped font lacks come from another one, which may be wide


@dataclass(frozen=True)
class Setting:
    """Text broken into lines at a size."""

    lines: tuple[str, ...]
    size: float
    is_cut: bool = False

    @property
    def text(self) -> str:
        """In one piece: who shows it breaks it anew."""
        return "".join(self.lines).strip()

    @property
    def height(self) -> float:
        """In points."""
        return len(self.lines) * self.size * LEADING


@cache
def _font(is_bold: bool) -> Any:
    from PIL import ImageFont

    return ImageFont.truetype(
        str(FONTS / f"NotoSansCJKsc-{'Bold' if is_bold else 'Regular'}-gbk.otf"), ABOUT
    )


def clean(text: object, most: int = 2000) -> str:
    """One line of plain text that any program can hold: no control characters, single spaces."""
    shown = "".join(
        " " if unicodedata.category(letter) in DROPPED else letter
        for letter in TURNS.sub("", str(text))[:most]
    )
    return " ".join(word for word in BREAKS.split(shown) if word)


@cache
def _letter(letter: str, is_bold: bool) -> float:
    letter = " " if letter == "\x01" else letter
    if ord(letter) > LATIN and not letter.encode("gbk", "ignore"):
        return FOREIGN
    return float(_font(is_bold).getlength(letter)) / ABOUT


def width(text: str, size: float, *, is_bold: bool = False) -> float:
    """How wide a line runs, in points."""
    return sum(_letter(letter, is_bold) for letter in text) * size * WIDER


def wrapped(text: str, size: float, room: float, *, is_bold: bool = False) -> tuple[str, ...]:
    """The text in lines none wider than `room` points; a line keeps the space it breaks at."""
    lines: list[list[str]] = [[]]
    for word in WORDS.findall(text.translate(TIED)):
        for piece in _pieces(word, size, room, is_bold):
            longer = "".join((*lines[-1], piece)).rstrip()
            if lines[-1] and width(longer, size, is_bold=is_bold) > room:
                lines.append(_carried(lines[-1], piece))
            lines[-1].append(piece)
    return tuple("".join(line).replace("\x01", "\u00a0") for line in lines)


def _carried(line: list[str], piece: str) -> list[str]:
    """What goes down to the next line with a piece that may not begin one: the piece before it."""
    return [line.pop()] if piece[0] in NEVER_FIRST and len(line) > 1 else []


def _pieces(word: str, size: float, room: float, is_bold: bool) -> list[str]:
    """A word wider than a line, in parts that fit one."""
    if width(word.rstrip(), size, is_bold=is_bold) <= room:
        return [word]
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size, is_bold=is_bold) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def fitted(
    text: str,
    room: tuple[float, float],
    sizes: tuple[float, ...],
    *,
    is_bold: bool = False,
    most: int | None = None,
) -> Setting:
    """The text at the largest of `sizes` at which it fits a box of points; at the smallest, cut to
    what fits.

    `most` is how many lines are wanted at the most.
    """
    across, down = room
    plain = clean(text)
    for size in sizes:
        lines = wrapped(plain, size, across, is_bold=is_bold)
        if len(lines) <= _lines(down, size, most) and size * LEADING <= down + 0.5:
            return Setting(lines, size)
    count = _lines(down, sizes[-1], most)
    return Setting(_cut(lines, count, sizes[-1], across, is_bold), sizes[-1], is_cut=True)


def _lines(down: float, size: float, most: int | None) -> int:
    fits = max(1, int((down + 0.5) // (size * LEADING)))
    return fits if most is None else min(fits, most)


def _cut(
    lines: tuple[str, ...], count: int, size: float, across: float, is_bold: bool
) -> tuple[str, ...]:
    last = lines[count - 1]
    while last and width(last + "…", size, is_bold=is_bold) > across:
        last = last[:-1]
    return (*lines[: count - 1], last.rstrip(" ,;:，；：、") + "…")


def shortened(text: str, size: float, room: float, *, is_bold: bool = False) -> str:
    """One line of it, with an ellipsis where there is more."""
    return fitted(text, (room, size * LEADING), (size,), is_bold=is_bold, most=1).lines[0]
