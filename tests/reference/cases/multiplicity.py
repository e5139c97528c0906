"""Adjusted p values; those the product does not offer come from statsmodels."""

from analytics.stats.multiplicity import benjamini_hochberg, holm
from tests.reference.case import Case
from tests.reference.cases.checker import Checker


def recompute(case: Case) -> dict:
    from statsmodels.stats.multitest import multipletests

    p = case.table()["p"].to_numpy()
    return {
        "bonferroni": multipletests(p, method="bonferroni")[1],
        "holm": holm(p).p,
        "hochberg": multipletests(p, method="simes-hochberg")[1],
        "BH": benjamini_hochberg(p).p,
        "BY": multipletests(p, method="fdr_by")[1],
    }


CHECKER = Checker(recompute)
