"""What they say matters: against what their satisfaction goes with, and how far performance falls
short of it.
"""

from __future__ import annotations

from math import isfinite

import pandas as pd

from analytics.figures import Bars, Column, Figure, Role, columns, rows
from analytics.figures.base_line import answers_a_row, base_line, compared
from analytics.figures.families import family
from analytics.figures.rows import Row
from analytics.figures.sentences import interval, notes, sentences, some_of
from analytics.ratings.comparability import not_comparable
from analytics.ratings.levels import ITEMS, PARTS, part_column
from analytics.stats.importance_performance import Crosshair, Need
from analytics.studies.drivers import GAPS, NEEDS, figures_grid
from analytics.studies.drivers.compute import Driver, Drivers
from analytics.studies.drivers.compute_stated import Stated
from analytics.studies.drivers.figures_wording import (
    base,
    names,
    nothing_found,
    study_notes,
    together,
)
from analytics.wording import Say, phrase

NEED_NAMES: dict[Need, str] = {
    "key": phrase("Key: said and shown"),
    "basic": phrase("Basic: said, not shown"),
    "hidden excitement": phrase("Hidden: shown, not said"),
    "minor": phrase("Minor: neither"),
}
FORMS = {
    "rank": phrase(
        "Stated importance was asked as an order: the first place is the best end of the scale."
    ),
    "share": phrase(
        "Stated importance was asked as points to give out: all of them are the best end of the"
        " scale."
    ),
}
# Upper left, upper right, lower left, lower right.
CORNERS: tuple[Need, ...] = ("hidden excitement", "key", "minor", "basic")
DriverStated = tuple[Driver, Stated]


def needs(answer: Drivers, at: Crosshair, say: Say) -> Figure:
    """Stated importance across, derived importance up."""
    across = say("Stated importance (mean)")
    placed = [
        figures_grid.row(driver, rank, driver.stated.importance, driver.is_need_borderline, say)
        | {"place": say(NEED_NAMES[driver.need]) if driver.need else ""}
        for rank, driver in enumerate(figures_grid.settled_first(answer.drivers))
        if driver.stated
    ]
    edition = say("stated importance at {edition}", edition=answer.focus.name.worded(say))
    return Figure(
        key="needs",
        finding=_what_hides(answer, say),
        base=base(answer, say, edition, answer.scale.worded(say), say("cut at the means")),
        form=figures_grid.form(across, say),
        data=pd.DataFrame(placed),
        columns=figures_grid.grid_columns(answer, across, say),
        method=NEEDS,
        notes=notes(
            _shared_note(answer, say),
            *(say(FORMS[form]) for form in sorted(forms(answer)) if form in FORMS),
            *study_notes(answer, say),
            figures_grid.unnamed_note(answer, say),
        ),
        guides=figures_grid.guides(placed, at, tuple(say(NEED_NAMES[need]) for need in CORNERS)),
        is_established=answer.is_established,
        families=together(say),
    )


def _what_hides(answer: Drivers, say: Say) -> str:
    if not answer.is_established:
        return nothing_found(answer, say)
    key, basic = _certain(answer, "key", say), _certain(answer, "basic", say)
    hidden = _certain(answer, "hidden excitement", say)
    taken_for_granted = say(
        "Said to matter, yet satisfaction hardly goes with them, so probably taken for granted:"
        " {names}.",
        names=basic,
    )
    neither = say("No evidence that anything matters more or less than they say.")
    return sentences(
        say,
        say("Said to matter and shown to: {names}.", names=key) if key else "",
        say("Matter more than they say: {names}.", names=hidden) if hidden else "",
        taken_for_granted if basic else "",
        "" if hidden or basic else neither,
    )


def _certain(answer: Drivers, need: Need, say: Say) -> str:
    """Names of those that are this need beyond doubt; empty without any."""
    certain = [
        driver for driver in answer.drivers if driver.need == need and not driver.is_need_borderline
    ]
    return names(certain, say)


def _shared_note(answer: Drivers, say: Say) -> str:
    """Importance asked by dimension stands at each of its items."""
    importance = [
        (stated.importance.mean, stated.importance.n) for _, stated in _with_stated(answer)
    ]
    if answer.level != ITEMS or len(set(importance)) == len(importance):
        return ""
    return say(
        "Some items share one stated importance: it was asked for their dimension as a whole."
    )


def forms(answer: Drivers) -> set[str]:
    """How stated importance was asked."""
    return {stated.form for _, stated in _with_stated(answer)}


def _with_stated(answer: Drivers) -> list[DriverStated]:
    return [(driver, driver.stated) for driver in answer.drivers if driver.stated]


