"""Text on slides: boxes whose text was measured to fit, and every run in a font that has
Chinese.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from analytics.deck import text_size
from analytics.look import theme

FONT = (  # on every Windows and with every Office; other systems put their own Chinese font in its place
    "Microsoft YaHei"
)
LATIN = (  # there everywhere, or one of the same widths: a system without YaHei would set our digits far wider
    "Arial"
)
TYPEFACES = {"latin": LATIN, "ea": FONT, "cs": LATIN}
INK, SOFT, RULE, PALE = "1F2733", "5B6572", "C9D0D8", "F4F6F8"
FIRST = theme.CATEGORY["light"][0].lstrip("#").upper()
EMU = 12_700  # a point
SPEECH = {"zh": ("zh-CN", "en-US"), "en": ("en-US", "zh-CN")}


@dataclass(frozen=True)
class Box:
    """A place on a slide, in points."""

    left: float
    top: float
    width: float
    height: float

    def emu(self) -> tuple[int, int, int, int]:
        """As python-pptx takes it."""
        return tuple(round(part * EMU) for part in (self.left, self.top, self.width, self.height))  # type: ignore[return-value]


def write(
    slide: Any,
    text: str,
    box: Box,
    sizes: tuple[float, ...],
    *,
    colour: str = INK,
    is_bold: bool = False,
    align: str = "l",
    anchor: str = "t",
    most: int | None = None,
) -> text_size.Setting:
    """A text box with the text as large as fits."""
    return fill(
        slide.shapes.add_textbox(*box.emu()),
        text,
        box,
        sizes,
        colour=colour,
        is_bold=is_bold,
        align=align,
        anchor=anchor,
        most=most,
    )


def fill(
    shape: Any,
    text: str,
    box: Box,
    sizes: tuple[float, ...],
    *,
    colour: str = INK,
    is_bold: bool = False,
    align: str = "l",
    anchor: str = "t",
    most: int | None = None,
) -> text_size.Setting:
    """Put text into a shape, as large as fits the box."""
    from pptx.enum.text import MSO_ANCHOR

    setting = text_size.fitted(text, (box.width, box.height), sizes, is_bold=is_bold, most=most)
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = {"t": MSO_ANCHOR.TOP, "ctr": MSO_ANCHOR.MIDDLE, "b": MSO_ANCHOR.BOTTOM}[
        anchor
    ]
    set_paragraph(
        frame.paragraphs[0], setting.text, setting.size, colour=colour, is_bold=is_bold, align=align
    )
    return setting


def set_paragraph(
    paragraph: Any,
    text: str,
    size: float,
    *,
    colour: str = INK,
    is_bold: bool = False,
    align: str = "l",
) -> None:
    """One run in one paragraph, with lines of a fixed height: what one font needs must not push
    another font's text out.
    """
    from pptx.dml.color import RGBColor
    from pptx.enum.text import PP_ALIGN
    from pptx.util import Pt

    paragraph.alignment = {"l": PP_ALIGN.LEFT, "r": PP_ALIGN.RIGHT, "ctr": PP_ALIGN.CENTER}[align]
    paragraph.line_spacing = Pt(size * text_size.LEADING)
    run = paragraph.add_run()
    run.text = text_size.clean(text)
    run.font.size, run.font.bold = Pt(size), is_bold
    run.font.color.rgb = RGBColor.from_string(colour)


def speak(root: Any, language: str) -> None:
    """Give every run, every empty paragraph and every chart text below `root` the font and the
    language.
    """
    from pptx.oxml.ns import qn

    for run in root.iter(qn("a:r"), qn("a:fld")):
        if run.find(qn("a:rPr")) is None:
            run.insert(0, run.makeelement(qn("a:rPr"), {}))
    for properties in root.iter(qn("a:rPr"), qn("a:defRPr"), qn("a:endParaRPr")):
        for tag in TYPEFACES:
            for old in properties.findall(qn(f"a:{tag}")):
                properties.remove(old)
        _insert_fonts(properties)
        if properties.tag != qn("a:defRPr"):
            properties.set("lang", SPEECH[language][0])
            properties.set("altLang", SPEECH[language][1])


def _insert_fonts(properties: Any) -> None:
    """In the order the schema wants: after line, fill and effects, before symbols and links."""
    from pptx.oxml.ns import qn

    after = {
        qn(f"a:{name}")
        for name in ("ln", "noFill", "solidFill", "gradFill", "effectLst", "highlight")
    }
    at = sum(1 for child in properties if child.tag in after)
    for step, (tag, typeface) in enumerate(TYPEFACES.items()):
        font = properties.makeelement(qn(f"a:{tag}"), {"typeface": typeface})
        properties.insert(at + step, font)
