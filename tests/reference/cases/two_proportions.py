"""Difference of two proportions; Fisher's exact p comes from SciPy."""

from analytics.stats.proportion import newcombe, wilson
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.columns import named, numbers_in

NAMES = {
    "x1": r"(x|k|events?|yes|successes)_?(1|a)|a_?(x|yes|events?)",
    "n1": r"(n|total|trials|base|size)_?(1|a)|a_?(n|total)",
    "x2": r"(x|k|events?|yes|successes)_?(2|b)|b_?(x|yes|events?)",
    "n2": r"(n|total|trials|base|size)_?(2|b)|b_?(n|total)",
}


def recompute(case: Case) -> dict:
    table, level = case.table(), case.setting("level", 0.95)
    by_name = [named(table, pattern) for pattern in NAMES.values()]
    columns = by_name if all(by_name) else numbers_in(table)[:4]
    rows = table.dropna(subset=columns)
    return {
        "cases": [
            row | _row(*(int(row[name]) for name in columns), level)
            for row in rows.to_dict("records")
        ]
    }


def _row(x1: int, n1: int, x2: int, n2: int, level: float) -> dict:
    from scipy.stats import fisher_exact

    gap = newcombe(wilson(x1, n1, level), wilson(x2, n2, level))
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


CHECKER = Checker(
    recompute,
    settings=frozenset({"level"}),
    keys=(frozenset({"newcombe"}),),
    words=r"newcombe|two proportions|difference of (two )?(shares|proportions)",
)
