"""Did such forecasts come true? Every closed edition foretold by a model that saw earlier ones
only.
"""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Column, Figure, Grid, Lines, Scatter, columns
from analytics.figures.base_line import base_line
from analytics.figures.families import Family, family
from analytics.figures.sentences import sentences
from analytics.figures.small_bases import is_pale
from analytics.stats.critical_values import normal, p_normal
from analytics.stats.multiplicity import LEVEL_OF_P, holm
from analytics.studies.churn import CALIBRATION, LEARNING, TESTS
from analytics.studies.churn.figures_wording import (
    base_rate_only,
    edition_name,
    span,
    study_notes,
)

if TYPE_CHECKING:
    from analytics.studies.churn.compute import Churn
    from analytics.wording import Say


def tested(answer: Churn, say: Say) -> Figure:
    """How well leavers were told from stayers, edition by edition."""
    table = answer.tests.assign(
        key=answer.tests["place"].map(str),
        x=[edition_name(answer, int(place), say) for place in answer.tests["place"]],
        x_rank=answer.tests["place"],
        value=answer.tests["auc"],
        low=answer.tests["auc_low"],
        high=answer.tests["auc_high"],
        is_faint=answer.tests["away"].map(is_pale),
    )
    table_columns = (
        Column("x", say("Tested on")),
        Column("learnt", say("Learnt from"), "count"),
        columns.exhibitors(say),
        Column("away", say("Stayed away next time"), "count"),
        Column("value", "AUC", "number", 3),
        *columns.interval(say, "number", 3),
        Column("brier", say("Brier score"), "number", 3),
        Column("brier_of_rate", say("Brier score of the base rate"), "number", 3),
        Column("skill", say("Better than the base rate by"), "share", 1),
        Column("observed_to_expected", say("Came true ÷ expected"), "number", 2),
    )
    form = Lines("number", say("AUC: leavers told from stayers"), domain=(0.4, 1.0))
    guides = pd.DataFrame({"x": [None], "y": [0.5], "label": [say("guessing")]})
    return Figure(
        "tests",
        _discrimination(answer, say),
        _base(answer, say),
        form,
        table,
        table_columns,
        TESTS,
        notes=study_notes(answer, say),
        guides=guides,
        is_established=answer.beats_base_rate,
        families=(
            Family(say("The last edition tested against the base rate"), 1),
            *family(say("All editions tested against the base rate"), better_p(answer)),
        ),
    )


def calibrated(answer: Churn, say: Say) -> Figure:
    """Of those to whom a probability was given, how many did stay away."""
    stayed_away, p = say("Stayed away next time"), p_normal(float(answer.last_test["z"]))
    guides = pd.DataFrame(
        {"x": [0.0, 1.0], "y": [0.0, 1.0], "label": say("foretold = stayed away")}
    )
    return Figure(
        "calibration",
        _calibration(answer, p, say),
        _base(answer, say),
        Scatter(
            say("Probability foretold (mean of the tenth)"),
            stayed_away,
            "share",
            "share",
            has_labels=False,
            has_interval=True,
        ),
        _tenths(answer, say),
        (
            Column("x", say("Foretold"), "share", 1),
            *columns.share(say, stayed_away, "y"),
            columns.exhibitors(say),
        ),
        CALIBRATION,
        notes=study_notes(answer, say),
        guides=guides,
        is_established=not p < LEVEL_OF_P,
        families=family(say("Probabilities against what came"), [p]),
    )


def _tenths(answer: Churn, say: Say) -> pd.DataFrame:
    bins = answer.bins
    return bins.assign(
        key=[str(row) for row in range(len(bins))],
        label=[say.percent(predicted, 0) for predicted in bins["predicted"]],
        x=bins["predicted"],
        y=bins["share"],
        y_low=bins["low"],
        y_high=bins["high"],
        is_faint=bins["n"].map(is_pale),
    )


