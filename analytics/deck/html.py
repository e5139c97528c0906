"""A deck as one page to open in any browser, its charts alive, nothing loaded from anywhere.

The drawing library travels inside the file; a content policy forbids the page every connection.
Words enter as text.
"""

from __future__ import annotations

import json
import re
from html import escape
from typing import Any

from analytics.deck import slide_pictures
from analytics.deck.figure_table import Table, behind
from analytics.deck.slides import Appendix, Deck, Listing, Opening, Shown, Slide
from analytics.figures import Grid
from analytics.wording import Say, speaker
from analytics.worker import Report

POLICY = (
    "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline';"
    " img-src data:"
)
FONTS = "Segoe UI, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Source Han Sans SC, sans-serif"
STYLE = """
:root{--ink:#1f2733;--soft:#5b6572;--first:#2f6fae;--line:#e2e6eb}
*{box-sizing:border-box}
body{margin:0;background:#eef1f4;color:var(--ink);font:16px/1.5 -apple-system,'Segoe UI','PingFang SC','Microsoft YaHei',
'Noto Sans CJK SC','Source Han Sans SC',system-ui,sans-serif}
section{background:#fff;max-width:1080px;margin:24px auto;padding:44px 56px 30px;border-radius:10px;border:1px solid var(--line)}
section.opening{padding:120px 56px}
section.opening h1{font-size:44px;margin:0 0 12px}
h2{font-size:26px;line-height:1.3;margin:0 0 6px}
.base,.small,.sub{color:var(--soft)}
.base{margin:0 0 18px}.small{font-size:13px;margin:18px 0 0}.sub{font-size:20px;margin:0}
ol{list-style:none;margin:18px 0 0;padding:0;counter-reset:n}
ol li{display:grid;grid-template-columns:150px 1fr;gap:18px;align-items:center;padding:10px 0;border-top:1px solid var(--line)}
ol.plain li{grid-template-columns:40px 1fr}
ol li b{color:var(--first);font-size:24px;line-height:1.1}
ol li b small{display:block;font-size:12px;font-weight:400;color:var(--soft)}
.chart{width:100%;overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:14px}
th,td{text-align:left;padding:6px 10px;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
th{color:var(--soft)}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
details{margin-top:14px}summary{cursor:pointer;color:var(--first)}dl{margin:8px 0}dt{font-weight:600}dd{margin:0 0 6px}
@media print{body{background:#fff}section{break-after:page;border:0;margin:0;max-width:none}}
@media(max-width:700px){section{padding:24px 18px}ol li{grid-template-columns:1fr;gap:2px}}
"""
START = """
for (const one of document.querySelectorAll('script[type="application/json"]')) {
  vegaEmbed('#' + one.dataset.chart, JSON.parse(one.textContent), {actions: false, renderer: 'svg'});
}
"""


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
    return (
        f'<!doctype html><html lang="{speech}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(deck.name)}</title><style>{STYLE}</style></head><body>"
        f'{"".join(parts)}<script type="module">{_closed(bundle)}{START}</script></body></html>'
    ).encode()


def _section(slide: Slide, at: int, say: Say) -> str:
    if isinstance(slide, Opening):
        small = f'<p class="small">{escape(slide.small)}</p>' if slide.small else ""
        head = f'<h1>{escape(slide.title)}</h1><p class="sub">{escape(slide.subtitle)}</p>'
        return f'<section class="opening">{head}{small}</section>'
    if isinstance(slide, Listing):
        return _listing(slide)
    assert isinstance(slide, Shown | Appendix)
    figure = slide.figure
    small = " · ".join(slide.small)
    told = "".join(
        f"<dt>{escape(note.heading)}</dt><dd>{escape(note.text)}</dd>" for note in slide.notes
    )
    drawn = _table(behind(figure, say)) if isinstance(figure.form, Grid) else _chart(slide, at, say)
    return (
        f"<section><h2>{escape(figure.finding)}</h2><p"
        f' class="base">{escape(figure.base)}</p>{drawn}'
        f'<p class="small">{escape(small)}</p>'
        f"<details><summary>{escape(say('How is this computed?'))}</summary><dl>{told}</dl></details></section>"
    )


def _listing(slide: Listing) -> str:
    has_numbers = any(entry.number for entry in slide.entries)
    lines = []
    for at, entry in enumerate(slide.entries, start=1):
        label = f"<small>{escape(entry.label)}</small>" if entry.label else ""
        lines.append(
            f"<li><b>{escape(entry.number or str(at))}{label}</b><span>{escape(entry.text)}</span></li>"
        )
    kind = "" if has_numbers else ' class="plain"'
    return f"<section><h2>{escape(slide.title)}</h2><ol{kind}>{''.join(lines)}</ol></section>"


def _chart(slide: Shown | Appendix, at: int, say: Say) -> str:
    drawing: dict[str, Any] = slide_pictures.chart(slide.figure, say, 920) | {"width": "container"}
    drawing["config"] = drawing["config"] | {"font": FONTS}
    name = f"chart-{at}"
    table = f"<details><summary>{escape(say('Table'))}</summary>{_table(behind(slide.figure, say))}</details>"
    told = _data(drawing)
    return (
        f'<div class="chart" id="{name}" role="img"'
        f' aria-label="{escape(slide.figure.finding)}"></div><script type="application/json"'
        f' data-chart="{name}">{told}</script>{table}'
    )


def _table(table: Table) -> str:
    kinds = ["n" if one else "t" for one in table.is_number]
    heads = "".join(
        f'<th class="{kind}">{escape(text)}</th>'
        for kind, text in zip(kinds, table.headings, strict=True)
    )
    rows = "".join(
        "<tr>"
        + "".join(
            f'<td class="{kind}">{escape(text)}</td>' for kind, text in zip(kinds, row, strict=True)
        )
        + "</tr>"
        for row in table.rows
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _closed(code: str) -> str:
    """A library inside a script element: nothing in it can end the element."""
    return re.sub("</(?=script)", r"<\\/", code, flags=re.IGNORECASE).replace("<!--", r"<\\!--")


def _data(value: object) -> str:
    """JSON inside a script element, without a single angle bracket."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c").replace(">", "\\u003e")
