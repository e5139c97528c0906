"""The small buttons over charts and tables, in the reader's language: Streamlit's own words there
are English only.

A button's words appear outside it, so a rule names the button the pointer is on and rewrites the
one tooltip there is.
"""

from __future__ import annotations

import json

import streamlit as st

from analytics.wording import Say, phrase

WORDS = {
    "Search": phrase("Search"),
    "Show/hide columns": phrase("Show or hide columns"),
    "Clear selection": phrase("Clear the selection"),
    "Show data": phrase("Show the rows drawn"),
    "Show chart": phrase("Show the chart"),
    "Download as PNG": phrase("Download as PNG"),
    "Copy Vega-Lite spec": phrase("Copy the drawing (Vega-Lite)"),
    "Copied!": phrase("Copied"),
    "Fullscreen": phrase("Full screen"),
    "Close fullscreen": phrase("Leave full screen"),
}
TYPING, EVERY = phrase("Type to search"), phrase("Select all")
SORTED = phrase("Sort, smallest first"), phrase("Sort, largest first")
UNDER = ":is(:hover,:focus-visible)"
MENU = '[data-testid="stDataFrameColumnMenu"]'
AVOIDED = (
    f'{MENU} [role="menuitem"]',
    f'{MENU} [aria-label="Copy column name"]',
    '[data-testid="InputInstructions"]',
)
"""What Streamlit words in a way that no rule of style can tell apart: better not there."""


def translate(say: Say) -> None:
    """Word them; nothing to do where the reader speaks as Streamlit does. Fixed words only: they
    become rules of style.
    """
    if say.language == "en":
        return
    name = f"tooltips_{say.language}"
    st.components.v2.component(name, css=_style(say), isolate_styles=False)(key=name, height=0)


def _style(say: Say) -> str:
    tips = [_rule(_tip(label), say(words), "0.875rem") for label, words in WORDS.items()]
    select_all = _rule(['[role="option"][data-key="__select_all__"] *'], say(EVERY), "0.875rem")
    search = _rule([".gdg-search-status label"], say(TYPING), "11px")
    return "".join([*tips, search, select_all, _avoided(), *_sorting(say)])


def _avoided() -> str:
    return f"{','.join(AVOIDED)}{{display:none!important}}\n"


def _sorting(say: Say) -> list[str]:
    """The two ways to sort in the menu of a table's column: its first lines, a rule behind them."""
    first = f'{MENU} [role="menuitem"]:nth-child(2)'
    places = (
        f'{first}:has(+[role="menuitem"]+:not([role="menuitem"]))',
        f'{first}+[role="menuitem"]:has(+:not([role="menuitem"]))',
    )
    shown = [f"{place}{{display:flex!important}}\n" for place in places]
    worded = [
        _rule([place], say(words), "0.875rem") for place, words in zip(places, SORTED, strict=True)
    ]
    return [*shown, *worded]


def _tip(label: str) -> list[str]:
    """The tooltip while the pointer is on this button, which its label names: alone, or before what
    the button belongs to.
    """
    button = f'[data-testid="stElementToolbarButton"] button{UNDER}'
    ends = f"={json.dumps(label)}", f"^={json.dumps(label + ':')}"
    return [
        f'body:has({button}[aria-label{end}]) [data-testid="stTooltipContent"] p' for end in ends
    ]


def _rule(places: list[str], words: str, size: str) -> str:
    before, after = ",".join(places), ",".join(f"{place}::after" for place in places)
    content = json.dumps(words, ensure_ascii=False)
    return f"{before}{{font-size:0!important}}\n{after}{{content:{content};font-size:{size}}}\n"
