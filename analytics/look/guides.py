"""Reference lines: upright, level, or a path through several points."""

from __future__ import annotations

from math import isfinite, nan
from typing import Any

import pandas as pd

from analytics import text_width
from analytics.figures import Bars, Figure, Likert, Lines
from analytics.look import value_formats
from analytics.wording import Say

PLACES = ("vertical", "horizontal", "path_x", "path_y")
WORDS = (
    "label",
    "vertical_text",
    "above_text",
    "below_text",
    "path_text",
    "mean_text",
    "base_text",
)
OFF_LINE = 0.04  # how far from its line a word stands, as a share of what the values span
Line = dict[str, Any]


def rows(figure: Figure, say: Say) -> pd.DataFrame:
    """One row per line, or per point of a path, with its words; all columns, even of no rows."""
    lines = [*_figure_lines(figure), *_form_lines(figure, say)]
    _head_paths(lines)
    _side_levels(lines, figure)
    frame = pd.DataFrame(
        {name: [line.get(name, nan) for line in lines] for name in PLACES}
        | {name: [line.get(name, "") for line in lines] for name in WORDS}
    )
    return frame.astype({name: "float64" if name in PLACES else object for name in frame})


def _figure_lines(figure: Figure) -> list[Line]:
    """`x` alone is an upright line, `y` alone a level one, both together a point of a path."""
    guides = [] if figure.guides is None else figure.guides.to_dict("records")
    return [
        _placed(_number(row.get("x")), _number(row.get("y")), _label(row.get("label")))
        for row in guides
    ]


def _placed(x: float, y: float, label: str) -> Line:
    if isfinite(x) and isfinite(y):
        return {"path_x": x, "path_y": y, "label": label}
    if isfinite(x):
        return {"vertical": x, "label": label, "vertical_text": label}
    return {"horizontal": y, "label": label}


def _number(value: Any) -> float:
    return nan if value is None or pd.isna(value) else float(value)


def _label(text: Any) -> str:
    return "\n".join(text_width.wrapped(str(text), 44)) if isinstance(text, str) and text else ""


def _form_lines(figure: Figure, say: Say) -> list[Line]:
    """The lines a form brings itself: the reference of bars, the headed middle of answers."""
    form = figure.form
    if isinstance(form, Bars) and form.reference is not None and not _has_upright(figure):
        return [_placed(form.reference, nan, value_formats.shortly(form.reference, form.unit, say))]
    if isinstance(form, Likert):
        heads = {"mean_text": ("value", say("mean")), "base_text": ("n", "n")}
        return [
            {"vertical": 0.0}
            | {name: word if of in figure.data else "" for name, (of, word) in heads.items()}
        ]
    return []


def _has_upright(figure: Figure) -> bool:
    return any(isfinite(line.get("vertical", nan)) for line in _figure_lines(figure))


def _side_levels(lines: list[Line], figure: Figure) -> None:
    """The words of a level line stand above its beginning, or below where there is more room."""
    for line in lines:
        level = line.get("horizontal", nan)
        if isfinite(level):
            line["below_text" if _is_freer_below(level, figure) else "above_text"] = line["label"]


def _is_freer_below(level: float, figure: Figure) -> bool:
    if not isinstance(figure.form, Lines):
        return False
    points = figure.data.dropna(subset=["value"]).sort_values("x_rank")
    first = points.loc[points["x_rank"].isin(points["x_rank"].unique()[:2]), "value"]
    away = OFF_LINE * (points["value"].max() - points["value"].min())
    above, below = ((first - words).abs().min() for words in (level + away, level - away))
    return bool(below > above)


def _head_paths(lines: list[Line]) -> None:
    """Each path carries its words at its last point."""
    last = {line["label"]: line for line in lines if "path_x" in line}
    for label, line in last.items():
        line["path_text"] = label
