"""What they wrote: themes and dimensions now and before, what they say of them, and the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, Headline, columns
from analytics.figures.claims import by_p, claim, share_level
from analytics.figures.families import family
from analytics.figures.sentences import notes, sentences, share_interval
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.studies.voices import THEMES
from analytics.studies.voices import figures_wording as wording
from analytics.studies.voices.figures_course import course
from analytics.studies.voices.figures_quotes import quotes
from analytics.studies.voices.figures_satisfaction import satisfaction
from analytics.studies.voices.figures_tones import tones
from analytics.studies.voices.figures_words import words
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures.claims import Claim
    from analytics.studies.voices.compute import Voices
    from analytics.studies.voices.compute_shares import Counted, Line
    from analytics.wording import Say

MOST_LINES = 15
FIRST = {
    "comment": phrase("{theme} is written about most: in {now} of the comments."),
    "complaint": phrase("{theme} is complained of most: in {now} of the complaints."),
}
AFTER = {
    "comment": phrase("{theme} is written about most: in {now} of the comments, after {then}."),
    "complaint": phrase("{theme} is complained of most: in {now} of them, after {then}."),
}


def figures(answer: Voices, say: Say) -> tuple[Figure, ...]:
    log = answer.complaints
    parts = (
        shares("overview", answer, answer.themes, answer.source, say),
        tones(answer, say),
        satisfaction(answer, say),
        shares("dimensions", answer, answer.dimensions, answer.source, say),
        course(answer, say),
        shares("complaints", answer, log, "complaint", say) if log else None,
        words(answer, say),
        quotes(answer, say),
    )
    return tuple(figure for figure in parts if figure)


def shares(key: str, answer: Voices, counted: Counted, source: str, say: Say) -> Figure:
    """Themes or dimensions from the most named down, the edition before beside them."""
    lines = counted.lines[:MOST_LINES]
    if not lines:
        return _nothing(key, answer, counted, source, say)
    has_before = answer.before is not None and any(line.then for line in lines)
    pair = (answer.before, answer.focus) if has_before else (answer.focus,)
    first = lines[0]
    table = pd.DataFrame(
        [
            row
            for rank, line in enumerate(lines)
            for row in wording.share_rows(answer, line, rank, say)
        ]
    )
    return Figure(
        key,
        sentences(say, _finding(answer, first, say), _moved(answer, lines, say)),
        wording.base(answer, counted, source, say),
        Bars(
            "share",
            say(wording.OF_ALL[source]),
            has_interval=True,
            is_dots=True,
            series=tuple(edition.name.worded(say) for edition in pair if edition),
            digits=0,
            roles=("before", "now") if has_before else (),
            can_click=key == "overview",
        ),
        table,
        _columns(key, say),
        THEMES,
        headline=Headline(say.percent(first.now.share, 0), first.name.worded(say)),
        notes=notes(*wording.hidden_notes(counted.hidden, say), _beside(counted, lines, say)),
        is_established=bool(first.p <= LEVEL_OF_P) if first.change else True,
        drill="theme" if key == "overview" else None,
        families=family(say("Changes of all lines"), [line.p for line in counted.lines]),
        claim=_claim(first, source, say),
    )


def _nothing(key: str, answer: Voices, counted: Counted, source: str, say: Say) -> Figure:
    """Nothing was named by five: how many texts there are, and no more."""
    table = pd.DataFrame([{"label": say("Texts"), "count": counted.texts}])
    return Figure(
        key,
        say("No theme is named in five texts or more."),
        wording.base(answer, counted, source, say),
        Bars("count", say("Texts")),
        table.assign(key="texts", rank=0, value=table["count"]),
        (Column("label", say("Theme")), Column("count", say("Texts"), "count")),
        THEMES,
        notes=wording.hidden_notes(counted.hidden, say),
        claim=claim(say, "level", "too few", phrase("No theme is named in five texts or more.")),
    )


def _columns(key: str, say: Say) -> tuple[Column, ...]:
    by_dimension = () if key == "dimensions" else (Column("dimension", say("Dimension")),)
    title = say("Dimension") if key == "dimensions" else say("Theme")
    return (
        Column("label", title),
        *by_dimension,
        columns.edition(say),
        Column("count", say("Texts"), "count"),
        *columns.share(say),
        *wording.change_columns(say),
        columns.base(say),
    )


def _claim(first: Line, source: str, say: Say) -> Claim:
    names = {"theme": first.name.worded(say)}
    now = say.percent(first.now.share, 0)
    if first.then is None or first.change is None:
        level = share_level(first.now.low, first.now.high)
        return claim(say, "level", level, FIRST[source], names, now=now)
    then = say.percent(first.then.share, 0)
    sure = by_p(first.p, first.change.p)
    return claim(say, "change", sure, AFTER[source], names, now=now, then=then)


def _finding(answer: Voices, first: Line, say: Say) -> str:
    return say(
        "{theme} is named in {count} texts of {edition}, {share} ({interval}).",
        theme=first.name.worded(say),
        count=say.number(first.count),
        edition=answer.focus.name.worded(say),
        share=say.percent(first.now.share),
        interval=share_interval(say, first.now),
    )


def _moved(answer: Voices, lines: tuple[Line, ...], say: Say) -> str:
    """Which themes are established to have been written about more, or less, than before."""
    if answer.before is None:
        return ""
    moved = [line for line in lines if line.change and line.p <= LEVEL_OF_P]
    if not moved:
        return say(
            "No change since {edition} is established.", edition=answer.before.name.worded(say)
        )
    named = [
        say(
            "{theme} ({change} points)",
            theme=line.name.worded(say),
            change=say.signed(line.change.difference * 100, 1),
        )
        for line in moved
        if line.change
    ]
    return say(
        "Changed since {edition}: {themes}.",
        edition=answer.before.name.worded(say),
        themes=say.listed(tuple(named)),
    )


def _beside(counted: Counted, lines: tuple[Line, ...], say: Say) -> str:
    """How many texts name no theme, and how many lines are left out of the figure."""
    left_out = len(counted.lines) - len(lines)
    parts = (
        say(
            "{n} of {all} texts name a theme.",
            n=say.number(counted.in_any),
            all=say.number(counted.texts),
        )
        if counted.texts - counted.in_any != 0
        else "",
        say("Less frequent ones left out here: {n}.", n=say.number(left_out)) if left_out else "",
    )
    return sentences(say, *parts)
