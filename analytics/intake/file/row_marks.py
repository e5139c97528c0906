"""Lines of a sheet that somebody hid, filtered out or struck through: in the sheet's own XML."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from pathlib import Path

from analytics.intake.file.error_cells import part_of
from analytics.intake.file.file_type import is_zip

AT_ONCE = 1 << 20
STYLES = "xl/styles.xml"
ROW_TAG = re.compile(rb"<(?:\w+:)?row\s[^>]*>")
NUMBER = re.compile(rb'\sr="(\d+)"')
HIDDEN = re.compile(rb'\shidden="(?:1|true)"')
FONTS, FORMATS = (
    re.compile(rb"<fonts.*?</fonts>", re.S),
    re.compile(rb"<cellXfs.*?</cellXfs>", re.S),
)
FONT = re.compile(rb"<font\s*/>|<font[\s>].*?</font>", re.S)
FORMAT = re.compile(rb"<xf\s[^>]*>")
FONT_ID = re.compile(rb'\sfontId="(\d+)"')
STRUCK = re.compile(rb'<strike(?:\s+val="(?:1|true)")?\s*/>')
FILLED_CELL = re.compile(rb"<c\s([^>]*[^/])>")
PLACE, STYLE = re.compile(rb'(?:^|\s)r="[A-Z]+(\d+)"'), re.compile(rb'(?:^|\s)s="(\d+)"')


def hidden_and_struck(path: Path, sheet: str) -> tuple[frozenset[int], frozenset[int]]:
    """The lines of a sheet (1-based) that are hidden, and those most of whose cells are struck
    through; none of a workbook that is no .xlsx. Raises what zipfile raises for a damaged package.
    """
    part = part_of(path, sheet) if is_zip(path) else ""
    if not part:
        return frozenset(), frozenset()
    with zipfile.ZipFile(path) as packed:
        styles = _struck_styles(packed.read(STYLES)) if STYLES in packed.namelist() else set()
        return _hidden(packed, part), _struck(packed.read(part), styles) if styles else frozenset()


def _hidden(packed: zipfile.ZipFile, part: str) -> frozenset[int]:
    hidden: set[int] = set()
    with packed.open(part) as data:
        rest = b""
        while piece := data.read(AT_ONCE):
            text = rest + piece
            if b'hidden="' in text:
                hidden.update(_hidden_lines(text))
            rest = text[text.rfind(b"<") :] if b"<" in text else b""
    return frozenset(hidden)


def _hidden_lines(text: bytes) -> list[int]:
    tags = (tag[0] for tag in ROW_TAG.finditer(text))
    numbers = (NUMBER.search(tag) for tag in tags if HIDDEN.search(tag))
    return [int(number[1]) for number in numbers if number]


def _struck_styles(styles: bytes) -> set[bytes]:
    """The numbers of the cell formats whose font is struck through."""
    fonts, formats = FONTS.search(styles), FORMATS.search(styles)
    if not fonts or not formats or b"<strike" not in fonts[0]:
        return set()
    struck = {
        str(n).encode() for n, font in enumerate(FONT.findall(fonts[0])) if STRUCK.search(font)
    }
    numbers = [FONT_ID.search(tag) for tag in FORMAT.findall(formats[0])]
    return {str(n).encode() for n, font in enumerate(numbers) if font and font[1] in struck}


def _struck(sheet: bytes, styles: set[bytes]) -> frozenset[int]:
    """Lines at least half of whose filled cells have such a format."""
    filled, struck = Counter[int](), Counter[int]()
    for cell in FILLED_CELL.finditer(sheet):
        place, style = PLACE.search(cell[1]), STYLE.search(cell[1])
        if place:
            filled[int(place[1])] += 1
            struck[int(place[1])] += bool(style and style[1] in styles)
    return frozenset(line for line, count in struck.items() if count * 2 >= filled[line] > 0)
