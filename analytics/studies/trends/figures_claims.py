"""What each figure of this study says to the room."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from analytics.errors import NotEnough
from analytics.figures.claims import Claim, by_p, claim, established
from analytics.studies.trends import figures_wording
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.studies.trends.compute import Trends
    from analytics.wording import Say

MOVES = {
    ("year", 1): phrase("{subject} rises over {n} editions, by {slope} a year."),
    ("year", -1): phrase("{subject} falls over {n} editions, by {slope} a year."),
    ("edition", 1): phrase("{subject} rises over {n} editions, by {slope} each time."),
    ("edition", -1): phrase("{subject} falls over {n} editions, by {slope} each time."),
}


def claims(answer: Trends, say: Say) -> dict[str, Callable[[], Claim | None]]:
    """By key of the figure."""
    return {
        "overview": lambda: _change(answer, say),
        "trend": lambda: _trend(answer, say),
        "changes": lambda: _steps(answer, say),
        "turnover": lambda: _turnover(answer, say),
        "parts": lambda: _parts(answer, say),
        "same_exhibitors": lambda: _same(answer, say),
    }


def _subject(answer: Trends, say: Say) -> dict[str, str]:
    return {"subject": figures_wording.subject(answer, say)}


def _change(answer: Trends, say: Say) -> Claim:
    change, digits = answer.change, answer.scale.digits
    sentence = phrase("{subject} is as last time: {now}, after {then}.")
    if answer.parts and answer.parts.moves_against(digits):
        sentence = (
            phrase("{subject} fell to {now}, though every group rose: others answered.")
            if change.gap.difference < 0
            else phrase("{subject} rose to {now}, though every group fell: others answered.")
        )
    elif change.is_significant:
        sentence = (
            phrase("{subject} rose: {now}, after {then} last time.")
            if change.gap.difference > 0
            else phrase("{subject} fell: {now}, after {then} last time.")
        )
    return claim(
        say,
        "change",
        change.certainty,
        sentence,
        _subject(answer, say),
        now=say.number(change.now.mean, digits),
        then=say.number(change.then.mean, digits),
    )


def _trend(answer: Trends, say: Say) -> Claim | None:
    line = answer.trend
    if isinstance(line, NotEnough):
        return None
    values = {"n": say.number(line.test.n)}
    if not line.is_established:
        sentence = phrase("{subject} shows no trend over {n} editions.")
        return claim(say, "change", "no evidence", sentence, _subject(answer, say), **values)
    values["slope"] = say.number(abs(line.slope.slope), answer.scale.digits + 1)
    return claim(
        say,
        "change",
        "a sign" if answer.obstacles else "confirmed",
        MOVES[line.unit, 1 if line.test.s > 0 else -1],
        _subject(answer, say),
        **values,
    )


def _steps(answer: Trends, say: Say) -> Claim:
    significant = [step for step in answer.steps if step.is_significant]
    standing = [step for step in significant if step.is_established] or significant
    if not standing:
        own = any(step.change.is_significant for step in answer.steps)
        return claim(
            say,
            "change",
            "a sign" if own else "no evidence",
            phrase("No step from one edition to the next stands out."),
        )
    largest = max(standing, key=lambda step: abs(step.change.gap.difference))
    return claim(
        say,
        "change",
        "confirmed" if largest.is_established else "a sign",
        phrase("The largest step was at {edition}: {change}."),
        {"edition": largest.edition.name.worded(say)},
        change=say.signed(largest.change.gap.difference, answer.scale.digits),
    )


def _turnover(answer: Trends, say: Say) -> Claim | None:
    series = answer.turnover
    if series is None:
        return None
    values = {
        "start": say.money(series.editions[0].turnover or 0.0, series.currency),
        "end": say.money(series.editions[-1].turnover or 0.0, series.currency),
    }
    if isinstance(series.trend, NotEnough):
        sentence = phrase("Turnover went from {start} to {end}; two editions make no trend.")
        return claim(say, "change", "too few", sentence, **values)
    sentence = phrase("Turnover went from {start} to {end}, without a steady trend.")
    if series.trend.is_established:
        sentence = (
            phrase("Turnover keeps rising: {end}, after {start} at first.")
            if series.trend.test.s > 0
            else phrase("Turnover keeps falling: {end}, after {start} at first.")
        )
    return claim(say, "change", by_p(series.trend.test.p), sentence, **values)


def _parts(answer: Trends, say: Say) -> Claim | None:
    parts = answer.parts
    if parts is None:
        return None
    is_answers = abs(parts.rate) >= abs(parts.composition)
    if not answer.change.is_significant:
        sentence = phrase(
            "No change in satisfaction can be shown, nor that it matters who answered."
        )
        if not is_answers:
            sentence = phrase("What little changed comes from who answered.")
        return claim(say, "change", "no evidence", sentence)
    return claim(
        say,
        "change",
        answer.change.certainty,
        phrase("The change comes from different answers, not from different respondents.")
        if is_answers
        else phrase("The change comes from different respondents, not from different answers."),
    )


def _same(answer: Trends, say: Say) -> Claim | None:
    followed = answer.same
    if followed is None:
        return None
    values = {
        "n": say.number(followed.n),
        "change": say.signed(followed.gap.difference, answer.scale.digits),
    }
    if not followed.gap.is_reliable:
        sentence = phrase("Of the {n} who answered twice, too few differ to say more.")
        return claim(say, "change", "too few", sentence, n=values["n"])
    sentence = phrase("The {n} exhibitors who answered twice did not change: {change}.")
    if followed.is_established:
        sentence = (
            phrase("The {n} exhibitors who answered twice rate higher: {change}.")
            if followed.gap.difference > 0
            else phrase("The {n} exhibitors who answered twice rate lower: {change}.")
        )
    return claim(say, "change", established(followed.is_established), sentence, **values)
