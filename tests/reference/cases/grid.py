"""Importance–performance quadrants."""

from analytics.stats.importance_performance import Crosshair, crosshair, quadrants
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.columns import column

IMPORTANCE = r"i|.*(imp|stated|derived|weight|重要).*"
PERFORMANCE = r"p|.*(perf|satisf|mean|rating|score|表现|满意).*"


def recompute(case: Case) -> dict:
    table = case.table()
    importance = column(table, IMPORTANCE)
    performance = column(table, PERFORMANCE, but=[importance])
    both = table[performance].astype(float), table[importance].astype(float)
    mean, median = crosshair(*both, "mean"), crosshair(*both, "median")
    return {
        "crosshair_mean": _place(mean),
        "quadrant_mean": _names(both, mean),
        "crosshair_median": _place(median),
        "quadrant_median": _names(both, median),
        "gap_p_minus_i": (both[0] - both[1]).tolist(),
    }


def _place(at: Crosshair) -> dict:
    return {"performance": at.across, "importance": at.up}


def _names(both: tuple, at: Crosshair) -> list:
    return [name and name.replace(" ", "_") for name in quadrants(*both, at)]


CHECKER = Checker(
    recompute,
    keys=(frozenset({"quadrant_mean"}), frozenset({"crosshair_mean"})),
    words=r"\bipa\b|importance.?performance|quadrant",
)
