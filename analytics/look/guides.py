"""Reference lines: upright, level, or a path through several points."""

from __future__ import annotations

from math import isfinite, nan
from typing import Any

import pandas as pd

from analytics.figures import Bars, Figure, Likert
from analytics.look import lettering, numbers
from analytics.wording import Say

PLACES = ("vertical", "horizontal", "path_x", "path_y")
WORDS = ("label", "vertical_text", "path_text", "mean_text", "base_text")
Line = dict[str, Any]


def rows(figure: Figure, say: Say) -> pd.DataFrame:
    """One row per line, or per point of a path, with the words beside it. Never without its columns."""
    lines = [*_given(figure), *_own(figure, say)]
    _head_paths(lines)
    frame = pd.DataFrame(
        {name: [line.get(name, nan) for line in lines] for name in PLACES}
        | {name: [line.get(name, "") for line in lines] for name in WORDS}
    )
    return frame.astype({name: "float64" if name in PLACES else object for name in frame})


def _given(figure: Figure) -> list[Line]:
    """`x` alone is an upright line, `y` alone a level one, both together a point of a path."""
    given = [] if figure.guides is None else figure.guides.to_dict("records")
    return [_placed(_number(row.get("x")), _number(row.get("y")), _label(row.get("label"))) for row in given]


def _placed(x: float, y: float, label: str) -> Line:
    if isfinite(x) and isfinite(y):
        return {"path_x": x, "path_y": y, "label": label}
    if isfinite(x):
        return {"vertical": x, "label": label, "vertical_text": label}
    return {"horizontal": y, "label": label}


def _number(value: Any) -> float:
    return nan if value is None or pd.isna(value) else float(value)


def _label(text: Any) -> str:
    return "\n".join(lettering.wrapped(str(text), 44)) if isinstance(text, str) and text else ""


def _own(figure: Figure, say: Say) -> list[Line]:
    """The lines a form brings itself: the reference of bars, the middle of a scale of answers with its headings."""
    form = figure.form
    if isinstance(form, Bars) and form.reference is not None and not _has_upright(figure):
        return [_placed(form.reference, nan, numbers.shortly(form.reference, form.unit, say))]
    if isinstance(form, Likert):
        heads = {"mean_text": ("value", say("mean")), "base_text": ("n", "n")}
        return [{"vertical": 0.0} | {name: word if of in figure.data else "" for name, (of, word) in heads.items()}]
    return []


def _has_upright(figure: Figure) -> bool:
    return any(isfinite(line.get("vertical", nan)) for line in _given(figure))


def _head_paths(lines: list[Line]) -> None:
    """Each path carries its words at its last point."""
    last = {line["label"]: line for line in lines if "path_x" in line}
    for label, line in last.items():
        line["path_text"] = label
