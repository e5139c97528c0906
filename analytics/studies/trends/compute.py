"""Is the change real, and what made it?

Method: the mean of each edition with its interval; Mann–Kendall and Sen over all of them; each step
and the comparison asked for by Welch; Kitagawa's parts; the same exhibitors by pairs. Each part
says its own: `compute_trend`, `compute_rate_and_composition`, `ratings.change`. Assumption: who
answered stands for who came, in every edition alike. Source: as in the parts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from analytics.edition_number import FIRST_YEAR
from analytics.errors import NotEnough, NothingChosen, UnknownChoice
from analytics.figures.small_bases import smallest
from analytics.filters import Audience, Filters
from analytics.ratings.change import Change
from analytics.ratings.comparability import Obstacles
from analytics.ratings.comparisons import read_comparisons
from analytics.ratings.editions import Edition, chosen, compared, read_editions
from analytics.ratings.groups import Grouping, grouping
from analytics.ratings.populations import Populations, read_populations
from analytics.ratings.questions import Questionnaire, read_questions
from analytics.ratings.scale import Scale, common
from analytics.ratings.sums import DIMENSION_MEANS, OVERALL, POOLED, SumTable, read_sums
from analytics.stats.mean import MeanEstimate
from analytics.stats.multiplicity import LEVEL_OF_P, holm
from analytics.store import Reader
from analytics.studies.trends.compute_rate_and_composition import Parts, parts
from analytics.studies.trends.compute_same_exhibitors import SameExhibitors, same_exhibitors
from analytics.studies.trends.compute_trend import Trend, trend_or_fault
from analytics.studies.trends.compute_turnover import Turnover, turnover_series
from analytics.wording import Name

SCORES = {"overall": OVERALL, "dimensions": DIMENSION_MEANS, "pooled": POOLED}
NAMELESS = Name("", "")


@dataclass(frozen=True, slots=True)
class Point:
    """One edition in view. `mean` None where it was not held, nobody answered, or too few did (`n`
    > 0).
    """

    edition: Edition
    mean: MeanEstimate | None
    n: int


@dataclass(frozen=True, slots=True)
class Step:
    """From one edition with a mean to the next. `p` is Holm's over all steps."""

    before: Edition
    edition: Edition
    change: Change
    p: float

    @property
    def is_significant(self) -> bool:
        """It stands after Holm, comparable or not."""
        return self.change.gap.is_reliable and self.p <= LEVEL_OF_P

    @property
    def is_established(self) -> bool:
        return self.is_significant and not self.change.obstacles


@dataclass(frozen=True, eq=False)
class Trends:
    """One score through the editions. `score` is 'overall', '*dimensions', '*pooled' or a
    dimension, then `dimension` names it.

    `change` compares `before` with `focus`, as does everything that explains it.
    `is_second_choice`: the overall question was wanted but not asked. `changed` dimensions were not
    asked with the same items throughout.
    """

    audience: Audience
    score: str
    dimension: Name
    is_second_choice: bool
    scale: Scale
    points: tuple[Point, ...]
    trend: Trend | NotEnough
    steps: tuple[Step, ...]
    focus: Edition
    before: Edition
    change: Change
    turnover: Turnover | None
    is_narrowed: bool
    grouping: Grouping
    parts: Parts | None
    same: SameExhibitors | None
    changed: tuple[Name, ...]
    populations: Populations

    @property
    def obstacles(self) -> Obstacles:
        """What was not the same at all editions in view: each reason once."""
        steps = [obstacle for step in self.steps for obstacle in step.change.obstacles]
        return tuple({obstacle.reason: obstacle for obstacle in steps}.values())

    @property
    def is_trend_established(self) -> bool:
        """It stands by its test, and every edition was asked alike."""
        return isinstance(self.trend, Trend) and self.trend.is_established and not self.obstacles


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> Trends:
    """Raises NothingChosen, NotEnough ('answers' or 'editions'), UnknownChoice."""
    least, editions = smallest(options), read_editions(reader, filters)
    sums = read_sums(reader, filters, [edition.key for edition in editions])
    asked = read_questions(reader, filters)
    score, is_second = _score(sums, asked, editions, filters, options)
    focus, before = _pair(editions, sums, score, filters, options["compare_with"], least)
    in_view = _in_view(editions, filters, (before, focus))
    asked = asked.of(edition.key for edition in in_view)
    scale = _scale(asked, score)
    populations = read_populations(reader, filters, options["stands_for"])
    points = tuple(_point(edition, sums, score, scale, least, populations) for edition in in_view)
    rated = [(point.edition, point.mean) for point in points if point.mean]
    pairs = _pairs([edition.key for edition, _ in rated], (before.key, focus.key))
    comparisons = read_comparisons(reader, filters, asked, pairs, populations, score)
    changes = {pair: comparisons.change(sums, score, pair, scale) for pair in pairs}
    grouped_by = grouping(reader, filters, options["group_by"])
    by_group = read_sums(reader, filters, (before.key, focus.key), grouped_by.field)
    return Trends(
        audience=filters.audience,
        score=score[1],
        dimension=asked.dimensions().get(score[1], NAMELESS),
        is_second_choice=is_second,
        scale=scale,
        points=points,
        steps=steps_between([edition for edition, _ in rated], changes),
        focus=focus,
        before=before,
        trend=trend_or_fault([edition for edition, _ in rated], [mean.mean for _, mean in rated]),
        change=changes[before.key, focus.key],
        turnover=turnover_series(chosen(editions, filters)),
        is_narrowed=replace(filters, editions=(), audience="exhibitor", weighted=False)
        != Filters(filters.fair),
        grouping=grouped_by,
        parts=parts(by_group, before.key, focus.key, score, scale, least),
        same=same_exhibitors(reader, filters, (before, focus), score[1], scale, least),
        changed=asked.changed_dimensions() if score != OVERALL else (),
        populations=populations,
    )


