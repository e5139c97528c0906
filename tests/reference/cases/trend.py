"""Trends of values and of shares; the straight line and Durbin–Watson come from libraries."""

import numpy as np

from analytics.stats.cochran_armitage import cochran_armitage
from analytics.stats.critical_values import student
from analytics.stats.mann_kendall import mann_kendall
from analytics.stats.sen import sen_slope
from tests.reference.case import Case
from tests.reference.cases.checker import Checker


def trend_of_values(case: Case) -> dict:
    table = case.table()
    time, value = table["edition"].to_numpy(float), table["value"].to_numpy(float)
    trend, slope = mann_kendall(value, time), sen_slope(value, time)
    return {
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
    trend = cochran_armitage(table["repeaters"], table["exhibitors"], table["edition"])
    return {
        "cochran_armitage_chi2": trend.chi_square,
        "p": trend.p,
        "df": 1,
        "heterogeneity_chi2": trend.heterogeneity,
        "heterogeneity_df": trend.heterogeneity_df,
        "heterogeneity_p": trend.heterogeneity_p,
        "departure_from_linear_chi2": trend.departure,
    }


MANN_KENDALL = Checker(trend_of_values)
COCHRAN_ARMITAGE = Checker(trend_of_shares)
