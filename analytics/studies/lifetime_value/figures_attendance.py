"""Who comes again: three chances that are not one, the test on the last edition, staying."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, Lines, Scatter, columns
from analytics.figures.base_line import base_line
from analytics.figures.families import Family
from analytics.figures.sentences import notes, sentences
from analytics.figures.small_bases import is_pale
from analytics.stats.kaplan_meier import survival_by_step
from analytics.stats.sbg import retention_rates, survival
from analytics.stats.suppression import HIDDEN_BELOW
from analytics.studies.lifetime_value import CHANCES, HOLD_OUT, STAYING
from analytics.studies.lifetime_value.figures_wording import (
    GROUPS,
    base,
    learnt_from,
    now,
    span,
    study_notes,
)
from analytics.studies.lifetime_value.figures_worth import groups

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.studies.lifetime_value.compute import LifetimeValue
    from analytics.studies.lifetime_value.compute_model import HoldOut
    from analytics.wording import Say

FURTHER = 3


def chances(answer: LifetimeValue, say: Say) -> Figure:
    """Alive at the last edition, alive at the next, comes next: by editions missed."""
    table, _ = groups(answer)
    series = (
        say("Still a customer at {edition}", edition=now(answer, say)),
        say("Still a customer at the next"),
        say("Comes to the next"),
    )
    names = ("alive_last", "alive_next", "comes_next")
    rows = [
        {
            "key": f"{row['missed']}{row['is_new']}.{place}",
            "label": say(GROUPS[int(row["missed"]), bool(row["is_new"])]),
            "rank": rank,
            "series": series[place],
            "value": row[name] / row["firms"],
            "n": row["firms"],
            "is_faint": is_pale(row["firms"]),
        }
        for rank, row in enumerate(table)
        for place, name in enumerate(names)
    ]
    return Figure(
        "chances",
        _chances_finding(answer, say),
        base(answer, say, learnt_from(answer, say)),
        Bars("share", say("Average chance"), (0, 1), series=series),
        pd.DataFrame(rows),
        (
            Column("label", say("Exhibitors by last participation")),
            Column("series", say("Chance to be …")),
            Column("value", say("Average chance"), "share", 1),
            columns.exhibitors(say),
        ),
        CHANCES,
        notes=notes(_at_bound(answer, say), *study_notes(answer, say)),
    )


def came_last(answer: LifetimeValue) -> tuple[float, float]:
    """Of those at the last edition: average chance to be a customer at the next, and to come."""
    states = answer.attendance.states
    here = states[states["last"] == answer.attendance.place]
    firms = here["firms"]
    alive, comes = (here[name] @ firms / firms.sum() for name in ("alive_next", "comes_next"))
    return float(alive), float(comes)


def _chances_finding(answer: LifetimeValue, say: Say) -> str:
    alive, comes = came_last(answer)
    expected = float(answer.attendance.states["comes_next"] @ answer.attendance.states["firms"])
    return sentences(
        say,
        say(
            "Of those at {edition}, {alive} will still be customers at the next edition, and"
            " {comes} will come: alive is not coming.",
            edition=now(answer, say),
            alive=say.percent(alive, 0),
            comes=say.percent(comes, 0),
        ),
        say(
            "From everybody on file together, {n} are expected at the next edition, newcomers not"
            " counted.",
            n=say.number(expected),
        ),
    )


def _at_bound(answer: LifetimeValue, say: Say) -> str:
    model = answer.attendance.model
    if model is None or not model.at_bound.any():
        return ""
    return say(
        "A parameter lies at the edge of what was searched: exhibitors hardly differ in it, or too"
        " little is on file to tell."
    )


def hold_out(answer: LifetimeValue, say: Say) -> Figure:
    """What the last edition brought of those to whom a chance was given before it."""
    test, came = answer.attendance.hold_out, say("Came to it")
    assert test is not None
    return Figure(
        "hold_out",
        _test_finding(answer, test, say),
        _test_base(answer, test, say),
        Scatter(
            say("Chance to come, foretold (mean of the group)"),
            came,
            "share",
            "share",
            has_labels=False,
            has_interval=True,
        ),
        _test_rows(test, say),
        (
            Column("x", say("Foretold"), "share", 1),
            *columns.share(say, came, "y"),
            columns.exhibitors(say),
        ),
        HOLD_OUT,
        notes=study_notes(answer, say),
        guides=pd.DataFrame({"x": [0.0, 1.0], "y": [0.0, 1.0], "label": say("foretold = came")}),
        is_established=test.beats_base_rate,
        families=(Family(say("The last edition tested against the base rate"), 1),),
    )


def _test_base(answer: LifetimeValue, test: HoldOut, say: Say) -> str:
    names = [edition.name.worded(say) for edition in answer.editions]
    return base_line(
        say(
            "n = {n} exhibitors on file before {edition}",
            n=say.number(test.firms),
            edition=names[-1],
        ),
        say("foretold from {first} to {last} only", first=names[0], last=names[-2]),
    )


def _test_rows(test: HoldOut, say: Say) -> pd.DataFrame:
    rows = [
        {
            "key": str(place),
            "label": say.percent(part.mean_predicted, 0),
            "x": part.mean_predicted,
            "y": part.observed.share,
            "y_low": part.observed.low,
            "y_high": part.observed.high,
            "n": part.observed.n,
            "is_faint": is_pale(part.observed.n),
        }
        for place, part in enumerate(test.bins)
    ]
    return pd.DataFrame(rows)


def _test_finding(answer: LifetimeValue, test: HoldOut, say: Say) -> str:
    values = {
        "edition": now(answer, say),
        "expected": say.number(test.expected),
        "came": say.number(test.came),
        "n": say.number(test.firms),
        "brier": say.ratio(test.brier, 3),
        "rate": say.ratio(test.brier_of_rate, 3),
        "low": say.signed(test.gain.low, 3),
        "high": say.signed(test.gain.high, 3),
    }
    numbers = say(
        "Without having seen {edition}, the model expected {expected} of {n} exhibitors there;"
        " {came} came. Brier score {brier} against {rate} of one chance for everybody (gain {low}"
        " to {high}).",
        **values,
    )
    if not test.beats_base_rate:
        verdict = say("It does no better than one chance for everybody: do not act on it.")
    elif test.is_calibrated:
        verdict = say("There is no evidence that its chances are off.")
    else:
        verdict = say("Its chances are off by more than chance: read them as an order.")
    return sentences(say, numbers, verdict)


def staying(answer: LifetimeValue, say: Say) -> Figure | None:
    """Unbroken attendance as it was and as sBG has it; None where too few could have stayed."""
    data = _steps(answer, say)
    if data is None:
        return None
    after = say("Editions after the first")
    series = tuple(dict.fromkeys(data["series"]))
    return Figure(
        "staying",
        _staying_finding(answer, say),
        base_line(
            say(
                "n = {n} exhibitors whose start is known",
                n=say.number(answer.attendance.staying.at_risk[0]),
            ),
            span(answer, say),
        ),
        Lines("share", say("Came every time so far"), series, domain=(0, 1), x_axis=after),
        data,
        (
            Column("x", after),
            Column("series", say("Curve")),
            *columns.share(say, say("Came every time so far")),
            Column("rate", say("Of those left, came again"), "share", 1),
            Column("n", say("At risk"), "count"),
        ),
        STAYING,
        notes=notes(
            say(
                "Another survival than the chances above: here one edition missed is the end, there"
                " an exhibitor may skip and return."
            ),
        ),
    )


def _steps(answer: LifetimeValue, say: Say) -> pd.DataFrame | None:
    """Observed while enough were at risk, the model three steps further."""
    stays = answer.attendance.staying
    curve = survival_by_step(stays.at_risk, stays.left)
    steps = int((stays.at_risk >= HIDDEN_BELOW).sum())
    if not steps:
        return None
    observed = say("Observed")
    rows: list[Row] = [_step(0, observed, 1.0, nan, nan, nan, float(stays.at_risk[0]))]
    for step in range(steps):
        rate = 1 - stays.left[step] / stays.at_risk[step]
        ends = (curve.survival[step], curve.low[step], curve.high[step])
        rows.append(_step(step + 1, observed, *ends, rate, float(stays.at_risk[step])))
    if stays.model is not None:
        rates = retention_rates(stays.model, steps + FURTHER)
        shares = survival(stays.model, steps + FURTHER)
        model = say("Model (sBG)")
        rows.append(_step(0, model, 1.0, nan, nan, nan, nan))
        rows += [
            _step(step + 1, model, shares[step], nan, nan, rates[step], nan)
            for step in range(steps + FURTHER)
        ]
    return pd.DataFrame(rows)


def _step(
    step: int, series: str, value: float, low: float, high: float, rate: float, n: float
) -> Row:
    return {
        "key": f"{series}.{step}",
        "x_rank": step,
        "x": str(step),
        "series": series,
        "value": value,
        "low": low,
        "high": high,
        "rate": rate,
        "n": n,
        "is_faint": is_pale(n),
    }


def _staying_finding(answer: LifetimeValue, say: Say) -> str:
    stays = answer.attendance.staying
    first = 1 - stays.left[0] / stays.at_risk[0]
    observed = say(
        "{share} of those whose start is known came to the edition after their first.",
        share=say.percent(float(first)),
    )
    if stays.model is None:
        return sentences(
            say, observed, say("Too few left, or too few stayed, for a curve of the model.")
        )
    rates = retention_rates(stays.model, 4)
    return sentences(
        say,
        observed,
        say(
            "By the model {first} stay at the first step and {later} at the fourth, of those who"
            " are left: the weak leave first, though nobody changes.",
            first=say.percent(rates[0], 0),
            later=say.percent(rates[3], 0),
        ),
    )
