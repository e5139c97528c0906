"""Part by part: expectation and experience of the same respondents, the gap, who was disappointed,
and what became of the gap since the edition compared with.

Method and source: as in `compute`; changes as in `ratings.change`, with the covariance of firms
that gave both at both editions. Assumption: as there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import nan
from typing import Any

from analytics.ratings.change import Change, WithGap
from analytics.ratings.comparisons import PLAIN, Comparisons
from analytics.ratings.levels import Rated
from analytics.ratings.populations import Populations
from analytics.ratings.scale import Scale
from analytics.ratings.sums import Sums
from analytics.ratings.tally import Tally, tally
from analytics.stats.critical_values import p_student
from analytics.stats.mean import MeanEstimate, mean_interval, weighted_mean
from analytics.stats.multiplicity import holm
from analytics.stats.overlapping_change import NOBODY
from analytics.stats.proportion import Proportion
from analytics.wording import Name

Row = dict[str, Any]
MET = ("more", "less", "same")
DUST = 1e-12


@dataclass(frozen=True, slots=True)
class Part(WithGap):
    """A dimension or item on the scale shown; a gap below 0 falls short."""

    key: str
    name: Name
    expectation: MeanEstimate
    experience: MeanEstimate
    gap: MeanEstimate
    exceeded: Proportion
    confirmed: Proportion
    missed: Proportion


def count_pairs(row: Row | None) -> int:
    """How many gave both."""
    return int(row["n"]) if row else 0


def gap_parts(
    shown: Sequence[Rated],
    sums: dict[tuple[str, str], Row],
    pair: tuple[str, str],
    scale: Scale,
    least: int,
    comparisons: Comparisons = PLAIN,
) -> tuple[Part, ...]:
    """Each family of tests over all parts shown; a change is no more than a sign where the two
    editions did not ask alike.
    """
    parts = []
    for rated in shown:
        then = sums.get((pair[0], rated.key))
        moved = None
        if then and count_pairs(then) >= least:
            moved = _moved(then, sums[pair[1], rated.key], rated, pair, scale, comparisons)
        populations = comparisons.populations
        parts.append(_part(rated, sums[pair[1], rated.key], moved, pair[1], scale, populations))
    return tuple(sorted(_with_p(parts), key=lambda part: part.gap.mean))


def _moved(
    then: Row,
    now: Row,
    rated: Rated,
    pair: tuple[str, str],
    scale: Scale,
    comparisons: Comparisons,
) -> Change:
    """From the gap at the earlier edition to the one at the later."""
    levels = tuple(
        _gap(row, edition, scale, comparisons.populations)
        for row, edition in zip((then, now), pair, strict=True)
    )
    cross = comparisons.cross.get((*pair, rated.score))
    sums = (Sums(total=row["gap"], answers=row["weight"]) for row in (then, now))
    shared = cross.shared(*sums).stretched(scale.span) if cross else NOBODY
    return comparisons.changed((levels[0], levels[1]), shared, rated.score, pair)


def _part(
    rated: Rated,
    now: Row,
    moved: Change | None,
    edition: str,
    scale: Scale,
    populations: Populations,
) -> Part:
    gap = _gap(now, edition, scale, populations)
    p = p_student(gap.mean / gap.se, gap.independent - 1) if gap.se > 0 else nan
    everybody = _tally(now, "", MET)
    more, less = _tally(now, "exceeded_", MET[:1]), _tally(now, "missed_", MET[1:2])
    met = {"exceeded": more, "confirmed": everybody - more - less, "missed": less}
    shares = {
        name: populations.share(kind.share_of(everybody), everybody.exhibitors, edition)
        for name, kind in met.items()
    }
    return Part(
        rated.key,
        rated.name,
        populations.mean(scale.estimate(_mean(now, "expectation")), edition),
        populations.mean(scale.estimate(_mean(now, "experience")), edition),
        gap,
        **shares,
        p=p,
        change=moved,
        change_p=moved.gap.p if moved else nan,
    )


def _tally(row: Row, prefix: str, met: Sequence[str]) -> Tally:
    """With what exhibitors that answered several times gave of these kinds, and of any other."""
    repeated = row.get("repeated")
    if not repeated:
        return tally(row, prefix)
    pairs = {
        (kind, other): repeated["_".join(sorted((kind, other), key=MET.index))]
        for kind in met
        for other in MET
    }
    counted = tally(row, prefix, {two: product for two, product in pairs.items() if product > DUST})
    return counted if prefix else replace(counted, repeats=repeated["repeats"])


def _of_exhibitors(row: Row, repeated: Row, of: str) -> MeanEstimate:
    """With all answers of an exhibitor taken together: `repeated` is the part's row of
    `repeated.sql`.
    """
    squares = row["weight_squares"] + repeated["weight_squares"]
    return Sums(
        count_pairs(row),
        row[of],
        row[f"{of}_squares_w"] + repeated[f"{of}_squares"],
        row["weight"],
        squares,
        row[f"{of}_w"] + repeated[f"{of}_cross"],
        row["weight"],
        squares,
        repeated["repeats"],
    ).estimate


def _mean(row: Row, of: str) -> MeanEstimate:
    n, total = count_pairs(row), row[of]
    if row.get("repeated"):
        return _of_exhibitors(row, row["repeated"], of)
    if tally(row).is_weighted:
        squares = (
            row[f"{of}_squares"],
            row["weight_squares"],
            row[f"{of}_w"],
            row[f"{of}_squares_w"],
        )
        return weighted_mean(n, row["weight"], total, *squares)
    spread = max(0.0, row[f"{of}_squares"] - total * total / n)
    return mean_interval(n, total / n, spread / (n - 1) if n > 1 and spread > 1e-12 * n else 0.0)


def _gap(row: Row, edition: str, scale: Scale, populations: Populations) -> MeanEstimate:
    """A difference of places as a difference on the scale; of the process, as changes are."""
    places, span = _mean(row, "gap"), scale.span
    gap = replace(
        places,
        mean=places.mean * span,
        low=places.low * span,
        high=places.high * span,
        sd=places.sd * span,
        se=places.se * span,
    )
    return populations.mean(gap, edition) if populations.has_changes_of_this_fair else gap


def _with_p(parts: Iterable[Part]) -> list[Part]:
    parts = list(parts)
    p, change_p = holm([part.p for part in parts]).p, holm([part.change_p for part in parts]).p
    return [
        replace(part, p=float(p[at]), change_p=float(change_p[at])) for at, part in enumerate(parts)
    ]
