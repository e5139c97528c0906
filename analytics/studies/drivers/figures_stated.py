"""How far performance falls short of the importance they state, and whether that changed."""

from __future__ import annotations

from math import isfinite
from typing import Any

import pandas as pd

from analytics.figures import Bars, Column, Figure, columns
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
    rated = sorted(_said(answer), key=lambda pair: pair[1].gap.mean)
    before = (
        answer.before.name.worded(say)
        if answer.before and any(stated.change for _, stated in rated)
        else ""
    )
    focus = answer.focus.name.worded(say)
    return Figure(
        key="gaps",
        finding=sentences(say, _shortfall(rated, answer, say), _moved(rated, before, answer, say)),
        base=_base(rated, before, answer, say),
        form=Bars(
            "change",
            say("Rating less stated importance"),
            has_interval=True,
            is_dots=True,
            reference=0.0,
            series=tuple(name for name in (before, focus) if name),
        ),
        data=pd.DataFrame(
            [
                row
                for rank, pair in enumerate(rated)
                for row in _rows(pair, rank, before, focus, say)
            ]
        ),
        columns=_columns(answer, say),
        method=GAPS,
        notes=(say("A gap says what they want more of; it is no share of the blame."),),
        is_established=any(stated.is_established for _, stated in rated),
        families=(
            *family(
                say("Gaps between rating and stated importance"), [stated.p for _, stated in rated]
            ),
            *family(
                say("Changes of the gaps"),
                [stated.change_p for _, stated in rated if stated.change],
            ),
        ),
    )


def _columns(answer: Drivers, say: Say) -> tuple[Column, ...]:
    digits = answer.scale.digits
    return (
        Column("label", say(figures_wording.PART[answer.level])),
        Column("series", say("Edition")),
        Column("value", say("Gap"), "change", digits),
        *columns.interval(say, "change", digits),
        Column("p", say("p (Holm)"), "p"),
        Column("change", say("Change"), "change", digits),
        Column("change_low", say("Change from"), "change", digits),
        Column("change_high", say("Change to"), "change", digits),
        Column("change_p", say("p of the change (Holm)"), "p"),
        Column("n", say("Number of answers"), "count"),
    )


def _said(answer: Drivers) -> list[Said]:
    return [(driver, driver.stated) for driver in answer.drivers if driver.stated]


def _base(rated: list[Said], before: str, answer: Drivers, say: Say) -> str:
    bases = sorted(stated.gap.n for _, stated in rated)
    n = say(
        "n = {least} to {most} answers a row",
        least=say.number(bases[0]),
        most=say.number(bases[-1]),
    )
    focus = answer.focus.name.worded(say)
    period = (
        say("{edition}, compared with {before}", edition=focus, before=before) if before else focus
    )
    return " · ".join(
        (n, period, answer.scale.worded(say), say("paired differences with 95 % t interval"))
    )


def _rows(pair: Said, rank: int, before: str, focus: str, say: Say) -> list[dict[str, Any]]:
    driver, stated = pair
    moved = stated.change
    now = _row(driver, rank, focus, stated.gap, say) | {
        "base_n_eff": stated.gap.n_eff,
        "p": stated.p,
        "change": moved.gap.difference if moved else None,
        "change_low": moved.gap.low if moved else None,
        "change_high": moved.gap.high if moved else None,
        "change_p": stated.change_p if moved else None,
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


def _shortfall(rated: list[Said], answer: Drivers, say: Say) -> str:
    short = [pair for pair in rated if pair[1].is_established and pair[1].gap.mean < 0]
    if not short:
        return say(
            "No evidence that any of the {count} {parts} is rated below the importance they"
            " give it.",
            count=len(rated),
            parts=say(figures_wording.PARTS[answer.level]),
        )
    driver, worst = short[0]
    digits = answer.scale.digits
    return say(
        "{count} of {total} {parts} are rated below the importance they give them, most of all"
        " {name}: {gap} ({interval}).",
        count=len(short),
        total=len(rated),
        parts=say(figures_wording.PARTS[answer.level]),
        name=driver.name.worded(say),
        gap=say.signed(worst.gap.mean, digits),
        interval=interval(say, worst.gap.low, worst.gap.high, digits, is_signed=True),
    )


def _moved(rated: list[Said], before: str, answer: Drivers, say: Say) -> str:
    """Which gaps changed, with the size of the family they were tested in."""
    tested = [pair for pair in rated if isfinite(pair[1].change_p)]
    if not before or not tested:
        return ""
    moved = [
        (driver, stated.change)
        for driver, stated in tested
        if stated.is_change_established and stated.change
    ]
    wider = tuple(driver.name for driver, change in moved if change.gap.difference < 0)
    better = tuple(driver.name for driver, change in moved if change.gap.difference > 0)
    values = {"before": before, "family": say.number(len(tested))}
    if not moved:
        return say(
            "No evidence that any gap changed since {before} (Holm over {family} changes).",
            **values,
        )
    fell = (
        say(
            "Ratings lost ground on importance since {before}: {names} (Holm over {family}"
            " changes).",
            **values,
            names=some_of(say, wider),
        )
        if wider
        else ""
    )
    rose = (
        say(
            "Ratings gained ground on importance since {before}: {names} (Holm over {family}"
            " changes).",
            **values,
            names=some_of(say, better),
        )
        if better
        else ""
    )
    return sentences(say, fell, rose)
