"""The columns every specification reads, made from a figure's data: places, written values, strength."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analytics.figures import Figure, Unit
from analytics.look import lettering, numbers, theme
from analytics.wording import Say

FULL, FAINT, UNPROVEN = 1.0, 0.45, 0.7


def column(data: pd.DataFrame, name: str, otherwise: Any = None) -> pd.Series:
    """A column of the data, or one value in its place."""
    return data[name] if name in data else pd.Series(otherwise, index=data.index, dtype=object)


def numeric(data: pd.DataFrame, name: str) -> pd.Series:
    """A column as floats, empty where it is missing or no finite number."""
    values = pd.to_numeric(column(data, name), errors="coerce").astype("float64")
    return values.where(values.abs() < float("inf"))


def places(
    data: pd.DataFrame, label: str, rank: str, *, width: int = theme.LABEL_UNITS, lines: int = theme.LABEL_LINES
) -> pd.Series:
    """Names that sort in reading order: four digits, a line break, the wrapped name. Equal names of two keys stay apart."""
    names = column(data, label, "").map(lettering.clean)
    order = numeric(data, rank) if rank in data else pd.Series(range(len(data)), index=data.index, dtype="float64")
    identity = _identity(data, names) if label == "label" else names
    first = order.groupby(identity).transform("min")
    position = list(zip(first, identity, strict=True))
    ranks = {place: at for at, place in enumerate(sorted(set(position)))}
    written = {name: "\n".join(lettering.wrapped(name, width, lines)) for name in set(names)}
    shown = [f"{ranks[place]:04d}\n{written[name]}" for place, name in zip(position, names, strict=True)]
    return pd.Series(shown, index=data.index, dtype=object)


def _identity(data: pd.DataFrame, names: pd.Series) -> pd.Series:
    """What makes a row a row: its name, and its key where one name stands for several things."""
    once = pd.DataFrame({"name": names, "series": column(data, "series", "").map(str)})
    if "key" not in data or not once.duplicated().any():
        return names
    return names + "\n" + data["key"].map(str)


def words(values: pd.Series, unit: Unit, say: Say) -> pd.Series:
    """Values written out."""
    return values.map(lambda value: numbers.written(value, unit, say)).astype(object)


def intervals(low: pd.Series, high: pd.Series, unit: Unit, say: Say) -> pd.Series:
    """Intervals written out, empty where there is none."""
    pairs = zip(low, high, strict=True)
    return pd.Series([numbers.between(a, b, unit, say) for a, b in pairs], index=low.index, dtype=object)


def counts(data: pd.DataFrame, say: Say) -> pd.Series:
    """The base of each row written out."""
    return numeric(data, "n").map(lambda n: numbers.MISSING if pd.isna(n) else say.number(n)).astype(object)


def strengths(figure: Figure) -> pd.Series:
    """How loudly a row is drawn: low bases faint, and nothing loud where nothing is established."""
    faint = column(figure.data, "is_faint", False).fillna(False).astype(bool)
    return faint.map({True: FAINT, False: FULL if figure.is_established else UNPROVEN}).astype("float64")


def usual(figure: Figure, say: Say) -> dict[str, pd.Series]:
    """The columns every form carries."""
    data = figure.data
    names = column(data, "label", "").map(lettering.clean)
    return {
        "key": column(data, "key", "").map(lettering.clean),
        "label_text": names.map(lambda name: lettering.shortened(name, 240)),
        "n_text": counts(data, say),
        "strength": strengths(figure),
    }


def framed(parts: dict[str, pd.Series]) -> pd.DataFrame:
    """The columns side by side, numbered from 0."""
    return pd.DataFrame(parts).reset_index(drop=True)
