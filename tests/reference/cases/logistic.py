"""Logistic regression and calibration against R's glm and rms."""

from typing import Any

import pandas as pd

from analytics.stats.calibration import Calibration, calibration
from analytics.stats.logit import logit, predict
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.comparison import within


def recompute(case: Case) -> dict:
    expected, table = case.expected, case.table()
    outcome, terms = expected["formula"].split(" ~ ")
    x = _dummies(table, terms.split(" + "))
    y, trained = table[outcome].to_numpy(), table[expected["train_flag"]].to_numpy() == 1
    fit = logit(x[trained], y[trained])
    predicted = predict(fit, x)
    test = calibration(predicted[~trained], y[~trained])
    names = ["(Intercept)", *x.columns]
    return {
        "formula": expected["formula"],
        "train_flag": expected["train_flag"],
        "coef": dict(zip(names, fit.coefficients, strict=True)),
        "se": dict(zip(names, fit.se, strict=True)),
        "loglik": fit.log_likelihood,
        "null_deviance": fit.null_deviance,
        "deviance": fit.deviance,
        "aic": fit.aic,
        "apparent": _measures(calibration(predicted[trained], y[trained])),
        "test": _measures(test),
        "test_predictions": predicted[~trained],
        "rms_val_prob_test": {
            "C (ROC)": test.auc.auc,
            "Brier": test.brier,
            "Intercept": test.intercept_with_slope,
            "Slope": test.slope,
        },
    }


def _dummies(table: pd.DataFrame, terms: list[str]) -> pd.DataFrame:
    """As R codes them: `race` is a category, the first one the reference."""
    words: dict[str, Any] = {}
    for term in terms:
        if term != "race":
            words[term] = table[term]
        else:
            words |= {
                f"race{word}": table["race"] == word for word in sorted(table["race"].unique())[1:]
            }
    return pd.DataFrame(words).astype(float)


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
)
