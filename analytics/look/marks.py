"""The pieces every form is drawn from: axes, texts, reference lines, tooltips, the click.

Only names of our own columns and constants of this package enter a specification's fields and
expressions; words and series stand in titles and domains, which Vega never interprets.
"""

from __future__ import annotations

from typing import Any

from analytics import text_width
from analytics.figures import Bars, Flows, Lines, Scatter, Stacked, Unit
from analytics.look import theme, value_formats

Drawing = Any  # an Altair chart: its own types ask for every keyword of every mark
FIGURE, GUIDES = "figure", "guides"
LEGEND_WIDTH = 640
PICK = "pick"


def source(name: str = FIGURE) -> Drawing:
    """A chart that reads a dataset by its name."""
    import altair as alt

    return alt.Chart(alt.NamedData(name))


def ink(expression: str) -> Any:
    """A colour that an expression chooses while the chart is drawn."""
    import altair as alt

    return alt.ExprRef(expression)


def value_axis(unit: Unit, language: str, title: str, *, is_vertical: bool = False) -> Any:
    """An axis of numbers: hairline grid, few ticks, its title at the start."""
    import altair as alt

    where = (
        {"titleAngle": 0, "titleAlign": "left", "titleY": -18, "titleX": 0}
        if is_vertical
        else {"titleAnchor": "start"}
    )
    return alt.Axis(
        title=text_width.filled(title, 90) if title else None,
        labelExpr=value_formats.axis_expression(unit, language),
        format=value_formats.STEPPED,
        grid=True,
        gridColor=ink(theme.GRID),
        gridWidth=1,
        domain=False,
        ticks=False,
        tickCount=5,
        labelPadding=8,
        labelFontSize=theme.SMALL,
        titleFontSize=theme.SMALL,
        titlePadding=10,
        titleFontWeight="normal",
        labelColor=ink(theme.SOFT_INK),
        titleColor=ink(theme.SOFT_INK),
        labelLimit=120,
        labelBound=False,
        labelFlush=False,
        titleLimit=0,
        labelSeparation=6,
        **where,
    )


def name_axis(*, is_vertical: bool = True, has_grid: bool = False) -> Any:
    """An axis of names, without the reading order in front; wrapped names keep their lines."""
    import altair as alt

    return alt.Axis(
        title=None,
        labelExpr="split(slice(datum.label, 5), '\\n')",
        labelLimit=0,
        labelFontSize=theme.LABEL,
        labelColor=ink(theme.INK),
        labelPadding=10,
        labelLineHeight=15,
        grid=has_grid,
        gridColor=ink(theme.GRID),
        domain=False,
        ticks=False,
        labelOverlap=False if is_vertical else "greedy",
        labelAngle=0,
        labelFlush=False,
        minExtent=0,
        # Otherwise the browser's Vega-Lite sets names of bars in tracks at the end of the band.
        bandPosition=0.5,
    )


def titled(axis: Any, title: str, *, is_vertical: bool = False) -> Any:
    """An axis of names with a title at its start; as it was where there is nothing to say."""
    axis.title = title or None
    axis.titleFontSize, axis.titleFontWeight, axis.titlePadding = theme.SMALL, "normal", 10
    axis.titleColor = ink(theme.SOFT_INK)
    if is_vertical:
        axis.titleAngle, axis.titleAlign, axis.titleBaseline = 0, "right", "bottom"
        axis.titleX, axis.titleY = -10, -10
    else:
        axis.titleAnchor = "start"
    return axis


def text(
    chart: Drawing, column: str, *, colour: str = theme.INK, size: int = theme.LABEL, **places: Any
) -> Drawing:
    """Words beside a mark; they never catch the pointer."""
    import altair as alt

    return chart.mark_text(
        color=ink(colour),
        fontSize=size,
        lineBreak="\n",
        lineHeight=size + 3,
        tooltip=None,
        aria=False,
        **places,
    ).encode(text=alt.Text(f"{column}:N"))


