"""Turns of phrase that the figures of this study share, and the row of a score."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

from analytics.figures import rows
from analytics.figures.base_line import base_line
from analytics.figures.small_bases import is_pale
from analytics.ratings.followed_answers import not_followed, period, step_name
from analytics.ratings.populations import worded_process

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.studies.loyalty.compute import ByScore, Loyalty
    from analytics.wording import Say


def score(answer: Loyalty, step: int, say: Say) -> str:
    return step_name(answer.scale, answer.steps, step, say)


def scores(answer: Loyalty, first: int, last: int, say: Say) -> str:
    """4–5, or one score alone."""
    ends = (score(answer, first, say), score(answer, last, say))
    return ends[0] if first == last else f"{ends[0]}–{ends[1]}"


def satisfied(answer: Loyalty, say: Say) -> str:
    return scores(answer, answer.bands.high, answer.bands.top, say)


def dissatisfied(answer: Loyalty, say: Say) -> str:
    return scores(answer, 0, answer.bands.low, say)


def base(answer: Loyalty, say: Say) -> str:
    counted = say("n = {n} answers followed to the next edition", n=say.number(answer.n))
    return base_line(
        counted, period(answer.closed, say), answer.scale.worded(say), worded_process(say)
    )


def study_notes(answer: Loyalty, say: Say) -> tuple[str, ...]:
    """What every figure of the study is to be read with."""
    return not_followed(answer.editions, say)


def comparison_only(say: Say) -> str:
    return say("This compares exhibitors; it does not say what a better score would bring.")


def score_row(answer: Loyalty, by_score: ByScore, say: Say) -> Row:
    """The return of one score, the best first; hidden as a whole where its base is too small."""
    is_shown, sums = by_score.is_shown, by_score.sums
    place = {
        "key": str(by_score.step),
        "label": score(answer, by_score.step, say),
        "rank": answer.steps - by_score.step,
        "step": by_score.step,
    }
    return rows.of_share(by_score.share if is_shown else None, **place) | {
        "n": sums.counted if is_shown else nan,
        "base_n_eff": answer.all.n_effective,
        "back": sums.came if is_shown else nan,
        "is_faint": is_pale(sums.counted),
    }
