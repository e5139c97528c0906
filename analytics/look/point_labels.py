"""The names beside the points of a scatter: where each stands on a drawing of a given size."""

from __future__ import annotations

from math import log10, nan
from typing import Any

import pandas as pd

from analytics import text_width
from analytics.figures import Figure, Scatter
from analytics.look import label_placement, theme
from analytics.look.chart_columns import Cells
from analytics.look.label_placement import Box, Point, Room, Spot

EDGE = 0.08  # the share that rounding the axes to round numbers may leave free
LABEL_UNITS = 28
MOST_LABELS = 120
PATH_WORDS = 5.0  # pixels from the end of a reference line to its words
Places = dict[str, list[float]]


def beside(
    cells: Cells, places: Places, form: Scatter, figure: Figure, room: Room
) -> dict[str, list[Any]]:
    """Each label and its spot; empty where it would cover another."""
    names, rank = cells.texts("label"), cells.numbers("rank")
    across, up, paths = _pixels(places, form, figure, room)
    drawn = (row for row in range(cells.count) if across[row] == across[row] and up[row] == up[row])
    order = sorted(drawn, key=lambda row: (rank[row] != rank[row], rank[row]))
    labelled = order[:MOST_LABELS] if form.has_labels else []
    lines = {row: text_width.wrapped(names[row], LABEL_UNITS) for row in labelled}
    spots = label_placement.labels(
        [(across[row], up[row]) for row in order],
        [(max(map(text_width.units, broken)), len(broken)) for broken in lines.values()],
        room,
        has_cross=form.has_interval,
        paths=list(paths.values()),
        words=[_path_words(name, path[-1]) for name, path in paths.items() if name],
    )
    return _columns(cells.count, lines, dict(zip(lines, spots, strict=True)))


def _columns(
    count: int, lines: dict[int, list[str]], spots: dict[int, Spot | None]
) -> dict[str, list[Any]]:
    columns: dict[str, list[Any]] = {
        "beside_text": [""] * count,
        "dx": [0.0] * count,
        "dy": [0.0] * count,
        "align": ["left"] * count,
    }
    for row, spot in spots.items():
        if spot:
            columns["beside_text"][row] = "\n".join(lines[row])
            columns["dx"][row], columns["align"][row] = spot.dx, spot.align
            columns["dy"][row] = _first_line(spot, lines[row])
    return columns


def _path_words(name: str, end: Point) -> Box:
    """What the words at the end of a reference line cover."""
    return label_placement.covered(end, (text_width.units(name), 1), Spot(PATH_WORDS, 0, "left"))


def _first_line(spot: Spot, lines: list[str]) -> float:
    """The offset of the first line: Vega sets the rest below it."""
    return spot.dy - (len(lines) - 1) * (theme.SMALL + 3) / 2


def _pixels(
    places: Places, form: Scatter, figure: Figure, room: Room
) -> tuple[list[float], list[float], dict[str, list[Point]]]:
    """Where the points stand on a drawing of this size, and the reference lines of each name."""
    guides = Cells(figure.guides if figure.guides is not None else pd.DataFrame())
    spans = {
        axis: [places[axis], places[f"{axis}_low"], places[f"{axis}_high"], guides.numbers(axis)]
        for axis in ("x", "y")
    }
    if form.is_log_y:
        spans["y"] = [
            [log10(value) if value > 0 else nan for value in values] for values in spans["y"]
        ]
    across, path_x = (_along(spans["x"], at, room[0]) for at in (0, 3))
    up, path_y = (_along(spans["y"], at, room[1]) for at in (0, 3))
    paths: dict[str, list[Point]] = {}
    for name, x, y in zip(guides.texts("label"), path_x, path_y, strict=True):
        if x == x and y == y:
            paths.setdefault(name, []).append((x, room[1] - y))
    return across, [room[1] - height for height in up], paths


def _along(spans: list[list[float]], at: int, length: float) -> list[float]:
    """The values of one of the columns that share an axis, as pixels along it."""
    low, high = label_placement.extent(*spans)
    edge = EDGE * length
    return [edge + (number - low) / (high - low) * (length - 2 * edge) for number in spans[at]]
