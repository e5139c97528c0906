"""Z'Z of the constant, the variables and the outcome, from the rows themselves."""

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import FloatArray


def cross_products(
    columns: npt.ArrayLike, outcome: npt.ArrayLike, weights: npt.ArrayLike | None = None
) -> FloatArray:
    """From rows × variables and the outcome, complete rows only."""
    variables, y = np.asarray(columns, dtype=np.float64), np.asarray(outcome, dtype=np.float64)
    rows = np.column_stack([np.ones(len(y)), variables, y])
    weight = np.ones(len(y)) if weights is None else np.asarray(weights, dtype=np.float64)
    complete = np.isfinite(rows).all(axis=1)
    return np.asarray((rows[complete] * weight[complete, None]).T @ rows[complete])


def contrast_products(
    ratings: npt.ArrayLike, overall: npt.ArrayLike, low: float, high: float
) -> FloatArray:
    """From rows × items and the overall judgement: marks at <= low, >= high; complete rows."""
    answers, judged = np.asarray(ratings, dtype=np.float64), np.asarray(overall, dtype=np.float64)
    complete = np.isfinite(answers).all(axis=1) & np.isfinite(judged)
    answers = answers[complete]
    marks = np.stack([answers <= low, answers >= high], axis=2).reshape(len(answers), -1)
    return cross_products(marks, judged[complete])
