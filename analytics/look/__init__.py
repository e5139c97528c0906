"""Draws a figure: once as a specification without data for the screen, whole as a picture that
leaves it.

`specification` depends on the form and the language only; the filtered data travel beside it as the
datasets `figure` and `guides`, so that a filter changes rows, never the drawing. Rows carry every
number already written out.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import lru_cache
from typing import Any

import pandas as pd

from analytics.figures import (
    Bars,
    Figure,
    Flows,
    Form,
    Grid,
    Heatmap,
    Likert,
    Lines,
    Scatter,
    Stacked,
)
from analytics.look import (
    bars,
    flows,
    guides,
    heatmap,
    likert,
    lines,
    picture,
    scatter,
    stacked,
    theme,
)
from analytics.look.label_placement import Room
from analytics.look.value_formats import written
from analytics.wording import Language, Say

WIDTH = picture.WIDTH
__all__ = [
    "WIDTH",
    "Room",
    "datasets",
    "is_drawn",
    "rows",
    "specification",
    "standalone",
    "theme",
    "written",
]

_DRAWINGS: dict[type, Any] = {
    Bars: bars,
    Flows: flows,
    Heatmap: heatmap,
    Likert: likert,
    Lines: lines,
    Scatter: scatter,
    Stacked: stacked,
}


def is_drawn(form: Form) -> bool:
    """Whether a form is a chart; a Grid is its own table."""
    return not isinstance(form, Grid)


def specification(form: Form, language: str, *, clickable: bool = False) -> dict[str, Any]:
    """The Vega-Lite drawing of a form, without data or text of theirs: a fresh dict."""
    lasting = replace(form, reference=None) if isinstance(form, Bars) else form
    return dict(json.loads(_cached_drawing(lasting, language, clickable)))


@lru_cache(maxsize=512)
def _cached_drawing(form: Form, language: Language, clickable: bool) -> str:
    chart = _DRAWINGS[type(form)].chart(form, language, clickable)
    drawing = chart.to_dict(validate=False)
    drawing.pop("config", None)
    drawing["autosize"] = {"type": "fit-x", "contains": "padding"}
    return json.dumps(drawing, ensure_ascii=False, sort_keys=True)


def rows(figure: Figure, say: Say, room: Room | None = None) -> pd.DataFrame:
    """The rows a specification reads: canonical columns, each number as the language writes it.

    `room`: how wide and high it will be drawn, in pixels at the usual size of letters, where that
    is not the usual size.
    """
    has_moving_words = isinstance(figure.form, Lines | Scatter)
    size = {"room": room} if room and has_moving_words else {}
    frame: pd.DataFrame = _DRAWINGS[type(figure.form)].rows(figure, say, **size)
    return frame


def datasets(figure: Figure, say: Say, room: Room | None = None) -> dict[str, pd.DataFrame]:
    """What stands beside a specification: its rows and its reference lines."""
    return {"figure": rows(figure, say, room), "guides": guides.rows(figure, say)}


def standalone(
    figure: Figure, say: Say, theme: theme.Theme = "light", width: int = picture.WIDTH
) -> dict[str, Any]:
    """The whole picture as one Vega-Lite dict: data and words inside."""
    drawing = specification(figure.form, say.language)
    return picture.whole(drawing, datasets(figure, say), figure, say, theme, width)
