"""The parts of a native chart that python-pptx has no words for, as elements: no text is markup."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import isfinite
from typing import Any

from analytics.deck import text_size
from analytics.deck.pptx_text import WHITE

Element = Any
BEFORE_DATA = ("c:cat", "c:xVal", "c:val", "c:yVal")


def qualified(tag: str) -> str:
    """The full name of an element that is given by its prefixed one."""
    from pptx.oxml.ns import qn

    return str(qn(tag))


def make(tag: str, *children: Element, **attributes: object) -> Element:
    """An element of the drawing or chart vocabulary, by its prefixed name."""
    from lxml import etree
    from pptx.oxml.ns import _nsmap

    element = etree.Element(
        qualified(tag),
        {name: str(value) for name, value in attributes.items()},
        nsmap={prefix: _nsmap[prefix] for prefix in ("a", "c", "r")},
    )
    element.extend(children)
    return element


def text_properties(
    size: float, colour: str, *, is_bold: bool = False, wraps: bool = True
) -> Element:
    """How the text of an axis, a legend or a label looks."""
    shape = make("a:bodyPr", wrap="square" if wraps else "none", anchor="ctr")
    return make("c:txPr", shape, make("a:lstStyle"), _paragraph(size, colour, is_bold))


def _paragraph(
    size: float, colour: str, is_bold: bool, text: str | None = None, align: str | None = None
) -> Element:
    look = {"sz": round(size * 100), "b": int(is_bold)}
    aside = {"algn": align} if align else {}
    paragraph = make("a:p", make("a:pPr", make("a:defRPr", fill(colour), **look), **aside))
    if text is None:
        paragraph.append(make("a:endParaRPr"))
    else:
        words = make("a:t")
        words.text = text_size.clean(text)
        paragraph.append(make("a:r", make("a:rPr", fill(colour), **look), words))
    return paragraph


def fill(colour: str | None, strength: float = 1.0) -> Element:
    """A plain fill; none without a colour."""
    if colour is None:
        return make("a:noFill")
    shade = make("a:srgbClr", val=colour)
    if strength < 1:
        shade.append(make("a:alpha", val=round(strength * 100_000)))
    return make("a:solidFill", shade)


def line(
    colour: str | None, width: float = 1.0, dash: str | None = None, strength: float = 1.0
) -> Element:
    """A line of so many points, or no line."""
    drawn = make("a:ln", fill(colour, strength), w=round(width * 12_700))
    if dash:
        drawn.append(make("a:prstDash", val=dash))
    return drawn


def look(*parts: Element) -> Element:
    """The shape properties of a series, a point or an area."""
    return make("c:spPr", *parts)


def marker(colour: str | None, size: int = 9, strength: float = 1.0, edge: str = WHITE) -> Element:
    """A round mark, or none."""
    if colour is None:
        return make("c:marker", make("c:symbol", val="none"))
    drawn = look(fill(colour, strength), line(edge, 0.75))
    return make("c:marker", make("c:symbol", val="circle"), make("c:size", val=size), drawn)


def labels(
    words: Mapping[int, str] | None,
    where: str,
    size: float,
    colour: str,
    *,
    number_format: str | None = None,
    align: str | None = None,
    only: Iterable[int] | None = None,
    is_bold: bool = False,
    codes: Mapping[int, str] | None = None,
) -> Element:
    """Data labels: `words` beside single points, or values in a number format: all or `only` some,
    or each in its own of `codes`.
    """
    parts: list[Element] = []
    if words is not None:
        parts = [
            _text_label(at, text, where, size, colour, align)
            for at, text in sorted(words.items())
            if text
        ]
    elif only is not None or codes is not None:
        own = codes or dict.fromkeys(only or (), number_format)
        parts = [
            make("c:dLbl", make("c:idx", val=at), *_value_style(where, size, colour, code, is_bold))
            for at, code in sorted(own.items())
        ]
    has_values = words is None and only is None
    style = _value_style(where, size, colour, number_format, is_bold, value=has_values)
    return make("c:dLbls", *parts, *style)


def _text_label(
    at: int, text: str, where: str, size: float, colour: str, align: str | None
) -> Element:
    paragraphs = (_paragraph(size, colour, False, line, align) for line in text.split("\n"))
    body = make("a:bodyPr", wrap="none", anchor="ctr")
    rich = make("c:rich", body, make("a:lstStyle"), *paragraphs)
    return make("c:dLbl", make("c:idx", val=at), make("c:tx", rich), *_contents(where, value=True))


def _value_style(
    where: str,
    size: float,
    colour: str,
    number_format: str | None,
    is_bold: bool,
    *,
    value: bool = True,
) -> list[Element]:
    form = [make("c:numFmt", formatCode=number_format, sourceLinked=0)] if number_format else []
    quiet = look(fill(None), line(None))
    letters = text_properties(size, colour, is_bold=is_bold, wraps=False)
    return [*form, quiet, letters, *_contents(where, value=value)]


def _contents(where: str, *, value: bool) -> list[Element]:
    """Which of the things that a label can show it shows."""
    shown = {
        "LegendKey": 0,
        "Val": int(value),
        "CatName": 0,
        "SerName": 0,
        "Percent": 0,
        "BubbleSize": 0,
    }
    return [
        make("c:dLblPos", val=where),
        *(make(f"c:show{name}", val=is_on) for name, is_on in shown.items()),
    ]


def error_bars(
    minus: tuple[str, Sequence[float | None]],
    plus: tuple[str, Sequence[float | None]],
    colour: str,
    width: float,
    *,
    direction: str | None = None,
    strength: float = 1.0,
) -> Element:
    """Intervals as error bars; each side a reference into the workbook and its numbers."""
    bars = make("c:errBars")
    if direction:
        bars.append(make("c:errDir", val=direction))
    kind = {"c:errBarType": "both", "c:errValType": "cust", "c:noEndCap": 1}
    bars.extend(make(tag, val=value) for tag, value in kind.items())
    bars.extend([make("c:plus", _numbers(*plus)), make("c:minus", _numbers(*minus))])
    bars.append(look(line(colour, width, strength=strength)))
    return bars


def _numbers(reference: str, values: Sequence[float | None]) -> Element:
    formula, cache = make("c:f"), make("c:numCache")
    formula.text = reference
    code = make("c:formatCode")
    code.text = "General"
    cache.extend([code, make("c:ptCount", val=len(values))])
    for at, value in enumerate(values):
        if value is not None and isfinite(value):
            number = make("c:v")
            number.text = repr(float(value))
            cache.append(make("c:pt", number, idx=at))
    return make("c:numRef", formula, cache)


def before_data(series: Element, added: Element) -> None:
    """Put a part into a series where the schema wants it: just before its data."""
    tags = {qualified(name) for name in BEFORE_DATA}
    next(child for child in series if child.tag in tags).addprevious(added)


def replace(parent: Element, tag: str, added: Element | None, *, before: Sequence[str]) -> None:
    """Exchange a part for another or for nothing; it stands before those of `before`, else last."""
    for old in parent.findall(qualified(tag)):
        parent.remove(old)
    if added is None:
        return
    names = {qualified(name) for name in before}
    after = next((child for child in parent if child.tag in names), None)
    if after is None:
        parent.append(added)
    else:
        after.addprevious(added)
