"""A rule that puts every exhibitor in exactly one class at an edition, and what is counted by
class.

Method: the rule is applied to what was known at the edition looked at, and again to what was known
at the one before; classes are counted, their money added up, their ratings averaged, and moves
cross-tabulated. Assumption: the rule uses that edition and earlier ones only. Source: none needed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analytics.customers.measures import Measures
from analytics.ratings.scale import HUNDRED, Scale, common
from analytics.stats.concentration import Concentration, concentration
from analytics.stats.mean import MeanEstimate, mean_interval
from analytics.stats.suppression import NEVER_BELOW, visible_parts
from analytics.study import statement

if TYPE_CHECKING:
    from analytics.filters import Filters
    from analytics.stats.arrays import FloatArray, IntArray
    from analytics.store import Reader

NO_CLASS = -1
MOST_LISTED = 200


@dataclass(frozen=True)
class Classing:
    """`names` are phrases of the classes in order; `rule` gives each row of measures its place
    among them, or -1. `nobody` is a phrase for those in no class at the edition before.
    """

    names: tuple[str, ...]
    rule: Callable[[pd.DataFrame], IntArray]
    nobody: str


@dataclass(frozen=True, eq=False)
class Classed:
    """Exhibitors by class at the edition looked at.

    `sizes`: one row per class (class, n, share of all classed, known: with an amount, money,
    money_share; NaN where fewer than five stand behind it). `ratings`: an estimate of places 0–1
    per class, None below five answers. `moves`: before, now (places, -1: in no class), n.
    `members`: the largest by money (exhibitor_id, name, industry, class, class_before, money,
    money_before, overall, editions_so_far). `codes` and `codes_before`: the class of each row of
    `measures.now`. `curve` is None where no amount is known.
    """

    measures: Measures
    names: tuple[str, ...]
    nobody: str
    codes: IntArray
    codes_before: IntArray
    sizes: pd.DataFrame
    ratings: tuple[MeanEstimate | None, ...]
    overall: MeanEstimate | None
    moves: pd.DataFrame
    members: pd.DataFrame
    curve: Concentration | None
    scale: Scale

    @property
    def n(self) -> int:
        """Exhibitors in some class."""
        return int((self.codes != NO_CLASS).sum())

    @property
    def total(self) -> float:
        """The money of all that are in some class."""
        money = self.measures.now["money"].to_numpy(float)
        return float(np.nansum(money[self.codes != NO_CLASS]))

    @property
    def unknown(self) -> int:
        """Exhibitors that came to this edition with no amount in the fair's currency."""
        now = self.measures.now
        return int((now["came"] & now["money"].isna()).sum())

    @property
    def elsewhere(self) -> int:
        """Of these, how many have one in another currency."""
        now = self.measures.now
        return int((now["came"] & now["is_elsewhere"].astype(bool)).sum())

    @property
    def has_before(self) -> bool:
        """Whether there is an edition before."""
        return len(self.measures.editions) > 1


def classed(reader: Reader, filters: Filters, measures: Measures, classing: Classing) -> Classed:
    """Apply the rule at both editions and count."""
    now = measures.now
    codes = classing.rule(now)
    before = _before(measures, classing)
    money = now["money"].to_numpy(float)
    has_money = bool(np.nansum(money) > 0)
    places = [now["overall"].to_numpy(float)[codes == at] for at in range(len(classing.names))]
    rated = visible_parts([int(np.isfinite(values).sum()) for values in places], NEVER_BELOW)
    everybody = now["overall"].to_numpy(float)[codes != NO_CLASS]
    return Classed(
        measures=measures,
        names=classing.names,
        nobody=classing.nobody,
        codes=codes,
        codes_before=before,
        sizes=_sizes(codes, money, len(classing.names)),
        ratings=tuple(
            _mean(values) if is_shown else None
            for values, is_shown in zip(places, rated, strict=True)
        ),
        overall=_mean(everybody),
        moves=_moves(before, codes),
        members=_members(reader, filters, now, codes, before),
        curve=concentration(money) if has_money else None,
        scale=_scale(reader, filters.fair),
    )


def _before(measures: Measures, classing: Classing) -> IntArray:
    """The class at the edition before of each exhibitor known now."""
    earlier = measures.before
    if earlier.empty:
        return np.full(len(measures.now), NO_CLASS)
    known = pd.Series(classing.rule(earlier), index=earlier["exhibitor_id"])
    codes = known.reindex(measures.now["exhibitor_id"]).fillna(NO_CLASS)
    return np.asarray(codes.to_numpy(), dtype=int)


def _sizes(codes: IntArray, money: FloatArray, classes: int) -> pd.DataFrame:
    counts = np.bincount(codes[codes != NO_CLASS], minlength=classes)
    has_amount = (codes != NO_CLASS) & np.isfinite(money)
    known = np.bincount(codes[has_amount], minlength=classes)
    sums = np.bincount(codes[has_amount], weights=money[has_amount], minlength=classes)
    is_shown = visible_parts(known.tolist(), NEVER_BELOW)
    total = sums.sum()
    shown = np.where(is_shown, sums, np.nan)
    return pd.DataFrame(
        {
            "class": range(classes),
            "n": counts,
            "share": counts / max(counts.sum(), 1),
            "known": known,
            "money": shown,
            "money_share": shown / total if total > 0 else np.full(classes, np.nan),
        }
    )


def _mean(places: FloatArray) -> MeanEstimate | None:
    known = places[np.isfinite(places)]
    if len(known) < NEVER_BELOW:
        return None
    return mean_interval(len(known), float(known.mean()), float(known.var(ddof=1)))


def _moves(before: IntArray, codes: IntArray) -> pd.DataFrame:
    pairs = pd.DataFrame({"before": before, "now": codes})
    counted = pairs.groupby(["before", "now"], as_index=False).size()
    return counted.rename(columns={"size": "n"})


def _members(
    reader: Reader, filters: Filters, now: pd.DataFrame, codes: IntArray, before: IntArray
) -> pd.DataFrame:
    listed = now.assign(**{"class": codes, "class_before": before, "money_before": now["money_1"]})
    listed = listed[listed["class"] != NO_CLASS]
    largest = listed.sort_values(["money", "exhibitor_id"], ascending=[False, True])
    return named(reader, filters, largest.head(MOST_LISTED))


def named(reader: Reader, filters: Filters, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of exhibitors with their names and industries, in the order they have."""
    ids = rows["exhibitor_id"].tolist()
    people = reader.frame(statement(__package__, "people"), fair=filters.fair, ids=ids)
    return rows.merge(people, on="exhibitor_id", how="left").reset_index(drop=True)


def _scale(reader: Reader, fair: str) -> Scale:
    asked = reader.rows(statement(__package__, "scale"), fair=fair)
    return common(Scale(row["scale_min"], row["scale_max"]) for row in asked) if asked else HUNDRED
