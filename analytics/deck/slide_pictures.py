"""Figures as pictures: for a slide no native chart can fill, and for the pages of a PDF."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from analytics import look
from analytics.deck.slides import Deck
from analytics.figures import Figure, Scatter
from analytics.folders import FONTS
from analytics.look import theme
from analytics.wording import Say, speaker
from analytics.worker import Report

WIDTH = 980
SHARP = 3
SMALL_CHART = 320
OFFLINE: dict[str, Any] = {"allowed_base_urls": []}


def chart(figure: Figure, say: Say, width: int = WIDTH) -> dict[str, Any]:
    """The drawing of a figure with its data and without its words: those stand on the slide."""
    from analytics.look import picture

    config = theme.config("light")
    config.pop("padding")
    data = {name: picture.records(frame) for name, frame in look.datasets(figure, say).items()}
    drawing = look.specification(figure.form, say.language)
    if isinstance(figure.form, Scatter):
        drawing["height"] = SMALL_CHART
    return drawing | {
        "datasets": data,
        "width": width,
        "padding": 4,
        "config": config,
    }


@cache
def fonts() -> Any:
    """The drawing library with the shipped fonts, read once."""
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))
    return vl_convert


def pictures(deck: Deck, folder: Path, report: Report) -> dict[str, Path]:
    """A sharp picture of every figure that has no native counterpart, by figure key."""
    from analytics.deck import pptx_scatter

    figures = {
        slide.figure.key: slide.figure
        for slide in deck.figure_slides()
        if isinstance(slide.figure.form, Scatter) and not pptx_scatter.is_native(slide.figure)
    }
    paths: dict[str, Path] = {}
    for at, (key, figure) in enumerate(figures.items()):
        report(at / len(figures), "")
        path = folder / f"picture-{at}.png"
        path.write_bytes(
            fonts().vegalite_to_png(chart(figure, speaker(deck.language)), scale=SHARP, **OFFLINE)
        )
        paths[key] = path
    return paths


def svg(figure: Figure, say: Say, width: int = WIDTH) -> str:
    """A figure as SVG."""
    return str(fonts().vegalite_to_svg(chart(figure, say, width), **OFFLINE))
