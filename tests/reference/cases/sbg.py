"""sBG: from columns of survivors (percentages or counts), from cohorts, or from participations."""

import numpy as np
import pandas as pd

from analytics.stats.arrays import FloatArray
from analytics.stats.retention import transitions
from analytics.stats.sbg import (
    Sbg,
    discounted_lifetime,
    fit_sbg,
    retention_rates,
    survival,
)
from tests.reference.case import Case
from tests.reference.cases.bgbb import same_maximum
from tests.reference.cases.checker import Checker
from tests.reference.cases.histories import attended
from tests.reference.columns import named, numbers_in
from tests.reference.comparison import within

PERIOD = r"years?|editions?|periods?|t|time|age|届次?|年份?"
COHORT = r"cohorts?|entry|start\w*|first\w*"


def recompute(case: Case) -> dict:
    table, result = case.table(), case.result
    segments = [name for name, part in result.items() if isinstance(part, dict) and "alpha" in part]
    if segments:
        return {name: _of(case, *_series(case, table[name]), result[name]) for name in segments}
    present = attended(case)
    if present is not None:
        steps = transitions(
            present, with_first_edition=bool(case.setting("first_edition_is_first_ever", True))
        )
        return _of(case, steps.at_risk, steps.left, result)
    if named(table, COHORT):
        return _of(case, *_cohorts(table), result)
    period = named(table, PERIOD)
    survivors = next(name for name in numbers_in(table) if name != period)
    return _of(case, *_series(case, table[survivors]), result)


def _series(case: Case, left_of_all: pd.Series) -> tuple[FloatArray, FloatArray]:
    """At risk and left by step, from those still there after 0, 1, … periods."""
    still = left_of_all.dropna().to_numpy(dtype=float)
    customers = case.setting("customers")
    if customers and still[0] in (1.0, 100.0):
        still = still / still[0] * customers
    return still[:-1], still[:-1] - still[1:]


def _cohorts(table: pd.DataFrame) -> tuple[FloatArray, FloatArray]:
    """One row a cohort, its survivors from left to right; blanks are still to come."""
    cohort = named(table, COHORT)
    still = table[[name for name in numbers_in(table) if name != cohort]].to_numpy(dtype=float)
    is_observed = np.isfinite(still[:, 1:])
    at_risk = np.where(is_observed, still[:, :-1], 0).sum(axis=0)
    return at_risk, at_risk - np.where(is_observed, still[:, 1:], 0).sum(axis=0)


def _of(case: Case, at_risk: FloatArray, left: FloatArray, expected: dict) -> dict:
    model: Sbg = fit_sbg(at_risk, left)
    steps = len(expected.get("retention") or expected.get("survival") or [])
    discount = float(case.setting("discount_rate", case.setting("discount", 0.1)))
    numbers = {"alpha": model.alpha, "beta": model.beta}
    return numbers | {
        "params": numbers,
        "loglik": model.log_likelihood,
        "at_bound": model.is_at_bound,
        "mean_chance_to_leave": model.mean_leaving,
        "retention": retention_rates(model, steps),
        "survival": survival(model, steps),
        "discounted_expected_lifetime": discounted_lifetime(model, discount),
        "n_firms": model.firms,
        "n_in_fit": model.firms,
    }


CHECKER = Checker(
    recompute,
    {
        "*loglik": same_maximum(),
        "*alpha": within(relative=1e-4),
        "*beta": within(relative=1e-4),
        # What follows from the parameters agrees no better than they do.
        "*mean_chance_to_leave": within(relative=1e-5),
        "*retention": within(relative=1e-5),
        "*survival": within(relative=1e-5),
        "*discounted_expected_lifetime": within(relative=1e-5),
    },
    settings=frozenset({"discount_rate", "customers", "horizon", "discount"}),
    keys=(
        frozenset({"mean_chance_to_leave"}),
        frozenset({"discounted_expected_lifetime"}),
    ),
    words=r"\bsbg\b|shifted.?beta",
)
