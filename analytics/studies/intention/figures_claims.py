"""What each figure of this study says to the room."""

from __future__ import annotations

from collections.abc import Callable
from math import isnan
from typing import TYPE_CHECKING

from analytics.figures.claims import Claim, by_p, claim, established, level_of_share
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.stats.proportion import newcombe
from analytics.studies.intention.figures_attendance_by_edition import compared_ends, ordered_p
from analytics.studies.intention.figures_wording import answer_name
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures.claims import Certainty
    from analytics.studies.intention.compute import Answer, Intention
    from analytics.wording import Say


def claims(answer: Intention, say: Say) -> dict[str, Callable[[], Claim | None]]:
    """By key of the figure."""
    return {
        "overview": lambda: _said(answer, say) if answer.is_asked_enough else _kept(answer, say),
        "attendance": lambda: _kept(answer, say),
        "by_edition": lambda: _by_edition(answer, say),
        "calibration": lambda: _calibration(answer, say),
        "forecast": lambda: _forecast(answer, say),
    }


def _said(answer: Intention, say: Say) -> Claim:
    return claim(
        say,
        "level",
        level_of_share(answer.positive),
        phrase("{share} plan to come back or may.")
        if answer.has_three_answers
        else phrase("{share} do not rule out coming back."),
        share=say.percent(answer.positive.share, 1),
    )


def _known(answer: Intention) -> list[Answer]:
    return [stated for stated in answer.answers if not isnan(stated.kept.share)]


def _kept(answer: Intention, say: Say) -> Claim:
    known = _known(answer)
    if len(known) < 2:
        sentence = phrase("Too few can be followed to say whether words are kept.")
        return claim(say, "link", "too few", sentence)
    apart = newcombe(known[0].kept, known[-1].kept)
    return claim(
        say,
        "link",
        by_p(apart.p if apart.difference > 0 else 1.0),
        phrase("Of “{first}” {most} came back; of “{last}” still {least}."),
        {
            "first": answer_name(answer, known[0].step, say),
            "last": answer_name(answer, known[-1].step, say),
        },
        most=say.percent(known[0].kept.share, 0),
        least=say.percent(known[-1].kept.share, 0),
    )


def _by_edition(answer: Intention, say: Say) -> Claim:
    pairs = compared_ends(answer)
    if not pairs:
        sentence = phrase("Too few at each edition to compare what they said with what they did.")
        return claim(say, "link", "too few", sentence)
    above, n = sum(pair.difference > 0 for pair in pairs), len(pairs)
    beyond = sum(
        pair.difference > 0 and p <= LEVEL_OF_P
        for pair, p in zip(pairs, ordered_p(answer), strict=True)
    )
    own = any(pair.difference > 0 and pair.p <= LEVEL_OF_P for pair in pairs)
    return claim(
        say,
        "link",
        "confirmed" if beyond else "a sign" if own else "no evidence",
        phrase("At {above} of {n} editions, those who planned to come came more often."),
        above=above,
        n=n,
    )


def _calibration(answer: Intention, say: Say) -> Claim:
    within, n = sum(check.is_within for check in answer.checks), len(answer.checks)
    slope = answer.slope
    is_right = slope is None or slope.low <= 1 <= slope.high
    sure: Certainty = "a sign" if within < n or not is_right else "confirmed"
    return claim(
        say,
        "model",
        sure,
        phrase("What they said came true in {within} of {n} checks.")
        if is_right
        else phrase("Words are worth less than before: {within} of {n} checks came true.")
        if slope is not None and slope.slope < 1
        else phrase("Words are worth more than before: {within} of {n} checks came true."),
        within=within,
        n=n,
    )


def _forecast(answer: Intention, say: Say) -> Claim | None:
    if not answer.forecasts:
        return None
    last = answer.forecasts[-1]
    past = [each for each in answer.forecasts if each.actual]
    hits = [each for each in past if each.actual and _is_hit(each.low, each.high, each.actual)]
    sure = established(bool(past) and len(hits) == len(past))
    if last.actual is not None:
        return claim(
            say,
            "model",
            sure if hits else "no evidence",
            phrase("{share} were expected back; {came} came."),
            share=say.percent(last.share, 0),
            came=say.percent(last.actual.share, 0),
        )
    sure = "confirmed" if len(hits) > 1 and len(hits) == len(past) else "a sign"
    return claim(
        say,
        "model",
        sure if past else "too few",
        phrase("About {share} of those who answered will be back, if words hold."),
        share=say.percent(last.share, 0),
    )


def _is_hit(low: float, high: float, actual: object) -> bool:
    """Whether what came lies within what both intervals allow."""
    own_low, own_high = getattr(actual, "low", low), getattr(actual, "high", high)
    return bool(own_low <= high and low <= own_high)
