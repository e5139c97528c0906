"""Two grids: importance and performance, and what they say against what their satisfaction goes
with.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import Any

import pandas as pd

from analytics.figures import Column, Figure, Headline, Scatter, columns, small_bases
from analytics.figures.sentences import sentences
from analytics.stats.importance_performance import Crosshair, Need, Quadrant
from analytics.studies.drivers import GRID, figures_wording
from analytics.studies.drivers import NEEDS as NEEDS_METHOD
from analytics.studies.drivers.compute import Driver, Drivers
from analytics.wording import Say

MARGIN = 0.06
CROWDED = 12
# Upper left, upper right, lower left, lower right.
GRID_CORNERS: tuple[Quadrant, ...] = (
    "concentrate here",
    "keep up the good work",
    "low priority",
    "possible overkill",
)
NEED_CORNERS: tuple[Need, ...] = ("hidden excitement", "key", "minor", "basic")


def overview(answer: Drivers, say: Say) -> Figure:
    """Performance across, derived importance up."""
    rows = [
        _row(
            driver,
            rank,
            (driver.performance.mean, driver.performance.low, driver.performance.high),
            driver.is_borderline,
            say,
        )
        | {
            "place": say(figures_wording.QUADRANTS[driver.quadrant]) if driver.quadrant else "",
            "n": driver.performance.n,
            "n_eff": driver.performance.n_eff,
            "base_n_eff": driver.n_eff,
            "is_faint": small_bases.is_pale(driver.performance.n),
        }
        for rank, driver in enumerate(_settled_first(answer.drivers))
    ]
    return Figure(
        key="overview",
        finding=_what_first(answer, say),
        base=_grid_base(answer, say),
        form=_scatter(say("Mean rating"), say),
        data=pd.DataFrame(rows),
        columns=_columns(answer, say("Mean rating"), answer.scale.digits, say),
        method=GRID,
        headline=_headline(answer, say),
        notes=(
            *figures_wording.notes(answer, say),
            say("Quadrants move with the crosshair: try the other ones."),
            *_unnamed_note(answer, say),
        ),
        guides=_guides(
            rows,
            answer.at,
            {name: say(text) for name, text in figures_wording.QUADRANTS.items()},
            GRID_CORNERS,
        ),
        is_established=answer.is_established,
        families=figures_wording.together(say),
    )


def _grid_base(answer: Drivers, say: Say) -> str:
    value, share = say.number(answer.at.across, answer.scale.digits), say.percent(answer.at.up)
    crosshair = say("crosshair at {value} and {share}", value=value, share=share)
    performance = say("performance at {edition}", edition=answer.focus.name.worded(say))
    return figures_wording.base(answer, say, performance, answer.scale.worded(say), crosshair)


def needs(answer: Drivers, say: Say) -> Figure:
    """Stated importance across, derived importance up."""
    rows = [
        _row(
            driver,
            rank,
            (importance.mean, importance.low, importance.high),
            driver.is_need_borderline,
            say,
        )
        | {
            "place": say(figures_wording.NEEDS[driver.need]) if driver.need else "",
            "n": importance.n,
            "n_eff": importance.n_eff,
            "base_n_eff": driver.n_eff,
            "is_faint": small_bases.is_pale(importance.n),
        }
        for rank, driver in enumerate(_settled_first(answer.drivers))
        if driver.stated and (importance := driver.stated.importance)
    ]
    assert answer.needs_at is not None
    asked = say("stated importance at {edition}", edition=answer.focus.name.worded(say))
    return Figure(
        key="needs",
        finding=_what_hides(answer, say),
        base=figures_wording.base(
            answer, say, asked, answer.scale.worded(say), say("cut at the means")
        ),
        form=_scatter(say("Stated importance (mean)"), say),
        data=pd.DataFrame(rows),
        columns=_columns(answer, say("Stated importance (mean)"), answer.scale.digits, say),
        method=NEEDS_METHOD,
        notes=(
            *_shared_note(answer, say),
            *figures_wording.notes(answer, say),
            *_unnamed_note(answer, say),
        ),
        guides=_guides(
            rows,
            answer.needs_at,
            {name: say(text) for name, text in figures_wording.NEEDS.items()},
            NEED_CORNERS,
        ),
        is_established=answer.is_established,
        families=figures_wording.together(say),
    )


def _row(
    driver: Driver, rank: int, across: tuple[float, float, float], is_borderline: bool, say: Say
) -> dict[str, Any]:
    return {
        "key": driver.key,
        "label": driver.name.worded(say),
        "rank": rank,
        "series": figures_wording.settled(is_borderline, say),
        **dict(zip(("x", "x_low", "x_high"), across, strict=True)),
        "y": driver.share.value,
        "y_low": driver.share.low,
        "y_high": driver.share.high,
    }


def _settled_first(drivers: Sequence[Driver]) -> list[Driver]:
    """Those whose place is settled claim room for their names first, the weightiest before the
    others.
    """
    return sorted(drivers, key=lambda driver: (driver.is_borderline, -driver.share.value))


def _scatter(across: str, say: Say) -> Scatter:
    return Scatter(
        across,
        say("Share of what goes with overall satisfaction"),
        "score",
        "share",
        has_interval=True,
        series=(say("Place settled"), say("Borderline")),
    )


def _columns(answer: Drivers, across: str, digits: int, say: Say) -> tuple[Column, ...]:
    return (
        Column("label", say(figures_wording.PART[answer.level])),
        Column("place", say("Quadrant")),
        Column("series", say("How sure")),
        Column("x", across, "score", digits),
        *columns.interval(say, "score", digits, axis="x"),
        Column("y", say("Importance (share)"), "share", 1),
        Column("y_low", say("Share from"), "share", 1),
        Column("y_high", say("Share to"), "share", 1),
        Column("n", say("Number of answers"), "count"),
    )


def _guides(
    rows: list[dict[str, Any]], at: Crosshair, names: dict[Any, str], corners: tuple[Any, ...]
) -> pd.DataFrame:
    """The crosshair, and the quadrants' names in its corners: upper left, upper right, lower left,
    lower right.
    """
    ends = {
        axis: [row[f"{axis}{end}"] for row in rows for end in ("", "_low", "_high")]
        for axis in "xy"
    }
    left, _ = _reach(ends["x"], at.across)
    bottom, top = _reach(ends["y"], at.up)
    places = ((left, top), (at.across, top), (left, bottom), (at.across, bottom))
    words = [
        {"x": x, "y": y, "label": names[corner]}
        for (x, y), corner in zip(places, corners, strict=True)
    ]
    return pd.DataFrame([{"x": at.across, "label": ""}, {"y": at.up, "label": ""}, *words])


def _reach(values: list[float], line: float) -> tuple[float, float]:
    known = [value for value in (*values, line) if isfinite(value)]
    room = MARGIN * (max(known) - min(known))
    return min(known) - room, max(known) + room


def _what_first(answer: Drivers, say: Say) -> str:
    if not answer.is_established:
        return figures_wording.nothing_found(answer, say)
    in_doubt = sum(driver.is_borderline for driver in answer.drivers)
    doubt = (
        say(
            "{count} of {total} {parts} are borderline: their interval crosses a line.",
            count=in_doubt,
            total=len(answer.drivers),
            parts=say(figures_wording.PARTS[answer.level]),
        )
        if in_doubt
        else ""
    )
    strengths = _in(answer, "keep up the good work")
    keep = say("Keep up {names}.", names=figures_wording.names(strengths, say)) if strengths else ""
    return sentences(say, _to_fix(answer, say), keep, doubt)


def _to_fix(answer: Drivers, say: Say) -> str:
    certain, near = (
        _in(answer, "concentrate here"),
        _in(answer, "concentrate here", is_borderline=True),
    )
    values = {
        "cut": say(figures_wording.CUTS[answer.rule]),
        "line": say.number(answer.at.across, answer.scale.digits),
    }
    if len(certain) == 1:
        only = certain[0]
        return say(
            "Fix {name} first: {share} of what goes with overall satisfaction ({interval}), rated"
            " {value}, below {cut} of {line}.",
            **values,
            name=only.name.worded(say),
            share=say.percent(only.share.value, 0),
            interval=figures_wording.by_percent(say, only.share),
            value=say.number(only.performance.mean, answer.scale.digits),
        )
    if certain:
        return say(
            "Fix {names} first: they weigh more than {cut} in overall satisfaction and are rated"
            " below {cut} of {line}.",
            **values,
            names=figures_wording.names(certain, say),
        )
    if near:
        return say(
            "Nothing is clearly both important and weak; nearest, within the margin of error:"
            " {names}.",
            names=figures_wording.names(near, say),
        )
    return say("Nothing weighs more than {cut} and is rated below {cut} of {line}.", **values)


def _in(answer: Drivers, quadrant: Quadrant, is_borderline: bool = False) -> list[Driver]:
    return [
        driver
        for driver in answer.drivers
        if driver.quadrant == quadrant and driver.is_borderline == is_borderline
    ]


def _headline(answer: Drivers, say: Say) -> Headline | None:
    if not answer.is_established:
        return None
    leading = _in(answer, "concentrate here") or list(answer.drivers)
    values = {"name": leading[0].name.worded(say)}
    label = say("of what goes with overall satisfaction is {name}", **values)
    return Headline(say.percent(leading[0].share.value, 0), label)


def _what_hides(answer: Drivers, say: Say) -> str:
    if not answer.is_established:
        return figures_wording.nothing_found(answer, say)
    placed = {
        need: [
            driver
            for driver in answer.drivers
            if driver.need == need and not driver.is_need_borderline
        ]
        for need in ("key", "hidden excitement", "basic")
    }
    values = {need: figures_wording.names(drivers, say) for need, drivers in placed.items()}
    key = say("Said to matter and shown to: {names}.", names=values["key"]) if placed["key"] else ""
    hidden = (
        say("Matter more than they say: {names}.", names=values["hidden excitement"])
        if (placed["hidden excitement"])
        else ""
    )
    basic = (
        say(
            "Said to matter, yet satisfaction hardly goes with them, so probably taken for granted:"
            " {names}.",
            names=values["basic"],
        )
        if placed["basic"]
        else ""
    )
    none = (
        say("No evidence that anything matters more or less than they say.")
        if not (hidden or basic)
        else ""
    )
    return sentences(say, key, hidden, basic, none)


def _shared_note(answer: Drivers, say: Say) -> tuple[str, ...]:
    """Importance asked by dimension stands at each of its items."""
    notes = [
        (driver.stated.importance.mean, driver.stated.importance.n)
        for driver in answer.drivers
        if driver.stated
    ]
    if answer.level != "item" or len(set(notes)) == len(notes):
        return ()
    return (
        say("Some items share one stated importance: it was asked for their dimension as a whole."),
    )


def _unnamed_note(answer: Drivers, say: Say) -> tuple[str, ...]:
    if len(answer.drivers) <= CROWDED:
        return ()
    return (say("Names that would cover others are left out; the table has them all."),)
