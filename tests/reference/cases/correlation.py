"""Correlations of a few editions.

R's cor.test is exact for ranks without ties and falls back to the approximation with ties; so does
this check.
"""

from math import factorial

import numpy as np

from analytics.stats.correlation import (
    detrended,
    first_differences,
    kendall,
    leave_one_out,
    pearson,
    smallest_significant_r,
    spearman,
)
from analytics.stats.permutation import permutation_p
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.comparison import within
from tests.reference.methods.bootstrap import bootstrap_correlation


def recompute(case: Case) -> dict:
    names = {key: case.expected[key] for key in ("x", "y", "time")}
    table = case.table()[list(names.values())].dropna()
    x, y, time = (table[name].to_numpy(float) for name in names.values())
    without_trend = detrended(x, y, time)
    return names | {
        "n": len(x),
        "pearson": _pearson(x, y),
        "spearman": {"rho": spearman(x, y).r, "p_cor_test": _rank_p(x, y, "spearman")},
        "kendall": {"tau_b": kendall(x, y).r, "p_cor_test": _rank_p(x, y, "kendall")},
        "exact_permutation_p": _permutations(x, y),
        **_bootstrap(x, y, case.expected.get("bootstrap_pairs_R", 20_000)),
        "leave_one_out_r": leave_one_out(x, y),
        "detrended_pearson": without_trend.r,
        "detrended_df": without_trend.df,
        "detrended_p": without_trend.p,
        "first_difference_pearson": first_differences(x, y, time).r,
        "min_r_significant_05": smallest_significant_r(len(x)),
    }


def _pearson(x: np.ndarray, y: np.ndarray) -> dict:
    wide, narrow = pearson(x, y, 0.95), pearson(x, y, 0.90)
    return {
        "r": wide.r,
        "t": wide.r * (wide.df / (1 - wide.r**2)) ** 0.5,
        "df": wide.df,
        "p_t": wide.p,
        "fisher_ci95": [wide.low, wide.high],
        "fisher_ci90": [narrow.low, narrow.high],
    }


def _rank_p(x: np.ndarray, y: np.ndarray, method: str) -> float:
    has_ties = any(np.unique(values).size < values.size for values in (x, y))
    if not has_ties:
        return permutation_p(x, y, method).two_sided
    return (spearman if method == "spearman" else kendall)(x, y).p


def _permutations(x: np.ndarray, y: np.ndarray) -> dict:
    p_values = {
        method: permutation_p(x, y, method) for method in ("pearson", "spearman", "kendall")
    }
    return {"n_permutations": factorial(len(x))} | {
        method: {"two_sided": p.two_sided, "greater": p.greater} for method, p in p_values.items()
    }


def _bootstrap(x: np.ndarray, y: np.ndarray, draws: int) -> dict:
    interval = bootstrap_correlation(x, y, draws=draws)
    return {
        "bootstrap_percentile95": [interval.percentile_low, interval.percentile_high],
        "bootstrap_bca95": [interval.low, interval.high],
    }


CHECKER = Checker(
    recompute,
    # Drawn on both sides.
    {"bootstrap_*95": within(absolute=0.05)},
    frozenset({"bootstrap_pairs_R", "bootstrap_tolerance"}),
    keys=(frozenset({"exact_permutation_p"}), frozenset({"leave_one_out_r"})),
    words=r"correlation",
)
