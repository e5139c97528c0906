"""What costs satisfaction when it is poor, and what wins it when it is good?

Method: penalty–reward contrasts on complete answers of the editions chosen, within each of them;
robust errors from groups of exhibitors with all their responses; p values by Benjamini–Hochberg
over all penalties and rewards; the asymmetry's interval from resampled groups. A part answered by
fewer than half is left out, so that the others keep their answers. Assumption: effects add up; who
answered everything stands for all. Source: Brandt 1987; Mikulić & Prebežac 2008.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import isnan

import numpy as np

from analytics.errors import NotEnough, NoVariation
from analytics.filters import Audience, Filters
from analytics.ratings.answer_blocks import Layout, layout, read_blocks
from analytics.ratings.editions import Edition, chosen, compared, named, read_editions
from analytics.ratings.levels import Rated, level_shown, rated_in
from analytics.ratings.mark_blocks import HIGH, TOP, MarkProducts, marks_from
from analytics.ratings.questions import Questionnaire, read_questions
from analytics.ratings.scale import Scale, common
from analytics.ratings.sums import OVERALL, SumTable, read_sums
from analytics.stats.arrays import FloatArray
from analytics.stats.group_bootstrap import ResampledIntervals, draw_sums, intervals
from analytics.stats.impact_asymmetry import impact_asymmetries
from analytics.stats.multiplicity import benjamini_hochberg
from analytics.stats.penalty_reward import ALPHA, Contrast, PenaltyReward, Reading, penalty_reward
from analytics.stats.standardised_betas import answers_needed
from analytics.stats.suppression import NEVER_BELOW
from analytics.store import Reader
from analytics.wording import Name, phrase

COMPLETE = phrase("complete answers")
TOLD_APART = phrase(
    "item whose low, middle and high scores can be told apart from those of the others"
)
OVERALL_ANSWERS = phrase("answers to the overall question")
LEAST_SHARE = 0.5
# As good as no effect: a fortieth of the overall scale, 0.1 of five points.
NEGLIGIBLE = 0.025
NAMED: tuple[Reading, ...] = ("must-be", "performance", "attractive")


@dataclass(frozen=True, slots=True)
class Part:
    """One part that was rated. `contrast` carries p values adjusted over all parts; `low` and
    `high` its asymmetry's.

    `is_lopsided`: penalty and reward differ beyond chance, corrected for the number of parts.
    """

    key: str
    name: Name
    contrast: Contrast
    low: float
    high: float
    is_lopsided: bool

    @property
    def reading(self) -> Reading:
        return self.contrast.reading

    @property
    def reach(self) -> float:
        """Penalty and reward together; 0 where they cannot be told."""
        span = self.contrast.range_of_impact
        return 0.0 if isnan(span) else span

    @property
    def is_named(self) -> bool:
        """Whether anything may be made of it."""
        return self.reading in NAMED


@dataclass(frozen=True, eq=False)
class Kano:
    """`parts` from what punishes most to what rewards most. `n` complete answers (worth `n_eff`) of
    `answered` overall.

    `scale` is that of the overall question, in whose points effects stand. `family` counts the
    tests. `readings_elsewhere`: by part, what it is read as where the high mark begins at the other
    place; empty where too few answers bear it.
    """

    audience: Audience
    level: str
    is_top: bool
    editions: tuple[Edition, ...]
    scale: Scale
    parts: tuple[Part, ...]
    hidden: tuple[Name, ...]
    n: int
    n_eff: float
    answered: int
    family: int
    r_squared: float
    readings_elsewhere: Mapping[str, Reading]

    @property
    def moved(self) -> tuple[Part, ...]:
        """Parts with a name here that are read otherwise where the high mark begins elsewhere."""
        elsewhere = self.readings_elsewhere
        return tuple(
            part
            for part in self.parts
            if part.is_named and elsewhere.get(part.key, part.reading) != part.reading
        )

    @property
    def unnamed(self) -> tuple[Part, ...]:
        """Parts with an effect beyond chance, yet without a name: too few marks, or signs that
        contradict each other.
        """
        return tuple(
            part
            for part in self.parts
            if not part.is_named
            and any(
                effect.p < ALPHA and effect.n >= NEVER_BELOW
                for effect in (part.contrast.penalty, part.contrast.reward)
            )
        )


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> Kano:
    """Raises NothingChosen, NotEnough (complete answers, items), NoVariation."""
    from threadpoolctl import threadpool_limits

    known = read_editions(reader, filters)
    focus, _ = compared(known, filters)
    editions = tuple(edition for edition in chosen(known, filters) if edition.has_answers)
    questions = read_questions(reader, filters)
    sums = read_sums(reader, filters, [edition.key for edition in editions])
    level = level_shown(focus.key, questions, options["level"])
    parts_asked = rated_in(focus.key, questions, level)
    rated = _answered_by_half(parts_asked, sums, editions)
    responses = {edition.key: edition.responses for edition in editions}
    plan = layout(reader, filters, responses, questions, rated, named(editions, known))
    is_top, scale = options["high_from"] == "top", _scale(questions, editions)
    with threadpool_limits(1):
        marks, others = marks_from(
            read_blocks(reader, filters, plan), plan, (TOP, HIGH) if is_top else (HIGH, TOP)
        )
        parts, fit = contrasted_parts(marks, rated, scale)
        elsewhere = _readings(others, rated, scale)
    return Kano(
        audience=filters.audience,
        level=level,
        is_top=is_top,
        editions=_with_answers(editions, plan, marks),
        scale=scale,
        parts=parts,
        hidden=tuple(part.name for part in parts_asked if part not in rated),
        n=marks.n,
        n_eff=marks.n_eff,
        answered=marks.answered,
        family=int(np.isfinite(fit.fit.p[1:]).sum()),
        r_squared=fit.fit.r_squared,
        readings_elsewhere=elsewhere,
    )


def _answered_by_half(
    asked: Iterable[Rated], sums: SumTable, editions: tuple[Edition, ...]
) -> tuple[Rated, ...]:
    least = LEAST_SHARE * sum(sums.of(edition.key, OVERALL).n for edition in editions)
    if not least:
        raise NotEnough(OVERALL_ANSWERS, answers_needed(2), 0)
    rated = tuple(
        part
        for part in asked
        if sum(part.sums(sums, edition.key).n for edition in editions) >= least
    )
    if not rated:
        raise NotEnough("items", 1, 0)
    return rated


def _scale(asked: Questionnaire, editions: tuple[Edition, ...]) -> Scale:
    return common(asked.of([edition.key for edition in editions]).measure_scales("overall"))


def contrasted_parts(
    marks: MarkProducts, rated: tuple[Rated, ...], scale: Scale
) -> tuple[tuple[Part, ...], PenaltyReward]:
    needed = answers_needed(2 * len(rated))
    if marks.n < needed:
        raise NotEnough(COMPLETE, needed, marks.n)
    products = on_scale(marks.products, scale)
    if products[:, -1, -1].sum() <= 1e-9 * marks.n:
        raise NoVariation(OVERALL_ANSWERS)
    fit = penalty_reward(products, marks.marks, marks.n, bound=NEGLIGIBLE * scale.span)
    if not np.isfinite(fit.fit.coefficients[1:]).any():
        raise NotEnough(TOLD_APART, 1, 0) if _varies(products) else NoVariation("ratings")
    own, strict = _asymmetry(products, fit)
    is_lopsided = (strict.low > 0) | (strict.high < 0)
    parts = [
        Part(
            part.key,
            part.name,
            contrast,
            float(own.low[at]),
            float(own.high[at]),
            bool(is_lopsided[at]),
        )
        for at, (part, contrast) in enumerate(zip(rated, adjusted_contrasts(fit), strict=True))
    ]
    return tuple(sorted(parts, key=_order)), fit


def _readings(marks: MarkProducts, rated: tuple[Rated, ...], scale: Scale) -> Mapping[str, Reading]:
    """What each part would be read as with these marks; nothing where they bear no model."""
    products = on_scale(marks.products, scale)
    fit = penalty_reward(products, marks.marks, marks.n, bound=NEGLIGIBLE * scale.span)
    if not np.isfinite(fit.fit.coefficients[1:]).any():
        return {}
    contrasts = adjusted_contrasts(fit)
    return {part.key: each.reading for part, each in zip(rated, contrasts, strict=True)}


def _varies(products: FloatArray) -> bool:
    """Whether within an edition any part gets a low or a high score from some, and not from
    others.
    """
    whole = products.sum(axis=0)
    return bool((np.diag(whole)[1:-1] > 1e-9 * whole[0, 0]).any())


def on_scale(products: FloatArray, scale: Scale) -> FloatArray:
    """The overall judgement in points of its scale."""
    stretched = products.copy()
    stretched[:, -1, :] *= scale.span
    stretched[:, :, -1] *= scale.span
    return stretched


def _asymmetry(
    products: FloatArray, fit: PenaltyReward
) -> tuple[ResampledIntervals, ResampledIntervals]:
    """Each part's own interval, and the wider one that answers for all parts (Bonferroni)."""
    asymmetries = [item.asymmetry for item in fit.items]
    drawn = impact_asymmetries(draw_sums(products))
    levels = 1 - ALPHA, 1 - ALPHA / len(asymmetries)
    own, strict = (intervals(asymmetries, drawn, len(products), level) for level in levels)
    return own, strict


def adjusted_contrasts(fit: PenaltyReward) -> list[Contrast]:
    """The contrasts with p values that answer for all of them: so many tests find something by
    chance.
    """
    p = benjamini_hochberg(
        [effect.p for item in fit.items for effect in (item.penalty, item.reward)]
    ).p
    return [
        Contrast(
            replace(item.penalty, p=float(p[2 * at])), replace(item.reward, p=float(p[2 * at + 1]))
        )
        for at, item in enumerate(fit.items)
    ]


def _order(part: Part) -> tuple[bool, float, float]:
    """What may be named first, from must-be to attractive; the others by the length of their
    effects.
    """
    return not part.is_named, part.contrast.asymmetry if part.is_named else 0.0, -part.reach


def _with_answers(
    editions: tuple[Edition, ...], plan: Layout, marks: MarkProducts
) -> tuple[Edition, ...]:
    answered = {key for key, n in zip(plan.editions, marks.editions, strict=True) if n > 0}
    return tuple(edition for edition in editions if edition.key in answered)
