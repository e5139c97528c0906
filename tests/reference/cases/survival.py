"""Survival curves against R's survival package.

The curve, the log-log interval, the median and the log-rank test are the product's. The other
intervals and the restricted mean are worked out here from its curve; Peto–Peto and Cox come from
statsmodels.
"""

from typing import Any

import numpy as np
import pandas as pd

from analytics.stats.critical_values import normal
from analytics.stats.kaplan_meier import SurvivalCurve, kaplan_meier, log_rank, median_time
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.columns import in_order, words
from tests.reference.comparison import within


def recompute(case: Case) -> dict:
    names = {key: case.expected.get(key) for key in ("time", "status", "group")}
    rows = _rows(case, names)
    groups = {str(name): part for name, part in rows.groupby("group")}
    groups = {name: groups[name] for name in in_order(groups, _strata(case))}
    curves = {name: kaplan_meier(part["time"], part["status"]) for name, part in groups.items()}
    compared = {} if len(groups) < 2 else _compared(rows, names["group"])
    return (
        names
        | compared
        | {
            "table": [row for name, curve in curves.items() for row in _curve(name, curve)],
            "median_loglog": _medians(curves, names["group"]),
            "rmst": _restricted_means(
                groups,
                curves,
                names["group"],
                case.expected.get("rmst", {}).get("tau", rows["time"].max()),
            ),
        }
    )


def _rows(case: Case, names: dict[str, str | None]) -> pd.DataFrame:
    """Time, status (1 is the event; R also writes 2 for it and 1 for censored) and group."""
    table = case.table()
    rows = pd.DataFrame({key: table[name] for key, name in names.items() if name}).dropna()
    status = rows["status"].astype(float)
    rows["status"] = (status == 2 if status.max() == 2 else status > 0).astype(int)
    if "group" not in rows:
        rows["group"] = "all"
    elif pd.api.types.is_float_dtype(rows["group"]):
        rows["group"] = words(rows["group"])
    return rows


def _strata(case: Case) -> list[str]:
    return list(dict.fromkeys(str(row.get("strata")) for row in case.expected.get("table", [])))


def _compared(rows: pd.DataFrame, group: str) -> dict:
    return {
        "logrank": _log_rank(rows),
        "peto_peto": {"chisq": _peto_peto(rows)},
        "cox_efron": _cox(rows, group, "efron"),
        "cox_breslow": _cox(rows, group, "breslow"),
    }


def _curve(name: str, curve: SurvivalCurve) -> list[dict]:
    columns = {
        "time": curve.time,
        "n_risk": curve.at_risk,
        "n_event": curve.events,
        "surv": curve.survival,
        "se_greenwood": curve.se,
        "loglog_lo": curve.low,
        "loglog_hi": curve.high,
    } | _other_intervals(curve)
    return [{"strata": name} | row for row in pd.DataFrame(columns).to_dict("records")]


def _other_intervals(curve: SurvivalCurve) -> dict[str, np.ndarray]:
    """On the log scale (R's default) and on none, cut off at 0 and 1."""
    z, known = normal(0.95), np.where(curve.survival > 0, curve.survival, np.nan)
    width = z * curve.se / known
    return {
        "log_lo": known * np.exp(-width),
        "log_hi": np.minimum(1, known * np.exp(width)),
        "plain_lo": np.maximum(0, known * (1 - width)),
        "plain_hi": np.minimum(1, known * (1 + width)),
    }


def _medians(curves: dict[str, SurvivalCurve], group: str) -> dict:
    medians = {f"{group}={name}": median_time(curve) for name, curve in curves.items()}
    parts = {"quantile": "time", "lower": "low", "upper": "high"}
    return {
        part: {name: getattr(median, field) for name, median in medians.items()}
        for part, field in parts.items()
    }


def _restricted_means(
    groups: dict[str, pd.DataFrame], curves: dict[str, SurvivalCurve], group: str, tau: float
) -> dict:
    columns = [
        "records",
        "n.max",
        "n.start",
        "events",
        "rmean",
        "se(rmean)",
        "median",
        "0.95LCL",
        "0.95UCL",
    ]
    values = [
        [len(part)] * 3
        + [
            int(part["status"].sum()),
            *_restricted_mean(curves[name], tau),
            *_log_median(curves[name]),
        ]
        for name, part in groups.items()
    ]
    return {
        "tau": tau,
        "matrix": {
            "rows": [f"{group}={name}" for name in groups],
            "cols": columns,
            "values": values,
        },
    }


def _restricted_mean(curve: SurvivalCurve, tau: float) -> list[float]:
    """Area under the curve up to tau, and its standard error."""
    inside = curve.time < tau
    edges = np.concatenate([[0.0], curve.time[inside], [tau]])
    areas = np.diff(edges) * np.concatenate([[1.0], curve.survival[inside]])
    left = areas[::-1].cumsum()[::-1][1:]
    n, d = curve.at_risk[inside], curve.events[inside]
    hazard = np.where(n > d, d / np.where(n > d, n * (n - d), 1), 0)
    return [float(areas.sum()), float(np.sqrt(np.sum(left**2 * hazard)))]


def _log_median(curve: SurvivalCurve) -> list[float]:
    other = _other_intervals(curve)
    on_log_scale = SurvivalCurve(
        curve.time,
        curve.at_risk,
        curve.events,
        curve.survival,
        curve.se,
        other["log_lo"],
        other["log_hi"],
        curve.level,
    )
    median = median_time(on_log_scale)
    return [median.time, median.low, median.high]


def _log_rank(rows: pd.DataFrame) -> dict:
    test = log_rank(rows["time"], rows["status"], rows["group"])
    observed, expected = test.observed, test.expected
    return {
        "chisq": test.chi_square,
        "df": test.df,
        "p": test.p,
        "observed": observed,
        "expected": expected,
    }


def _peto_peto(rows: pd.DataFrame) -> float:
    from statsmodels.duration.survfunc import survdiff

    columns = (rows[name].to_numpy() for name in ("time", "status", "group"))
    return float(survdiff(*columns, weight_type="fh", fh_p=1)[0])


def _cox(rows: pd.DataFrame, group: str, ties: Any) -> dict:
    from statsmodels.duration.hazard_regression import PHReg

    covariates = _dummies(rows["group"], group)
    model = PHReg(
        rows["time"].to_numpy(), covariates.to_numpy(float), rows["status"].to_numpy(), ties=ties
    )
    fit = model.fit(tol=1e-12)
    return {
        "coef": dict(zip(covariates, fit.params, strict=True)),
        "se": dict(zip(covariates, fit.bse, strict=True)),
        "loglik": [model.loglike(np.zeros(covariates.shape[1])), model.loglike(fit.params)],
    }


def _dummies(values: pd.Series, group: str) -> pd.DataFrame:
    """As R codes a covariate: numbers as they are, words against the first of them."""
    if pd.api.types.is_numeric_dtype(values):
        return values.to_frame(group)
    return pd.DataFrame({f"{group}{word}": values == word for word in sorted(values.unique())[1:]})


# R's coxph stops when the likelihood no longer moves, some 1e-9 before the coefficient has arrived.
CHECKER = Checker(
    recompute,
    {"cox_*.coef.*": within(relative=1e-8, absolute=1e-9)},
    keys=(frozenset({"se_greenwood"}), frozenset({"rmst", "logrank"})),
    words=r"kaplan|survival|log.?rank|\bcox\b",
)
