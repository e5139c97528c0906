"""What each figure of this study says to the room."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from analytics.figures.claims import Claim, claim
from analytics.stats.critical_values import p_normal
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.studies.churn.figures_wording import column_name
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures.claims import Certainty
    from analytics.studies.churn.compute import Churn
    from analytics.wording import Say


def claims(answer: Churn, say: Say) -> dict[str, Callable[[], Claim | None]]:
    """By key of the figure."""
    if not answer.columns or not len(answer.tests):
        return {
            "overview": lambda: _nothing(answer, say),
            "terms": lambda: _terms(answer, say, "too few"),
        }
    return {
        "overview": lambda: _overview(answer, say),
        "risks": lambda: _risks(answer, say),
        "tests": lambda: _tests(answer, say),
        "calibration": lambda: _calibration(answer, say),
        "terms": lambda: _terms(answer, say, None),
    }


def _certainty(answer: Churn) -> Certainty:
    """Better than its null at the last edition it had not seen, and its probabilities hold."""
    if not answer.beats_base_rate:
        return "no evidence"
    is_calibrated = not p_normal(float(answer.last_test["z"])) < LEVEL_OF_P
    return "confirmed" if is_calibrated and len(answer.tests) > 1 else "a sign"


def _nothing(answer: Churn, say: Say) -> Claim:
    _, away = answer.learnt
    sentence = phrase("Too little is on file to foretell who leaves: {away} departures.")
    return claim(say, "model", "too few", sentence, away=say.number(away))


def _overview(answer: Churn, say: Say) -> Claim:
    share = say.percent(answer.expected / answer.here, 0)
    if not answer.beats_base_rate:
        sentence = phrase("{share} may stay away next time; who, cannot be told.")
        return claim(say, "model", "no evidence", sentence, share=share)
    return claim(
        say,
        "model",
        _certainty(answer),
        phrase("{share} are expected to stay away next time: {away} of {n}."),
        share=share,
        away=say.number(answer.expected),
        n=say.number(answer.here),
    )


def _risks(answer: Churn, say: Say) -> Claim:
    n = len(answer.listed)
    if not answer.has_stake:
        sentence = phrase("These {n} exhibitors are the likeliest to stay away.")
        return claim(say, "model", _certainty(answer), sentence, n=n)
    worth = sum(person["worth"] for person in answer.listed)
    lost = float(answer.bands["stake_expected"].sum())
    return claim(
        say,
        "model",
        _certainty(answer),
        phrase("Call these {n} first: {share} of the turnover expected to go."),
        n=n,
        share=say.percent(worth / lost if lost else 0.0, 0),
    )


def _tests(answer: Churn, say: Say) -> Claim:
    sentences = {
        "confirmed": phrase("The forecast told who would leave at an edition it had not seen."),
        "a sign": phrase("The forecast told leavers from stayers, but its percentages were off."),
        "no evidence": phrase("The forecast did no better than guessing at the usual rate."),
    }
    sure = _certainty(answer)
    return claim(say, "model", sure, sentences[sure])


def _calibration(answer: Churn, say: Say) -> Claim:
    high = answer.bins.iloc[-1]
    return claim(
        say,
        "model",
        _certainty(answer),
        phrase("Where {risk} were expected to stay away, {came} did."),
        risk=say.percent(high["predicted"], 0),
        came=say.percent(high["share"], 0),
    )


def _terms(answer: Churn, say: Say, sure: Certainty | None) -> Claim:
    table = answer.coefficients
    clear = table[table["p_holm"] < LEVEL_OF_P]
    if not len(clear):
        sentence = phrase("Nothing on file goes with staying away for certain.")
        is_sign = bool((table["p"] < LEVEL_OF_P).any())
        return claim(say, "link", sure or ("a sign" if is_sign else "no evidence"), sentence)
    weights = (clear["coefficients"] / clear["se"]).abs()
    first = clear.loc[weights.idxmax()]
    sentence = (
        phrase("What goes most with staying: {term}.")
        if first["coefficients"] < 0
        else phrase("What goes most with leaving: {term}.")
    )
    names = {"term": column_name(answer, str(first["column"]), say)}
    return claim(say, "link", sure or "confirmed", sentence, names)
