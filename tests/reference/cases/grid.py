"""Importance–performance quadrants."""

from analytics.stats.importance_performance import Crosshair, crosshair, quadrants
from tests.reference.case import Case
from tests.reference.cases.checker import Checker


def recompute(case: Case) -> dict:
    table = case.table()
    both = table["performance"], table["importance"]
    mean, median = crosshair(*both, "mean"), crosshair(*both, "median")
    return {
        "crosshair_mean": _place(mean),
        "quadrant_mean": _names(both, mean),
        "crosshair_median": _place(median),
        "quadrant_median": _names(both, median),
        "gap_p_minus_i": (table["performance"] - table["importance"]).tolist(),
    }


def _place(at: Crosshair) -> dict:
    return {"performance": at.across, "importance": at.up}


def _names(both: tuple, at: Crosshair) -> list:
    return [name and name.replace(" ", "_") for name in quadrants(*both, at)]


CHECKER = Checker(recompute)
