"""By first edition: the cohort grid, survival, and how often exhibitors came."""

from __future__ import annotations

from math import isnan, nan
from typing import TYPE_CHECKING, Any

import pandas as pd

from analytics.figures import Bars, Column, Figure, Heatmap, Lines
from analytics.figures.families import family
from analytics.figures.sentences import sentences
from analytics.figures.small_bases import is_pale, not_shown
from analytics.stats.cochran_armitage import ProportionTrend, cochran_armitage
from analytics.stats.proportion import Proportion, wilson
from analytics.studies.retention.methods import COHORTS, SURVIVAL, TIMES
from analytics.studies.retention.words import base, names_of, notes

if TYPE_CHECKING:
    from analytics.stats.retention import Cohort
    from analytics.studies.retention.method import Retention
    from analytics.wording import Say


COHORTS_FOR_TREND = 3


def cohort_grid(answer: Retention, say: Say) -> Figure:
    names = names_of(answer.on_file, say)
    rows = [row for cohort in answer.cohorts for row in _cohort_rows(cohort, names, answer, say)]
    hidden = [names[c.entry] for c in answer.cohorts if 0 < c.size < answer.least]
    told = (
        say(
            "The newest cohort has had no chance to come back yet; the oldest holds everybody of"
            " the first edition on file."
        ),
        *not_shown(say, answer.least, hidden),
        *_no_survival(answer, say),
        *notes(answer, say),
    )
    columns = (
        Column("row", say("First seen at")),
        Column("size", say("Exhibitors"), "count"),
        Column("x", say("Editions later")),
        Column("value", say("Share"), "share", 1),
        Column("attended", say("Came at that edition"), "count"),
    )
    return Figure(
        "cohorts",
        _cohort_finding(answer, names, say),
        base(answer, say, _view(answer.view, say)),
        Heatmap("share", say("First seen at"), say("Editions later"), (0, 1)),
        pd.DataFrame(rows),
        columns,
        COHORTS,
        notes=told,
        families=family(say("Trend from cohort to cohort"), _trend_p(answer)),
    )


def survival(answer: Retention, say: Say) -> Figure | None:
    """None where too few first came after the first edition on file."""
    table = _survival_table(answer, say)
    if len(table) < 2:
        return None
    columns = (
        Column("x", say("Editions after the first")),
        Column("value", say("Still there without a break"), "share", 1),
        Column("low", say("Interval from"), "share", 1),
        Column("high", say("Interval to"), "share", 1),
        Column("n", say("At risk"), "count"),
        Column("left", say("Stayed away"), "count"),
    )
    start = say("the first edition on file counted as a start")
    known = say("first seen after the first edition on file")
    return Figure(
        "survival",
        _survival_finding(answer, table, say),
        base(answer, say, start if answer.has_first_edition else known),
        Lines(
            "share",
            say("Still there without a break"),
            domain=(0, 1),
            is_step=True,
            x_axis=columns[0].title,
        ),
        table,
        columns,
        SURVIVAL,
        notes=(*_truncation(answer, say), *notes(answer, say)),
    )


def times(answer: Retention, say: Say) -> Figure:
    counts = [(n, int(count)) for n, count in enumerate(answer.times) if n]
    shares = [(n, wilson(count, answer.exhibitors)) for n, count in counts]
    rows = [
        {
            "key": str(n),
            "label": say("{n} editions", n=n) if n > 1 else say("1 edition"),
            "rank": n - 1,
            "value": s.share,
            "low": s.low,
            "high": s.high,
            "n": int(s.count),
        }
        for n, s in shares
    ]
    once, every = shares[0][1], shares[-1][1]
    finding = say(
        "{once} of all {n} exhibitors seen so far came once only (95 % interval {low} to {high}),"
        " {every} to all {editions} editions.",
        once=say.percent(once.share),
        low=say.percent(once.low),
        high=say.percent(once.high),
        n=say.number(answer.exhibitors),
        every=say.percent(every.share),
        editions=len(counts),
    )
    columns = (
        Column("label", say("Took part in")),
        Column("n", say("Exhibitors"), "count"),
        Column("value", say("Share"), "share", 1),
        Column("low", say("Interval from"), "share", 1),
        Column("high", say("Interval to"), "share", 1),
    )
    form = Bars("share", say("Share of exhibitors"), has_interval=True)
    return Figure(
        "times",
        finding,
        base(answer, say),
        form,
        pd.DataFrame(rows),
        columns,
        TIMES,
        notes=notes(answer, say),
    )


def _view(view: str, say: Say) -> str:
    return {
        "classic": say("share who came at that edition"),
        "unbroken": say("share who came every time so far"),
        "ever_after": say("share who came at that edition or later"),
    }[view]


