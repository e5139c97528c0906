"""Gaussian mixtures against mclust.

EM finds local optima: a higher likelihood than R's is welcome, a lower one by more than 0.05 is
not. Weights are compared where both found the same optimum; elsewhere they only have to add up.
"""

from typing import Any

import numpy as np
import pandas as pd

from analytics.stats.mixture import mixture
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.comparison import at_least, at_most

SLACK = 0.05


def recompute(case: Case) -> dict:
    columns, shapes = case.expected["columns"], case.expected["map"]
    rows, classes = (
        case.table()[columns].dropna(),
        [key for key in case.expected if key[0] == "G" and key[1:].isdigit()],
    )
    return {"columns": columns, "map": shapes} | {
        key: {
            name: _fit(rows, int(key[1:]), shape, case.expected[key][name])
            for name, shape in shapes.items()
        }
        for key in classes
    }


def _fit(rows: pd.DataFrame, k: int, shape: Any, expected: dict) -> dict:
    fit = mixture(rows, k, shape)
    is_same = abs(fit.log_likelihood - expected["loglik"]) < SLACK
    return {
        "loglik": fit.log_likelihood,
        "df": fit.parameters,
        "bic_mclust": -fit.bic,
        "bic_sklearn": fit.bic,
        "pro": {"weights": fit.weights, "is_same_optimum": is_same},
    }


def same_weights(expected: list[float], actual: dict) -> bool:
    weights = np.asarray(actual["weights"])
    if not actual["is_same_optimum"]:
        return weights.size == len(expected) and bool(np.isclose(weights.sum(), 1))
    return bool(np.allclose(weights, sorted(expected, reverse=True), atol=0.01))


CHECKER = Checker(
    recompute,
    {
        "G*.loglik": at_least(SLACK),
        "G*.bic_mclust": at_least(2 * SLACK),
        "G*.bic_sklearn": at_most(2 * SLACK),
        "G*.pro": same_weights,
    },
    keys=(frozenset({"bic_mclust"}), frozenset({"bic_sklearn"})),
    words=r"mixture|mclust|gmm",
)
