"""The presentation slides are set on: ours in 16:9, or a company's own template with its master.

A slide's title is a real title placeholder, so that outlines, screen readers and "reset slide" find
it where it belongs.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from analytics.deck.pptx_text import EMU, FIRST, TYPEFACES, Box, office
from analytics.errors import Unreadable
from analytics.look import theme

WIDE, HIGH = 960.0, 540.0
OLD_WIDE = 720  # of the 4:3 slides that python-pptx begins with
MARGIN, TOP = 43.0, 34.0
TITLE_HEIGHT = 74.0
FOOT = 22.0
KEPT_LAYOUTS = ("Title Slide", "Title Only")


class Stage:
    """An empty presentation and where things stand on it, in points, however large its slides."""

    def __init__(
        self, template: Path | None = None, size: tuple[float, float] = (WIDE, HIGH)
    ) -> None:
        self.presentation: Any = _of_company(template) if template else _ours(*size)
        self.is_ours = template is None
        self.width = self.presentation.slide_width / EMU
        self.height = self.presentation.slide_height / EMU
        self.margin = MARGIN * self.width / WIDE
        self._layout = _layout_with_title(self.presentation)

    def slide(self) -> Any:
        """One more slide, with an empty title."""
        slide = self.presentation.slides.add_slide(self._layout)
        for placeholder in list(slide.placeholders):
            if placeholder.placeholder_format.idx != 0:
                placeholder._element.getparent().remove(placeholder._element)
        return slide

    def title_box(self, slide: Any) -> Box:
        """Where titles stand: where a template wants them, if that leaves room for a figure."""
        title = slide.shapes.title
        if not self.is_ours and title is not None and title.width:
            left, top, width, height = (
                part / EMU for part in (title.left, title.top, title.width, title.height)
            )
            if top + height < self.height * 0.32:
                return Box(left, top, width, max(height, 44.0))
        return Box(self.margin, TOP, self.width - 2 * self.margin, TITLE_HEIGHT)

    def body(self, below: float) -> Box:
        """What is left between the line `below` the title and the small print."""
        return Box(self.margin, below, self.width - 2 * self.margin, self.height - below - 62)

    def small(self) -> Box:
        """Where the small print stands."""
        return Box(self.margin, self.height - 58, self.width - 2 * self.margin, 26)

    def foot(self) -> Box:
        """The last line."""
        return Box(self.margin, self.height - 26, self.width - 2 * self.margin, 13)


def _ours(wide: float, high: float) -> Any:
    from pptx import Presentation
    from pptx.util import Emu

    presentation = Presentation()
    presentation.slide_width = Emu(round(wide * EMU))
    presentation.slide_height = Emu(round(high * EMU))
    for layout in list(presentation.slide_layouts):
        if layout.name not in KEPT_LAYOUTS:
            presentation.slide_layouts.remove(layout)
    for holder in (presentation.slide_master, *presentation.slide_layouts):
        _refit(holder, wide)
    _dress(presentation.slide_master)
    return presentation


def _refit(holder: Any, wide: float) -> None:
    """The placeholders of a master or layout made for 4:3, moved to where our slides have them."""
    title = Box(MARGIN, TOP, wide - 2 * MARGIN, TITLE_HEIGHT).emu()
    for shape in holder.placeholders:
        if shape.placeholder_format.idx == 0:
            shape.left, shape.top, shape.width, shape.height = title
        elif holder.name:
            shape._element.getparent().remove(shape._element)
        else:
            shape.left = round(shape.left * wide / OLD_WIDE)
            shape.width = round(shape.width * wide / OLD_WIDE)


def _dress(master: Any) -> None:
    """Our colours and our font in the theme, so that what people add looks like what is there."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    part._blob = dressed(part.blob)


def dressed(blob: bytes) -> bytes:
    """A theme with our palette as its accents and our fonts for every script."""
    from lxml import etree
    from pptx.oxml.ns import qn

    root = etree.fromstring(blob)
    for number, colour in enumerate(theme.CATEGORY["light"][:6], start=1):
        for accent in root.iter(qn(f"a:accent{number}")):
            accent[:] = [accent.makeelement(qn("a:srgbClr"), {"val": office(colour)})]
    for fonts in root.iter(qn("a:majorFont"), qn("a:minorFont")):
        for tag, typeface in TYPEFACES.items():
            fonts.find(qn(f"a:{tag}")).set("typeface", typeface)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _of_company(template: Path) -> Any:
    """The template without its slides. Raises Unreadable where it is no presentation."""
    from pptx import Presentation

    try:
        presentation = Presentation(str(template))
    except Exception as error:  # a stranger's file: whatever is wrong with it, it is no template
        raise Unreadable("no_template", {"file": template.name}) from error
    slide_ids = presentation.slides._sldIdLst
    for slide in list(slide_ids):
        presentation.part.drop_rel(slide.rId)
        slide_ids.remove(slide)
    return presentation


def _layout_with_title(presentation: Any) -> Any:
    """The plainest layout with a title: a title and little else."""
    titled = [
        layout
        for layout in presentation.slide_layouts
        if any(placeholder.placeholder_format.idx == 0 for placeholder in layout.placeholders)
    ]
    if not titled:
        raise Unreadable("no_template", {"file": ""})
    return min(titled, key=lambda layout: (_is_title_slide(layout), len(layout.placeholders)))


def _is_title_slide(layout: Any) -> bool:
    return layout.name.strip().lower() in ("title slide", "标题幻灯片")


def accent(slide: Any, box: Box, colour: str = FIRST) -> None:
    """A bar in one colour, the first where none is named."""
    from pptx.dml.color import RGBColor
    from pptx.enum.shapes import MSO_SHAPE

    bar = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *box.emu())
    bar.fill.solid()
    bar.fill.fore_color.rgb = RGBColor.from_string(colour)
    bar.line.fill.background()
    bar.shadow.inherit = False
