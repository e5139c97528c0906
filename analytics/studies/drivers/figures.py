"""What matters, and what to fix first: the grid, then what it is made of, then what they say
themselves.
"""

from __future__ import annotations

import pandas as pd

from analytics.figures import Figure, Headline
from analytics.figures.claims import with_claims
from analytics.figures.sentences import notes, sentences, share_interval
from analytics.ratings.levels import PARTS
from analytics.stats.importance_performance import Quadrant
from analytics.studies.drivers import GRID, figures_grid, figures_importance, figures_stated
from analytics.studies.drivers.compute import Driver, Drivers
from analytics.studies.drivers.figures_claims import claims
from analytics.studies.drivers.figures_wording import (
    CUTS,
    QUADRANTS,
    base,
    names,
    nothing_found,
    study_notes,
    together,
)
from analytics.wording import Say

# Upper left, upper right, lower left, lower right.
CORNERS: tuple[Quadrant, ...] = (
    "concentrate here",
    "keep up the good work",
    "low priority",
    "possible overkill",
)


def figures(answer: Drivers, say: Say) -> tuple[Figure, ...]:
    """Every figure the answer bears; stated importance only where it was asked."""
    derived = (
        overview(answer, say),
        figures_importance.importance(answer, say),
        figures_importance.measures(answer, say),
    )
    return with_claims((*derived, *_stated(answer, say)), claims(answer, say))


def _stated(answer: Drivers, say: Say) -> tuple[Figure, ...]:
    """Against what they say matters, in the ways it was asked."""
    if not answer.needs_at:
        return ()
    needs = figures_stated.needs(answer, answer.needs_at, say)
    if figures_stated.forms(answer) != {"rating"}:
        return (needs,)
    return needs, figures_stated.gaps(answer, say)


def overview(answer: Drivers, say: Say) -> Figure:
    """Performance across, derived importance up."""
    across = say("Mean rating")
    placed = [
        figures_grid.row(driver, rank, driver.performance, driver.is_borderline, say)
        | {"place": say(QUADRANTS[driver.quadrant]) if driver.quadrant else ""}
        for rank, driver in enumerate(figures_grid.settled_first(answer.drivers))
    ]
    corners = tuple(say(QUADRANTS[quadrant]) for quadrant in CORNERS)
    return Figure(
        key="overview",
        finding=_what_first(answer, say),
        base=_base(answer, say),
        form=figures_grid.form(across, say),
        data=pd.DataFrame(placed),
        columns=figures_grid.grid_columns(answer, across, say),
        method=GRID,
        headline=_headline(answer, say),
        notes=notes(
            *study_notes(answer, say),
            say("Quadrants move with the crosshair: try the other ones."),
            figures_grid.unnamed_note(answer, say),
        ),
        guides=figures_grid.guides(placed, answer.at, corners),
        is_established=answer.is_established,
        families=together(say),
    )


def _base(answer: Drivers, say: Say) -> str:
    value, share = say.number(answer.at.across, answer.scale.digits), say.percent(answer.at.up)
    crosshair = say("crosshair at {value} and {share}", value=value, share=share)
    performance = say("performance at {edition}", edition=answer.focus.name.worded(say))
    most = max(driver.performance.independent for driver in answer.drivers)
    whose = answer.populations.worded(say, answer.focus.key, most)
    return base(answer, say, performance, answer.scale.worded(say), crosshair, whose)


def _what_first(answer: Drivers, say: Say) -> str:
    if not answer.is_established:
        return nothing_found(answer, say)
    strengths = _in(answer, "keep up the good work")
    keep = say("Keep up {names}.", names=names(strengths, say)) if strengths else ""
    return sentences(say, _to_fix(answer, say), keep, _doubt(answer, say))


def _doubt(answer: Drivers, say: Say) -> str:
    count = sum(driver.is_borderline for driver in answer.drivers)
    if not count:
        return ""
    return say(
        "{count} of {total} {parts} are borderline: their interval crosses a line.",
        count=count,
        total=len(answer.drivers),
        parts=say(PARTS[answer.level]),
    )


def _to_fix(answer: Drivers, say: Say) -> str:
    certain = _in(answer, "concentrate here")
    near = _in(answer, "concentrate here", is_borderline=True)
    values = {
        "cut": say(CUTS[answer.rule]),
        "line": say.number(answer.at.across, answer.scale.digits),
    }
    if len(certain) == 1:
        return _only_one_to_fix(certain[0], answer, values, say)
    if certain:
        return say(
            "Fix {names} first: they weigh more than {cut} in overall satisfaction and are rated"
            " below {cut} of {line}.",
            **values,
            names=names(certain, say),
        )
    if near:
        return say(
            "Nothing is clearly both important and weak; nearest, within the margin of error:"
            " {names}.",
            names=names(near, say),
        )
    return say("Nothing weighs more than {cut} and is rated below {cut} of {line}.", **values)


def _only_one_to_fix(driver: Driver, answer: Drivers, values: dict[str, str], say: Say) -> str:
    return say(
        "Fix {name} first: {share} of what goes with overall satisfaction ({interval}), rated"
        " {value}, below {cut} of {line}.",
        **values,
        name=driver.name.worded(say),
        share=say.percent(driver.share.value, 0),
        interval=share_interval(say, driver.share, 0),
        value=say.number(driver.performance.mean, answer.scale.digits),
    )


def _in(answer: Drivers, quadrant: Quadrant, is_borderline: bool = False) -> list[Driver]:
    return [
        driver
        for driver in answer.drivers
        if driver.quadrant == quadrant and driver.is_borderline == is_borderline
    ]


def _headline(answer: Drivers, say: Say) -> Headline | None:
    if not answer.is_established:
        return None
    first = answer.foremost
    label = say("of what goes with overall satisfaction is {name}", name=first.name.worded(say))
    return Headline(say.percent(first.share.value, 0), label)
