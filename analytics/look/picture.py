"""A picture that leaves the screen: finding on top, base below, source and method at the foot."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from analytics import text_width
from analytics.figures import Figure
from analytics.look import theme
from analytics.wording import Say

WIDTH = 960
TITLE_LETTER, SUBTITLE_LETTER, FOOT_LETTER, NAME_LETTER = 9.9, 6.7, 5.3, 6.4
MARGIN, AXIS = 48, 50
FOOT_LINES = 3


def whole(
    drawing: dict[str, Any],
    datasets: dict[str, pd.DataFrame],
    figure: Figure,
    say: Say,
    name: theme.Theme,
    width: int,
) -> dict[str, Any]:
    """The drawing with its data, its words and its own colours."""
    config = theme.config(name)
    return drawing | {
        "layer": [*drawing["layer"], _foot(datasets["figure"], figure, say, width)],
        "datasets": {key: records(frame) for key, frame in datasets.items()},
        "title": {
            "text": text_width.filled(figure.title, int((width - MARGIN) / TITLE_LETTER)),
            "subtitle": text_width.filled(figure.base, int((width - MARGIN) / SUBTITLE_LETTER)),
        },
        "width": width,
        "padding": config.pop("padding"),
        "config": config,
    }


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as JSON has them: no NaN."""
    return list(json.loads(frame.to_json(orient="records", force_ascii=False, double_precision=12)))


def _foot(rows: pd.DataFrame, figure: Figure, say: Say, width: int) -> dict[str, Any]:
    """Method and source in small type, under the axis."""
    letters = int((width - MARGIN - _names_width(rows)) / FOOT_LETTER)
    remarks = (
        say("Method: {text}", text=say(figure.method.formula)),
        say("Source: {text}", text=say(figure.method.source)),
    )
    lines = [line for text in remarks for line in text_width.wrapped(text, letters, FOOT_LINES)]
    mark = {
        "type": "text",
        "text": lines,
        "align": "left",
        "baseline": "top",
        "dy": _below_axis(figure),
        "fontSize": 10,
        "lineHeight": 15,
        "color": {"expr": theme.SOFT_INK},
        "tooltip": None,
    }
    return {
        "data": {"values": [{}]},
        "mark": mark,
        "encoding": {"x": {"value": 0}, "y": {"value": "height"}},
    }


def _below_axis(figure: Figure) -> int:
    """How far below the plot its axis ends."""
    kind = type(figure.form).__name__
    return {"Heatmap": 18, "Flows": 18, "Lines": 46, "Stacked": 46}.get(kind, 54)


def _names_width(rows: pd.DataFrame) -> float:
    """About how much room the names at the left take."""
    name = next((column for column in ("row", "place_y") if column in rows), None)
    if name is None:
        return AXIS
    lines = (line for text in rows[name].unique() for line in text.split("\n")[1:])
    return NAME_LETTER * max(map(text_width.units, lines), default=0) + 12
