"""Cross-tabs; R's simulated Fisher test is compared with the product's simulated p."""

import pandas as pd

from analytics.stats.cross_tab import cross_tab, simulated_p
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.comparison import within


def recompute(case: Case) -> dict:
    rows, columns = case.expected["row"], case.expected["col"]
    data = case.table()
    table = pd.crosstab(data[rows], data[columns])
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
        "fisher_p": simulated_p(counts),
    }


CHECKER = Checker(recompute, {"fisher_p": within(absolute=1e-3)}, frozenset({"fisher_method"}))
