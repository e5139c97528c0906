"""Intervals of one proportion; those the product does not offer are worked out here."""

from math import sqrt

from analytics.stats.critical_values import normal
from analytics.stats.proportion import wilson
from tests.reference.case import Case
from tests.reference.cases.checker import Checker


def recompute(case: Case) -> list:
    return [_row(int(x), int(n)) for x, n in case.table()[["x", "n"]].itertuples(index=False)]


def _row(x: int, n: int) -> dict:
    from statsmodels.stats.proportion import proportion_confint

    share = wilson(x, n)
    return {
        "x": x,
        "n": n,
        "p": share.share,
        "wilson": [share.low, share.high],
        "wilson_cc": [_corrected(x, n, -1), _corrected(x, n, 1)],
        "clopper_pearson": list(proportion_confint(x, n, method="beta")),
        "agresti_coull": _agresti_coull(x, n),
        "jeffreys": _jeffreys(x, n),
    }


def _corrected(x: int, n: int, side: int) -> float:
    """R's prop.test with continuity correction."""
    z = normal(0.95)
    share = x / n + side * min(0.5, abs(x - n / 2)) / n
    if not 0 < share < 1:
        return max(0.0, min(1.0, share))
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return (share + z * z / (2 * n) + side * half) / (1 + z * z / n)


def _agresti_coull(x: int, n: int) -> list[float]:
    """Not cut off at 0 and 1, unlike that of statsmodels."""
    z = normal(0.95)
    larger = n + z * z
    share = (x + z * z / 2) / larger
    half = z * sqrt(share * (1 - share) / larger)
    return [share - half, share + half]


def _jeffreys(x: int, n: int) -> list[float]:
    from statsmodels.stats.proportion import proportion_confint

    low, high = proportion_confint(x, n, method="jeffreys")
    return [0.0 if x == 0 else low, 1.0 if x == n else high]


CHECKER = Checker(recompute)
