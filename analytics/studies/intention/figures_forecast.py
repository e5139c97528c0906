"""What an intention is worth as a forecast: foretold from earlier editions only, against
what came.
"""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Column, Figure, Lines, Scatter, columns, rows
from analytics.figures.families import Family, family
from analytics.figures.predictions import one_sided
from analytics.figures.sentences import sentences
from analytics.studies.intention import CALIBRATION, FORECAST
from analytics.studies.intention.figures_wording import answer_name, followed_base, notes

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.studies.intention.compute import Intention
    from analytics.studies.intention.compute_forecast import Check, Forecast
    from analytics.wording import Say


def calibrated(answer: Intention, say: Say) -> Figure | None:
    """None with fewer than two shares to check."""
    if len(answer.checks) < 2:
        return None
    table = pd.DataFrame([_check_row(check, answer, say) for check in answer.checks])
    came = say("Came to the next edition")
    return Figure(
        "calibration",
        _calibration(answer, say),
        followed_base(answer, say),
        Scatter(
            say("Foretold from earlier editions"),
            came,
            "share",
            "share",
            has_labels=False,
            has_interval=True,
            series=tuple(answer_name(answer, stated.step, say) for stated in answer.answers),
        ),
        table,
        (
            columns.edition(say, "label"),
            Column("series", say("Coming back")),
            Column("x", say("Foretold"), "share", 1),
            *columns.share(say, came, "y"),
            Column("n", say("Answers"), "count"),
        ),
        CALIBRATION,
        notes=notes(answer, say),
        guides=_diagonal(table, say),
        families=_families(answer, say),
    )


def _check_row(check: Check, answer: Intention, say: Say) -> Row:
    came = rows.along("y", rows.of_share(check.came))
    return came | {
        "key": f"{check.edition.edition_id}.{check.step}",
        "series": answer_name(answer, check.step, say),
        "x": check.foretold,
        "label": check.edition.name.worded(say),
        "n": check.came.answers,
        "base_n_eff": answer.followed_worth,
    }


def _diagonal(table: pd.DataFrame, say: Say) -> pd.DataFrame:
    """Where what was foretold came."""
    ends = [
        min(table["x"].min(), table["y_low"].min()),
        max(table["x"].max(), table["y_high"].max()),
    ]
    return pd.DataFrame({"x": ends, "y": ends, "label": say("foretold = came")})


def _families(answer: Intention, say: Say) -> tuple[Family, ...]:
    slope = (Family(say("Calibration slope against 1"), 1),) if answer.slope else ()
    return (
        *family(
            say("Shares that came against those foretold"), [check.p for check in answer.checks]
        ),
        *slope,
    )


def foretold(answer: Intention, say: Say) -> Figure | None:
    """By edition: the return foretold from earlier editions beside that which came."""
    if not answer.forecasts:
        return None
    before, came = say("Foretold"), say("Came")
    points = [
        row
        for rank, forecast in enumerate(answer.forecasts)
        for row in _rows(forecast, rank, before, came, say)
    ]
    table_columns = (
        columns.edition(say, "x"),
        Column("series", say("Return of those who answered")),
        *columns.share(say),
    )
    form = Lines("share", say("Came to the next edition"), (before, came))
    return Figure(
        "forecast",
        _forecast(answer, say),
        followed_base(answer, say),
        form,
        pd.DataFrame(points).assign(base_n_eff=answer.followed_worth),
        table_columns,
        FORECAST,
        notes=(
            say(
                "Of those who answered, not of all exhibitors: who answers need not be like who"
                " does not."
            ),
            *_bias(answer.forecasts[-1], say),
            *notes(answer, say),
        ),
    )


def _bias(last: Forecast, say: Say) -> tuple[str, ...]:
    """Whether the forecasts before the last one all erred to one side."""
    sentence = one_sided(last.prediction, say) if last.prediction else ""
    return (sentence,) if sentence else ()


def _calibration(answer: Intention, say: Say) -> str:
    within = sum(check.is_within for check in answer.checks)
    sentence = say(
        "{within} of {n} shares came out within chance of what earlier editions led to expect.",
        within=within,
        n=len(answer.checks),
    )
    return sentences(say, sentence, _worth(answer, say))


def _worth(answer: Intention, say: Say) -> str:
    """Whether words were worth more or less than at earlier editions."""
    slope = answer.slope
    if slope is None:
        return ""
    values = {
        "slope": say.ratio(slope.slope),
        "low": say.ratio(slope.low),
        "high": say.ratio(slope.high),
    }
    if slope.low <= 1 <= slope.high:
        return say(
            "There is no evidence that words were kept more or less than before (slope {slope}, "
            "95% interval {low} to {high}; 1 is right).",
            **values,
        )
    if slope.slope < 1:
        return say(
            "What they say tells less than it did before (slope {slope}, 95% interval {low} to"
            " {high}; 1 is right).",
            **values,
        )
    return say(
        "What they say tells more than it did before (slope {slope}, 95% interval {low} to {high};"
        " 1 is right).",
        **values,
    )


def _rows(forecast: Forecast, rank: int, before: str, came: str, say: Say) -> list[Row]:
    edition = {
        "key": forecast.edition.edition_id,
        "x": forecast.edition.name.worded(say),
        "x_rank": rank,
    }
    actual = forecast.actual
    return [
        edition
        | {"series": before, "value": forecast.share, "low": forecast.low, "high": forecast.high},
        edition
        | {
            "series": came,
            "value": actual.share if actual else nan,
            "low": actual.low if actual else nan,
            "high": actual.high if actual else nan,
            "is_gap": actual is None,
            "gap": say("not yet known"),
        },
    ]


def _forecast(answer: Intention, say: Say) -> str:
    last = answer.forecasts[-1]
    errors = [forecast.error * 100 for forecast in answer.forecasts if forecast.actual]
    sentence = _checked(errors, say)
    if last.actual is not None:
        return sentence or say("No forecast could be checked yet.")
    return sentences(say, _to_come(last, say), sentence)


def _to_come(forecast: Forecast, say: Say) -> str:
    values = {
        "share": say.percent(forecast.share),
        "edition": forecast.edition.name.worded(say),
        "low": say.percent(forecast.low),
        "high": say.percent(forecast.high),
    }
    if forecast.is_widened:
        return say(
            "If words are kept as before, {share} of those who answered at {edition} will be at"
            " the next edition (95% prediction interval {low} to {high}, from how far off earlier"
            " forecasts were).",
            **values,
        )
    return say(
        "If words are kept as before, {share} of those who answered at {edition} will be at the"
        " next edition (95% interval {low} to {high}, for the shares alone).",
        **values,
    )


def _checked(errors: list[float], say: Say) -> str:
    if not errors:
        return ""
    if len(errors) == 1:
        return say(
            "The one such forecast that can be checked was off by {points} points.",
            points=say.signed(errors[0], 1),
        )
    return say(
        "The {n} such forecasts that can be checked were off by {low} to {high} points.",
        n=len(errors),
        low=say.signed(min(errors), 1),
        high=say.signed(max(errors), 1),
    )
