"""How long complaints take until they are closed for good."""

from __future__ import annotations

from math import isfinite, nan
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analytics.figures import Column, Figure, Lines, columns
from analytics.figures.base_line import base_line
from analytics.figures.claims import Claim, claim
from analytics.figures.families import family
from analytics.figures.sentences import notes, sentences
from analytics.figures.small_bases import is_pale
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.stats.suppression import FAINT_BELOW, NEVER_BELOW
from analytics.stats.time_to_close import (
    IMPOSSIBLE,
    days_until,
    mean_up_to,
    median_limits,
    still_open_after,
)
from analytics.studies.complaints import TIME
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.stats.time_to_close import Durations
    from analytics.studies.complaints.compute import Complaints, Times
    from analytics.wording import Say

HORIZONS, STEPS = (30, 90, 360), 10
REASONS = {
    "no_opening_day": phrase("{n} have no day of receiving."),
    "opened_after": phrase("{n} were received on a day to come."),
    "closed_before_opened": phrase("{n} were closed before they were received."),
}


def resolution(answer: Complaints, say: Say) -> Figure | None:
    """None where fewer than five have days that can be."""
    times = answer.times
    if times.whole.days.size < NEVER_BELOW:
        return None
    last = answer.with_cases[-1].name.worded(say)
    names = (last, say("All editions before"))
    parts = [(names[0], times.last), (names[1], times.before)]
    shown = [(name, part) for name, part in parts if part.days.size >= NEVER_BELOW]
    if not shown:
        return None
    title = say("Not yet closed")
    return Figure(
        "resolution",
        _finding(times, say),
        base_line(
            say("n = {n} complaints", n=say.number(times.whole.days.size)),
            say("counted on {day}", day=say.day(answer.today)),
        ),
        Lines(
            "share",
            title,
            series=tuple(name for name, _ in shown),
            domain=(0, 1),
            is_step=True,
            x_axis=say("Days since it was received"),
            roles=tuple("now" if name == last else "before" for name, _ in shown),
        ),
        pd.concat([_rows(part, name, _days(times.whole)) for name, part in shown]),
        (
            Column("series", say("Edition")),
            Column("x", say("Days")),
            *columns.share(say, title),
            Column("n", say("At risk"), "count"),
        ),
        TIME,
        notes=_notes(times, say),
        families=family(say("Time to closing: last edition against those before"), [times.p]),
        claim=_claim(times, say),
    )


def _days(whole: Durations) -> list[int]:
    """Days evenly spaced up to where most are closed."""
    most = days_until(whole.curve, 0.75)
    horizon = next((days for days in HORIZONS if most <= days), HORIZONS[-1])
    return list(range(0, horizon + 1, horizon // STEPS))


def _rows(part: Durations, name: str, days: list[int]) -> pd.DataFrame:
    curve = part.curve
    rows = []
    for rank, day in enumerate(days):
        at = int(np.searchsorted(curve.time, day, side="right")) - 1
        n = int((part.days >= day).sum())
        if n < NEVER_BELOW:
            break
        rows.append(
            {
                "series": name,
                "x_rank": rank,
                "x": str(day),
                "value": still_open_after(curve, day),
                "low": curve.low[at] if at >= 0 else nan,
                "high": curve.high[at] if at >= 0 else nan,
                "n": n,
                "is_faint": is_pale(n),
            }
        )
    return pd.DataFrame(rows)


def _finding(times: Times, say: Say) -> str:
    curve = times.whole.curve
    median, (low, high) = days_until(curve, 0.5), median_limits(curve)
    month = say(
        "After 30 days {share} were not closed; a complaint was open {days} of those days on"
        " average.",
        share=say.percent(still_open_after(curve, 30)),
        days=say.number(mean_up_to(curve, 30), 1),
    )
    if not isfinite(median):
        return sentences(say, say("Fewer than half are closed so far."), month)
    half = say(
        "Half were closed within {days} days (95% interval {low} to {high}), three quarters within"
        " {most}.",
        days=say.number(median),
        low=_written(low, say),
        high=_written(high, say),
        most=_written(days_until(curve, 0.75), say),
    )
    return sentences(say, half, month, _compared(times, say))


def _written(days: float, say: Say) -> str:
    return say.number(days) if isfinite(days) else say("not yet known")


def _compared(times: Times, say: Say) -> str:
    if not isfinite(times.p):
        return ""
    first, second = (days_until(part.curve, 0.5) for part in (times.last, times.before))
    if times.p > LEVEL_OF_P or not (isfinite(first) and isfinite(second)):
        return say("No evidence that the last edition differs from those before.")
    values = {"last": say.number(first), "before": say.number(second)}
    return say(
        "At the last edition half were closed within {last} days, before within {before}.", **values
    )


def _claim(times: Times, say: Say) -> Claim:
    curve, n = times.whole.curve, times.whole.days.size
    median, limits = days_until(curve, 0.5), median_limits(curve)
    if not isfinite(median):
        sentence = phrase("Fewer than half of the complaints are closed so far.")
        return claim(say, "level", "a sign", sentence)
    is_sure = n >= FAINT_BELOW and all(map(isfinite, limits))
    return claim(
        say,
        "level",
        "confirmed" if is_sure else "too few",
        phrase("Half of the complaints were closed within {days} days."),
        days=say.number(median),
    )


def _notes(times: Times, say: Say) -> tuple[str, ...]:
    left = times.whole.left_out
    parts = [
        say(REASONS[reason], n=say.number(left[reason]))
        for reason in IMPOSSIBLE
        if left.get(reason)
    ]
    if times.no_closing_day:
        n = say.number(times.no_closing_day)
        parts.append(say("{n} are closed on a day that nobody wrote down.", n=n))
    if parts:
        parts.insert(0, say("Left out of the days:"))
    return notes(sentences(say, *parts))
