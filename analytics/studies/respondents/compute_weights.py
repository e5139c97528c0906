"""What would the register as a whole have said? Respondents weighted to its margins.

Method: raking to every field with two groups of at least 10 respondents (smaller ones count
together), weights within 0.3 and 3 times the average; Kish's effective n; the weighted mean with
the error of residuals from the margins (`stats.raking`). Assumption: within a cell those who
answered are like those who did not. An exhibitor with several answers counts once, by their mean.
Source: Deming & Stephan 1940; Deville & Särndal 1992; Kish 1965.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from analytics.ratings.populations import HERE, PROCESS, Populations
from analytics.ratings.scale import Scale
from analytics.stats.arrays import FloatArray
from analytics.stats.mean import MeanEstimate, mean_interval
from analytics.stats.proportion import Proportion, weighted_wilson
from analytics.stats.raking import USUAL_BOUNDS, CannotRake, Kish, Raked, rake, raked_mean
from analytics.studies.respondents.compute_margins import Field
from analytics.weighting.pooled_groups import POOLED

AT_BOUND = 1e-6


@dataclass(frozen=True, eq=False)
class Weighting:
    """Weights on average 1. `by_group`: mean weight of (field, key), '*' for the small groups
    together.

    `trimmed`: respondents whose weight stands at a bound; `largest_miss`: the furthest that
    trimming left a margin off, as a share of it. `repeaters` and `always`: weighted shares. `mean`:
    overall satisfaction on the scale shown, weighted.
    """

    fields: tuple[str, ...]
    kish: Kish
    trimmed: int
    largest_miss: float
    by_group: dict[tuple[str, str], float]
    repeaters: Proportion
    always: Proportion
    mean: MeanEstimate


def kept_keys(fields: Sequence[Field]) -> dict[str, list[str]]:
    """What `cells.sql` keeps apart, by field; nothing of a field that cannot carry weights."""
    return {field.key: list(field.kept) if field.can_weight else [] for field in fields}


def weigh(
    fields: Sequence[Field],
    cells: list[dict[str, Any]],
    scale: Scale,
    whose: Populations = PROCESS,
) -> Weighting | None:
    """None where no field can carry weights or none exist that match the register."""
    used = [field for field in fields if field.can_weight]
    answering = [cell for cell in cells if cell["respondents"]]
    if not used or not answering:
        return None
    names = [[*field.kept, *([POOLED] if field.pooled else [])] for field in used]
    codes = [
        [place.index(cell[field.key]) for field, place in zip(used, names, strict=True)]
        for cell in answering
    ]
    targets = [_targets(field.key, place, cells) for field, place in zip(used, names, strict=True)]
    try:
        raked = rake(codes, [cell["respondents"] for cell in answering], targets)
    except CannotRake:
        return None
    return _weighting(used, names, raked, answering, scale, whose)


def _targets(field: str, names: list[str], cells: list[dict[str, Any]]) -> list[int]:
    return [sum(cell["exhibitors"] for cell in cells if cell[field] == name) for name in names]


def _weighting(
    used: list[Field],
    names: list[list[str]],
    raked: Raked,
    cells: list[dict[str, Any]],
    scale: Scale,
    whose: Populations,
) -> Weighting:
    weight = raked.relative
    counts = {
        name: np.array([cell[name] for cell in cells], dtype=np.float64)
        for name in ("repeaters", "always")
    }
    answered, total, squares = (
        np.array([float(cell[name]) for cell in cells])
        for name in ("answered", "total", "total_squares")
    )
    return Weighting(
        fields=tuple(field.key for field in used),
        kish=_relative(raked.kish, raked),
        trimmed=_trimmed(raked),
        largest_miss=raked.largest_miss,
        by_group={
            (field.key, name): _mean_weight(weight, raked.counts, raked.codes[:, place] == code)
            for place, field in enumerate(used)
            for code, name in enumerate(names[place])
        },
        repeaters=_share(raked, counts["repeaters"], whose),
        always=_share(raked, counts["always"], whose),
        mean=whose.mean(scale.estimate(raked_mean(raked, answered, total, squares)), HERE),
    )


def _relative(kish: Kish, raked: Raked) -> Kish:
    """The same, of weights on average 1."""
    scale = raked.counts.sum() / (raked.counts @ raked.weights)
    return Kish(
        kish.n,
        kish.sum_w * scale,
        kish.sum_ww * scale**2,
        kish.smallest * scale,
        kish.largest * scale,
    )


def _trimmed(raked: Raked) -> int:
    if not raked.is_cut:
        return 0
    low, high = USUAL_BOUNDS
    at_bound = (raked.relative <= low * (1 + AT_BOUND)) | (raked.relative >= high * (1 - AT_BOUND))
    return int(raked.counts[at_bound].sum())


def _mean_weight(weight: FloatArray, counts: FloatArray, is_here: Any) -> float:
    return float(weight[is_here] @ counts[is_here] / counts[is_here].sum())


def _share(raked: Raked, counted: FloatArray, whose: Populations) -> Proportion:
    share = float(raked.weights @ counted / (raked.weights @ raked.counts))
    weighted = weighted_wilson(min(max(share, 0.0), 1.0), raked.kish.n_eff)
    return whose.share(weighted, float(raked.counts.sum()), HERE)


def plain_mean(cells: list[dict[str, Any]], scale: Scale) -> MeanEstimate:
    """Overall satisfaction of the respondents, each exhibitor counting alike."""
    n = sum(cell["answered"] for cell in cells)
    total, squares = (
        sum(float(cell[name]) for cell in cells) for name in ("total", "total_squares")
    )
    if n < 2:
        return scale.estimate(mean_interval(n, total / n if n else 0.0, 0.0))
    spread = squares - total * total / n
    return scale.estimate(
        mean_interval(n, total / n, spread / (n - 1) if spread > 1e-12 * squares else 0.0)
    )
