"""The parts of a native chart that python-pptx has no words for: built as elements, so that no text
is ever markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import isfinite
from typing import Any

from analytics.deck import text_size

Element = Any
BEFORE_DATA = ("c:cat", "c:xVal", "c:val", "c:yVal")


def make(tag: str, *children: Element, **attributes: object) -> Element:
    """An element of the drawing or chart vocabulary, by its prefixed name."""
    from lxml import etree
    from pptx.oxml.ns import _nsmap, qn

    found = etree.Element(
        qn(tag),
        {name: str(value) for name, value in attributes.items()},
        nsmap={prefix: _nsmap[prefix] for prefix in ("a", "c", "r")},
    )
    found.extend(children)
    return found


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


def marker(
    colour: str | None, size: int = 9, strength: float = 1.0, edge: str = "FFFFFF"
) -> Element:
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
    """Data labels: `words` beside single points, or every value (or `only` some) in a number
    format, or one each.
    """
    parts: list[Element] = []
    if words is not None:
        parts = [
            _worded(at, text, where, size, colour, align)
            for at, text in sorted(words.items())
            if text
        ]
    elif only is not None or codes is not None:
        own = codes or dict.fromkeys(only or (), number_format)
        parts = [
            make(
                "c:dLbl",
                make("c:idx", val=at),
                *_said(where, size, colour, code, is_bold, value=True),
            )
            for at, code in sorted(own.items())
        ]
    said = _said(where, size, colour, number_format, is_bold, value=words is None and only is None)
    return make("c:dLbls", *parts, *said)


def _worded(at: int, text: str, where: str, size: float, colour: str, align: str | None) -> Element:
    rich = make(
        "c:rich",
        make("a:bodyPr", wrap="none", anchor="ctr"),
        make("a:lstStyle"),
        *(_paragraph(size, colour, False, one, align) for one in text.split("\n")),
    )
    return make("c:dLbl", make("c:idx", val=at), make("c:tx", rich), *_shows(where, value=True))


def _said(
    where: str, size: float, colour: str, number_format: str | None, is_bold: bool, *, value: bool
) -> list[Element]:
    form = [make("c:numFmt", formatCode=number_format, sourceLinked=0)] if number_format else []
    quiet = look(fill(None), line(None))
    return [
        *form,
        quiet,
        text_properties(size, colour, is_bold=is_bold, wraps=False),
        *_shows(where, value=value),
    ]


def _shows(where: str, *, value: bool) -> list[Element]:
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
        *(make(f"c:show{name}", val=one) for name, one in shown.items()),
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
    """Intervals as error bars of their own lengths; each side a reference into the workbook and its
    numbers.
    """
    bars = make("c:errBars")
    if direction:
        bars.append(make("c:errDir", val=direction))
    bars.extend(
        [
            make("c:errBarType", val="both"),
            make("c:errValType", val="cust"),
            make("c:noEndCap", val=1),
        ]
    )
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
    from pptx.oxml.ns import qn

    next(one for one in series if one.tag in {qn(name) for name in BEFORE_DATA}).addprevious(added)


def replace(parent: Element, tag: str, added: Element | None, *, before: Sequence[str]) -> None:
    """Exchange a part for another (or for nothing), placed before the first of `before` that is
    there, else last.
    """
    from pptx.oxml.ns import qn

    for old in parent.findall(qn(tag)):
        parent.remove(old)
    if added is None:
        return
    names = {qn(name) for name in before}
    after = next((one for one in parent if one.tag in names), None)
    if after is None:
        parent.append(added)
    else:
        after.addprevious(added)
