"""They say they come back; do they?

Method: shares of each answer with Wilson's interval, for the exhibitors of this fair where their
number is known; each answer followed to the next edition's
register; a forecast for an edition is the mean, over what its exhibitors said, of the share that
kept their word at all earlier editions. Assumption: registers are complete, an answer speaks for
its exhibitor, and words are kept as they were before. Source: Wilson 1927; Kish 1965; Morwitz,
Steckel & Gupta 2007 for intentions as forecasts; Cox 1958 for calibration.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import nan
from typing import TYPE_CHECKING, Any

from analytics.errors import NotEnough
from analytics.figures.small_bases import smallest
from analytics.ratings.followed_answers import (
    Followed,
    asked_of,
    parts_of,
    read_followed,
    scale_of,
    steps_of,
    summed,
    with_registers,
)
from analytics.ratings.populations import PROCESS, Populations, read_populations
from analytics.ratings.scale import Scale
from analytics.ratings.sums import has_repeated
from analytics.ratings.tally import Tally, added, tally
from analytics.stats.clustered_share import ClusterSums, clustered_wilson
from analytics.stats.proportion import Proportion
from analytics.stats.suppression import visible_parts
from analytics.studies.intention.compute_forecast import (
    Check,
    Forecast,
    Slope,
    checks,
    forecasts,
    slope_of,
)
from analytics.study import statement

if TYPE_CHECKING:
    from analytics.filters import Filters
    from analytics.store import Reader

SUMS = ("n", "yes", "yes_yes", "yes_n", "n_n", "answers", "returned")


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer (step, 0 = does not plan to): `said` of the edition in focus, `kept` of all who
    said so and were followed.
    """

    step: int
    said: Proportion
    kept: Proportion
    followed: int


@dataclass(frozen=True, eq=False)
class Intention:
    """`focus` is the last edition chosen at which the question was answered; `answers` best first.

    `by_edition`: (edition_id, step) -> sums. `checks`: what was said at an edition against what
    earlier ones led to expect.
    """

    editions: tuple[Followed, ...]
    focus: Followed
    scale: Scale
    steps: int
    n: int
    answers: tuple[Answer, ...]
    followed: int
    by_edition: dict[tuple[str, int], ClusterSums]
    checks: tuple[Check, ...]
    slope: Slope | None
    forecasts: tuple[Forecast, ...]
    least: int
    visible: frozenset[tuple[str, int]]
    populations: Populations
    positive: Proportion

    @property
    def closed(self) -> tuple[Followed, ...]:
        return tuple(edition for edition in self.editions if edition.is_closed)

    def is_visible(self, edition: str, step: int) -> bool:
        """Whether enough gave this answer at this edition, and its total gives none of the others
        away.
        """
        return (edition, step) in self.visible

    @property
    def has_three_answers(self) -> bool:
        """Planned, perhaps, not planned."""
        return self.steps == 2

    @property
    def followed_worth(self) -> float:
        """What the followed answers are worth, answer by answer."""
        return sum(answer.kept.n for answer in self.answers)

    @property
    def has_enough(self) -> bool:
        return self.followed >= self.least

    @property
    def is_asked_enough(self) -> bool:
        """Whether enough answered at the last edition."""
        return self.n >= self.least


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> Intention:
    """Raises NothingChosen where nobody answered the question, NotEnough where too few did at the
    last edition and all told.

    What cannot be followed is told, not raised.
    """
    editions = read_followed(reader, filters, "intention")
    scale, least = scale_of(editions), smallest(options)
    steps = steps_of(scale)
    asked = asked_of(filters, "intention") | {"steps": steps}
    stated = _stated(reader, filters, asked)
    sql, keys = statement(__package__, "tallies"), ("kind", "edition_id", "step")
    tallies = summed(reader, sql, asked, parts_of(reader, filters.fair), keys, SUMS)
    editions = with_registers(editions, tallies)
    counted = [row for row in tallies.to_dict("records") if row["kind"] != "edition"]
    by_edition = {
        (row["edition_id"], row["step"]): _sums(row) for row in counted if row["kind"] == "said"
    }
    pooled = {int(row["step"]): _sums(row) for row in counted if row["kind"] == "all"}
    focus = [edition for edition in editions if edition.answers][-1]
    followed = int(sum(cell.counted for cell in pooled.values()))
    if max(focus.answers, followed) < least:
        raise NotEnough("answers", least, focus.answers)
    visible = visible_cells(by_edition, steps, least)
    populations = read_populations(
        reader, replace(filters, audience="exhibitor"), options["stands_for"]
    )
    checked = checks(editions, by_edition, pooled, visible, steps, least)
    return Intention(
        editions=editions,
        focus=focus,
        scale=scale,
        steps=steps,
        n=focus.answers,
        answers=answer_shares(stated, focus, pooled, steps, least, populations),
        followed=followed,
        by_edition=by_edition,
        checks=checked,
        slope=slope_of(checked),
        forecasts=forecasts(editions, stated, by_edition, pooled, steps, least),
        least=least,
        visible=visible,
        populations=populations,
        positive=positive_share(stated, focus, steps, populations),
    )


