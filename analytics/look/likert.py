"""Shares of answers on both sides of a middle: dissatisfied to the left, satisfied to the right."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics import text_width
from analytics.figures import Figure, Likert
from analytics.look import chart_columns, marks, theme
from analytics.look.marks import Drawing
from analytics.wording import Say, speaker

ROW = 38
READABLE = 0.055
MEAN_EDGE, BASE_EDGE = 46, 96


def chart(form: Likert, language: str, clickable: bool) -> Drawing:
    """The drawing without its data."""
    import altair as alt

    say = speaker(language)
    base = marks.source().encode(
        y=alt.Y("row:N", title=None, axis=marks.name_axis(), scale=alt.Scale(paddingInner=0.25)),
        tooltip=marks.tooltip(("series", say("Answer")), ("share_text", say("Share"))),
        description=alt.Description("spoken:N"),
    )
    layers = [_middle(), _segments(base, form, language, clickable), _shares(base), *_edge(base)]
    return alt.layer(*layers).properties(height=alt.Step(ROW))


def _segments(base: Drawing, form: Likert, language: str, clickable: bool) -> Drawing:
    import altair as alt

    answers = [text_width.clean(answer) for answer in form.answers]
    axis = marks.value_axis("share", language, form.axis)
    axis.labelExpr = axis.labelExpr.replace("datum.value", "abs(datum.value)")
    colours = alt.Scale(domain=answers, range=theme.answer_colours(len(answers)))
    bars = base.mark_bar(height={"band": 0.8}, cursor="pointer" if clickable else "default")
    segments = bars.encode(
        x=alt.X("from:Q", scale=alt.Scale(nice=False, zero=True), axis=axis),
        x2=alt.X2("to:Q"),
        color=alt.Color("series:N", legend=_legend(answers), scale=colours),
        opacity=marks.strength(clickable),
    )
    return marks.named(marks.clicks(segments, clickable), "marks")


def _legend(answers: list[str]) -> Any:
    import altair as alt

    return alt.Legend(
        title=None,
        orient="top",
        direction="horizontal",
        symbolType="square",
        symbolStrokeWidth=0,
        symbolSize=110,
        labelLimit=240,
        symbolOpacity=1,
        labelFontSize=theme.LABEL,
        columnPadding=16,
        offset=20,
        labelColor=marks.ink(theme.SOFT_INK),
        columns=marks.legend_columns(answers),
    )


def _shares(base: Drawing) -> Drawing:
    import altair as alt

    return marks.text(
        base, "inside_text", colour=theme.on("scale('color', datum.series)"), size=theme.SMALL
    ).encode(x=alt.X("middle:Q"))


def _middle() -> Drawing:
    import altair as alt

    line = marks.source(marks.GUIDES).mark_rule(
        color=marks.ink(theme.RULE), strokeWidth=1, tooltip=None, aria=False
    )
    return line.encode(x=alt.X("vertical:Q"))


def _edge(base: Drawing) -> list[Drawing]:
    """Mean and base in two columns beside the bars, headed once."""
    import altair as alt

    heads, drawn = marks.source(marks.GUIDES), []
    for column, right in (("mean_text", MEAN_EDGE), ("base_text", BASE_EDGE)):
        place: dict[str, Any] = {
            "align": "right",
            "dx": right,
            "colour": theme.SOFT_INK,
            "size": theme.SMALL,
        }
        head = marks.text(heads, column, baseline="bottom", dy=-5, **place).encode(
            x=alt.value("width"), y=alt.value(0)
        )
        drawn += [marks.text(base, column, **place).encode(x=alt.value("width")), head]
    return drawn


def rows(figure: Figure, say: Say) -> pd.DataFrame:
    """One row per name and answer: where its segment begins and ends, and its share written out."""
    form, cells = figure.form, chart_columns.Cells(figure.data)
    assert isinstance(form, Likert)
    share = [0.0 if number != number else number for number in cells.numbers("share")]
    series, place = cells.texts("series"), chart_columns.places(cells, "label", "rank")
    begin = _begins(share, series, place, [text_width.clean(answer) for answer in form.answers])
    text = chart_columns.words(share, "share", say)
    parts = chart_columns.usual(figure, cells, say) | {
        "row": place,
        "series": series,
        "from": begin,
        "share_text": text,
        "to": [start + part for start, part in zip(begin, share, strict=True)],
        "middle": [start + part / 2 for start, part in zip(begin, share, strict=True)],
        "inside_text": [say.percent(part, 0) if part >= READABLE else "" for part in share],
        **_edge_words(cells, place, say),
    }
    parts["spoken"] = chart_columns.spoken(parts["label_text"], series, text)
    return pd.DataFrame(parts)


def _begins(
    share: list[float], series: list[str], place: list[str], answers: list[str]
) -> list[float]:
    """Where each segment begins when the middle of the scale stands at zero."""
    order, half = {answer: at for at, answer in enumerate(answers)}, (len(answers) - 1) / 2
    at = [order.get(answer, len(answers)) for answer in series]
    reached: dict[str, float] = {}
    for part, position, name in zip(share, at, place, strict=True):
        below = part if position < half else part / 2 if position == half else 0.0
        reached[name] = reached.get(name, 0.0) - below
    begin = [0.0] * len(share)
    for row in sorted(range(len(share)), key=lambda row: (place[row], at[row])):
        begin[row] = reached[place[row]]
        reached[place[row]] += share[row]
    return begin


def _edge_words(cells: chart_columns.Cells, place: list[str], say: Say) -> dict[str, list[str]]:
    """Mean and base, once a name."""
    first = {name: row for row, name in reversed(list(enumerate(place)))}
    mean, n = cells.numbers("value"), cells.numbers("n")
    is_first = [first[name] == row for row, name in enumerate(place)]
    return {
        "mean_text": [
            say.number(number, 2) if shown and number == number else ""
            for number, shown in zip(mean, is_first, strict=True)
        ],
        "base_text": [
            say.number(number) if shown and number == number else ""
            for number, shown in zip(n, is_first, strict=True)
        ],
    }
