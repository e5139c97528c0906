"""Colours, type and spacing: one restrained, colour-blind safe palette, light and dark.

A specification is built once for both themes: series take the named ranges `category`, `ramp` and
`diverging`, which the screen's theme or `config` fills in; everything else follows the luminance of
the background while it is drawn. The categorical colours keep a distance of at least 12 in CIELAB
under simulated protanopia and deuteranopia (Machado 2009).
"""

from __future__ import annotations

from typing import Any, Literal

Theme = Literal["light", "dark"]

FONT = "Noto Sans CJK SC"
CATEGORY: dict[Theme, tuple[str, ...]] = {
    "light": (
        "#2f6fae",
        "#b8651b",
        "#30b594",
        "#352d78",
        "#cdb05a",
        "#a3224a",
        "#6e7683",
        "#8db6d9",
    ),
    "dark": (
        "#8cc4f5",
        "#e0954f",
        "#48cfae",
        "#b884d6",
        "#f3d579",
        "#e2727c",
        "#6f7d8a",
        "#4672a3",
    ),
}
RAMP: dict[Theme, tuple[str, ...]] = {
    "light": (
        "#f1f6fb",
        "#e0ebf5",
        "#cadded",
        "#b0cce4",
        "#92b8d8",
        "#73a2ca",
        "#548ab9",
        "#3a70a2",
        "#275787",
        "#183f68",
    ),
    "dark": (
        "#1c2733",
        "#21323f",
        "#27405a",
        "#2c4f74",
        "#33618e",
        "#4176a9",
        "#588dc0",
        "#76a6d4",
        "#9bc1e5",
        "#c6ddf3",
    ),
}
DIVERGING: dict[Theme, tuple[str, ...]] = {
    "light": (
        "#9c4a12",
        "#bd6a2c",
        "#d6915a",
        "#e8b992",
        "#f3dfcc",
        "#d9e6f1",
        "#a9c8e2",
        "#74a3cd",
        "#437bb0",
        "#20568c",
    ),
    "dark": (
        "#e79a5c",
        "#c97d40",
        "#a3622f",
        "#7a4c2b",
        "#4c382b",
        "#2a3a49",
        "#2e5271",
        "#386f9c",
        "#5090c4",
        "#83b8e4",
    ),
}
BACKGROUND: dict[Theme, str] = {"light": "#ffffff", "dark": "#12161c"}
WORST, MIDDLE, BEST = ("#b25a1e", "#e3a878"), ("#d4d9e0", "#4a5563"), ("#8db6d9", "#2f6fae")

LABEL, SMALL, LARGE = 12, 11, 13
LABEL_UNITS, LABEL_LINES = 44, 2


def _by_background(light: str, dark: str) -> str:
    return f"luminance(background) > 0.4 ? '{light}' : '{dark}'"


INK = _by_background("#1f2733", "#e6eaf0")
SOFT_INK = _by_background("#5b6572", "#a2adba")
RULE = _by_background("#9aa4b1", "#6b7683")
GRID = _by_background("#e7eaee", "#2a323c")
FIRST = _by_background(CATEGORY["light"][0], CATEGORY["dark"][0])
PAPER = "background"
DARK_TEXT, LIGHT_TEXT = "#1f2733", "#ffffff"


def on(colour: str) -> str:
    """An expression: the text colour that reads best on the colour another expression gives."""
    return f"luminance({colour}) > 0.22 ? '{DARK_TEXT}' : '{LIGHT_TEXT}'"


def lettered(colour: str) -> str:
    """An expression: the colour another expression gives, dark (or on dark paper, light) enough to
    be read as words.
    """
    parts = f"hcl({colour}).h, hcl({colour}).c"
    return (
        f"luminance(background) > 0.4 ? '' + hcl({parts}, min(hcl({colour}).l, 48))"
        f" : '' + hcl({parts}, max(hcl({colour}).l, 66))"
    )


def answer_colours(count: int) -> list[Any]:
    """From worst to best: warm, grey in the middle of an odd number of answers, blue."""
    half = count // 2
    middle = [{"expr": _by_background(*MIDDLE)}] if count % 2 else []
    return [*_between(*WORST, half), *middle, *_between(*BEST, half)]


def _between(first: str, last: str, count: int) -> list[str]:
    if count == 1:
        return [first if first == WORST[0] else last]
    return [_mixed(first, last, step / (count - 1)) for step in range(count)]


def _mixed(first: str, last: str, share: float) -> str:
    pairs = ((int(first[at : at + 2], 16), int(last[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(low + (high - low) * share):02x}" for low, high in pairs)


def config(theme: Theme) -> dict[str, Any]:
    """What a picture that leaves the screen brings along: the named ranges, its paper and
    its font.
    """
    ink, soft, grid = (
        ("#1f2733", "#5b6572", "#e7eaee") if theme == "light" else ("#e6eaf0", "#a2adba", "#2a323c")
    )
    return {
        "background": BACKGROUND[theme],
        "font": FONT,
        "padding": {"left": 24, "right": 24, "top": 22, "bottom": 20},
        "view": {"stroke": None},
        "mark": {"color": CATEGORY[theme][0]},
        "range": {
            "category": list(CATEGORY[theme]),
            "ramp": list(RAMP[theme]),
            "heatmap": list(RAMP[theme]),
            "diverging": list(DIVERGING[theme]),
        },
        "axis": {
            "labelColor": soft,
            "titleColor": soft,
            "gridColor": grid,
            "domain": False,
            "ticks": False,
            "titleFontWeight": "normal",
        },
        "legend": {"labelColor": soft, "labelFontSize": LABEL},
        "title": {
            "anchor": "start",
            "frame": "bounds",
            "align": "left",
            "color": ink,
            "fontSize": 19,
            "fontWeight": "bold",
            "lineHeight": 26,
            "subtitleColor": soft,
            "subtitleFontSize": 13,
            "subtitleLineHeight": 19,
            "subtitlePadding": 8,
            "offset": 18,
        },
    }
