"""A deck as one page to open in any browser, its charts alive, nothing loaded from anywhere.

The drawing library travels inside the file; a content policy forbids the page every connection.
Words enter as text. `page.css` and `page.js` beside this module are what the page looks like and
what it runs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from analytics.deck import slide_pictures
from analytics.deck.figure_table import Table, behind
from analytics.deck.slides import (
    Appendix,
    Deck,
    FigureSlide,
    Listing,
    Note,
    Numbers,
    Opening,
    Slide,
)
from analytics.figures import Grid
from analytics.look import theme
from analytics.wording import Say, speaker
from analytics.worker import Report

POLICY = (
    "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline';"
    " img-src data:"
)
FONTS = "Segoe UI, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Source Han Sans SC, sans-serif"
HERE = Path(__file__).parent


def library() -> str:
    """The drawing library as one script that loads nothing."""
    return str(slide_pictures.fonts().javascript_bundle())


def page(deck: Deck, bundle: str, report: Report) -> bytes:
    """The file, with the drawing library in it."""
    say, parts = speaker(deck.language), list[str]()
    for at, slide in enumerate(deck.slides):
        report(at / (len(deck.slides)), "")
        if not isinstance(slide, Appendix):
            parts.append(_section(slide, at, say))
    speech = {"zh": "zh-CN", "en": "en"}[deck.language]
    script = f"{_closed(bundle)}\n{_beside('page.js')}"
    return (
        f'<!doctype html><html lang="{speech}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(deck.name)}</title><style>\n{_style()}</style></head><body>"
        f'{"".join(parts)}<script type="module">{script}</script></body></html>'
    ).encode()


def _beside(name: str) -> str:
    return (HERE / name).read_text("utf-8")


def _style() -> str:
    return Template(_beside("page.css")).substitute(
        ink=theme.TEXT["light"],
        soft=theme.SOFT_TEXT["light"],
        first=theme.CATEGORY["light"][0],
        line=theme.BORDER,
        around=theme.AROUND,
    )


def _section(slide: Slide, at: int, say: Say) -> str:
    if isinstance(slide, Opening):
        small = f'<p class="small">{escape(slide.small)}</p>' if slide.small else ""
        head = f'<h1>{escape(slide.title)}</h1><p class="sub">{escape(slide.subtitle)}</p>'
        return f'<section class="opening">{head}{small}</section>'
    if isinstance(slide, Listing):
        return _listing(slide)
    if isinstance(slide, Numbers):
        return _numbers(slide)
    assert isinstance(slide, FigureSlide | Appendix)
    figure = slide.figure
    drawn = _table(behind(figure, say)) if isinstance(figure.form, Grid) else _chart(slide, at, say)
    return (
        f"<section><h2>{escape(figure.title)}</h2>"
        f'<p class="base">{escape(figure.base_with_badge(say))}</p>{drawn}'
        f'<p class="small">{escape(" · ".join(slide.small))}</p>'
        f"{_details(say('How is this computed?'), _note_list(slide.notes))}</section>"
    )


def _note_list(notes: Sequence[Note]) -> str:
    entries = (f"<dt>{escape(note.heading)}</dt><dd>{escape(note.text)}</dd>" for note in notes)
    return f"<dl>{''.join(entries)}</dl>"


def _details(summary: str, markup: str) -> str:
    """Something to fold out."""
    return f"<details><summary>{escape(summary)}</summary>{markup}</details>"


def _listing(slide: Listing) -> str:
    has_numbers = any(entry.number for entry in slide.entries)
    lines = []
    for at, entry in enumerate(slide.entries, start=1):
        label = f"<small>{escape(entry.label)}</small>" if entry.label else ""
        number = f"<b>{escape(entry.number or str(at))}{label}</b>"
        lines.append(f"<li>{number}<span>{escape(entry.text)}</span></li>")
    kind = "" if has_numbers else ' class="plain"'
    return f"<section><h2>{escape(slide.title)}</h2><ol{kind}>{''.join(lines)}</ol></section>"


def _numbers(slide: Numbers) -> str:
    tiles = "".join(
        f"<li><small>{escape(number.label)}</small><b>{escape(number.value)}</b>"
        f"<span>{escape(number.before)}</span><em>{escape(number.badge)}</em></li>"
        for number in slide.numbers
    )
    small = f'<p class="small">{escape(slide.small)}</p>' if slide.small else ""
    head = f"<h2>{escape(slide.title)}</h2>"
    return f'<section>{head}<ul class="numbers">{tiles}</ul>{small}</section>'


def _chart(slide: FigureSlide | Appendix, at: int, say: Say) -> str:
    drawing: dict[str, Any] = slide_pictures.chart(slide.figure, say, 920) | {"width": "container"}
    drawing["config"] = drawing["config"] | {"font": FONTS}
    name = f"chart-{at}"
    return (
        f'<div class="chart" id="{name}" role="img"'
        f' aria-label="{escape(slide.figure.title)}"></div>'
        f'<script type="application/json" data-chart="{name}">{_data(drawing)}</script>'
        f"{_details(say('Table'), _table(behind(slide.figure, say)))}"
    )


def _table(table: Table) -> str:
    heads = _cells(table.headings, table, "th")
    rows = "".join(f"<tr>{_cells(row, table, 'td')}</tr>" for row in table.rows)
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _cells(texts: Sequence[str], table: Table, tag: str) -> str:
    return "".join(
        f'<{tag} class="{"n" if is_number else "t"}">{escape(text)}</{tag}>'
        for is_number, text in zip(table.is_number, texts, strict=True)
    )


def _closed(code: str) -> str:
    """A library inside a script element: nothing in it can end the element."""
    return re.sub("</(?=script)", r"<\\/", code, flags=re.IGNORECASE).replace("<!--", r"<\\!--")


def _data(value: object) -> str:
    """JSON inside a script element, without a single angle bracket."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c").replace(">", "\\u003e")
