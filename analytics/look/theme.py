"""Colours, type and spacing: one restrained, colour-blind safe palette, light and dark.

The only place with colours: screen, pictures, slides, pages and prints take theirs from here.

A specification is built once for both themes: the named ranges `category`, `ramp` and `diverging`
are filled in by the screen's theme or by `config`; everything else follows the luminance of the
background while it is drawn. The colours of series keep a distance of at least 11 in CIELAB under
simulated protanopia and deuteranopia (Machado 2009).

Series with roles are coloured by them: the edition looked at has the first colour, alone and beside
another; the one it is compared with a quiet one that nothing else has; what is to be acted on a
signal. The others take the rest in order, whichever roles stand beside them: a study that names its
entities in one order gives each of them one colour in all its charts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from analytics.figures import Role

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
BEFORE: dict[Theme, str] = {"light": "#8694ac", "dark": "#8b9cb4"}
SERIES: dict[Theme, tuple[str, ...]] = {
    "light": (*CATEGORY["light"], BEFORE["light"]),
    "dark": (*CATEGORY["dark"], BEFORE["dark"]),
}
# Where in SERIES a role finds its colours. What comes again goes on with those of `other`.
PLACES: dict[Role, tuple[int, ...]] = {
    "now": (0,),
    "before": (8,),
    "act": (5,),
    "other": (1, 2, 3, 4, 6, 7),
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
TEXT: dict[Theme, str] = {"light": "#1f2733", "dark": "#e6eaf0"}
SOFT_TEXT: dict[Theme, str] = {"light": "#5b6572", "dark": "#a2adba"}
RULES: dict[Theme, str] = {"light": "#9aa4b1", "dark": "#6b7683"}
GRIDS: dict[Theme, str] = {"light": "#e7eaee", "dark": "#2a323c"}
WORST, BEST = ("#b25a1e", "#e3a878"), ("#8db6d9", "#2f6fae")
MIDDLE: dict[Theme, str] = {"light": "#d4d9e0", "dark": "#4a5563"}

# On white paper only: slides, prints and the page to click.
AXIS_LINE, REFERENCE, FOOT_TEXT = "#c9d0d8", "#8a94a0", "#8a94a0"
BAND, BORDER, AROUND = "#f4f6f8", "#e2e6eb", "#eef1f4"

LABEL, SMALL, LARGE = 12, 11, 13
LABEL_UNITS, LABEL_LINES = 44, 2


def _by_background(colours: dict[Theme, str]) -> str:
    return f"luminance(background) > 0.4 ? '{colours['light']}' : '{colours['dark']}'"


INK, SOFT_INK = _by_background(TEXT), _by_background(SOFT_TEXT)
RULE, GRID = _by_background(RULES), _by_background(GRIDS)
FIRST = _by_background({"light": CATEGORY["light"][0], "dark": CATEGORY["dark"][0]})
PAPER = "background"
DARK_TEXT, LIGHT_TEXT = TEXT["light"], BACKGROUND["light"]


def series_colours(roles: Sequence[Role], count: int, theme: Theme) -> list[str]:
    """The colours of so many series, in order; `roles` are those of the first, or none at all."""
    return [SERIES[theme][place] for place in _places(roles, count)]


def series_range(roles: Sequence[Role], count: int) -> Any:
    """The same as a scale takes it, for both themes."""
    if not roles:
        return "category"
    pairs = zip(*(series_colours(roles, count, theme) for theme in ("light", "dark")), strict=True)
    return [{"expr": _by_background({"light": light, "dark": dark})} for light, dark in pairs]


def _places(roles: Sequence[Role], count: int) -> list[int]:
    if not roles:
        return [at % len(CATEGORY["light"]) for at in range(count)]
    places: list[int] = []
    for at in range(count):
        turns = (*PLACES[roles[at] if at < len(roles) else "other"], *PLACES["other"])
        free = (place for place in turns if place not in places)
        places.append(next(free, turns[at % len(turns)]))
    return places


def on(colour: str) -> str:
    """An expression: the text colour that reads best on the colour another expression gives."""
    return f"luminance({colour}) > 0.22 ? '{DARK_TEXT}' : '{LIGHT_TEXT}'"


def lettered(colour: str) -> str:
    """An expression: the colour another expression gives, dark or light enough to be read."""
    parts = f"hcl({colour}).h, hcl({colour}).c"
    return (
        f"luminance(background) > 0.4 ? '' + hcl({parts}, min(hcl({colour}).l, 48))"
        f" : '' + hcl({parts}, max(hcl({colour}).l, 66))"
    )


def answer_colours(count: int) -> list[Any]:
    """From worst to best: warm, grey in the middle of an odd number of answers, blue."""
    half = count // 2
    middle = [{"expr": _by_background(MIDDLE)}] if count % 2 else []
    return [*_between(*WORST, half), *middle, *_between(*BEST, half)]


def _between(first: str, last: str, count: int) -> list[str]:
    if count == 1:
        return [first if first == WORST[0] else last]
    return [_mixed(first, last, step / (count - 1)) for step in range(count)]


def _mixed(first: str, last: str, share: float) -> str:
    pairs = ((int(first[at : at + 2], 16), int(last[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(low + (high - low) * share):02x}" for low, high in pairs)


def config(theme: Theme) -> dict[str, Any]:
    """What a picture that leaves the screen brings along: named ranges, its paper and its font."""
    soft = SOFT_TEXT[theme]
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
            "gridColor": GRIDS[theme],
            "domain": False,
            "ticks": False,
            "titleFontWeight": "normal",
        },
        "legend": {"labelColor": soft, "labelFontSize": LABEL},
        "title": _title(theme),
    }


def _title(theme: Theme) -> dict[str, Any]:
    return {
        "anchor": "start",
        "frame": "bounds",
        "align": "left",
        "color": TEXT[theme],
        "fontSize": 19,
        "fontWeight": "bold",
        "lineHeight": 26,
        "subtitleColor": SOFT_TEXT[theme],
        "subtitleFontSize": 13,
        "subtitleLineHeight": 19,
        "subtitlePadding": 8,
        "offset": 18,
    }
