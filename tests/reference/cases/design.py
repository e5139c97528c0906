"""Means, shares and the recommendation score under weights and clusters; strata, which the product
has no use for, are worked out here.
"""

from math import nan, sqrt

import numpy as np
import pandas as pd

from analytics.ratings.tally import added, mean_of
from analytics.stats.critical_values import student
from analytics.stats.mean import effective_n
from analytics.stats.net_promoter import linearised_net_promoter
from analytics.stats.proportion import weighted_wilson
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.cases.tallies import firm_of_each, tallies
from tests.reference.columns import named, numbers_in

WEIGHT = r"w|wt|weights?|.*_weight|pw|design\w*|权重"
RECOMMEND = r".*(recommend|nps|0_10|推荐).*"
OVERALL = r".*(overall|satisf|rating|score|总体|满意).*"
CLUSTER = r"clusters?|psu|firm\w*|exhibitor_id|company\w*"
STRATUM = r"strat\w*"


def recompute(case: Case) -> dict:
    table = case.table()
    names = _names(case, table)
    weight = table[names["weight"]].fillna(0)
    counted = table[weight > 0]
    overall = counted.dropna(subset=[names["overall"]])
    top = case.setting("top_box", 4)
    return {
        "rows_without_weight": int((~(weight > 0)).sum()),
        **_mean(overall, names),
        **_share(overall, names, top),
        **_recommendation(counted, names),
        "unweighted": _unweighted(counted, names, top),
    }


def _names(case: Case, table: pd.DataFrame) -> dict[str, str | None]:
    """Settings first, then the columns' own names."""
    patterns = {
        "weight": WEIGHT,
        "recommend": RECOMMEND,
        "cluster": CLUSTER,
        "strata": STRATUM,
        "overall": OVERALL,
    }
    names: dict[str, str | None] = {}
    for key, pattern in patterns.items():
        named_by_case = case.setting(key)
        names[key] = (
            named_by_case if named_by_case in table else named(table, pattern, but=_used(names))
        )
    left = [name for name in numbers_in(table) if name not in _used(names) and name != "id"]
    if names["recommend"] is None:
        names["recommend"] = next((name for name in left if table[name].max() > 7), None)
    if names["overall"] is None:
        names["overall"] = next(name for name in left if name != names["recommend"])
    return names


def _used(names: dict[str, str | None]) -> list[str]:
    return [name for name in names.values() if name]


def _estimate(rows: pd.DataFrame, values: pd.Series, names: dict[str, str | None]) -> dict:
    """Mean, error and degrees of freedom; by strata where the case has any."""
    weights, cluster = rows[names["weight"]], names["cluster"]
    firms = rows[cluster] if cluster else None
    estimate = mean_of(tallies(values, weights, firms))
    se, df = estimate.se, estimate.independent - 1
    if names["strata"]:
        se, df = _by_strata(values, weights, firms, rows[names["strata"]])
    half = student(0.95, df) * se
    return {
        "n": len(rows),
        "mean": estimate.mean,
        "se": se,
        "df": df,
        "ci": [estimate.mean - half, estimate.mean + half],
    }


def _by_strata(
    values: pd.Series, weights: pd.Series, firms: pd.Series | None, strata: pd.Series
) -> tuple[float, int]:
    y, w = values.to_numpy(float), weights.to_numpy(float)
    moved = pd.DataFrame(
        {
            "by": w * (y - np.average(y, weights=w)) / w.sum(),
            "firm": firm_of_each(firms, len(y)),
            "stratum": strata.to_numpy(),
        }
    )
    sums = moved.groupby(["stratum", "firm"])["by"].sum()
    variance = 0.0
    for _, own in sums.groupby("stratum"):
        size = len(own)
        variance += size / (size - 1) * float(((own - own.mean()) ** 2).sum()) if size > 1 else 0.0
    return sqrt(variance), len(sums) - sums.index.get_level_values("stratum").nunique()


def _mean(rows: pd.DataFrame, names: dict[str, str | None]) -> dict:
    values, weights = rows[names["overall"]], rows[names["weight"]]
    whole, estimate = added(t for t, _ in tallies(values, weights)), _estimate(rows, values, names)
    return {
        "n": estimate["n"],
        "sum_w": whole.weight,
        "n_eff_kish": whole.n_eff,
        "df": estimate["df"],
        "mean": estimate["mean"],
        "mean_se": estimate["se"],
        "mean_ci95": estimate["ci"],
    }


def _share(rows: pd.DataFrame, names: dict[str, str | None], top: float) -> dict:
    is_top = (rows[names["overall"]] >= top).astype(float)
    estimate = _estimate(rows, is_top, names)
    share, se = estimate["mean"], estimate["se"]
    w = rows[names["weight"]].to_numpy(float)
    kish = effective_n(float(w.sum()), float(w @ w))
    base = share * (1 - share) / se**2 if se > 0 else kish
    interval = weighted_wilson(share, base)
    if not names["strata"] and not names["cluster"]:
        # The product's own way from counts and weights to the interval.
        groups = {value: tally for tally, value in tallies(is_top, rows[names["weight"]])}
        if 1.0 in groups:
            interval = groups[1.0].share_of(added(groups.values()))
    return {
        "share": share,
        "share_se": se if se > 0 else 0.0,
        "share_n_eff": base,
        "share_wilson_design": [interval.low, interval.high],
    }


def _recommendation(rows: pd.DataFrame, names: dict[str, str | None]) -> dict:
    if not names["recommend"]:
        return {}
    answered = rows[rows[names["recommend"]].between(0, 10)]
    scores = _score(answered[names["recommend"]])
    estimate = _estimate(answered, scores, names)
    weights = answered[names["weight"]]
    counts = {value: tally.weight for tally, value in tallies(scores, weights)}
    whole = mean_of(
        tallies(scores, weights, answered[names["cluster"]] if names["cluster"] else None)
    )
    nps = linearised_net_promoter(
        *(counts.get(value, 0.0) for value in (100.0, 0.0, -100.0)), whole
    )
    return {
        "nps_n": len(answered),
        "nps_df": estimate["df"],
        "nps": nps.score,
        "nps_se": estimate["se"] if names["strata"] else nps.se,
        "nps_ci95": estimate["ci"] if names["strata"] else [nps.low, nps.high],
    }


def _score(answers: pd.Series) -> pd.Series:
    return (answers >= 9) * 100.0 - (answers <= 6) * 100.0


def _unweighted(rows: pd.DataFrame, names: dict[str, str | None], top: float) -> dict:
    overall = rows[names["overall"]].dropna()
    scored = rows[names["recommend"]] if names["recommend"] else pd.Series(dtype=float)
    scores = _score(scored[scored.between(0, 10)])
    return {
        "mean": overall.mean(),
        "share": (overall >= top).mean(),
        "nps": scores.mean() if len(scores) else nan,
    }


CHECKER = Checker(
    recompute,
    # Other intervals of R stand beside for comparison, not to be matched.
    settings=frozenset({"share_svyciprop_logit", "share_svyciprop_beta", "top_box"}),
    keys=(frozenset({"n_eff_kish", "mean_se"}), frozenset({"share_wilson_design"})),
    words=r"design.?weighted|weighted mean|linearised",
)
