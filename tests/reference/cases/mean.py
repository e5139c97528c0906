"""Means, intervals with and without finite population correction, top and bottom box."""

import numpy as np
import pandas as pd

from analytics.stats.mean import mean_interval
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.methods.boxes import bottom_box, top_box


def recompute(case: Case) -> dict:
    table = case.table()
    expected = {item: values for item, values in case.expected.items() if isinstance(values, dict)}
    return {item: _item(table[item].dropna(), values["fpc_N"]) for item, values in expected.items()}


def _item(answers: pd.Series, population: int) -> dict:
    sums = len(answers), float(answers.mean()), float(answers.var())
    plain, corrected = mean_interval(*sums), mean_interval(*sums, population=population)
    counts = [int((answers == point).sum()) for point in range(1, 6)]
    return {
        "n": plain.n,
        "mean": plain.mean,
        "sd": plain.sd,
        "se": plain.se,
        "ci95": [plain.low, plain.high],
        "top2box": top_box(counts).share,
        "bottom2box": bottom_box(counts).share,
        "median": float(np.median(answers)),
        "fpc_N": population,
        "se_fpc": corrected.se,
        "ci95_fpc": [corrected.low, corrected.high],
    }


CHECKER = Checker(recompute)
