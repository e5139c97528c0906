"""Horizontal bars, or dots with their intervals: names at the left, values beside the marks."""

from __future__ import annotations

from math import nan
from typing import Any

import pandas as pd

from analytics import text_width
from analytics.figures import Bars, Figure
from analytics.look import chart_columns, marks, theme
from analytics.look.marks import Drawing
from analytics.wording import Say, speaker

ROW, TRACK = 38, 20
SPAN = 0.38
BAR, GAP = 15, 0.25
SIGNED = {"change": 44, "points": 44}


def chart(form: Bars, language: str, clickable: bool) -> Drawing:
    """The drawing without its data."""
    import altair as alt

    say = speaker(language)
    base = marks.source().encode(
        y=alt.Y(
            "row:N",
            title=None,
            axis=marks.name_axis(has_grid=form.is_dots),
            scale=alt.Scale(paddingInner=GAP),
        ),
        yOffset=_tracks(form),
        tooltip=marks.tooltip(*_tooltip_columns(form, say)),
        description=alt.Description("spoken:N"),
    )
    step = _step(form.series)
    main, spans = _main(base, form, language, clickable), _intervals(base, form)
    marked = [*spans, main] if form.is_dots else [main, *spans]
    layers = [*marked, *marks.vertical_guides(_scale(form)), *_words(base, form)]
    return alt.layer(*layers).properties(
        height=alt.Step(step, **({"for": "position"} if form.series else {}))
    )


def _step(series: tuple[str, ...]) -> int:
    return max(ROW, TRACK * len(series) + 14)


def _tooltip_columns(form: Bars, say: Say) -> list[tuple[str, str]]:
    interval = [("interval_text", say("Interval"))] if form.has_interval else []
    return [("value_text", say("Value")), *interval]


def _tracks(form: Bars) -> Any:
    """Where a series stands within its row, in pixels: a row that lacks one leaves no hole."""
    import altair as alt

    return alt.YOffset("shift:Q", scale=None) if form.series else alt.Undefined


def _scale(form: Bars) -> Any:
    """Every layer names the same scale: where one says nothing, Vega-Lite takes zero into it."""
    import altair as alt

    spread: Any = {"nice": True, "zero": not form.is_dots, "padding": SIGNED.get(form.unit, 0)}
    if form.domain:
        spread = {"domain": list(form.domain), "nice": False, "zero": False}
    return alt.Scale(**spread)


def _across(form: Bars, column: str) -> Any:
    import altair as alt

    return alt.X(column, scale=_scale(form))


def _main(base: Drawing, form: Bars, language: str, clickable: bool) -> Drawing:
    import altair as alt

    colour = marks.series_colour(form, symbol="circle" if form.is_dots else "square")
    cursor = "pointer" if clickable else "default"
    across = alt.X(
        "value:Q", scale=_scale(form), axis=marks.value_axis(form.unit, language, form.axis)
    )
    if form.is_dots:
        drawn = base.mark_circle(size=95, opacity=1, cursor=cursor).encode(x=across)
    else:
        drawn = base.mark_bar(
            cornerRadiusEnd=2, cursor=cursor, height=BAR if form.series else {"band": 0.72}
        ).encode(x=across)
        if form.domain:
            drawn = drawn.encode(x2=alt.X2Datum(max(form.domain[0], min(0.0, form.domain[1]))))
    drawn = drawn.encode(color=colour, opacity=marks.strength(clickable))
    return marks.named(marks.clicks(drawn, clickable), "marks")


def _intervals(base: Drawing, form: Bars) -> list[Drawing]:
    import altair as alt

    if not form.has_interval:
        return []
    span = {"x": _across(form, "low:Q"), "x2": alt.X2("high:Q")}
    if not form.is_dots:
        soft = marks.ink(theme.SOFT_INK)
        return [
            base.mark_rule(strokeWidth=1.5, color=soft, tooltip=None, aria=False).encode(**span)
        ]
    first = {} if form.series else {"color": marks.ink(theme.FIRST)}
    rule = base.mark_rule(strokeWidth=4, strokeCap="round", tooltip=None, aria=False, **first)
    shade = alt.Opacity("shade:Q", scale=None)
    return [rule.encode(color=marks.series_colour(form), opacity=shade, **span)]


def _words(base: Drawing, form: Bars) -> list[Drawing]:
    import altair as alt

    right = [
        layer.encode(x=_across(form, "end:Q"))
        for layer in marks.haloed(base, "right_text", align="left", dx=9)
    ]
    left = marks.text(base, "left_text", align="right", dx=-9).encode(x=_across(form, "end:Q"))
    missing = marks.text(base, "missing_text", colour=theme.SOFT_INK, align="left", dx=6).encode(
        x=alt.value(0)
    )
    return [*right, left, missing]


def rows(figure: Figure, say: Say) -> pd.DataFrame:
    """One row per mark: place, value, interval, and the words beside it."""
    form, cells = figure.form, chart_columns.Cells(figure.data)
    assert isinstance(form, Bars)
    value = cells.numbers("value")
    low, high = (
        cells.numbers(name) if form.has_interval else [nan] * cells.count
        for name in ("low", "high")
    )
    row, series = chart_columns.places(cells, "label", "rank"), cells.texts("series")
    text = chart_columns.words(value, form.unit, say, form.digits)
    is_known = chart_columns.known(value)
    is_left = [number < 0 and not form.is_dots for number in value]
    is_right = [known and not left for known, left in zip(is_known, is_left, strict=True)]
    parts = chart_columns.usual(figure, cells, say) | {
        "row": row,
        "series": series,
        "shift": _shifts(row, series, form.series),
        "value": value,
        "low": low,
        "high": high,
        "end": [_end(*ends) for ends in zip(value, low, high, is_left, strict=True)],
        "value_text": text,
        "interval_text": chart_columns.intervals(low, high, form.unit, say),
        "right_text": chart_columns.where(text, is_right, ""),
        "left_text": chart_columns.where(text, is_left, ""),
        "missing_text": chart_columns.where(text, [not is_there for is_there in is_known], ""),
    }
    parts["shade"] = [strength * SPAN for strength in parts["strength"]]
    parts["spoken"] = chart_columns.spoken(
        parts["label_text"], series if form.series else [""] * len(text), text
    )
    return pd.DataFrame(parts)


def _shifts(row: list[str], series: list[str], names: tuple[str, ...]) -> list[float]:
    """How far each series stands from the top of its row, those there evenly about its middle."""
    middle = _step(names) * (1 - GAP) / 2
    order = {text_width.clean(name): at for at, name in enumerate(names)}
    there: dict[str, set[str]] = {}
    for place, name in zip(row, series, strict=True):
        there.setdefault(place, set()).add(name)
    ranked = {
        place: sorted(names_there, key=lambda name: order.get(name, len(order)))
        for place, names_there in there.items()
    }
    return [
        middle + TRACK * (ranked[place].index(name) - (len(ranked[place]) - 1) / 2)
        for place, name in zip(row, series, strict=True)
    ]


def _end(value: float, low: float, high: float, is_left: bool) -> float:
    """The outer end of a mark and its interval, where its words begin."""
    reach = low if is_left else high
    return reach if reach == reach else value
