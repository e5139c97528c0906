"""Who should we call? Exhibitors that fit every dial moved, by the rules of the other pages.

Method: each rule gives every exhibitor a class at the edition looked at (`compute_classes`); those
chosen are in the wished classes of all. Money at stake is the amount of this edition, else the
latest known of the three before. Assumption: as said of the rules. Source: none needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analytics.customers.classing import NO_CLASS
from analytics.customers.details import read_details
from analytics.customers.measures import Measures, read_measures
from analytics.customers.next_steps import REASONS, rules
from analytics.errors import NothingChosen
from analytics.ratings.scale import HUNDRED, Scale, common
from analytics.stats.concentration import abc_classes
from analytics.stats.suppression import NEVER_BELOW, visible_parts
from analytics.studies.selection.compute_classes import Criterion, criteria
from analytics.study import statement

if TYPE_CHECKING:
    from analytics.filters import Filters
    from analytics.stats.arrays import BoolArray, FloatArray
    from analytics.store import Reader

MOST_LISTED = 1_000
ANY = "any"


@dataclass(frozen=True, eq=False)
class Selection:
    """`classes`: one row per class of each criterion looked at (criterion, class, all, n, stake; n
    and stake NaN where fewer than five would show). `calls`: those chosen with most at stake, a row
    each (the columns of `read_details`, overall, stake, stage, abc, risk, reasons: keys of rules).
    `ids`: all chosen, in that order. `stake` is NaN where it would show the money of fewer than
    five.
    """

    measures: Measures
    criteria: tuple[Criterion, ...]
    classes: pd.DataFrame
    calls: pd.DataFrame
    ids: tuple[str, ...]
    stake: float
    known: int
    scale: Scale

    @property
    def n(self) -> int:
        """How many are chosen."""
        return len(self.ids)

    @property
    def everybody(self) -> int:
        """Of how many."""
        return len(self.measures.now)


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> Selection:
    """Raises NothingChosen without participations, where nobody fits, and by class or value without
    amounts; NotEnough where a dial asks for a class that the editions on file do not bear.
    """
    measures = read_measures(reader, filters, options.get("money", "auto"), least_exhibitors=1)
    now = measures.now
    looked_at = criteria(reader, filters, measures, options)
    fits = _fitting_rules(measures, looked_at)
    is_chosen = np.logical_and.reduce([each.is_chosen for each in looked_at])
    is_chosen &= _has_reason(fits, options.get("reason", ANY))
    is_chosen &= _is_of_owner(reader, filters, now, options.get("owner", ANY))
    if not is_chosen.any():
        raise NothingChosen("selection")
    stake = at_stake(now)
    order = now.assign(stake=stake)[is_chosen].sort_values(
        ["stake", "exhibitor_id"], ascending=[False, True]
    )
    shown = _shown_stake(stake, is_chosen)
    listed = _calls(order.head(MOST_LISTED), looked_at, fits)
    return Selection(
        measures,
        looked_at,
        pd.concat([_counted(each, is_chosen, stake) for each in looked_at], ignore_index=True),
        _with_details(reader, filters, measures, listed),
        tuple(order["exhibitor_id"]),
        shown,
        int(np.isfinite(stake[is_chosen]).sum()),
        _scale(reader, filters.fair),
    )


def at_stake(now: pd.DataFrame) -> FloatArray:
    """What each exhibitor brings: now, else the latest known of the three editions before."""
    amounts = now[["money", "money_1", "money_2", "money_3"]].astype(float)
    return np.asarray(amounts.bfill(axis="columns").iloc[:, 0], dtype=float)


def _fitting_rules(measures: Measures, looked_at: tuple[Criterion, ...]) -> pd.DataFrame:
    """Which reasons to call fit each exhibitor, one column a rule."""
    stage = next(each.codes for each in looked_at if each.key == "stage")
    before = abc_classes(measures.now["money_1"].to_numpy(float))
    fits = rules(measures.now, stage, before)
    return pd.DataFrame({key: fits[key] for key in REASONS}, index=measures.now.index)


def _has_reason(fits: pd.DataFrame, wish: str) -> BoolArray:
    if wish == ANY:
        return np.ones(len(fits), bool)
    chosen = fits.any(axis="columns") if wish == "some" else fits[wish]
    return np.asarray(chosen, dtype=bool)


def _is_of_owner(reader: Reader, filters: Filters, now: pd.DataFrame, owner: str) -> BoolArray:
    if owner == ANY:
        return np.ones(len(now), bool)
    rows = reader.frame(statement(__package__, "owners"), fair=filters.fair, owner=owner)
    return np.asarray(now["exhibitor_id"].isin(set(rows["exhibitor_id"])), dtype=bool)


def _shown_stake(stake: FloatArray, is_chosen: BoolArray) -> float:
    """The sum of those chosen; NaN where theirs, or that of the others, is of fewer than five."""
    is_known = np.isfinite(stake)
    chosen, others = int((is_known & is_chosen).sum()), int((is_known & ~is_chosen).sum())
    is_shown = visible_parts([chosen, others], NEVER_BELOW)[0]
    return float(stake[is_known & is_chosen].sum()) if is_shown and chosen else float("nan")


def _counted(criterion: Criterion, is_chosen: BoolArray, stake: FloatArray) -> pd.DataFrame:
    """Class by class: all, those chosen, and their money, what is too few left out."""
    codes = np.where(criterion.codes == NO_CLASS, len(criterion.names), criterion.codes)
    size = len(criterion.names) + 1
    known = is_chosen & np.isfinite(stake)
    n = np.bincount(codes[is_chosen], minlength=size)
    amounts = np.bincount(codes[known], minlength=size)
    sums = np.bincount(codes[known], weights=stake[known], minlength=size)
    counts_shown = np.array(visible_parts(n.tolist(), NEVER_BELOW)) | (n == 0)
    sums_shown = np.array(visible_parts(amounts.tolist(), NEVER_BELOW)) & (amounts > 0)
    return pd.DataFrame(
        {
            "criterion": criterion.key,
            "class": range(size),
            "all": np.bincount(codes, minlength=size),
            "n": np.where(counts_shown, n, np.nan),
            "stake": np.where(sums_shown, sums, np.nan),
        }
    )


def _calls(
    rows: pd.DataFrame, looked_at: tuple[Criterion, ...], fits: pd.DataFrame
) -> pd.DataFrame:
    at = rows.index.to_numpy()
    codes = {each.key: each.codes[at] for each in looked_at}
    risk = next((each.measure for each in looked_at if each.key == "risk"), None)
    reasons = [[key for key in REASONS if row[key]] for row in fits.loc[at].to_dict("records")]
    return pd.DataFrame(
        {
            "exhibitor_id": rows["exhibitor_id"].to_numpy(),
            "overall": rows["overall"].to_numpy(),
            "stake": rows["stake"].to_numpy(),
            "stage": codes["stage"],
            "abc": codes["abc"],
            "risk": np.full(len(rows), np.nan) if risk is None else risk[at],
            "reasons": reasons,
        }
    )


def _with_details(
    reader: Reader, filters: Filters, measures: Measures, rows: pd.DataFrame
) -> pd.DataFrame:
    ids = rows["exhibitor_id"].tolist()
    details = read_details(reader, filters.fair, measures.edition.number, ids)
    return rows.merge(details, on="exhibitor_id", how="left")


def _scale(reader: Reader, fair: str) -> Scale:
    asked = reader.rows(statement("analytics.customers", "scale"), fair=fair)
    return common(Scale(row["scale_min"], row["scale_max"]) for row in asked) if asked else HUNDRED