def nothing_learnt(answer: Churn, say: Say) -> Figure:
    """Too few departures (or returns) for a model, or for a test of one: why, and the editions it
    would stand on.
    """
    places = answer.editions["place"]
    table = answer.editions.assign(
        label=[edition_name(answer, int(place), say) for place in places],
        key=answer.editions["edition_id"],
        rank=places,
    )
    return Figure(
        "overview",
        _why_nothing(answer, say),
        base_line(span(answer, len(answer.editions), say)),
        Grid(),
        table,
        (columns.edition(say, "label"), Column("exhibitors", say("Exhibitors"), "count")),
        LEARNING,
        notes=study_notes(answer, say),
        is_established=False,
    )


def _why_nothing(answer: Churn, say: Say) -> str:
    rows, away = answer.learnt
    values = {"rows": say.number(rows), "away": say.number(away), "back": say.number(rows - away)}
    if answer.columns:
        return say(
            "A model can be fitted ({away} of {rows} participations were not followed by the next),"
            " but too few left before the last closed edition to test it; without a test no"
            " forecast is shown.",
            **values,
        )
    return say(
        "Nothing can be learnt about who leaves: of {rows} participations at closed editions"
        " {away} were not followed by the next and {back} were; 30 of either kind are needed"
        " before the last closed edition.",
        **values,
    )


def better_p(answer: Churn) -> list[float]:
    """Holm's p over the editions tested that the model differs from the base rate, from the
    interval of its gain.
    """
    errors = (answer.tests["gain_high"] - answer.tests["gain_low"]) / (2 * normal(0.95))
    ps = [
        p_normal(gain / se) if se > 0 else nan
        for gain, se in zip(answer.tests["gain"], errors, strict=True)
    ]
    return [float(p) for p in holm(ps).p]


def _base(answer: Churn, say: Say) -> str:
    test = answer.last_test
    place = int(test["place"])
    counted = say(
        "{edition}: n = {n} exhibitors, {away} stayed away next time",
        edition=edition_name(answer, place, say),
        n=say.number(test["n"]),
        away=say.number(test["away"]),
    )
    return base_line(
        counted, say("learnt from {editions} only", editions=span(answer, place - 1, say))
    )


def _discrimination(answer: Churn, say: Say) -> str:
    test = answer.last_test
    values = {
        "edition": edition_name(answer, int(test["place"]), say),
        "auc": say.ratio(test["auc"]),
        "low": say.ratio(test["auc_low"]),
        "high": say.ratio(test["auc_high"]),
        "brier": say.ratio(test["brier"], 3),
        "rate": say.ratio(test["brier_of_rate"], 3),
        "skill": say.percent(test["skill"], 0),
        "gain_low": say.signed(test["gain_low"], 3),
        "gain_high": say.signed(test["gain_high"], 3),
        "better": sum(
            gain > 0 and p < LEVEL_OF_P
            for gain, p in zip(answer.tests["gain"], better_p(answer), strict=True)
        ),
        "n": len(answer.tests),
    }
    sentence = say(
        "On {edition}, which it had not seen, the model told leavers from stayers with AUC {auc}"
        " (95% interval {low} to {high}; 0.5 is guessing); Brier score {brier} against {rate} of"
        " the base rate (gain {gain_low} to {gain_high}).",
        **values,
    )
    if not answer.beats_base_rate:
        return sentences(say, sentence, base_rate_only(say))
    return sentences(
        say,
        sentence,
        say(
            "Better than the base rate beyond chance at {better} of {n} editions tested.", **values
        ),
    )


def _calibration(answer: Churn, p: float, say: Say) -> str:
    test, bins = answer.last_test, answer.bins
    low, high = bins.iloc[0], bins.iloc[-1]
    values = {
        "low": say.percent(low["predicted"], 0),
        "low_came": say.percent(low["share"], 0),
        "high": say.percent(high["predicted"], 0),
        "high_came": say.percent(high["share"], 0),
        "slope": say.ratio(test["slope"]),
        "p": say.probability(p),
    }
    sentence = say(
        "Where {high} was foretold, {high_came} stayed away; where {low} was, {low_came}"
        " (calibration slope {slope}, 1 is right).",
        **values,
    )
    if p < LEVEL_OF_P:
        verdict = say(
            "The probabilities are off by more than chance (Spiegelhalter, p {p}): read them as an"
            " order.",
            **values,
        )
    else:
        verdict = say(
            "There is no evidence that the probabilities are off (Spiegelhalter, p {p}).", **values
        )
    return sentences(say, sentence, verdict)
