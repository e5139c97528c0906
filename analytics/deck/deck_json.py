"""A deck on its way into a child process and back: JSON for words, Arrow for what is counted."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from analytics import figures
from analytics.deck import slides
from analytics.figures import Method
from analytics.figures.claims import Claim
from analytics.figures.families import Family
from analytics.figures.key_number import KeyNumber

NAME = "deck.json"
KNOWN: dict[str, type] = {
    cls.__name__: cls
    for cls in (
        figures.Bars,
        figures.Likert,
        figures.Lines,
        figures.Scatter,
        figures.Stacked,
        figures.Heatmap,
        figures.Flows,
        figures.Grid,
        figures.Column,
        figures.Headline,
        figures.Figure,
        Claim,
        KeyNumber,
        Family,
        Method,
        slides.Note,
        slides.Opening,
        slides.Entry,
        slides.Numbers,
        slides.Listing,
        slides.FigureSlide,
        slides.Appendix,
        slides.Deck,
    )
}


def pack(deck: slides.Deck, folder: Path) -> None:
    """Write a deck into a folder: what is said as JSON, each figure's data as Arrow, once."""
    plain = _plain(deck, folder, {})
    (folder / NAME).write_text(json.dumps(plain, ensure_ascii=False), "utf-8")


def unpack(folder: Path) -> slides.Deck:
    """The deck a folder holds. Slides that shared a figure's data share them again."""
    read: dict[str, pd.DataFrame] = {}
    deck = _restored(json.loads((folder / NAME).read_text("utf-8")), folder, read)
    assert isinstance(deck, slides.Deck)
    return deck


def _plain(value: Any, folder: Path, file_names: dict[int, str]) -> Any:
    if isinstance(value, pd.DataFrame):
        return {"frame": _arrow_file(value, folder, file_names)}
    if is_dataclass(value) and not isinstance(value, type):
        members = {
            field.name: _plain(getattr(value, field.name), folder, file_names)
            for field in fields(value)
        }
        return {"is": type(value).__name__, "of": members}
    if isinstance(value, tuple | list):
        return [_plain(part, folder, file_names) for part in value]
    if isinstance(value, dict):
        return {"pairs": [[key, entry] for key, entry in value.items()]}
    return value.item() if hasattr(value, "item") else value


def _arrow_file(frame: pd.DataFrame, folder: Path, file_names: dict[int, str]) -> str:
    name = file_names.setdefault(id(frame), f"{len(file_names)}.arrow")
    if not (folder / name).exists():
        _typed(frame).to_feather(folder / name)
    return name


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame as Arrow takes it: a column of mixed things as text, without its own index."""
    import pyarrow as pa

    whole = frame.reset_index(drop=True).set_axis(
        [str(name) for name in frame.columns], axis="columns"
    )
    for name in whole.columns:
        try:
            pa.array(whole[name], from_pandas=True)
        except (pa.ArrowInvalid, pa.ArrowTypeError):
            whole[name] = [_text_or_none(cell) for cell in whole[name]]
    return whole


def _text_or_none(cell: Any) -> str | None:
    return None if cell is None or cell != cell else str(cell)


def _restored(value: Any, folder: Path, read: dict[str, pd.DataFrame]) -> Any:
    if isinstance(value, list):
        return tuple(_restored(part, folder, read) for part in value)
    if not isinstance(value, dict):
        return value
    if "frame" in value:
        name = value["frame"]
        if name not in read:
            read[name] = pd.read_feather(folder / name)
        return read[name]
    if "pairs" in value:
        return dict(value["pairs"])
    parts = {name: _restored(part, folder, read) for name, part in value["of"].items()}
    return KNOWN[value["is"]](**parts)
