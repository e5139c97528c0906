"""Too many points to tell apart, as a grid of counts: the figure's own, or laid over its points."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from analytics.figures import Scatter
from analytics.look import chart_columns, label_placement, marks, theme
from analytics.look.marks import Drawing
from analytics.wording import Say

CELLS = (36, 24)


def layer(form: Scatter, axes: dict[str, Any], say: Say, *, above: int) -> Drawing:
    """The shaded cells. `above` is how far over them their legend stands, in pixels."""
    import altair as alt

    shade = alt.Scale(type="sqrt", range="ramp", interpolate="lab")
    drawn = marks.source().mark_rect(stroke=marks.ink(theme.PAPER), strokeWidth=0.5)
    drawn = drawn.encode(
        **axes,
        x2=alt.X2("x_end:Q"),
        y2=alt.Y2("y_end:Q"),
        color=alt.Color("n:Q", scale=shade, legend=_legend(say("Count"), above)),
        tooltip=[
            alt.Tooltip("x_text:N", title=form.x_axis),
            alt.Tooltip("y_text:N", title=form.y_axis),
            alt.Tooltip("n_text:N", title=say("Count")),
        ],
        description=alt.Description("spoken:N"),
    )
    return marks.named(drawn, "marks")


def _legend(title: str, above: int) -> Any:
    import altair as alt

    return alt.Legend(
        title=title,
        orient="top",
        direction="horizontal",
        gradientLength=160,
        gradientThickness=8,
        tickCount=3,
        titleFontSize=theme.SMALL,
        titleFontWeight="normal",
        titleOrient="left",
        titleColor=marks.ink(theme.SOFT_INK),
        labelFontSize=theme.SMALL,
        offset=above,
    )


def rows(
    x: list[float], y: list[float], n: list[float] | None, form: Scatter, say: Say
) -> pd.DataFrame:
    """One row per cell that holds anything: its edges, and how many points it holds.

    With `n` the rows are cells already, `x` and `y` their middles; without they are single points.
    """
    is_placed = ~(np.isnan(x) | np.isnan(y))
    across, up = np.asarray(x)[is_placed], np.asarray(y)[is_placed]
    up = np.log10(up) if form.is_log_y else up
    cells = _counted(across, up) if n is None else _own_cells(across, up, np.asarray(n)[is_placed])
    if form.is_log_y:
        cells[["y", "y_end"]] = 10.0 ** cells[["y", "y_end"]]
    words = [
        chart_columns.intervals(cells["x"], cells["x_end"], form.x_unit, say),
        chart_columns.intervals(cells["y"], cells["y_end"], form.y_unit, say),
        chart_columns.words(cells["n"], "count", say),
    ]
    return cells.assign(
        **dict(zip(("x_text", "y_text", "n_text"), words, strict=True)),
        spoken=chart_columns.spoken(*words),
    )


def _own_cells(across: Any, up: Any, counts: Any) -> pd.DataFrame:
    half_x, half_y = _half_step(across), _half_step(up)
    edges = {"x": across - half_x, "x_end": across + half_x, "y": up - half_y, "y_end": up + half_y}
    return pd.DataFrame(edges | {"n": counts})


def _half_step(middles: Any) -> float:
    """Half the smallest distance between the middles of two cells."""
    steps = np.diff(np.unique(np.round(middles, 9)))
    return float(steps.min()) / 2 if len(steps) else 0.5


def _counted(across: Any, up: Any) -> pd.DataFrame:
    ends = [
        np.linspace(*label_placement.extent(values), count + 1)
        for values, count in zip((across, up), CELLS, strict=True)
    ]
    counts = np.histogram2d(across, up, bins=ends)[0]
    i, j = np.nonzero(counts)
    edges = {"x": ends[0][i], "x_end": ends[0][i + 1], "y": ends[1][j], "y_end": ends[1][j + 1]}
    return pd.DataFrame(edges | {"n": counts[i, j]})
