"""Do they get what they come for, and does that go with satisfaction?

Method: the share who reached their goal at least by and large among those who rated it, by
objective; those naming an objective against those who did not (Newcombe, Holm over the objectives);
where the survey asked what was reached, the share of those naming an objective who named it again.
Shares stand for the exhibitors of this fair where their number is known, differences for a process.
Overall satisfaction by attainment: means with t intervals, Welch's difference between the ends.
Assumption: exhibitors answer independently, several answers of one are taken together. A respondent
with several objectives rates their goal once, and counts under each of them. Source: Wilson 1927;
Newcombe 1998; Holm 1979; Welch 1947.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import nan
from typing import Any

from analytics.ratings.populations import PROCESS, Populations
from analytics.ratings.scale import Scale
from analytics.ratings.sums import Sums
from analytics.ratings.tally import tally
from analytics.stats.mean import Difference, MeanEstimate, difference, mean_interval, weighted_mean
from analytics.stats.multiplicity import LEVEL_OF_P, holm
from analytics.stats.proportion import Proportion, ProportionDifference, newcombe
from analytics.stats.suppression import visible_parts
from analytics.studies.objectives.compute_named import Named, Objective, Tallies, everybody
from analytics.wording import Name

MOST_POINTS = 11


@dataclass(frozen=True, slots=True)
class Reached:
    """Of those who named an objective: reached their goal; `apart` from those who did not name it;
    `p` Holm's.
    """

    key: str
    name: Name
    share: Proportion
    apart: ProportionDifference
    p: float = nan

    @property
    def is_established(self) -> bool:
        return self.p <= LEVEL_OF_P


@dataclass(frozen=True, slots=True)
class Attained:
    """Of those who named an objective and said what they reached: named it again."""

    key: str
    name: Name
    share: Proportion


@dataclass(frozen=True, slots=True)
class Rated:
    """Overall satisfaction of those who gave one answer on their goal; `place` is 1 for the best
    answer, 0 for the worst.
    """

    answer: float
    place: float
    mean: MeanEstimate


@dataclass(frozen=True, slots=True)
class Pull:
    """Satisfaction by attainment, best answer first. `gap`: the best shown less the worst shown;
    None below two.
    """

    levels: tuple[Rated, ...]
    gap: Difference | None
    goal_scale: Scale
    scale: Scale
    hidden: int

    @property
    def is_established(self) -> bool:
        return self.gap is not None and self.gap.is_reliable and self.gap.p <= LEVEL_OF_P


def reached_by(
    tallies: Tallies,
    edition: str,
    named: Sequence[Objective],
    least: int,
    populations: Populations = PROCESS,
) -> tuple[Reached, ...]:
    """Objectives named by enough respondents who rated their goal, the most attained first."""
    reached = []
    for objective in named:
        naming = tallies.get((edition, objective.key), Named())
        if naming.rated.n >= least:
            share = naming.reached.share_of(naming.rated)
            everyone = everybody(tallies, edition, objective.key)
            others = (everyone.reached - naming.reached).share_of(everyone.rated - naming.rated)
            here = populations.share(share, everyone.rated.exhibitors, edition)
            reached.append(Reached(objective.key, objective.name, here, newcombe(share, others)))
    adjusted = holm([goal.apart.p for goal in reached]).p
    tested = [replace(goal, p=float(p)) for goal, p in zip(reached, adjusted, strict=True)]
    return tuple(sorted(tested, key=lambda goal: -goal.share.share))


def attained_of(
    tallies: Tallies,
    edition: str,
    named: Sequence[Objective],
    least: int,
    populations: Populations = PROCESS,
) -> tuple[Attained, ...]:
    """Empty where the survey did not ask which objectives were reached."""
    attained = []
    for objective in named:
        naming = tallies.get((edition, objective.key), Named())
        if naming.said.n >= least:
            everyone = everybody(tallies, edition, objective.key).said
            share = naming.attained.share_of(naming.said)
            here = populations.share(share, everyone.exhibitors, edition)
            attained.append(Attained(objective.key, objective.name, here))
    return tuple(sorted(attained, key=lambda goal: -goal.share.share))


def pull(rows: Sequence[dict[str, Any]], scale: Scale, least: int) -> Pull | None:
    """From rows of `ratings.sql`; None where nobody answered both, or the goal's scale has too many
    points to list.
    """
    if not rows or rows[0]["scale_max"] - rows[0]["scale_min"] >= MOST_POINTS:
        return None
    goal = Scale(rows[0]["scale_min"], rows[0]["scale_max"])
    visible = visible_parts([row["n"] for row in rows], least)
    shown = [row for row, is_shown in zip(rows, visible, strict=True) if is_shown]
    levels = tuple(
        Rated(row["answer"], (row["answer"] - goal.low) / goal.span, scale.estimate(_mean(row)))
        for row in shown[::-1]
    )
    if not levels:
        return None
    gap = difference(levels[0].mean, levels[-1].mean) if len(levels) > 1 else None
    return Pull(levels, gap, goal, scale, len(rows) - len(shown))


def _mean(row: dict[str, Any]) -> MeanEstimate:
    n, total, squares = int(row["n"]), float(row["total"]), float(row["total_squares"])
    if row.get("repeated"):
        return _of_exhibitors(row, row["repeated"])
    if tally(row).is_weighted:
        of_weights = (row[f"w_{name}"] for name in ("n", "total", "squares"))
        return weighted_mean(n, row["weight"], total, squares, *of_weights)
    spread = squares - total * total / n
    varies = n > 1 and spread > 1e-12 * squares
    return mean_interval(n, total / n, spread / (n - 1) if varies else 0.0)


def _of_exhibitors(row: dict[str, Any], repeated: dict[str, Any]) -> MeanEstimate:
    """With all answers of an exhibitor taken together: `repeated` is the level's row of
    `repeated_ratings.sql`.
    """
    squares = row["weight_squares"] + repeated["weight_squares"]
    return Sums(
        row["n"],
        row["total"],
        row["w_squares"] + repeated["total_squares"],
        row["weight"],
        squares,
        row["w_total"] + repeated["cross_product"],
        row["weight"],
        squares,
        repeated["repeats"],
    ).estimate