def gaps(answer: Drivers, say: Say) -> Figure:
    """Rating less stated importance, the shortfall first, beside the edition compared with."""
    rated = sorted(_with_stated(answer), key=lambda pair: pair[1].gap.mean)
    before, focus = _before(rated, answer, say), answer.focus.name.worded(say)
    roles: tuple[Role, ...] = ("before", "now") if before else ("now",)
    gap_rows = [
        row for rank, pair in enumerate(rated) for row in _gap_rows(pair, rank, before, focus, say)
    ]
    changes = [stated.change_p for _, stated in rated if stated.change]
    return Figure(
        key="gaps",
        finding=sentences(say, _shortfall(rated, answer, say), _moved(rated, before, say)),
        base=_gap_base(rated, before, answer, say),
        form=Bars(
            "change",
            say("Rating less stated importance"),
            has_interval=True,
            is_dots=True,
            reference=0.0,
            series=tuple(name for name in (before, focus) if name),
            roles=roles,
        ),
        data=pd.DataFrame(gap_rows),
        columns=_gap_columns(answer, say),
        method=GAPS,
        notes=(say("A gap says what they want more of; it is no share of the blame."),),
        is_established=any(stated.is_established for _, stated in rated),
        families=(
            *family(
                say("Gaps between rating and stated importance"), [stated.p for _, stated in rated]
            ),
            *family(say("Changes of the gaps"), changes),
        ),
    )


def _before(rated: list[DriverStated], answer: Drivers, say: Say) -> str:
    """The edition compared with; empty where none can be."""
    can_compare = any(stated.change for _, stated in rated)
    return answer.before.name.worded(say) if answer.before and can_compare else ""


def _gap_columns(answer: Drivers, say: Say) -> tuple[Column, ...]:
    digits = answer.scale.digits
    return (
        part_column(say, answer.level),
        columns.edition(say),
        Column("value", say("Gap"), "change", digits),
        *columns.interval(say, "change", digits),
        columns.p(say),
        columns.change(say, digits),
        *columns.change_interval(say, digits),
        Column("change_p", say("p of the change (Holm)"), "p"),
        columns.answers(say),
    )


def _gap_base(rated: list[DriverStated], before: str, answer: Drivers, say: Say) -> str:
    return base_line(
        answers_a_row(say, (stated.gap.n for _, stated in rated)),
        compared(say, answer.focus.name, answer.before.name if answer.before and before else None),
        answer.scale.worded(say),
        say("paired differences with 95% t interval"),
    )


def _gap_rows(pair: DriverStated, rank: int, before: str, focus: str, say: Say) -> list[Row]:
    """Pale or not is left to the grid of needs, which says what pale means."""
    driver, stated = pair
    place = {"key": driver.key, "label": driver.name.worded(say), "rank": rank}
    moved, solid = stated.change, {"is_faint": False}
    now = rows.of_mean(stated.gap, **place, series=focus) | {
        **solid,
        "base_n_eff": stated.gap.n_eff,
        "p": stated.p,
        **rows.change_cells(moved.gap if moved else None, stated.change_p),
    }
    return [rows.of_mean(moved.then, **place, series=before) | solid, now] if moved else [now]


def _shortfall(rated: list[DriverStated], answer: Drivers, say: Say) -> str:
    short = [pair for pair in rated if pair[1].is_established and pair[1].gap.mean < 0]
    parts = say(PARTS[answer.level])
    if not short:
        return say(
            "No evidence that any of the {count} {parts} is rated below the importance they"
            " give it.",
            count=len(rated),
            parts=parts,
        )
    driver, worst = short[0]
    digits = answer.scale.digits
    return say(
        "{count} of {total} {parts} are rated below the importance they give them, most of all"
        " {name}: {gap} ({interval}).",
        count=len(short),
        total=len(rated),
        parts=parts,
        name=driver.name.worded(say),
        gap=say.signed(worst.gap.mean, digits),
        interval=interval(say, worst.gap.low, worst.gap.high, digits, is_signed=True),
    )


def _moved(rated: list[DriverStated], before: str, say: Say) -> str:
    """Which gaps changed, with the size of the family they were tested in."""
    tested = [pair for pair in rated if isfinite(pair[1].change_p)]
    if not before or not tested:
        return ""
    moved = [
        (driver.name, stated.change.gap.difference)
        for driver, stated in tested
        if stated.is_change_established and stated.change
    ]
    worse = some_of(say, [name for name, by in moved if by < 0])
    better = some_of(say, [name for name, by in moved if by > 0])
    values = {"before": before, "family": say.number(len(tested))}
    signs = [
        stated.change for _, stated in tested if stated.is_change_significant and stated.change
    ]
    sign = next((not_comparable(say, change.obstacles) for change in signs if change.obstacles), "")
    if not moved:
        return sign or say(
            "No evidence that any gap changed since {before} (Holm over {family} changes).",
            **values,
        )
    fell = say(
        "Ratings lost ground on importance since {before}: {names} (Holm over {family} changes).",
        **values,
        names=worse,
    )
    rose = say(
        "Ratings gained ground on importance since {before}: {names} (Holm over {family} changes).",
        **values,
        names=better,
    )
    return sentences(say, fell if worse else "", rose if better else "", sign)
