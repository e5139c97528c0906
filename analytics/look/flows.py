"""Moves between classes as bands between two columns of bars: a Sankey made of stacked areas."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics import text_width
from analytics.figures import Figure, Flows
from analytics.look import chart_columns, marks, theme, value_formats
from analytics.look.marks import Drawing
from analytics.wording import Say, speaker

HEIGHT = 340
STEPS = 24
GAP = 0.035
"""The room between two bars, as a share of all there is."""
BAR = 0.035
NAME_UNITS = 26
FIRST, LAST = 0, 1
WRITTEN = ("side", "flow", "series", "name_text", "label_text", "value_text", "spoken")
COLUMNS = ("part", *WRITTEN, "at", "end", "edge", "from", "to", "middle")


def chart(form: Flows, language: str, clickable: bool) -> Drawing:
    """The drawing without its data."""
    import altair as alt

    across = alt.X("at:Q", axis=None, scale=alt.Scale(domain=[-0.42, 1.42], nice=False, zero=False))
    up = alt.Y("from:Q", axis=None, scale=alt.Scale(reverse=True, nice=False, zero=True))
    base = marks.source().encode(x=across, y=up)
    bands = base.transform_filter("datum.part === 'band'").mark_area(opacity=0.42, line=False)
    bands = bands.encode(
        y2=alt.Y2("to:Q"),
        detail="flow:N",
        color=marks.series_colour(form, has_legend=False),
        tooltip=marks.tooltip(("value_text", speaker(language)("Value"))),
        description=alt.Description("spoken:N"),
    )
    bars = base.transform_filter("datum.part === 'bar'").mark_rect()
    bars = bars.encode(
        x2=alt.X2("end:Q"),
        y2=alt.Y2("to:Q"),
        color=marks.series_colour(form, has_legend=False),
        tooltip=marks.tooltip(("value_text", speaker(language)("Value"))),
        description=alt.Description("spoken:N"),
    )
    layers = [marks.named(bands, "marks"), bars, *_names(base)]
    return alt.layer(*layers).properties(height=HEIGHT)


def _names(base: Drawing) -> list[Drawing]:
    """What each bar is, outside it, and over each column the edition it is of."""
    import altair as alt

    outside: list[Drawing] = []
    for part, align, shift in (("bar", "right", -8), ("end bar", "left", 8)):
        side = base.transform_filter(f"datum.side === '{part}'")
        outside.append(
            marks.text(side, "name_text", align=align, dx=shift, baseline="middle").encode(
                x=alt.X("edge:Q", axis=None), y=alt.Y("middle:Q", axis=None)
            )
        )
    heads = base.transform_filter("datum.part === 'head'")
    return [
        *outside,
        marks.text(heads, "name_text", colour=theme.SOFT_INK, size=theme.SMALL, dy=-10),
    ]


def rows(figure: Figure, say: Say) -> pd.DataFrame:
    """One row per corner of a band, per bar and per heading."""
    form, cells = figure.form, chart_columns.Cells(figure.data)
    assert isinstance(form, Flows)
    flows = _flows(cells)
    total = sum(size for *_, size in flows) or 1.0
    order = tuple(text_width.clean(name) for name in form.series)
    sides = [_bars(flows, side, order, total) for side in (FIRST, LAST)]
    parts = [
        *_bands(flows, sides, form, say),
        *(row for side in (FIRST, LAST) for row in _bar_rows(sides[side], side, form, say)),
        *(_heads(form) if flows else ()),
    ]
    frame = pd.DataFrame(parts, columns=list(COLUMNS))
    frame["strength"], frame["n_text"] = chart_columns.FULL, value_formats.MISSING
    return frame.fillna(dict.fromkeys(WRITTEN, ""))


def _flows(cells: chart_columns.Cells) -> list[tuple[str, str, float]]:
    """From, to and how many, those that are there."""
    triples = zip(cells.texts("row"), cells.texts("x"), cells.numbers("value"), strict=True)
    return [(first, last, size) for first, last, size in triples if size > 0]


def _bars(
    flows: list[tuple[str, str, float]], side: int, order: tuple[str, ...], total: float
) -> dict[str, tuple[float, float]]:
    """Where each class begins and ends in its column, in the order of the classes."""
    sizes: dict[str, float] = {}
    for flow in flows:
        name = str(flow[side])
        sizes[name] = sizes.get(name, 0.0) + flow[2]
    at, bars = 0.0, {}
    for name in (*(name for name in order if name in sizes), *(set(sizes) - set(order))):
        bars[name] = (at, at + sizes[name])
        at += sizes[name] + GAP * total
    return bars


def _bands(
    flows: list[tuple[str, str, float]],
    sides: list[dict[str, tuple[float, float]]],
    form: Flows,
    say: Say,
) -> list[dict[str, Any]]:
    """Every flow as a smooth band from its place in one bar to its place in the other."""
    reached = [{name: start for name, (start, _) in side.items()} for side in sides]
    places = [{name: at for at, name in enumerate(side)} for side in sides]
    ordered = sorted(flows, key=lambda flow: (places[0][flow[0]], places[1][flow[1]]))
    corners = []
    for first, last, size in ordered:
        starts = reached[0][first], reached[1][last]
        reached[0][first] += size
        reached[1][last] += size
        label = say("{first} → {last}", first=first, last=last)
        text = value_formats.written(size, form.unit, say)
        for step in range(STEPS + 1):
            along = step / STEPS
            rise = along * along * (3 - 2 * along)
            top = starts[0] + rise * (starts[1] - starts[0])
            corners.append(
                {
                    "part": "band",
                    "flow": f"{first}\n{last}",
                    "series": first,
                    "at": BAR + along * (1 - 2 * BAR),
                    "from": top,
                    "to": top + size,
                    "label_text": label,
                    "value_text": text,
                    "spoken": f"{label} · {text}",
                }
            )
    return corners


def _bar_rows(
    bars: dict[str, tuple[float, float]], side: int, form: Flows, say: Say
) -> list[dict[str, Any]]:
    at = 0.0 if side == FIRST else 1 - BAR
    rows_of_bars = []
    for name, (start, end) in bars.items():
        text = value_formats.written(end - start, form.unit, say)
        named = "\n".join(text_width.wrapped(f"{name} · {text}", NAME_UNITS, 2))
        rows_of_bars.append(
            {
                "part": "bar",
                "side": "bar" if side == FIRST else "end bar",
                "series": name,
                "at": at,
                "end": at + BAR,
                "edge": at if side == FIRST else at + BAR,
                "from": start,
                "to": end,
                "middle": (start + end) / 2,
                "name_text": named,
                "label_text": name,
                "value_text": text,
                "spoken": f"{name} · {text}",
            }
        )
    return rows_of_bars


def _heads(form: Flows) -> list[dict[str, Any]]:
    """The names of the two columns, over them."""
    return [
        {
            "part": "head",
            "at": at,
            "from": 0.0,
            "to": 0.0,
            "name_text": text_width.clean(title),
            "label_text": "",
        }
        for at, title in ((BAR / 2, form.row_axis), (1 - BAR / 2, form.x_axis))
    ]
