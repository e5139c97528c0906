"""Editions: mean overall satisfaction against turnover, level by level, without trend, and change
by change.

Method: Pearson with Fisher's interval, Spearman, Kendall; p by all n! orders up to ten editions;
leave-one-out range; partial correlation given time and correlation of first differences, Holm over
these two; the |r| that n needs and its power. Assumption: one turnover definition and one currency
in all editions; an edition of under 10 ratings has no mean. Source: Fisher 1921; Kendall 1938;
Granger & Newbold 1974; Pyper & Peterman 1998.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan, nan
from typing import TYPE_CHECKING

from analytics.ratings.sums import OVERALL
from analytics.stats.correlation import (
    Correlation,
    detrended,
    first_differences,
    kendall,
    leave_one_out,
    pearson,
    power_of_correlation,
    smallest_significant_r,
    spearman,
)
from analytics.stats.mean import MeanEstimate, mean_interval
from analytics.stats.multiplicity import holm
from analytics.stats.permutation import PermutationP, permutation_p

if TYPE_CHECKING:
    import pandas as pd

    from analytics.ratings.populations import Populations
    from analytics.ratings.scale import Scale
    from analytics.ratings.sums import SumTable
    from analytics.stats.arrays import FloatArray

EDITIONS_NEEDED = 3
MODERATE_R = 0.5


@dataclass(frozen=True)
class EditionLink:
    """Every way of asking the same question of n editions. `power`: chance to see a true r of 0.5;
    NaN below 4 editions.
    """

    n: int
    level: Correlation
    level_p: PermutationP
    spearman: Correlation
    spearman_p: PermutationP
    kendall: Correlation
    kendall_p: PermutationP
    detrended: Correlation
    changes: Correlation
    changes_p: PermutationP
    lowest_without: float
    highest_without: float
    r_needed: float
    power: float

    @property
    def is_established(self) -> bool:
        """The levels go together more than chance would."""
        return self.level_p.two_sided < 0.05

    @property
    def outlives_trend(self) -> bool:
        """So do the changes, or what is left after the trend, and none of them points the other
        way.
        """
        others = (self.detrended.r, self.changes.r)
        points_same_way = all(not isnan(r) and r * self.level.r > 0 for r in others)
        return points_same_way and min(self.beyond_trend_p) < 0.05

    @property
    def has_linked_changes(self) -> bool:
        """The changes from one edition to the next go together more than chance would."""
        return self.beyond_trend_p[1] < 0.05

    @property
    def beyond_trend_p(self) -> tuple[float, float]:
        """Holm's p of what is left after the trend and of the changes: two looks at one
        question.
        """
        left, changes = holm([self.detrended.p, self.changes_p.two_sided]).p
        return float(left), float(changes)


def turnover_source(held: pd.DataFrame, source: str, is_narrowed: bool) -> str:
    """An edition's total says nothing about one industry; so under such a filter, or where too few
    were declared, the sum.
    """
    if source in ("declared", "summed"):
        return source
    declared, summed = held["declared"].notna().sum(), held["summed"].notna().sum()
    return (
        "summed"
        if is_narrowed or (declared < EDITIONS_NEEDED and summed > declared)
        else "declared"
    )


def levels_of(
    held: pd.DataFrame, sums: SumTable, scale: Scale, populations: Populations, least: int
) -> list[MeanEstimate]:
    """Overall satisfaction edition by edition, as the pages of satisfaction and trends have it;
    none below `least` ratings.
    """
    cells = [(edition, sums.of(edition, OVERALL)) for edition in held["edition_id"]]
    return [
        populations.mean(scale.estimate(cell.estimate), edition)
        if cell.n >= least
        else mean_interval(0, nan, nan)
        for edition, cell in cells
    ]


def tabulate(held: pd.DataFrame, means: Sequence[MeanEstimate], source: str) -> pd.DataFrame:
    """The held editions with mean, interval and turnover."""
    import pandas as pd

    turnover = held[source].where(_same_currency(held)).astype(float)
    table = held[
        ["edition_id", "number", "year", "name_zh", "name_en", "n", "declaring", "exhibitors"]
    ].assign(
        mean=[m.mean for m in means],
        low=[m.low for m in means],
        high=[m.high for m in means],
        n_eff=[m.n_eff for m in means],
        turnover=turnover.where(turnover > 0),
    )
    table["is_used"] = table["mean"].notna() & table["turnover"].notna()
    used = table[table["is_used"]]
    without = pd.Series(leave_one_out(used["mean"], used["turnover"]), used.index, dtype=float)
    return table.assign(r_without=without.reindex(table.index))


def edition_link(editions: pd.DataFrame) -> EditionLink | None:
    """None below 3 editions with both."""
    x, y, when = (editions[name].to_numpy(float) for name in ("mean", "turnover", "number"))
    n = int(editions["is_used"].sum())
    if n < EDITIONS_NEEDED:
        return None
    time = _time(editions, when)
    without = editions["r_without"].dropna()
    changes_p = _p_of_changes(editions)
    return EditionLink(
        n,
        pearson(x, y),
        permutation_p(x, y),
        spearman(x, y),
        permutation_p(x, y, "spearman"),
        kendall(x, y),
        permutation_p(x, y, "kendall"),
        detrended(x, y, time),
        first_differences(x, y, time),
        changes_p,
        float(without.min()) if len(without) else nan,
        float(without.max()) if len(without) else nan,
        smallest_significant_r(n),
        power_of_correlation(MODERATE_R, n),
    )


def _same_currency(held: pd.DataFrame) -> pd.Series[bool]:
    """Editions in the currency of the last one that names any; those that name none count as the
    same.
    """
    named = held.loc[held["currency"] != "", "currency"]
    last = named.iloc[-1] if len(named) else ""
    return (held["currency"] == "") | (held["currency"] == last)


def _time(editions: pd.DataFrame, numbers: FloatArray) -> FloatArray:
    """Years where all are known and differ, else the editions' numbers: a skipped year counts as
    two.
    """
    years = editions["year"].astype(float)
    return years.to_numpy() if years.notna().all() and years.is_unique else numbers


def _p_of_changes(editions: pd.DataFrame) -> PermutationP:
    changes = editions.sort_values("number")[["mean", "turnover"]].astype(float).diff()
    return permutation_p(changes["mean"].to_numpy()[1:], changes["turnover"].to_numpy()[1:])
