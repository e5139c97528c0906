"""Values by edition: a line that breaks where no edition was held, its interval as a band, its name at its end."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.figures import Figure, Lines
from analytics.look import columns, lettering, marks, placing, theme
from analytics.look.marks import Drawing
from analytics.wording import Say, speaker

HEIGHT = 280
EDITION_UNITS, END_UNITS = 14, 26
ALL_WRITTEN = 12
NICE = 0.75


def chart(form: Lines, language: str, clickable: bool) -> Drawing:
    """The drawing without its data."""
    import altair as alt

    say = speaker(language)
    base = marks.source().encode(
        x=alt.X("edition:N", title=None, axis=marks.name_axis(is_vertical=False), scale=alt.Scale(padding=0.35)),
    )
    inked = base.encode(color=marks.series_colour(form.series, has_legend=False))
    layers = [*_band(inked, form), _line(inked, form, language), _points(inked, form, say, clickable)]
    layers += _words(base, inked, form)
    return alt.layer(*layers, *marks.horizontal_guides()).properties(height=HEIGHT)


def _value(form: Lines, language: str) -> Any:
    import altair as alt

    spread: Any = (
        {"domain": list(form.domain)} if form.domain else {"zero": form.unit in ("count", "money"), "nice": True}
    )
    axis = marks.value_axis(form.unit, language, form.axis, is_vertical=True)
    return alt.Y("value:Q", scale=alt.Scale(**spread), axis=axis)


def _detail(form: Lines) -> Any:
    import altair as alt

    return alt.Detail("series:N") if form.series else alt.Undefined


def _band(base: Drawing, form: Lines) -> list[Drawing]:
    import altair as alt

    if not form.has_interval:
        return []
    shape = {"interpolate": "step-after"} if form.is_step else {}
    area = base.mark_area(opacity=0.13, tooltip=None, aria=False, **shape)
    alone = base.mark_rule(opacity=0.45, strokeWidth=3, strokeCap="round", tooltip=None, aria=False)
    return [
        area.encode(y=alt.Y("low:Q"), y2=alt.Y2("high:Q"), detail=_detail(form)),
        alone.encode(y=alt.Y("lone_low:Q"), y2=alt.Y2("lone_high:Q")),
    ]


def _line(base: Drawing, form: Lines, language: str) -> Drawing:
    shape = {"interpolate": "step-after"} if form.is_step else {}
    drawn = base.mark_line(strokeWidth=2.25, strokeJoin="round", tooltip=None, aria=False, **shape)
    return drawn.encode(y=_value(form, language), detail=_detail(form))


def _points(base: Drawing, form: Lines, say: Say, clickable: bool) -> Drawing:
    import altair as alt

    points = base.mark_point(
        filled=True, size=62, opacity=1, stroke=marks.ink(theme.PAPER), strokeWidth=1.5,
        cursor="pointer" if clickable else "default",
    ).encode(
        y=alt.Y("value:Q"),
        opacity=marks.strength(clickable),
        tooltip=marks.tooltip(
            say.language,
            ("edition_text", say("Edition")), ("value_text", say("Value")), ("interval_text", say("Interval")),
        ),
        description=alt.Description("spoken:N"),
    )  # fmt: skip
    return marks.named(marks.clicks(points, clickable), "marks")


def _words(base: Drawing, inked: Drawing, form: Lines) -> list[Drawing]:
    import altair as alt

    gap = marks.text(base, "gap_text", colour=theme.SOFT_INK, size=theme.SMALL, baseline="bottom", dy=-6)
    gap = gap.encode(y=alt.value("height"))
    if not form.series:
        aside: dict[str, Any] = {"align": "left", "dx": 5} if form.is_step else {}
        return [marks.text(base, "point_text", baseline="bottom", dy=-9, **aside).encode(y=alt.Y("value:Q")), gap]
    ends = inked.mark_text(
        align="left",
        dx=10,
        fontSize=theme.LABEL,
        fontWeight="bold",
        lineBreak="\n",
        lineHeight=15,
        tooltip=None,
        aria=False,
    )
    return [ends.encode(y=alt.Y("end:Q"), text=alt.Text("end_text:N")), gap]


def rows(figure: Figure, say: Say) -> pd.DataFrame:
    """One row per edition and series."""
    form, data = figure.form, figure.data
    assert isinstance(form, Lines)
    value, low, high = (columns.numeric(data, name) for name in ("value", "low", "high"))
    series = columns.column(data, "series", "").map(lettering.clean)
    edition = columns.places(data, "x", "x_rank", width=EDITION_UNITS)
    lone = _lone(value, series, edition)
    text = columns.words(value, form.unit, say)
    parts = columns.usual(figure, say) | {
        "edition": edition, "edition_text": columns.column(data, "x", "").map(lettering.clean), "series": series,
        "value": value, "low": low.where(value.notna()), "high": high.where(value.notna()),
        "lone_low": low.where(lone), "lone_high": high.where(lone),
        "value_text": text, "interval_text": columns.intervals(low, high, form.unit, say),
        "point_text": _point_words(text, value, edition), "gap_text": _gap_words(data, edition, say),
    }  # fmt: skip
    if "label" not in data:
        parts["label_text"] = series if form.series else parts["edition_text"]
    parts["end"], parts["end_text"] = _ends(parts, form)
    parts["spoken"] = parts["label_text"] + " " + parts["edition_text"] + ": " + text
    return columns.framed(parts)


def _lone(value: pd.Series, series: pd.Series, edition: pd.Series) -> pd.Series:
    """Points with no neighbour to draw a band to."""
    table = pd.DataFrame({"seen": value.notna(), "series": series, "edition": edition}).sort_values(
        ["series", "edition"]
    )
    grouped = table.groupby("series")["seen"]
    before, after = (grouped.shift(step, fill_value=False) for step in (1, -1))
    return (table["seen"] & ~before & ~after).reindex(value.index)


def _point_words(text: pd.Series, value: pd.Series, edition: pd.Series) -> pd.Series:
    """Values over the points of a single line: all of them, or of a long line its ends and its extremes."""
    seen = value.notna()
    if edition.nunique() <= ALL_WRITTEN or not seen.any():
        return text.where(seen, "")
    at = edition[seen].sort_values().index
    kept = {at[0], at[-1], value.idxmin(), value.idxmax()}
    return text.where(value.index.isin(list(kept)), "")


def _gap_words(data: pd.DataFrame, edition: pd.Series, say: Say) -> pd.Series:
    """Why the line breaks, once an edition: in the figure's own words (`gap`) where it has some."""
    is_gap = columns.column(data, "is_gap", False).fillna(False).astype(bool)
    words = columns.column(data, "gap", say("no data")).map(lettering.clean)
    return words.where(is_gap & ~edition.where(is_gap).duplicated(), "").astype(object)


def _ends(parts: dict[str, pd.Series], form: Lines) -> tuple[pd.Series, pd.Series]:
    """Where each series' name stands beside its last point, moved apart where two would touch."""
    value, nothing = parts["value"], pd.Series(float("nan"), index=parts["value"].index)
    words = pd.Series("", index=value.index, dtype=object)
    if not form.series or value.isna().all():
        return nothing, words
    seen = pd.DataFrame({"series": parts["series"], "edition": parts["edition"]})[value.notna()]
    last = seen.sort_values("edition").groupby("series", sort=False).tail(1).index
    names = {at: lettering.wrapped(parts["series"][at], END_UNITS) for at in last}
    low, high = form.domain or placing.extent([value, parts["low"], parts["high"]])
    heights = {at: 15.0 * (len(lines)) + 4 for at, lines in names.items()}
    nothing.update(
        placing.apart({at: value[at] for at in last}, heights, (low, high), HEIGHT * (1.0 if form.domain else NICE))
    )
    for at, lines in names.items():
        words[at] = "\n".join([*lines[:-1], f"{lines[-1]}  {parts['value_text'][at]}"])
    return nothing, words
