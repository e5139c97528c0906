"""Whether those who name a theme complain of it or praise it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.comments.reading import TONES as TONE_KEYS
from analytics.comments.reading import Tone
from analytics.figures import Column, Figure, Likert
from analytics.figures.claims import claim, share_level
from analytics.figures.sentences import share_interval
from analytics.figures.small_bases import is_pale
from analytics.stats.proportion import wilson
from analytics.stats.suppression import HIDDEN_BELOW
from analytics.studies.voices import TONES
from analytics.studies.voices import figures_wording as wording
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.studies.voices.compute import Voices
    from analytics.studies.voices.compute_shares import Line
    from analytics.wording import Say

MOST_LINES = 12
SHOWN: tuple[Tone, ...] = ("complaint", "mention", "praise")
"""From worst to best."""


def tones(answer: Voices, say: Say) -> Figure | None:
    """Themes of at least ten comments, the most complained of first; None without one. Complaints
    complain by themselves.
    """
    lines = [line for line in answer.themes.lines if line.count >= HIDDEN_BELOW]
    if answer.source != "comment" or not lines:
        return None
    ranked = sorted(lines[:MOST_LINES], key=lambda line: -line.tones[0] / line.count)
    worst = ranked[0]
    share = wilson(worst.tones[0], worst.count)
    return Figure(
        "tones",
        say(
            "Of {n} comments that name {theme}, {share} complain ({interval}).",
            n=say.number(worst.count),
            theme=worst.name.worded(say),
            share=say.percent(share.share),
            interval=share_interval(say, share),
        ),
        wording.base(answer, answer.themes, "comment", say),
        Likert(
            say("Comments that name the theme"), tuple(say(wording.TONE_NAMES[t]) for t in SHOWN)
        ),
        pd.DataFrame([row for rank, line in enumerate(ranked) for row in _rows(line, rank, say)]),
        (
            Column("label", say("Theme")),
            Column("series", say("Tone")),
            Column("share", say("Share"), "share", 0),
            Column("n", say("Comments"), "count"),
        ),
        TONES,
        notes=(say("Themes of fewer than ten comments are left out here."),),
        claim=claim(
            say,
            "level",
            share_level(share.low, share.high),
            phrase("{theme} draws the most complaints: {share} of those who name it."),
            {"theme": worst.name.worded(say)},
            share=say.percent(share.share, 0),
        ),
    )


def _rows(line: Line, rank: int, say: Say) -> list[Row]:
    counts = dict(zip(TONE_KEYS, line.tones, strict=True))
    return [
        {
            "key": line.key,
            "label": line.name.worded(say),
            "rank": rank,
            "series": say(wording.TONE_NAMES[tone]),
            "order": order,
            "share": counts[tone] / line.count,
            "n": line.count,
            "is_faint": is_pale(line.count),
        }
        for order, tone in enumerate(SHOWN)
    ]
