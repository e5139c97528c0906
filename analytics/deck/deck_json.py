"""A deck on its way into a child process and back: JSON for what is said, Arrow for what is
counted.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from analytics import figures
from analytics.deck import slides
from analytics.figures import Method
from analytics.figures.families import Family

NAME = "deck.json"
KNOWN: dict[str, type] = {
    one.__name__: one
    for one in (
        figures.Bars,
        figures.Likert,
        figures.Lines,
        figures.Scatter,
        figures.Stacked,
        figures.Heatmap,
        figures.Grid,
        figures.Column,
        figures.Headline,
        figures.Figure,
        Family,
        Method,
        slides.Told,
        slides.Opening,
        slides.Entry,
        slides.Listing,
        slides.Shown,
        slides.Appendix,
        slides.Deck,
    )
}


def pack(deck: slides.Deck, folder: Path) -> None:
    """Write a deck into a folder: one JSON file, and one Arrow file a figure however often it is
    shown.
    """
    kept: dict[int, str] = {}
    (folder / NAME).write_text(json.dumps(_plain(deck, folder, kept), ensure_ascii=False), "utf-8")


def unpack(folder: Path) -> slides.Deck:
    """The deck a folder holds. Slides that shared a figure's data share them again."""
    read: dict[str, pd.DataFrame] = {}
    deck = _whole(json.loads((folder / NAME).read_text("utf-8")), folder, read)
    assert isinstance(deck, slides.Deck)
    return deck


def _plain(value: Any, folder: Path, kept: dict[int, str]) -> Any:
    if isinstance(value, pd.DataFrame):
        return {"frame": _written(value, folder, kept)}
    if is_dataclass(value) and not isinstance(value, type):
        told = {
            field.name: _plain(getattr(value, field.name), folder, kept) for field in fields(value)
        }
        return {"is": type(value).__name__, "of": told}
    if isinstance(value, tuple | list):
        return [_plain(one, folder, kept) for one in value]
    if isinstance(value, dict):
        return {"pairs": [[key, one] for key, one in value.items()]}
    return value.item() if hasattr(value, "item") else value


def _written(frame: pd.DataFrame, folder: Path, kept: dict[int, str]) -> str:
    name = kept.setdefault(id(frame), f"{len(kept)}.arrow")
    if not (folder / name).exists():
        _typed(frame).to_feather(folder / name)
    return name


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame as Arrow takes it: a column of mixed things as text, an index of its own left
    behind.
    """
    import pyarrow as pa

    whole = frame.reset_index(drop=True).set_axis(
        [str(name) for name in frame.columns], axis="columns"
    )
    for name in whole.columns:
        try:
            pa.array(whole[name], from_pandas=True)
        except (pa.ArrowInvalid, pa.ArrowTypeError):
            whole[name] = [None if one is None or one != one else str(one) for one in whole[name]]
    return whole


def _whole(value: Any, folder: Path, read: dict[str, pd.DataFrame]) -> Any:
    if isinstance(value, list):
        return tuple(_whole(one, folder, read) for one in value)
    if not isinstance(value, dict):
        return value
    if "frame" in value:
        name = value["frame"]
        if name not in read:
            read[name] = pd.read_feather(folder / name)
        return read[name]
    if "pairs" in value:
        return dict(value["pairs"])
    parts = {name: _whole(one, folder, read) for name, one in value["of"].items()}
    return KNOWN[value["is"]](**parts)
