"""The triangle against R: three indices, the ratio, lags and alarms by held edition."""

import numpy as np
import pandas as pd

from analytics.stats.arrays import FloatArray
from analytics.stats.triangle_balance import (
    FEWEST_EDITIONS,
    alarms,
    lag_of,
    lowest_of,
    side_index,
    spread_of,
)
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.cases.priority import HELD
from tests.reference.cases.retention import WHEN
from tests.reference.columns import named

EXHIBITOR = r"(exhibitors?|firms?|stands?)"
VISITOR = r"(visitors?|attendees?|guests?)"
SATISFACTION, QUALITY = r"(sat|satisfaction|satisfied)", r"(quality|qual)"
MONEY = r".*(turnover|revenue|income|sales).*"
RENEWAL = r".*(renew|retention|repeat|rebook).*"
COUNT = r"(_count|_number|_n)?"
NOT_HELD = {"0", "0.0", "false", "no", "cancelled", "not held", "postponed"}


def recompute(case: Case) -> dict:
    table = case.table()
    editions = named(table, WHEN) or str(table.columns[0])
    held = named(table, HELD)
    if held:
        table = table[~table[held].astype(str).str.strip().str.lower().isin(NOT_HELD)]
    table = table.sort_values(editions, kind="stable")
    sides = [_side(table, EXHIBITOR), _side(table, VISITOR)]
    indices = np.vstack(
        [side_index(*parts) for parts in sides] + [side_index(_numbers(table, MONEY))]
    )
    renewals = _numbers(table, RENEWAL)
    exhibitors, visitors = sides[0][0], sides[1][0]
    rings = alarms(visitors, renewals)
    return {
        "editions": table[editions].tolist(),
        "exhibitor_index": indices[0],
        "visitor_index": indices[1],
        "organiser_index": indices[2],
        "spread": spread_of(indices),
        "lowest": lowest_of(indices),
        "visitors_per_exhibitor": visitors / exhibitors,
        "lags": _lags(visitors, renewals),
        "alarm_editions": table[editions].to_numpy()[rings].tolist(),
    }


def _side(table: pd.DataFrame, side: str) -> list[FloatArray]:
    return [
        _numbers(table, rf"(n_|number_of_|count_)?{side}{COUNT}"),
        *(
            _numbers(table, rf"{side}_{part}|{part}_(of_)?{side}")
            for part in (SATISFACTION, QUALITY)
        ),
    ]


def _numbers(table: pd.DataFrame, pattern: str) -> FloatArray:
    name = named(table, pattern)
    if name is None:
        return np.full(len(table), np.nan)
    return pd.to_numeric(table[name], errors="coerce").to_numpy(float)


def _lags(visitors: FloatArray, renewals: FloatArray) -> list[dict]:
    if len(visitors) < FEWEST_EDITIONS:
        return []
    results = [lag_of(visitors, renewals, lag) for lag in (0, 1, 2)]
    return [
        {"lag": result.lag, "n": result.n, "r": result.r, "p_exact": result.p} for result in results
    ]


CHECKER = Checker(
    recompute,
    settings=frozenset({"base_edition"}),
    keys=(frozenset({"exhibitor_index"}), frozenset({"alarm_editions"})),
    words=r"triangle",
)