def _cohort_rows(
    cohort: Cohort, names: list[str], answer: Retention, say: Say
) -> list[dict[str, Any]]:
    """The first column is 100 % by definition and left away; the newest cohort stands there with
    nothing known yet.
    """
    curve = getattr(cohort, answer.view)
    is_shown = cohort.size >= answer.least
    label = say(
        "{edition} (n = {n})",
        edition=names[cohort.entry],
        n=say.number(cohort.size) if is_shown else "–",
    )
    ages = range(1, len(curve)) if len(curve) > 1 else range(1, 2)
    return [
        {
            "key": f"{cohort.entry}",
            "row_rank": cohort.entry,
            "row": label,
            "x_rank": age - 1,
            "x": f"+{age}",
            "value": float(curve[age]) if is_shown and age < len(curve) else nan,
            "size": cohort.size if is_shown else nan,
            "is_faint": is_pale(cohort.size),
            "attended": float(cohort.attended[age]) if is_shown and age < len(curve) else nan,
            "is_censored": age >= len(curve),
        }
        for age in ages
    ]


def _known(answer: Retention) -> list[Cohort]:
    """Cohorts after the first on file, the newest left out."""
    return [c for c in answer.cohorts[1:-1] if c.size >= answer.least] or list(answer.cohorts[:1])


def _trend_p(answer: Retention) -> list[float]:
    known = _known(answer)
    return [_trend(known).p] if len(known) >= COHORTS_FOR_TREND else []


def _trend(known: list[Cohort]) -> ProportionTrend:
    return cochran_armitage(
        [c.attended[1] for c in known], [c.size for c in known], [c.entry for c in known]
    )


def _cohort_finding(answer: Retention, names: list[str], say: Say) -> str:
    """Next-edition return of newcomers: cohorts after the first on file, the newest left out."""
    known = _known(answer)
    pooled = wilson(sum(int(c.attended[1]) for c in known), sum(c.size for c in known))
    if pooled.n < answer.least:
        return say("Too few exhibitors first came at one edition to follow them as a group.")
    values = _interval(pooled, say) | {
        "n": say.number(pooled.n),
        "first": names[known[0].entry],
        "last": names[known[-1].entry],
        "first_share": say.percent(float(known[0].classic[1])),
        "last_share": say.percent(float(known[-1].classic[1])),
    }
    if len(known) < 2:
        return say(
            "{share} of the {n} exhibitors first seen at {first} came to the next edition (95 %"
            " interval {low} to {high}).",
            **values,
        )
    told = say(
        "{share} of newcomers came to the edition after their first (95 % interval {low} to"
        " {high}): {first_share} of those of {first}, {last_share} of those of {last}.",
        **values,
    )
    return sentences(say, told, _cohort_trend(known, say))


def _cohort_trend(known: list[Cohort], say: Say) -> str:
    """Do newcomers come back more, or less, from cohort to cohort? Said from three cohorts on."""
    if len(known) < COHORTS_FOR_TREND:
        return ""
    trend = _trend(known)
    if isnan(trend.p) or trend.p >= 0.05:
        return say("No trend from cohort to cohort is established.")
    p = say.probability(trend.p)
    if trend.slope > 0:
        return say("The share rises from cohort to cohort (p {p}).", p=p)
    return say("The share falls from cohort to cohort (p {p}).", p=p)


def _interval(share: Proportion, say: Say) -> dict[str, str]:
    return {
        "share": say.percent(share.share),
        "low": say.percent(share.low),
        "high": say.percent(share.high),
    }


def _survival_table(answer: Retention, say: Say) -> pd.DataFrame:
    curve = answer.survival
    rows: list[dict[str, Any]] = [
        {
            "value": 1.0,
            "low": nan,
            "high": nan,
            "n": curve.at_risk[0] if curve.time.size else 0,
            "left": nan,
        }
    ]
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


def _survival_finding(answer: Retention, table: pd.DataFrame, say: Say) -> str:
    end = table.iloc[-1]
    values = {
        "steps": len(table) - 1,
        "next": say.percent(table["value"].iloc[1]),
        "end": say.percent(end["value"]),
        "low": say.percent(end["low"]),
        "high": say.percent(end["high"]),
        "median": say.number(answer.median.time),
    }
    if len(table) == 2:
        return say(
            "{next} of newcomers came to the next edition (95 % interval {low} to {high}).",
            **values,
        )
    told = say(
        "{next} of newcomers came to the next edition, {end} to the next {steps} without a break"
        " (95 % interval {low} to {high}).",
        **values,
    )
    if isnan(answer.median.time) or not 1 < answer.median.time < len(table):
        return told
    return sentences(
        say,
        told,
        say(
            "Half had stayed away at least once within {median} editions of their first.", **values
        ),
    )


def _truncation(answer: Retention, say: Say) -> tuple[str, ...]:
    if answer.has_first_edition:
        return (
            say(
                "The {n} exhibitors of the first edition on file count as if they had started"
                " there; some had come before.",
                n=say.number(answer.left_out_first),
            ),
        )
    return (
        say(
            "The {n} exhibitors of the first edition on file are left out: when they first came is"
            " not known.",
            n=say.number(answer.left_out_first),
        ),
    )


def _no_survival(answer: Retention, say: Say) -> tuple[str, ...]:
    if len(_survival_table(answer, say)) > 1:
        return ()
    return (
        say(
            "A survival curve needs {least} exhibitors first seen after the first edition on file,"
            " and a later edition.",
            least=answer.least,
        ),
    )
