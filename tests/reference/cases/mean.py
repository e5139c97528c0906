"""Means, intervals with and without finite population correction, top and bottom box.

The scale's ends are read off the case: its settings, its how.md, otherwise all its answers.
"""

import re

import numpy as np
import pandas as pd

from analytics.stats.mean import mean_interval
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.methods.boxes import bottom_box, top_box


def recompute(case: Case) -> dict:
    table, level = case.table(), case.setting("level", 0.95)
    expected = {
        item: values
        for item, values in case.result.items()
        if isinstance(values, dict) and item in table
    }
    points = scale_points(case, table[list(expected)])
    return {
        item: _item(
            pd.to_numeric(table[item], errors="coerce").dropna(),
            values.get("fpc_N", case.setting("N")),
            points,
            level,
        )
        for item, values in expected.items()
    }


def scale_points(case: Case, answers: pd.DataFrame) -> list[int]:
    """Every point of the scale, lowest first."""
    ends = case.setting("scale")
    written = re.search(r"(?:scale|points?)\D{0,12}(\d+)\s*(?:-|–|to|\.\.)\s*(\d+)", case.how)
    points = re.search(r"(\d+)[- ]point", case.how)
    if isinstance(ends, list) and len(ends) == 2:
        low, high = map(int, ends)
    elif written:
        low, high = map(int, written.groups())
    elif points:
        low, high = 1, int(points.group(1))
    else:
        low, high = min(1, int(answers.min().min())), int(answers.max().max())
    return list(range(low, high + 1))


def _item(answers: pd.Series, population: int | None, points: list[int], level: float) -> dict:
    variance = float(answers.var()) if len(answers) > 1 else 0.0
    sums = len(answers), float(answers.mean()), variance
    plain = mean_interval(*sums, level)
    corrected = mean_interval(*sums, level, population=population)
    counts = [int((answers == point).sum()) for point in points]
    return {
        "n": plain.n,
        "mean": plain.mean,
        "sd": plain.sd,
        "se": plain.se,
        "ci95": [plain.low, plain.high],
        "top2box": top_box(counts).share,
        "bottom2box": bottom_box(counts).share,
        "median": float(np.median(answers)) if len(answers) else np.nan,
        "fpc_N": population,
        "se_fpc": corrected.se,
        "ci95_fpc": [corrected.low, corrected.high],
    }


CHECKER = Checker(
    recompute,
    settings=frozenset({"scale", "N", "level"}),
    keys=(frozenset({"top2box"}), frozenset({"se_fpc"})),
    words=r"\bmean\b.*\b(ci|interval|box|fpc)",
)
