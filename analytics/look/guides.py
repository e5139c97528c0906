"""Reference lines: upright, level, or a path through several points."""

from __future__ import annotations

import pandas as pd

from analytics.figures import Bars, Figure, Likert
from analytics.look import columns, lettering, numbers
from analytics.wording import Say

COLUMNS = ("vertical", "horizontal", "path_x", "path_y")


def rows(figure: Figure, say: Say) -> pd.DataFrame:
    """One row per line, or per point of a path, with the words beside it. Never without its columns."""
    given = figure.guides if figure.guides is not None else pd.DataFrame()
    given = given.reset_index(drop=True)
    frame = _placed(given)
    frame["label"] = columns.column(given, "label", "").map(lambda text: lettering.clean(text) if text else "")
    frame = pd.concat([frame, _own(figure, say)], ignore_index=True)
    frame["label"] = (
        frame["label"].astype(object).map(lambda text: "\n".join(lettering.wrapped(text, 44)) if text else "")
    )
    frame["mean_text"], frame["base_text"] = _heads(figure, frame, say)
    frame["path_text"] = frame["label"].where(frame["path_x"].notna() & ~frame.duplicated("label", keep="last"), "")
    frame["vertical_text"] = frame["label"].where(frame["vertical"].notna(), "")
    return frame


def _placed(given: pd.DataFrame) -> pd.DataFrame:
    """`x` alone is an upright line, `y` alone a level one, both together a point of a path."""
    x, y = columns.numeric(given, "x"), columns.numeric(given, "y")
    is_path = x.notna() & y.notna()
    return pd.DataFrame({
        "vertical": x.where(~is_path), "horizontal": y.where(~is_path),
        "path_x": x.where(is_path), "path_y": y.where(is_path),
    }).astype("float64")  # fmt: skip


def _own(figure: Figure, say: Say) -> pd.DataFrame:
    """The lines a form brings itself: the reference of bars, the middle of a scale of answers."""
    form, own = figure.form, []
    if isinstance(form, Bars) and form.reference is not None and not _has_upright(figure):
        own.append((form.reference, numbers.written(form.reference, form.unit, say)))
    if isinstance(form, Likert):
        own.append((0.0, ""))
    frame = pd.DataFrame(own, columns=["vertical", "label"]).astype({"vertical": "float64", "label": object})
    return frame.reindex(columns=[*COLUMNS, "label"]).astype({name: "float64" for name in COLUMNS})


def _has_upright(figure: Figure) -> bool:
    return figure.guides is not None and "x" in figure.guides and bool(figure.guides["x"].notna().any())


def _heads(figure: Figure, frame: pd.DataFrame, say: Say) -> tuple[pd.Series, pd.Series]:
    """What heads the columns beside a scale of answers."""
    is_headed = pd.Series(isinstance(figure.form, Likert), index=frame.index) & ~frame["label"].duplicated()
    words = {"value": say("mean"), "n": say("answers")}
    heads = [pd.Series(text if name in figure.data else "", index=frame.index) for name, text in words.items()]
    return heads[0].where(is_headed, "").astype(object), heads[1].where(is_headed, "").astype(object)