def haloed(chart: Drawing, column: str, **looks: Any) -> list[Drawing]:
    """Words that may lie on a line: beneath them the same words, broad, in the paper's colour."""
    broad = {"stroke": ink(theme.PAPER), "strokeWidth": 3, "strokeJoin": "round"}
    return [
        text(chart, column, **looks | {"colour": theme.PAPER} | broad),
        text(chart, column, **looks),
    ]


def series_colour(
    form: Bars | Flows | Lines | Scatter | Stacked,
    *,
    has_legend: bool = True,
    symbol: str = "circle",
    above: int = 14,
) -> Any:
    """Colour by an explicit domain, so that a filter never repaints what stays.

    A plain mark colour without series.
    """
    import altair as alt

    if not form.series:
        return alt.Undefined
    names = [text_width.clean(name) for name in form.series]
    return alt.Color(
        "series:N",
        scale=alt.Scale(domain=names, range=theme.series_range(form.roles, len(names))),
        legend=_legend(names, symbol, above) if has_legend else None,
    )


def _legend(names: list[str], symbol: str, above: int) -> Any:
    import altair as alt

    return alt.Legend(
        title=None,
        orient="top",
        direction="horizontal",
        columns=legend_columns(names),
        symbolType=symbol,
        symbolStrokeWidth=0,
        symbolSize=90,
        symbolOpacity=1,
        labelLimit=LEGEND_WIDTH,
        labelFontSize=theme.LABEL,
        offset=above,
        columnPadding=18,
        rowPadding=4,
        labelColor=ink(theme.SOFT_INK),
    )


def legend_columns(names: list[str]) -> int:
    """How many names a legend sets side by side: all of them where they fit, else a grid."""
    widths = [text_width.units(name) * 6.5 + 40 for name in names]
    return len(names) if sum(widths) <= LEGEND_WIDTH else max(1, int(LEGEND_WIDTH // max(widths)))


def strength(clickable: bool) -> Any:
    """Faint for a low base; fainter still for what a click left out."""
    import altair as alt

    usual: Any = {"field": "strength", "type": "quantitative", "scale": None}
    if not clickable:
        return alt.Opacity("strength:Q", scale=None)
    return alt.Opacity(condition={"param": PICK, **usual}, value=0.3)


def clicks(chart: Drawing, clickable: bool) -> Drawing:
    """Let a click choose the row's `key`."""
    import altair as alt

    if not clickable:
        return chart
    return chart.add_params(
        alt.selection_point(name=PICK, fields=["key"], on="click", clear="dblclick")
    )


def tooltip(*others: tuple[str, str]) -> list[Any]:
    """What a pointer reads: the full name first, then values already written out."""
    import altair as alt

    parts = (("label_text", "title"), *others, ("n_text", "n"))
    return [alt.Tooltip(f"{column}:N", title=title) for column, title in parts]


def named(chart: Any, name: str) -> Any:
    """A view name of our own: Altair counts up otherwise, and no two builds would be the same."""
    return chart.properties(name=name)


def vertical_guides(scale: Any) -> list[Any]:
    """Reference lines across the value axis of bars, each with its words on top."""
    import altair as alt

    line = source(GUIDES).encode(x=alt.X("vertical:Q", scale=scale))
    return [
        line.mark_rule(color=ink(theme.RULE), strokeDash=[4, 3], tooltip=None, aria=False),
        text(
            line, "label", colour=theme.SOFT_INK, size=theme.SMALL, baseline="bottom", dy=-5
        ).encode(y=alt.value(0)),
    ]


def horizontal_guides(scale: Any) -> list[Any]:
    """Reference lines at a height, each with its words at its beginning."""
    import altair as alt

    line = source(GUIDES).encode(y=alt.Y("horizontal:Q", scale=scale))
    looks: dict[str, Any] = {
        "colour": theme.SOFT_INK,
        "size": theme.SMALL,
        "align": "left",
        "dx": 4,
    }
    above = haloed(line, "above_text", baseline="bottom", dy=-4, **looks)
    below = haloed(line, "below_text", baseline="top", dy=4, **looks)
    rule = line.mark_rule(color=ink(theme.RULE), strokeDash=[4, 3], tooltip=None, aria=False)
    return [rule, *(words.encode(x=alt.value(0)) for words in (*above, *below))]
