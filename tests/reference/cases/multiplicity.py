"""Adjusted p values; those the product does not offer come from statsmodels.

A missing p belongs to no family: R leaves it missing and counts the others.
"""

import numpy as np

from analytics.stats.multiplicity import benjamini_hochberg, holm
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.columns import column


def recompute(case: Case) -> dict:
    from statsmodels.stats.multitest import multipletests

    table = case.table()
    p = table[column(table, r"p|p_?val(ue)?s?|pvalue|p_raw|raw_p")].to_numpy(float)
    there = np.isfinite(p)

    def over_all(adjusted: np.ndarray) -> np.ndarray:
        values = np.full(p.size, np.nan)
        values[there] = adjusted
        return values

    methods = {"bonferroni": "bonferroni", "hochberg": "simes-hochberg", "BY": "fdr_by"}
    return {key: over_all(multipletests(p[there], method=m)[1]) for key, m in methods.items()} | {
        "holm": over_all(np.asarray(holm(p[there]).p)),
        "BH": over_all(np.asarray(benjamini_hochberg(p[there]).p)),
    }


CHECKER = Checker(
    recompute,
    keys=(frozenset({"holm", "BH"}), frozenset({"BH"})),
    words=r"multiple comparisons|p.?adjust|holm|benjamini",
)
