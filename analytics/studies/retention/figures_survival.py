"""How long newcomers stay without a break, and how often exhibitors came."""

from __future__ import annotations

from math import isnan, nan
from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, Lines, columns
from analytics.figures.sentences import interval_values, sentences
from analytics.figures.small_bases import is_pale
from analytics.ratings.populations import of_register, worded_process, worded_register
from analytics.stats.proportion import wilson
from analytics.studies.retention import SURVIVAL, TIMES
from analytics.studies.retention.figures_wording import base, missing

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.stats.proportion import Proportion
    from analytics.studies.retention.compute import Retention
    from analytics.wording import Say


def survival(answer: Retention, say: Say) -> Figure | None:
    """None where too few first came after the first edition on file."""
    steps = survival_steps(answer)
    if len(steps) < 2:
        return None
    still_there, after = say("Still there without a break"), say("Editions after the first")
    start = (
        say("the first edition on file counted as a start")
        if answer.has_first_edition
        else say("first seen after the first edition on file")
    )
    return Figure(
        "survival",
        _survival_finding(answer, steps, say),
        base(answer, say, start, worded_process(say)),
        Lines("share", still_there, domain=(0, 1), is_step=True, x_axis=after),
        steps,
        (
            Column("x", after),
            *columns.share(say, still_there),
            Column("n", say("At risk"), "count"),
            Column("left", say("Stayed away"), "count"),
        ),
        SURVIVAL,
        notes=(_truncation(answer, say), *missing(answer, say)),
    )


def survival_steps(answer: Retention) -> pd.DataFrame:
    """One row a step (x), from 0 to the last on which enough exhibitors stand: value, low, high,
    n at risk, left.
    """
    curve = answer.survival
    everybody = curve.at_risk[0] if curve.time.size else 0
    rows: list[Row] = [{"value": 1.0, "low": nan, "high": nan, "n": everybody, "left": nan}]
    for step in range(curve.time.size):
        if curve.at_risk[step] < answer.least:
            break
        rows.append(
            {
                "value": curve.survival[step],
                "low": curve.low[step],
                "high": curve.high[step],
                "n": curve.at_risk[step],
                "left": curve.events[step],
            }
        )
    table = pd.DataFrame(rows)
    return table.assign(
        x_rank=range(len(table)),
        x=[str(step) for step in range(len(table))],
        is_faint=table["n"].map(is_pale),
    )


def _survival_finding(answer: Retention, steps: pd.DataFrame, say: Say) -> str:
    end = steps.iloc[-1]
    values = {
        "steps": len(steps) - 1,
        "next": say.percent(steps["value"].iloc[1]),
        "end": say.percent(end["value"]),
        "low": say.percent(end["low"]),
        "high": say.percent(end["high"]),
    }
    if len(steps) == 2:
        return say(
            "{next} of newcomers came to the next edition (95% interval {low} to {high}).",
            **values,
        )
    stayed = say(
        "{next} of newcomers came to the next edition, {end} to the next {steps} without a break"
        " (95% interval {low} to {high}).",
        **values,
    )
    median = answer.median.time
    if isnan(median) or not 1 < median < len(steps):
        return stayed
    half = say(
        "Half had stayed away at least once within {median} editions of their first.",
        median=say.number(median),
    )
    return sentences(say, stayed, half)


def _truncation(answer: Retention, say: Say) -> str:
    """What becomes of those who may have come before the first edition on file."""
    n = say.number(answer.left_out_first)
    if answer.has_first_edition:
        return say(
            "The {n} exhibitors of the first edition on file count as if they had started there;"
            " some had come before.",
            n=n,
        )
    return say(
        "The {n} exhibitors of the first edition on file are left out: when they first came is not"
        " known.",
        n=n,
    )


def times(answer: Retention, say: Say) -> Figure:
    """At how many editions exhibitors were, as shares of all seen so far."""
    counts = answer.times[1:].tolist()
    shares = [
        of_register(wilson(int(count), answer.exhibitors), answer.stands_for) for count in counts
    ]
    return Figure(
        "times",
        _times_finding(answer, shares, say),
        base(answer, say, worded_register(say, answer.stands_for)),
        Bars("share", say("Share of exhibitors"), has_interval=True),
        pd.DataFrame([_times_row(share, n, say) for n, share in enumerate(shares, start=1)]),
        (
            Column("label", say("Took part in")),
            columns.exhibitors(say),
            *columns.share(say),
        ),
        TIMES,
        notes=missing(answer, say),
    )


def _times_finding(answer: Retention, shares: list[Proportion], say: Say) -> str:
    once, always = shares[0], shares[-1]
    values = {
        "once": say.percent(once.share),
        "n": say.number(answer.exhibitors),
        "every": say.percent(always.share),
        "editions": len(shares),
    }
    if once.is_census:
        return say(
            "{once} of all {n} exhibitors seen so far came once only, {every} to all {editions}"
            " editions.",
            **values,
        )
    return say(
        "{once} of all {n} exhibitors seen so far came once only (95% interval {low} to {high}),"
        " {every} to all {editions} editions.",
        **interval_values(say, once),
        **values,
    )


def _times_row(share: Proportion, n: int, say: Say) -> Row:
    """`n` of a row are those who came so often: parts of the base, no bases themselves."""
    return {
        "key": str(n),
        "label": say("{n} editions", n=n) if n > 1 else say("1 edition"),
        "rank": n - 1,
        "value": share.share,
        "low": share.low,
        "high": share.high,
        "n": int(share.count),
    }
