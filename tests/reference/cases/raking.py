"""Raked weights and means against R's survey package; the error by clusters, which the product has
no use for, is worked out here.
"""

import numpy as np
import pandas as pd

from analytics.stats.raking import Kish, Raked, kish, rake, raked_mean
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.comparison import within


def recompute(case: Case) -> dict:
    table = case.table()
    margins = {
        name: {row[name]: row["Freq"] for row in rows}
        for name, rows in case.expected["margins"].items()
    }
    codes = np.stack(
        [table[name].map(list(margin).index) for name, margin in margins.items()], axis=1
    )
    cells, group = np.unique(codes, axis=0, return_inverse=True)
    counts, base = np.bincount(group), table["pw"].groupby(group).mean().to_numpy()
    raked = rake(cells, counts, [list(margin.values()) for margin in margins.values()], base)
    weights = raked.weights[group]
    return {
        "base_weight": "pw",
        "raked_weights_row_order": weights,
        "kish_base": _kish(kish(table["pw"])),
        "kish_raked": _kish(raked.kish),
        "mean_api00": _means(table, raked, group, codes, weights),
        "total_enroll_raked": float(weights @ table["enroll"]),
    }


def _kish(worth: Kish) -> dict:
    return {
        "n": worth.n,
        "sum_w": worth.sum_w,
        "sum_w2": worth.sum_ww,
        "n_eff": worth.n_eff,
        "deff_w": worth.deff,
        "cv_w": worth.cv,
        "min_w": worth.smallest,
        "max_w": worth.largest,
        "ratio_max_min": worth.ratio,
    }


def _means(
    table: pd.DataFrame, raking: Raked, group: np.ndarray, codes: np.ndarray, weights: np.ndarray
) -> dict:
    y = table["api00"].to_numpy(float)
    sums = [np.bincount(group, part) for part in (np.ones(y.size), y, y**2)]
    raked = raked_mean(raking, *sums)
    return {
        "unweighted": y.mean(),
        "base": np.average(y, weights=table["pw"]),
        "base_se_srs_linearised": _fixed(y, table["pw"].to_numpy()),
        "raked": raked.mean,
        "raked_se_taking_raking_into_account": raked.se,
        "raked_se_treating_weights_as_fixed": _fixed(y, weights),
        "raked_clustered_se": _clustered(y, codes, weights, table["dnum"].to_numpy()),
    }


def _fixed(y: np.ndarray, w: np.ndarray) -> float:
    from analytics.stats.mean import weighted_mean

    sums = (w.sum(), w @ y, w @ y**2, w @ w, w**2 @ y, w**2 @ y**2)
    return weighted_mean(y.size, *map(float, sums)).se


def _clustered(y: np.ndarray, codes: np.ndarray, w: np.ndarray, cluster: np.ndarray) -> float:
    """Residuals from the margins, summed by district."""
    marks = np.hstack([column[:, None] == np.unique(column) for column in codes.T]).astype(float)
    off = y - np.average(y, weights=w)
    left = w * (off - marks @ np.linalg.lstsq(marks, off, rcond=None)[0]) / w.sum()
    sums = np.bincount(np.unique(cluster, return_inverse=True)[1], left)
    return float(np.sqrt(sums.size / (sums.size - 1) * np.sum((sums - sums.mean()) ** 2)))


CHECKER = Checker(
    recompute,
    {"raked_weights_row_order": within(relative=1e-6), "kish_raked.*": within(relative=1e-6)}
    | {"mean_api00.*": within(relative=1e-6), "total_enroll_raked": within(relative=1e-6)},
    frozenset({"margins"}),
)
