"""Too many points to tell apart, as a grid of counts: the figure's own cells, or cells laid over
its points.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from analytics.figures import Scatter
from analytics.look import chart_columns, label_placement
from analytics.wording import Say

CELLS = (36, 24)


def rows(
    x: list[float], y: list[float], n: list[float] | None, form: Scatter, say: Say
) -> pd.DataFrame:
    """One row per cell that holds anything: its edges, and how many points it holds.

    With `n` the rows are cells already, `x` and `y` their middles; without they are single points.
    """
    kept = ~(np.isnan(x) | np.isnan(y))
    across, up = np.asarray(x)[kept], np.asarray(y)[kept]
    up = np.log10(up) if form.is_log_y else up
    cells = _counted(across, up) if n is None else _own_cells(across, up, np.asarray(n)[kept])
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
        np.linspace(*label_placement.extent(one), cells + 1)
        for one, cells in zip((across, up), CELLS, strict=True)
    ]
    counts = np.histogram2d(across, up, bins=ends)[0]
    i, j = np.nonzero(counts)
    edges = {"x": ends[0][i], "x_end": ends[0][i + 1], "y": ends[1][j], "y_end": ends[1][j + 1]}
    return pd.DataFrame(edges | {"n": counts[i, j]})
