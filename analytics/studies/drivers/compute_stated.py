"""What they say matters, and how far performance falls short of it.

Method: stated importance as a mean; the gap is a respondent's rating less the importance he gave
it, averaged over those who gave both, with a paired t interval. Change of a gap against the edition
compared with: Welch's interval. Gaps and changes each carry Holm's p over their family. Assumption:
importance and satisfaction were asked on the same scale. Source: Parasuraman, Zeithaml & Berry
1988.

An order or points given out say what matters more than what, not how much: they are shown beside
the ratings, without a gap.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import nan

import numpy as np

from analytics.filters import Filters
from analytics.ratings.answer_blocks import Block, layout, read_blocks
from analytics.ratings.change import WithGap, change
from analytics.ratings.comparability import Obstacle, Obstacles
from analytics.ratings.editions import Edition
from analytics.ratings.scale import Scale
from analytics.stats.arrays import FloatArray
from analytics.stats.critical_values import p_student
from analytics.stats.mean import MeanEstimate, mean_interval, weighted_mean
from analytics.stats.multiplicity import holm
from analytics.stats.suppression import HIDDEN_BELOW
from analytics.store import Reader
from analytics.studies.drivers.compute_pooled import Pooled
from analytics.study import statement


@dataclass(frozen=True, slots=True)
class Stated(WithGap):
    """What is said of one part: on the scale shown; a gap below 0 falls short. `form` is how it
    was asked: 'rating', 'rank' or 'share'; there is a gap to a rating alone.
    """

    importance: MeanEstimate
    gap: MeanEstimate
    form: str = "rating"


def read_stated(reader: Reader, filters: Filters, pooled: Pooled) -> tuple[Stated | None, ...]:
    """By part rated; None where too few said how important it is. Empty where nobody was asked."""
    pair = tuple(edition for edition in (pooled.before, pooled.focus) if edition)
    within = replace(filters, editions=tuple(edition.key for edition in pair))
    asked = {
        row["edition_id"]
        for row in reader.rows(statement(__package__, "stated"), slice=within.slice())
    }
    if pooled.focus.key not in asked:
        return ()
    sums = _sums(reader, filters, pooled, [edition for edition in pair if edition.key in asked])
    now = _estimates(sums[-1], pooled.scale)
    then = _estimates(sums[0], pooled.scale) if len(sums) > 1 else [None] * len(now)
    by_part = zip(now, then, _forms(pooled), _obstacles(pooled), strict=True)
    return _with_p([_stated(*of_part) for of_part in by_part])


def _obstacles(pooled: Pooled) -> list[Obstacles]:
    """What was not the same at both editions, of each part: its own question, or how its importance
    was asked.
    """
    before, focus = pooled.before.key if pooled.before else "", pooled.focus.key
    stated = [
        {question.key: (question.stated, question.stated_form) for question in asked.questions}
        for asked in (pooled.asked.of([before]), pooled.asked.of([focus]))
    ]
    obstacles = []
    for part in pooled.rated:
        of_part = pooled.comparability.of(before, focus, part.score) if before else ()
        is_other = any(
            stated[0].get(key, of) != of for key, of in stated[1].items() if key in part.items
        )
        obstacles.append((*of_part, *((Obstacle("questionnaire"),) if is_other else ())))
    return obstacles


def _forms(pooled: Pooled) -> list[str]:
    """How the importance of each part was asked at the edition looked at."""
    forms = {
        question.key: question.stated_form
        for question in pooled.asked.of([pooled.focus.key]).questions
        if not question.is_measure
    }
    of_parts = [{forms.get(item, "rating") for item in part.items} for part in pooled.rated]
    return [sorted(of_part - {"rating"} or {"rating"})[0] for of_part in of_parts]


def _sums(
    reader: Reader, filters: Filters, pooled: Pooled, editions: list[Edition]
) -> list[FloatArray]:
    """By edition, of importance and of the gap: n, Σw, Σwy, Σwy², Σw², Σw²y, Σw²y² (2 × 7 × what is
    rated).
    """
    responses = {edition.key: edition.responses for edition in editions}
    plan = layout(reader, filters, responses, pooled.asked, pooled.rated)
    sums = [np.zeros((2, 7, plan.rated)) for _ in editions]
    for block in read_blocks(reader, filters, plan, has_stated=True):
        for at, into in enumerate(sums):
            into += _sums_of(block, block.edition == at)
    return sums


def _sums_of(block: Block, rows: np.ndarray) -> FloatArray:
    stated = block.stated[rows].astype(np.float64)
    gaps = block.ratings[rows] - stated
    weight = np.ones(len(stated)) if block.weight is None else block.weight[rows].astype(np.float64)
    return np.stack([_moments(values, weight[:, None]) for values in (stated, gaps)])


def _moments(values: FloatArray, weight: FloatArray) -> FloatArray:
    is_known, known = np.isfinite(values), np.nan_to_num(values)
    by_weight = [
        (is_known * power * known**of).sum(axis=0)
        for power in (weight, weight**2)
        for of in range(3)
    ]
    return np.stack([is_known.sum(axis=0), *by_weight])


def _estimates(sums: FloatArray, scale: Scale) -> list[tuple[MeanEstimate, MeanEstimate] | None]:
    estimates: list[tuple[MeanEstimate, MeanEstimate] | None] = []
    for at in range(sums.shape[-1]):
        placed, gap = (_mean(*moments[:, at]) for moments in sums)
        enough = min(placed.n, gap.n) >= HIDDEN_BELOW
        estimates.append((scale.estimate(placed), _stretched(gap, scale)) if enough else None)
    return estimates


def _mean(
    n: float, w: float, total: float, squares: float, ww: float, w_total: float, w_squares: float
) -> MeanEstimate:
    if not n == w == ww:
        return weighted_mean(int(n), w, total, squares, ww, w_total, w_squares)
    spread = max(0.0, squares - total * total / n) if n > 0 else 0.0
    return mean_interval(int(n), total / n if n else nan, spread / (n - 1) if n > 1 else 0.0)


def _stretched(gap: MeanEstimate, scale: Scale) -> MeanEstimate:
    """A difference of places as a difference on the scale."""
    span = scale.span
    return replace(
        gap,
        mean=gap.mean * span,
        low=gap.low * span,
        high=gap.high * span,
        sd=gap.sd * span,
        se=gap.se * span,
    )


def _stated(
    now: tuple[MeanEstimate, MeanEstimate] | None,
    then: tuple[MeanEstimate, MeanEstimate] | None,
    form: str,
    obstacles: Obstacles,
) -> Stated | None:
    if now is None:
        return None
    gap = now[1]
    moved = change(then[1], gap, obstacles=obstacles) if then else None
    p = p_student(gap.mean / gap.se, gap.n - 1) if gap.se > 0 else nan
    change_p = moved.gap.p if moved else nan
    return Stated(now[0], gap, form, p=p, change=moved, change_p=change_p)


def _with_p(stated: list[Stated | None]) -> tuple[Stated | None, ...]:
    """Holm's p in place of the raw ones, each family over all parts."""
    p = holm([item.p if item else nan for item in stated]).p
    change_p = holm([item.change_p if item else nan for item in stated]).p
    return tuple(
        replace(item, p=float(p[at]), change_p=float(change_p[at])) if item else None
        for at, item in enumerate(stated)
    )
