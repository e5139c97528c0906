"""Trends of values and of shares; the straight line and Durbin–Watson come from libraries."""

import numpy as np
import pandas as pd

from analytics.stats.cochran_armitage import cochran_armitage
from analytics.stats.critical_values import student
from analytics.stats.mann_kendall import mann_kendall
from analytics.stats.sen import sen_slope
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.columns import column, named, numbers_in

TIME = r"editions?|years?|time|t|waves?|periods?|score|届次?|年份?"
VALUE = r"value|y|mean|score|overall|satisfaction"
EVENTS = r"repeat\w*|events?|successes|x|yes|returning|came|cases"
TOTAL = r"exhibitors|n|total|trials|base|answers|respondents|firms"


def trend_of_values(case: Case) -> dict:
    table = case.table()
    when = case.setting("time") or column(table, TIME)
    what = case.setting("value") or column(table, VALUE, but=[when])
    both = table[[when, what]].apply(pd.to_numeric, errors="coerce").dropna().sort_values(when)
    time, value = both[when].to_numpy(float), both[what].to_numpy(float)
    trend, slope = mann_kendall(value, time), sen_slope(value, time)
    return {
        "n": len(value),
        "S": trend.s,
        "var_S": trend.variance,
        "Z_cc": trend.z,
        "p_normal": trend.p_normal,
        "p_exact_two_sided": trend.p,
        "tau_b": trend.tau_b,
        "sen_slope": slope.slope,
        "sen_intercept": slope.intercept,
    } | _straight_line(time, value)


def _straight_line(time: np.ndarray, value: np.ndarray) -> dict:
    from scipy.stats import linregress
    from statsmodels.stats.stattools import durbin_watson

    line = linregress(time, value)
    half = student(0.95, len(time) - 2) * line.stderr
    return {
        "ols_slope": line.slope,
        "ols_slope_ci95": [line.slope - half, line.slope + half],
        "ols_p": line.pvalue,
        "durbin_watson": durbin_watson(value - line.intercept - line.slope * time),
    }


def trend_of_shares(case: Case) -> dict:
    table = case.table()
    when = case.setting("time") or column(table, TIME)
    events, total = _events_and_total(table, when)
    held = table.dropna(subset=[when, events, total])
    held = held[held[total] > 0]
    trend = cochran_armitage(held[events], held[total], held[when])
    return {
        "cochran_armitage_chi2": trend.chi_square,
        "p": trend.p,
        "df": 1,
        "heterogeneity_chi2": trend.heterogeneity,
        "heterogeneity_df": trend.heterogeneity_df,
        "heterogeneity_p": trend.heterogeneity_p,
        "departure_from_linear_chi2": trend.departure,
    }


def _events_and_total(table: pd.DataFrame, when: str) -> tuple[str, str]:
    """By name; of the other two columns of numbers, the events are the smaller."""
    events = named(table, EVENTS, but=[when])
    total = named(table, TOTAL, but=[when])
    if events and total:
        return events, total
    first, second = [name for name in numbers_in(table) if name != when][:2]
    return (
        (first, second)
        if (table[first].dropna() <= table[second].dropna()).all()
        else (
            second,
            first,
        )
    )


MANN_KENDALL = Checker(
    trend_of_values,
    settings=frozenset({"time", "value"}),
    keys=(frozenset({"sen_slope"}), frozenset({"var_S"})),
    words=r"mann.?kendall|\bsen\b",
)
COCHRAN_ARMITAGE = Checker(
    trend_of_shares,
    settings=frozenset({"time"}),
    keys=(frozenset({"cochran_armitage_chi2"}),),
    words=r"cochran.?armitage|trend of (shares|proportions)",
)
