"""What was written, word for word, without names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Column, Figure, Grid
from analytics.figures.base_line import base_line
from analytics.figures.claims import claim
from analytics.studies.voices import QUOTES
from analytics.studies.voices import figures_wording as wording
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.studies.voices.compute import Voices
    from analytics.studies.voices.compute_quotes import Quote
    from analytics.wording import Name, Say

KINDS = {"comment": phrase("Comment"), "complaint": phrase("Complaint")}
SOME = phrase("{n} of the texts, a few of each theme.")
OF_THEME = phrase("{n} texts name {theme}.")
FOUND = phrase("{n} texts hold what you searched for.")


def quotes(answer: Voices, say: Say) -> Figure | None:
    """A list of texts; None where nothing was written that a theme covers and nothing searched."""
    of = answer.quotes
    if not of.quotes and not of.search:
        return None
    names = {theme.key: theme.name for theme in answer.dictionary.themes}
    sentence = FOUND if of.search else OF_THEME if of.theme else SOME
    theme = {"theme": names[of.theme].worded(say)} if of.theme and not of.search else {}
    values = {"n": say.number(of.found)}
    empty = [{"key": "", "label": say("Nothing found"), "edition": "", "kind": "", "theme": ""}]
    table = [_row(quote, names, say) for quote in of.quotes] or empty
    return Figure(
        "quotes",
        say(sentence, **values, **theme),
        base_line(
            answer.focus.name.worded(say) if not of.search else say("all editions in view"),
            say("names, firms and numbers hidden"),
        ),
        Grid(),
        pd.DataFrame(table),
        (
            Column("label", say("What was written")),
            Column("theme", say("Themes")),
            Column("edition", say("Edition")),
            Column("kind", say("Kind")),
        ),
        QUOTES,
        claim=claim(say, "level", "confirmed", sentence, theme, **values),
    )


def _row(quote: Quote, names: dict[str, Name], say: Say) -> Row:
    return {
        "key": quote.reference,
        "label": quote.text,
        "theme": _themes(quote, names, say),
        "edition": quote.edition.name.worded(say),
        "kind": say(KINDS[quote.source]),
    }


def _themes(quote: Quote, names: dict[str, Name], say: Say) -> str:
    """Each theme with what the text says of it."""
    parts = [
        say("{theme} ({tone})", theme=names[key].worded(say), tone=say(wording.TONE_NAMES[tone]))
        for key, tone in quote.themes
        if key in names
    ]
    return say.listed(parts) if parts else ""
