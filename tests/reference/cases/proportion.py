"""Intervals of one proportion; those the product does not offer are worked out here."""

from math import sqrt

import pandas as pd

from analytics.stats.critical_values import normal
from analytics.stats.proportion import wilson
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.columns import column, numbers_in

EVENTS = r"x|k|events?|successes|yes|hits|count|r"
TRIALS = r"n|trials|total|base|size|answers|m"


def recompute(case: Case) -> list | dict:
    table, level = case.table(), case.setting("level", 0.95)
    events, trials = _events_and_trials(table)
    rows = [
        dict(row) | _row(int(row[events]), int(row[trials]), level)
        for row in table.dropna(subset=[events, trials]).to_dict("records")
    ]
    if isinstance(case.expected, list):
        return rows
    where = next(key for key, value in case.expected.items() if isinstance(value, list))
    return {where: rows}


def _events_and_trials(table: pd.DataFrame) -> tuple[str, str]:
    """By name; of two columns of numbers the larger ones are the trials."""
    events = column(table, EVENTS)
    trials = column(table, TRIALS, but=[events])
    if (table[events] > table[trials]).any():
        first, second = numbers_in(table)[:2]
        return (first, second) if (table[first] <= table[second]).all() else (second, first)
    return events, trials


def _row(x: int, n: int, level: float) -> dict:
    from statsmodels.stats.proportion import proportion_confint

    share = wilson(x, n, level)
    exact = proportion_confint(x, n, alpha=1 - level, method="beta")
    return {
        "x": x,
        "n": n,
        "p": share.share,
        "wilson": [share.low, share.high],
        "wilson_cc": [_corrected(x, n, side, level) for side in (-1, 1)],
        "clopper_pearson": list(exact),
        "agresti_coull": _agresti_coull(x, n, level),
        "jeffreys": _jeffreys(x, n, level),
    }


def _corrected(x: int, n: int, side: int, level: float) -> float:
    """R's prop.test with continuity correction."""
    z = normal(level)
    share = x / n + side * min(0.5, abs(x - n / 2)) / n
    if not 0 < share < 1:
        return max(0.0, min(1.0, share))
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return (share + z * z / (2 * n) + side * half) / (1 + z * z / n)


def _agresti_coull(x: int, n: int, level: float) -> list[float]:
    """Not cut off at 0 and 1, unlike that of statsmodels."""
    z = normal(level)
    larger = n + z * z
    share = (x + z * z / 2) / larger
    half = z * sqrt(share * (1 - share) / larger)
    return [share - half, share + half]


def _jeffreys(x: int, n: int, level: float) -> list[float]:
    from statsmodels.stats.proportion import proportion_confint

    low, high = proportion_confint(x, n, alpha=1 - level, method="jeffreys")
    return [0.0 if x == 0 else low, 1.0 if x == n else high]


CHECKER = Checker(
    recompute,
    settings=frozenset({"level"}),
    keys=(frozenset({"wilson", "clopper_pearson"}), frozenset({"wilson"})),
    words=r"wilson|proportion ci|interval of (one|a) proportion",
)