def _stated(
    reader: Reader, filters: Filters, asked: dict[str, Any]
) -> dict[tuple[str, int], Tally]:
    """What was said, by edition and step; several answers of one exhibitor taken together."""
    stated = {
        (row["edition_id"], row["step"]): tally(row)
        for row in reader.rows(statement(__package__, "stated"), **asked)
    }
    if not has_repeated(reader, replace(filters, audience="exhibitor")):
        return stated
    values = {name: asked[name] for name in ("slice", "steps")}
    for row in reader.rows(statement(__package__, "repeated"), **values):
        key = row["edition_id"], row["step"]
        so_far = stated[key]
        pairs = {**so_far.pairs, (row["step"], row["other"]): row["product"]}
        stated[key] = replace(so_far, pairs=pairs, repeats=so_far.repeats + row["repeats"])
    return stated


def _sums(row: dict[Any, Any]) -> ClusterSums:
    return ClusterSums(**{name: float(row[name]) for name in SUMS})


def visible_cells(
    sums: dict[tuple[str, int], ClusterSums], steps: int, least: int
) -> frozenset[tuple[str, int]]:
    """The editions at which an answer may be shown, beside its total over all of them."""
    shown = []
    for step in range(steps + 1):
        cells = [cell for cell in sums if cell[1] == step]
        visible = visible_parts([int(sums[cell].counted) for cell in cells], least)
        shown += [cell for cell, is_shown in zip(cells, visible, strict=True) if is_shown]
    return frozenset(shown)


def _by_step(stated: dict[tuple[str, int], Tally], focus: Followed, steps: int) -> dict[int, Tally]:
    return {step: stated.get((focus.edition_id, step), Tally()) for step in range(steps + 1)}


def positive_share(
    stated: dict[tuple[str, int], Tally], focus: Followed, steps: int, populations: Populations
) -> Proportion:
    """All answers but the lowest."""
    by_step = _by_step(stated, focus, steps)
    total, above = added(by_step.values()), added(by_step[step] for step in range(1, steps + 1))
    return populations.share(above.share_of(total), total.exhibitors, focus.edition_id)


def answer_shares(
    stated: dict[tuple[str, int], Tally],
    focus: Followed,
    pooled: dict[int, ClusterSums],
    steps: int,
    least: int,
    populations: Populations = PROCESS,
) -> tuple[Answer, ...]:
    """What was said stands for the exhibitors of this fair where their number is known, what was
    kept for the process.
    """
    by_step = _by_step(stated, focus, steps)
    total = added(by_step.values())
    counts = [int(pooled.get(step, ClusterSums()).counted) for step in range(steps + 1)]
    visible = visible_parts(counts, least)
    answers = []
    for step in reversed(range(steps + 1)):
        sums = pooled.get(step, ClusterSums())
        returned = (
            clustered_wilson(sums)
            if visible[step]
            else Proportion(nan, sums.n, nan, nan, nan, 0.95)
        )
        stated_share = populations.share(
            by_step[step].share_of(total), total.exhibitors, focus.edition_id
        )
        answers.append(Answer(step, stated_share, returned, int(sums.counted)))
    return tuple(answers)
