"""Cross-tabs; R's simulated Fisher test is compared with the product's simulated p."""

import numpy as np
import pandas as pd

from analytics.stats.cross_tab import cross_tab, simulated_p
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.columns import in_order, named, words


def recompute(case: Case) -> dict:
    rows, columns = case.expected["row"], case.expected["col"]
    data = case.table().dropna(subset=[rows, columns])
    expected_table = case.expected.get("table", {})
    table = _counted(case, words(data[rows]), words(data[columns]), data)
    table = table.reindex(
        index=in_order(table.index, expected_table.get("rows", [])),
        columns=in_order(table.columns, expected_table.get("cols", [])),
    )
    counts = table.to_numpy(float)
    tab = cross_tab(counts)
    return {
        "row": rows,
        "col": columns,
        "table": {"rows": table.index.tolist(), "cols": table.columns.tolist(), "values": counts},
        "chi2": tab.chi_square,
        "df": tab.df,
        "p": tab.p,
        "expected": tab.expected,
        "min_expected": tab.expected.min(),
        "cells_expected_lt5": round(tab.share_below_5 * counts.size),
        "adjusted_std_residuals": tab.adjusted_residuals,
        "pearson_residuals": tab.pearson_residuals,
        "cramers_v": tab.cramers_v,
        "cramers_v_bias_corrected": tab.cramers_v_corrected,
        "fisher_p": _fisher(counts),
    }


def _counted(case: Case, down: pd.Series, across: pd.Series, data: pd.DataFrame) -> pd.DataFrame:
    """Counts of rows; or the sum of a column of counts, where each row is a cell already."""
    counts = case.setting("count") or named(data, r"freq(uency)?|counts?")
    if counts is None:
        return pd.crosstab(down, across)
    return data[counts].groupby([down, across]).sum().unstack(fill_value=0)


def simulated(expected: float, actual: float) -> bool:
    """Within 1e-3, or three standard errors of a p drawn 9,999 times where that is more."""
    spread = 3 * (max(expected, 1e-4) * (1 - min(expected, 1 - 1e-4)) / 9_999) ** 0.5
    return abs(expected - actual) <= max(1e-3, 1.5 * spread)


def _fisher(counts: np.ndarray) -> float:
    if counts.shape != (2, 2):
        return simulated_p(counts)
    from scipy.stats import fisher_exact

    return float(fisher_exact(counts.astype(int)).pvalue)


CHECKER = Checker(
    recompute,
    # Simulated on both sides, from 9,999 tables here: three standard errors of such a p.
    {"fisher_p": simulated},
    frozenset({"fisher_method", "count"}),
    keys=(frozenset({"cramers_v"}), frozenset({"adjusted_std_residuals"})),
    words=r"cross.?tab|chi.?square",
)
