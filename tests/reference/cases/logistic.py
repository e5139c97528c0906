"""Logistic regression and calibration against R's glm and rms."""

from typing import Any

import numpy as np
import pandas as pd

from analytics.stats.calibration import Calibration, calibration
from analytics.stats.logit import logit, predict
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.columns import words
from tests.reference.comparison import within


def recompute(case: Case) -> dict:
    expected, table = case.expected, case.table()
    outcome, terms = (part.strip() for part in expected["formula"].split("~"))
    predictors = [term.strip() for term in terms.split("+")]
    flag = expected.get("train_flag")
    table = table.dropna(subset=[outcome, *predictors, *([flag] if flag else [])])
    x = _dummies(table, predictors, expected["coef"])
    y = _is_one(table[outcome]).astype(float)
    trained = _is_one(table[flag]) if flag else np.ones(len(table), dtype=bool)
    fit = logit(x[trained], y[trained])
    predicted = predict(fit, x)
    test = calibration(predicted[~trained], y[~trained]) if flag else None
    names = ["(Intercept)", *x.columns]
    return {
        "formula": expected["formula"],
        "train_flag": flag,
        "coef": dict(zip(names, fit.coefficients, strict=True)),
        "se": dict(zip(names, fit.se, strict=True)),
        "loglik": fit.log_likelihood,
        "null_deviance": fit.null_deviance,
        "deviance": fit.deviance,
        "aic": fit.aic,
        "apparent": _measures(calibration(predicted[trained], y[trained])),
    } | (_tested(test, predicted[~trained]) if test else {})


def _tested(test: Calibration, predicted: np.ndarray) -> dict:
    return {
        "test": _measures(test),
        "test_predictions": predicted,
        "rms_val_prob_test": {
            "C (ROC)": test.auc.auc,
            "Brier": test.brier,
            "Intercept": test.intercept_with_slope,
            "Slope": test.slope,
        },
    }


def _is_one(values: pd.Series) -> np.ndarray:
    """Yes, however it is written: 1, TRUE, train, or the second of two words."""
    if pd.api.types.is_numeric_dtype(values) or pd.api.types.is_bool_dtype(values):
        return values.to_numpy() == values.max()
    plain = words(values).str.strip().str.lower()
    yes = plain.isin(["1", "true", "yes", "train", "training"])
    return (yes if yes.any() else plain == sorted(plain.unique())[-1]).to_numpy()


def _dummies(table: pd.DataFrame, terms: list[str], coefficients: dict) -> pd.DataFrame:
    """As R codes them: a number has a coefficient by its own name, a category one for each answer
    but the reference.
    """
    columns: dict[str, Any] = {}
    for term in terms:
        if term in coefficients:
            columns[term] = pd.to_numeric(table[term])
        else:
            answers = words(table[term])
            columns |= {
                f"{term}{word}": answers == word
                for word in sorted(answers.unique())
                if f"{term}{word}" in coefficients
            }
    return pd.DataFrame(columns).astype(float)


def _measures(measured: Calibration) -> dict:
    return {
        "n": measured.n,
        "events": measured.events,
        "auc": measured.auc.auc,
        "brier": measured.brier,
        "brier_ref_prevalence": measured.brier_of_base_rate,
        "brier_skill": measured.brier_skill,
        "log_loss": measured.log_loss,
        "calibration_in_the_large_intercept": measured.in_the_large,
        "calibration_slope": measured.slope,
        "calibration_intercept_joint": measured.intercept_with_slope,
        "oe_ratio": measured.observed_to_expected,
        "spiegelhalter_z": measured.spiegelhalter_z,
        "bins_equal_count": [
            {
                "bin": place,
                "n": row_bin.observed.n,
                "mean_p": row_bin.mean_predicted,
                "obs": row_bin.observed.share,
            }
            for place, row_bin in enumerate(measured.bins, start=1)
        ],
        "ece_equal_count": measured.expected_calibration_error,
    }


# R's glm stops when the deviance no longer moves, some 1e-8 before the coefficients have arrived.
CHECKER = Checker(
    recompute,
    {
        "*calibration_*": within(relative=1e-7, absolute=1e-7),
        "rms_val_prob_test.*": within(relative=1e-7),
    }
    | dict.fromkeys(
        ("coef.*", "se.*", "*.mean_p", "test_predictions", "*.spiegelhalter_z"),
        within(relative=1e-7),
    )
    | dict.fromkeys(("*.brier*", "*_ratio", "*.ece_*", "*.log_loss"), within(relative=1e-7)),
    keys=(frozenset({"calibration_slope"}), frozenset({"null_deviance"})),
    words=r"logistic|logit|calibration",
)