def _score(
    sums: SumTable,
    asked: Questionnaire,
    editions: Sequence[Edition],
    filters: Filters,
    options: dict[str, str],
) -> tuple[tuple[str, str], bool]:
    """The score asked for; the dimension means where the overall question was wanted and nowhere
    answered.
    """
    dimension = options["dimension"]
    if dimension:
        if dimension not in asked.dimensions():
            raise UnknownChoice("dimension", dimension, tuple(asked.dimensions()))
        return ("score", dimension), False
    measure = SCORES[options["score"]]
    is_answered = any(sums.of(edition.key, measure).n for edition in chosen(editions, filters))
    return (measure, False) if is_answered or measure != OVERALL else (DIMENSION_MEANS, True)


def _pair(
    editions: Sequence[Edition],
    sums: SumTable,
    score: tuple[str, str],
    filters: Filters,
    compare_with: str,
    least: int,
) -> tuple[Edition, Edition]:
    """The last edition with enough answers to this score, and the one it is compared with."""
    most = max(
        (sums.of(edition.key, score).n for edition in chosen(editions, filters) if edition.is_held),
        default=0,
    )
    if not most:
        raise NothingChosen("answers")
    if most < least:
        raise NotEnough("answers", least, most)
    held = [edition for edition in editions if edition.is_held]
    usable = [edition for edition in held if sums.of(edition.key, score).n >= least]
    focus, before = compared(usable, filters, compare_with)
    if before is None:
        raise NotEnough("editions", 2, 1)
    return focus, before


def _in_view(
    editions: Sequence[Edition], filters: Filters, pair: tuple[Edition, Edition]
) -> list[Edition]:
    """Editions chosen, the two compared, and an empty place for every number that the fair skipped
    between them.
    """
    by_number = {edition.number: edition for edition in (*chosen(editions, filters), *pair)}
    known = {edition.number for edition in editions}
    skipped = set(range(min(by_number), max(by_number))) - known
    return [
        by_number[number] if number in by_number else _skipped(number)
        for number in sorted(set(by_number) | skipped)
    ]


def _skipped(number: int) -> Edition:
    is_year = number >= FIRST_YEAR
    zh, en = (f"{number}年", str(number)) if is_year else (f"第{number}届", f"Edition {number}")
    return Edition(f"*{number}", number, None, Name(zh, en), False, "", None, 0)


def _point(
    edition: Edition,
    sums: SumTable,
    score: tuple[str, str],
    scale: Scale,
    least: int,
    populations: Populations,
) -> Point:
    cell = sums.of(edition.key, score)
    if not (edition.is_held and cell.n >= least):
        return Point(edition, None, cell.n)
    return Point(edition, populations.mean(scale.estimate(cell.estimate), edition.key), cell.n)


def _scale(asked: Questionnaire, score: tuple[str, str]) -> Scale:
    if score == OVERALL:
        return common(asked.measure_scales("overall"))
    is_dimension = score in (("score", key) for key in asked.dimensions())
    return common(asked.item_scales(score[1] if is_dimension else None))


def _pairs(rated: Sequence[str], asked_for: tuple[str, str]) -> list[tuple[str, str]]:
    """Each edition with the next one, and the two compared."""
    return list(dict.fromkeys((*pairwise(rated), asked_for)))


def steps_between(
    rated: Sequence[Edition], changes: Mapping[tuple[str, str], Change]
) -> tuple[Step, ...]:
    """The change from each edition to the next, with Holm's p over all of them."""
    pairs = list(pairwise(rated))
    steps = [changes[before.key, edition.key] for before, edition in pairs]
    adjusted = holm([step.gap.p for step in steps]).p
    return tuple(
        Step(before, edition, step, float(p))
        for (before, edition), step, p in zip(pairs, steps, adjusted, strict=True)
    )
