"""Shares of answers on both sides of a middle: dissatisfaction grows to the left, satisfaction to the right."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.figures import Figure, Likert
from analytics.look import columns, lettering, marks, theme
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
        tooltip=marks.tooltip(language, ("series", say("Answer")), ("share_text", say("Share"))),
        description=alt.Description("spoken:N"),
    )
    layers = [_middle(), _segments(base, form, language, clickable), _shares(base), *_edge(base)]
    return alt.layer(*layers).properties(height=alt.Step(ROW))


def _segments(base: Drawing, form: Likert, language: str, clickable: bool) -> Drawing:
    import altair as alt

    answers = [lettering.clean(answer) for answer in form.answers]
    legend = alt.Legend(
        title=None, orient="top", direction="horizontal", symbolType="square", symbolStrokeWidth=0, symbolSize=110,
        labelLimit=240, symbolOpacity=1, labelFontSize=theme.LABEL, columnPadding=16, offset=20,
        columns=marks.legend_columns(answers),
    )  # fmt: skip
    axis = marks.value_axis("share", language, form.axis)
    axis.labelExpr = axis.labelExpr.replace("datum.value", "abs(datum.value)")
    drawn = base.mark_bar(height={"band": 0.8}, cursor="pointer" if clickable else "default").encode(
        x=alt.X("from:Q", scale=alt.Scale(nice=False, zero=True), axis=axis),
        x2=alt.X2("to:Q"),
        color=alt.Color(
            "series:N", legend=legend, scale=alt.Scale(domain=answers, range=theme.answer_colours(len(answers)))
        ),
        opacity=marks.strength(clickable),
    )
    return marks.named(marks.clicks(drawn, clickable), "marks")


def _shares(base: Drawing) -> Drawing:
    import altair as alt

    return marks.text(base, "inside_text", colour=theme.on("scale('color', datum.series)"), size=theme.SMALL).encode(
        x=alt.X("middle:Q")
    )


def _middle() -> Drawing:
    import altair as alt

    line = marks.source(marks.GUIDES).mark_rule(color=marks.ink(theme.RULE), strokeWidth=1, tooltip=None, aria=False)
    return line.encode(x=alt.X("vertical:Q"))


def _edge(base: Drawing) -> list[Drawing]:
    """Mean and base in two columns beside the bars, headed once."""
    import altair as alt

    heads, drawn = marks.source(marks.GUIDES), []
    for column, right in (("mean_text", MEAN_EDGE), ("base_text", BASE_EDGE)):
        place: dict[str, Any] = {"align": "right", "dx": right, "colour": theme.SOFT_INK, "size": theme.SMALL}
        head = marks.text(heads, column, baseline="bottom", dy=-5, **place).encode(x=alt.value("width"), y=alt.value(0))
        drawn += [marks.text(base, column, **place).encode(x=alt.value("width")), head]
    return drawn


def rows(figure: Figure, say: Say) -> pd.DataFrame:
    """One row per name and answer: where its segment begins and ends, and its share written out."""
    form, data = figure.form, figure.data
    assert isinstance(form, Likert)
    answers = [lettering.clean(answer) for answer in form.answers]
    share, series = columns.numeric(data, "share").fillna(0.0), columns.column(data, "series").map(lettering.clean)
    place = columns.places(data, "label", "rank")
    begin = _begins(share, series, place, answers)
    text = columns.words(share, "share", say)
    parts = columns.usual(figure, say) | {
        "row": place, "series": series, "from": begin, "to": begin + share, "middle": begin + share / 2,
        "share_text": text,
        "inside_text": share.map(lambda part: say.percent(part, 0) if part >= READABLE else "").astype(object),
        **_edge_words(data, place, say),
    }  # fmt: skip
    parts["spoken"] = parts["label_text"] + ": " + series + " " + text
    return columns.framed(parts)


def _begins(share: pd.Series, series: pd.Series, place: pd.Series, answers: list[str]) -> pd.Series:
    """Where each segment begins when the middle of the scale stands at zero."""
    order = {answer: at for at, answer in enumerate(answers)}
    position, half = series.map(order).fillna(len(answers)), (len(answers) - 1) / 2
    table = pd.DataFrame({"share": share, "at": position, "place": place})
    table = table.sort_values(["place", "at"], kind="stable")
    below = table["share"].where(table["at"] < half, table["share"].where(table["at"] == half, 0.0) / 2)
    left = below.groupby(table["place"]).transform("sum")
    begun = table.groupby("place")["share"].cumsum() - table["share"]
    return (begun - left).reindex(share.index)


def _edge_words(data: pd.DataFrame, place: pd.Series, say: Say) -> dict[str, pd.Series]:
    """Mean and base, once a name."""
    is_first = ~place.duplicated()
    mean, n = columns.numeric(data, "value"), columns.numeric(data, "n")
    return {
        "mean_text": columns.words(mean, "score", say).where(is_first & mean.notna(), ""),
        "base_text": columns.words(n, "count", say).where(is_first & n.notna(), ""),
    }
