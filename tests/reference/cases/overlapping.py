"""The change between two editions that share firms: linearised covariance, and the pairs."""

from math import sqrt

import numpy as np
import pandas as pd

from analytics.ratings.tally import mean_of
from analytics.stats.mean import MeanEstimate, paired_difference
from analytics.stats.overlapping_change import Shared, overlapping_difference, shared_product
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.cases.tallies import firm_of_each, tallies
from tests.reference.columns import column, named, numbers_in

WHEN = r"editions?|years?|waves?|fair|periods?|time|t|届次?"
WHO = r"(exhibitor|firm|company|customer|visitor)?_?(id|no|code|name)?|cluster"
OVERALL = r".*(overall|satisf|rating|score|总体|满意).*"


def recompute(case: Case) -> dict:
    rows = _answers(case)
    then, now = (rows[rows["when"] == when] for when in sorted(rows["when"].unique())[:2])
    estimates = [_mean(then), _mean(now)]
    firms = rows["firm"].nunique()
    shared = _shared(then, now, estimates)
    change = overlapping_difference(estimates[1], estimates[0], shared)
    larger = sqrt(firms / (firms - 1))
    se = [each.se * larger * sqrt((each.independent - 1) / each.independent) for each in estimates]
    covariance = shared.product * firms / (firms - 1)
    return {
        "n": [len(then), len(now)],
        "firms": firms,
        "overlap": shared.firms,
        "mean": [each.mean for each in estimates],
        "se": se,
        "covariance": covariance,
        "correlation": covariance / (se[0] * se[1]),
        "change": change.difference,
        "change_se": change.se,
        "df": change.df,
        "change_ci95": [change.low, change.high],
        "p": change.p,
        "change_se_if_independent": sqrt(se[0] ** 2 + se[1] ** 2),
        "paired": _paired(then, now),
    }


def _answers(case: Case) -> pd.DataFrame:
    """Answers with when, firm, value and weight; a blank one is none."""
    table = case.table()
    when = case.setting("edition") or column(table, WHEN)
    named_by_case = case.setting("weight")
    weight = named_by_case if named_by_case in table else None
    others = [when, *([weight] if weight else [])]
    who = case.setting("cluster") or named(table, WHO, but=others)
    what = case.setting("item") or named(table, OVERALL, but=[*others, who or ""])
    if what is None:
        what = next(name for name in numbers_in(table) if name not in {*others, who})
    rows = pd.DataFrame({"when": table[when], "value": pd.to_numeric(table[what])})
    rows["weight"] = table[weight] if weight else 1.0
    rows["firm"] = firm_of_each(table[who] if who else None, len(table))
    rows = rows.dropna()
    return rows[rows["weight"] > 0]


def _mean(rows: pd.DataFrame) -> MeanEstimate:
    return mean_of(tallies(rows["value"], rows["weight"], rows["firm"]))


def _shared(then: pd.DataFrame, now: pd.DataFrame, means: list[MeanEstimate]) -> Shared:
    """Sums over the firms that answered both times."""
    sums = [
        rows.assign(x=rows["value"] * rows["weight"]).groupby("firm")[["x", "weight"]].sum()
        for rows in (then, now)
    ]
    both = sums[0].join(sums[1].add_suffix("_now"), how="inner")
    x, c, x_now, c_now = (both[name].to_numpy() for name in ("x", "weight", "x_now", "weight_now"))
    cross = (float(x @ x_now), float(x @ c_now), float(c @ x_now), float(c @ c_now))
    totals = tuple(float(part["weight"].sum()) for part in sums)
    product = shared_product(cross, (means[0].mean, means[1].mean), totals)
    return Shared(len(both), product)


def _paired(then: pd.DataFrame, now: pd.DataFrame) -> dict:
    """Firms that answered both, unweighted."""
    means = [rows.groupby("firm")["value"].mean() for rows in (then, now)]
    gaps = (means[1] - means[0]).dropna().to_numpy()
    paired = paired_difference(gaps.size, float(gaps.mean()), float(np.var(gaps, ddof=1)))
    return {
        "n": gaps.size,
        "change": paired.difference,
        "se": paired.se,
        "ci95": [paired.low, paired.high],
    }


CHECKER = Checker(
    recompute,
    settings=frozenset({"weight", "cluster", "item", "edition"}),
    keys=(frozenset({"change_se", "overlap"}), frozenset({"change_se_if_independent"})),
    words=r"overlap|change with",
)
