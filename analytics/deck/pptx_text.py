"""Text on slides: boxes whose text was measured to fit, every run in a font that has Chinese."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from analytics.deck import text_size
from analytics.look import theme

# On every Windows and with every Office; other systems put their own Chinese font in its place.
FONT = "Microsoft YaHei"
# There everywhere, or one as wide: a system without YaHei would set our digits far wider.
LATIN = "Arial"
TYPEFACES = {"latin": LATIN, "ea": FONT, "cs": LATIN}
EMU = 12_700  # a point
DARK = 140_000
SPEECH = {"zh": ("zh-CN", "en-US"), "en": ("en-US", "zh-CN")}


def office(colour: str) -> str:
    """A colour of the theme as Office files write it."""
    return colour.lstrip("#").upper()


INK, SOFT, WHITE = (
    office(colours["light"]) for colours in (theme.TEXT, theme.SOFT_TEXT, theme.BACKGROUND)
)
RULE, PALE, FAR, FIRST = map(
    office, (theme.AXIS_LINE, theme.BAND, theme.FOOT_TEXT, theme.CATEGORY["light"][0])
)


def is_dark(colour: str) -> bool:
    """Whether white reads better on it than ink."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return red * 299 + green * 587 + blue * 114 < DARK


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


@dataclass(frozen=True)
class Style:
    """How a text is set: the sizes to try, the largest first, and what it looks like there."""

    sizes: tuple[float, ...]
    colour: str = INK
    is_bold: bool = False
    align: str = "l"
    anchor: str = "t"
    most: int | None = None

    def fitted(self, text: str, box: Box) -> text_size.Setting:
        """The text as large as fits the box."""
        room = (box.width, box.height)
        return text_size.fitted(text, room, self.sizes, is_bold=self.is_bold, most=self.most)


def write(slide: Any, text: str, box: Box, style: Style) -> text_size.Setting:
    """A text box with the text as large as fits."""
    return fill(slide.shapes.add_textbox(*box.emu()), text, box, style)


def fill(shape: Any, text: str, box: Box, style: Style) -> text_size.Setting:
    """Put text into a shape, as large as fits the box."""
    from pptx.enum.text import MSO_ANCHOR

    setting = style.fitted(text, box)
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    anchors = {"t": MSO_ANCHOR.TOP, "ctr": MSO_ANCHOR.MIDDLE, "b": MSO_ANCHOR.BOTTOM}
    frame.vertical_anchor = anchors[style.anchor]
    set_paragraph(
        frame.paragraphs[0],
        setting.text,
        setting.size,
        colour=style.colour,
        is_bold=style.is_bold,
        align=style.align,
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
    """One run in one paragraph.

    Lines have a fixed height: what one font needs must not push another font's text out.
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
    """Give all runs, empty paragraphs and chart texts below `root` the font and the language."""
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
