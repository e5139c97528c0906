"""How far performance falls short of the importance they state, and whether that changed."""

from __future__ import annotations

from math import isfinite
from typing import Any

import pandas as pd

from analytics.figures import Bars, Column, Figure
from analytics.figures.families import family
from analytics.figures.sentences import interval, sentences, some_of
from analytics.stats.mean import MeanEstimate
from analytics.studies.drivers import GAPS, figures_wording
from analytics.studies.drivers.compute import Driver, Drivers
from analytics.studies.drivers.compute_stated import Stated
from analytics.wording import Say

Said = tuple[Driver, Stated]


def gaps(answer: Drivers, say: Say) -> Figure:
    """Rating less stated importance, the shortfall first, beside the edition compared with."""
    said = sorted(_said(answer), key=lambda one: one[1].gap.mean)
    before = (
        answer.before.name.worded(say)
        if answer.before and any(one.change for _, one in said)
        else ""
    )
    focus = answer.focus.name.worded(say)
    return Figure(
        key="gaps",
        finding=sentences(say, _shortfall(said, answer, say), _moved(said, before, answer, say)),
        base=_base(said, before, answer, say),
        form=Bars(
            "change",
            say("Rating less stated importance"),
            has_interval=True,
            is_dots=True,
            reference=0.0,
            series=tuple(name for name in (before, focus) if name),
        ),
        data=pd.DataFrame(
            [row for rank, one in enumerate(said) for row in _rows(one, rank, before, focus, say)]
        ),
        columns=_columns(answer, say),
        method=GAPS,
        notes=(say("A gap says what they want more of; it is no share of the blame."),),
        is_established=any(one.is_established for _, one in said),
        families=(
            *family(say("Gaps between rating and stated importance"), [one.p for _, one in said]),
            *family(say("Changes of the gaps"), [one.change_p for _, one in said if one.change]),
        ),
    )


def _columns(answer: Drivers, say: Say) -> tuple[Column, ...]:
    digits = answer.scale.digits
    return (
        Column("label", say(figures_wording.PART[answer.level])),
        Column("series", say("Edition")),
        Column("value", say("Gap"), "change", digits),
        Column("low", say("Interval from"), "change", digits),
        Column("high", say("Interval to"), "change", digits),
        Column("p", say("p (Holm)"), "p"),
        Column("change", say("Change"), "change", digits),
        Column("change_low", say("Change from"), "change", digits),
        Column("change_high", say("Change to"), "change", digits),
        Column("change_p", say("p of the change (Holm)"), "p"),
        Column("n", say("Number of answers"), "count"),
    )


def _said(answer: Drivers) -> list[Said]:
    return [(driver, driver.stated) for driver in answer.drivers if driver.stated]


def _base(said: list[Said], before: str, answer: Drivers, say: Say) -> str:
    found = sorted(one.gap.n for _, one in said)
    n = say(
        "n = {least} to {most} answers a row",
        least=say.number(found[0]),
        most=say.number(found[-1]),
    )
    focus = answer.focus.name.worded(say)
    period = (
        say("{edition}, compared with {before}", edition=focus, before=before) if before else focus
    )
    return " · ".join(
        (n, period, answer.scale.worded(say), say("paired differences with 95 % t interval"))
    )


def _rows(said: Said, rank: int, before: str, focus: str, say: Say) -> list[dict[str, Any]]:
    driver, one = said
    moved = one.change
    now = _row(driver, rank, focus, one.gap, say) | {
        "base_n_eff": one.gap.n_eff,
        "p": one.p,
        "change": moved.gap.difference if moved else None,
        "change_low": moved.gap.low if moved else None,
        "change_high": moved.gap.high if moved else None,
        "change_p": one.change_p if moved else None,
    }
    return [_row(driver, rank, before, moved.then, say), now] if moved else [now]


def _row(driver: Driver, rank: int, edition: str, gap: MeanEstimate, say: Say) -> dict[str, Any]:
    return {
        "key": driver.key,
        "label": driver.name.worded(say),
        "rank": rank,
        "series": edition,
        "value": gap.mean,
        "low": gap.low,
        "high": gap.high,
        "n": gap.n,
        "n_eff": gap.n_eff,
    }


def _shortfall(said: list[Said], answer: Drivers, say: Say) -> str:
    short = [one for one in said if one[1].is_established and one[1].gap.mean < 0]
    if not short:
        return say(
            "No evidence that any of the {count} {parts} is rated below the importance they"
            " give it.",
            count=len(said),
            parts=say(figures_wording.PARTS[answer.level]),
        )
    driver, worst = short[0]
    digits = answer.scale.digits
    return say(
        "{count} of {total} {parts} are rated below the importance they give them, most of all"
        " {name}: {gap} ({interval}).",
        count=len(short),
        total=len(said),
        parts=say(figures_wording.PARTS[answer.level]),
        name=driver.name.worded(say),
        gap=say.signed(worst.gap.mean, digits),
        interval=interval(say, worst.gap.low, worst.gap.high, digits, is_signed=True),
    )


def _moved(said: list[Said], before: str, answer: Drivers, say: Say) -> str:
    """Which gaps changed, with the size of the family they were tested in."""
    tested = [one for one in said if isfinite(one[1].change_p)]
    if not before or not tested:
        return ""
    moved = [
        (driver, one.change) for driver, one in tested if one.is_change_established and one.change
    ]
    wider = tuple(driver.name for driver, change in moved if change.gap.difference < 0)
    better = tuple(driver.name for driver, change in moved if change.gap.difference > 0)
    told = {"before": before, "family": say.number(len(tested))}
    if not moved:
        return say(
            "No evidence that any gap changed since {before} (Holm over {family} changes).", **told
        )
    fell = (
        say(
            "Ratings lost ground on importance since {before}: {names} (Holm over {family}"
            " changes).",
            **told,
            names=some_of(say, wider),
        )
        if wider
        else ""
    )
    rose = (
        say(
            "Ratings gained ground on importance since {before}: {names} (Holm over {family}"
            " changes).",
            **told,
            names=some_of(say, better),
        )
        if better
        else ""
    )
    return sentences(say, fell, rose)
