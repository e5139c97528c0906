"""Columns by edition whose parts add up; what was lost hangs below the line."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics import text_width
from analytics.figures import Figure, Stacked
from analytics.look import chart_columns, marks, theme, value_formats
from analytics.look.marks import Drawing
from analytics.wording import Say, speaker

HEIGHT = 300
READABLE = 0.055


def chart(form: Stacked, language: str, clickable: bool) -> Drawing:
    """The drawing without its data."""
    import altair as alt

    editions = marks.name_axis(is_vertical=False)
    base = marks.source().encode(
        x=alt.X("edition:N", title=None, axis=editions, scale=alt.Scale(paddingInner=0.35)),
        tooltip=marks.tooltip(*_tooltip_columns(speaker(language))),
        description=alt.Description("spoken:N"),
    )
    scale = alt.Scale(nice=True, zero=True)
    segments = base.mark_bar(
        stroke=marks.ink(theme.PAPER), strokeWidth=1, cursor="pointer" if clickable else "default"
    ).encode(
        y=alt.Y("from:Q", axis=_axis(form, language), scale=scale),
        y2=alt.Y2("to:Q"),
        color=marks.series_colour(form, symbol="square", above=34),
        opacity=marks.strength(clickable),
    )
    inside = marks.text(
        base, "inside_text", colour=theme.on("scale('color', datum.series)"), size=theme.SMALL
    )
    zero = base.mark_rule(color=marks.ink(theme.RULE), tooltip=None, aria=False).encode(
        x=alt.Undefined, y=alt.datum(0)
    )
    layers = [
        marks.named(marks.clicks(segments, clickable), "marks"),
        inside.encode(y=alt.Y("middle:Q")),
        zero,
    ]
    return alt.layer(*layers, *marks.horizontal_guides(scale)).properties(height=HEIGHT)


def _tooltip_columns(say: Say) -> list[tuple[str, str]]:
    return [("edition_text", say("Edition")), ("value_text", say("Value"))]


def _axis(form: Stacked, language: str) -> Any:
    """Numbers without a sign: what hangs below the line was there as much as what stands above."""
    axis = marks.value_axis(form.unit, language, form.axis, is_vertical=True)
    axis.labelExpr = axis.labelExpr.replace("datum.value", "abs(datum.value)")
    return axis


def rows(figure: Figure, say: Say) -> pd.DataFrame:
    """One row per edition and part: where its segment begins and ends."""
    form, cells = figure.form, chart_columns.Cells(figure.data)
    assert isinstance(form, Stacked)
    value = cells.numbers("value")
    size = [0.0 if number != number else number for number in value]
    series, names = cells.texts("series"), cells.texts("x")
    edition = chart_columns.places(cells, "x", "x_rank", 14)
    end = _ends(size, series, edition, [text_width.clean(name) for name in form.series])
    tall = READABLE * (max([0.0, *end]) - min([0.0, *end]))
    text = chart_columns.words(value, form.unit, say)
    parts = chart_columns.usual(figure, cells, say) | {
        "edition": edition,
        "edition_text": names,
        "series": series,
        "to": end,
        "label_text": series,
        "value_text": text,
        "from": [outer - part for outer, part in zip(end, size, strict=True)],
        "middle": [outer - part / 2 for outer, part in zip(end, size, strict=True)],
        "inside_text": [
            value_formats.written(abs(part), form.unit, say) if abs(part) >= tall > 0 else ""
            for part in size
        ],
    }
    parts["spoken"] = chart_columns.spoken(series, names, text)
    return pd.DataFrame(parts)


def _ends(
    value: list[float], series: list[str], edition: list[str], order: list[str]
) -> list[float]:
    """The outer end of each segment; gains and losses are stacked apart."""
    at = {name: place for place, name in enumerate(order)}
    reached: dict[tuple[str, bool], float] = {}
    ends = [0.0] * len(value)
    for row in sorted(range(len(value)), key=lambda row: at.get(series[row], len(order))):
        side = (edition[row], value[row] < 0)
        ends[row] = reached[side] = reached.get(side, 0.0) + value[row]
    return ends
