"""Difference of two proportions; Fisher's exact p comes from SciPy."""

from analytics.stats.proportion import newcombe, wilson
from tests.reference.case import Case
from tests.reference.cases.checker import Checker


def recompute(case: Case) -> dict:
    rows = case.table()[["x1", "n1", "x2", "n2"]].astype(int)
    return {"cases": [_row(*row) for row in rows.itertuples(index=False)]}


def _row(x1: int, n1: int, x2: int, n2: int) -> dict:
    from scipy.stats import fisher_exact

    gap = newcombe(wilson(x1, n1), wilson(x2, n2))
    return {
        "x1": x1,
        "n1": n1,
        "x2": x2,
        "n2": n2,
        "diff": gap.difference,
        "newcombe": [gap.low, gap.high],
        "chi2_nocorr_p": gap.p,
        "fisher_p": fisher_exact([[x1, n1 - x1], [x2, n2 - x2]]).pvalue,
    }


CHECKER = Checker(recompute)
