"""Columns by edition whose parts add up; what was lost hangs below the line."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.figures import Figure, Stacked
from analytics.look import columns, lettering, marks, theme
from analytics.look.marks import Drawing
from analytics.wording import Say, speaker

HEIGHT = 300
READABLE = 0.055


def chart(form: Stacked, language: str, clickable: bool) -> Drawing:
    """The drawing without its data."""
    import altair as alt

    base = marks.source().encode(
        x=alt.X("edition:N", title=None, axis=marks.name_axis(is_vertical=False), scale=alt.Scale(paddingInner=0.35)),
        tooltip=marks.tooltip(language, *_told(speaker(language))),
        description=alt.Description("spoken:N"),
    )
    segments = base.mark_bar(
        stroke=marks.ink(theme.PAPER), strokeWidth=1, cursor="pointer" if clickable else "default"
    ).encode(
        y=alt.Y("from:Q", axis=_axis(form, language), scale=alt.Scale(nice=True, zero=True)),
        y2=alt.Y2("to:Q"),
        color=marks.series_colour(form.series, symbol="square", above=34),
        opacity=marks.strength(clickable),
    )
    inside = marks.text(base, "inside_text", colour=theme.on("scale('color', datum.series)"), size=theme.SMALL)
    zero = base.mark_rule(color=marks.ink(theme.RULE), tooltip=None, aria=False).encode(x=alt.Undefined, y=alt.datum(0))
    layers = [marks.named(marks.clicks(segments, clickable), "marks"), inside.encode(y=alt.Y("middle:Q")), zero]
    return alt.layer(*layers, *marks.horizontal_guides()).properties(height=HEIGHT)


def _told(say: Say) -> list[tuple[str, str]]:
    return [("edition_text", say("Edition")), ("value_text", say("Value"))]


def _axis(form: Stacked, language: str) -> Any:
    return marks.value_axis(form.unit, language, form.axis, is_vertical=True)


def rows(figure: Figure, say: Say) -> pd.DataFrame:
    """One row per edition and part: where its segment begins and ends."""
    form, data = figure.form, figure.data
    assert isinstance(form, Stacked)
    value = columns.numeric(data, "value")
    series = columns.column(data, "series").map(lettering.clean)
    edition = columns.places(data, "x", "x_rank", width=14)
    end = _ends(value.fillna(0.0), series, edition, [lettering.clean(name) for name in form.series])
    text = columns.words(value.abs(), form.unit, say)
    parts = columns.usual(figure, say) | {
        "edition": edition, "edition_text": columns.column(data, "x", "").map(lettering.clean), "series": series,
        "from": end - value.fillna(0.0), "to": end, "middle": end - value.fillna(0.0) / 2, "label_text": series,
        "value_text": columns.words(value, form.unit, say),
        "inside_text": text.where(value.abs() >= READABLE * _span(end), ""),
    }  # fmt: skip
    parts["spoken"] = series + " " + parts["edition_text"] + ": " + parts["value_text"]
    return columns.framed(parts)


def _ends(value: pd.Series, series: pd.Series, edition: pd.Series, order: list[str]) -> pd.Series:
    """The outer end of each segment; gains and losses are stacked apart."""
    at = series.map({name: place for place, name in enumerate(order)}).fillna(len(order))
    table = pd.DataFrame({"value": value, "edition": edition, "at": at, "is_loss": value < 0})
    table = table.sort_values(["edition", "at"], kind="stable")
    return table.groupby(["edition", "is_loss"])["value"].cumsum().reindex(value.index)


def _span(end: pd.Series) -> float:
    return float(max(end.max(), 0.0) - min(end.min(), 0.0)) if len(end) else 0.0
