"""Those who answered both times: what each of them changed by.

Method: differences within an exhibitor, paired t interval; weighted by what the later edition's
answers count, where they are weighted. Assumption: exhibitors are matched rightly. Source: Student
1908; Lumley 2010 for weights.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from analytics.filters import Filters
from analytics.ratings.editions import Edition
from analytics.ratings.scale import Scale
from analytics.stats.mean import Difference, effective_n, paired_difference, weighted_mean
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.store import Reader
from analytics.study import statement


@dataclass(frozen=True, slots=True)
class SameExhibitors:
    """What each of `n` exhibitors who answered in both editions changed by; `n_eff`: what they are
    worth.
    """

    n: int
    gap: Difference
    n_eff: float

    @property
    def is_established(self) -> bool:
        return self.gap.is_reliable and self.gap.p <= LEVEL_OF_P


def same_exhibitors(
    reader: Reader,
    filters: Filters,
    pair: tuple[Edition, Edition],
    score: str,
    scale: Scale,
    least: int,
) -> SameExhibitors | None:
    """None for visitors, and where too few exhibitors answered both times."""
    before, edition = (edition.key for edition in pair)
    within = replace(filters, editions=(before, edition)).slice()
    sql = statement(__package__, "same_overall" if score == "overall" else "same_ratings")
    row = reader.rows(sql, slice=within, score=score, before=before, edition=edition)[0]
    if row["n"] < max(least, 2):
        return None
    n_eff = effective_n(row["w"], row["ww"])
    return SameExhibitors(row["n"], scale.difference(paired_change(row)), n_eff)


def paired_change(row: dict[str, Any]) -> Difference:
    """Weighted by what the later edition's answers count, where they are weighted."""
    n = row["n"]
    if row["w"] == n == row["ww"]:
        return paired_difference(n, row["mean"], row["variance"])
    estimate = weighted_mean(n, *(row[name] for name in ("w", "wy", "wyy", "ww", "wwy", "wwyy")))
    return paired_difference(n, estimate.mean, estimate.se**2 * n if estimate.se > 0 else 0.0)
