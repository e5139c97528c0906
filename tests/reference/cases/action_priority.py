"""Priorities against R: four factors, two rankings, the delta method and the bootstrap."""

import numpy as np
import pandas as pd

from analytics.stats.action_priority import SUMS, priorities
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.cases.recovery import FIRM
from tests.reference.columns import COUNTER, named, numbers_in
from tests.reference.comparison import Rule
from tests.reference.methods.delta_priority import delta_errors, log_interval, plain_interval

OVERALL = r".*(overall|total_sat|general|satisfaction).*"
MONEY = r".*(turnover|revenue|fee|amount|money|sales|spend|value).*"
RISK = r".*(risk|leav|churn|lapse).*"
YES = {"1", "1.0", "yes", "y", "true", "t", "at risk"}
DRAWS = 20_000


def recompute(case: Case) -> dict:
    table = case.table()
    columns = _columns(table)
    low, high = (float(end) for end in case.setting("scale", (1, 5)))
    threshold = float(case.setting("low", low + (high - low) / 4))
    sums = np.stack(
        [_sums(table, name, columns, threshold) for name in _items(case, table, columns)], axis=1
    )
    result = priorities(sums, (low, high), draws=DRAWS)
    errors = delta_errors(sums, (low, high))
    items = _items(case, table, columns)
    return {
        "n": len(table),
        "worst_rated": items[int(np.nanargmin(result.mean))],
        "rankings_disagree": result.rankings_disagree,
        "items": [
            {
                "item": name,
                "mean": result.mean[at],
                "importance": max(result.importance[at], 0.0),
                "gap": result.gap[at],
                "reach": result.reach[at],
                "stake": result.stake[at],
                "score": result.score.estimate[at],
                "rank_money": int(result.ranks[at]),
                "rank_without_money": int(result.plain_ranks[at]),
                "delta_se": errors[at],
                "delta_ci95": plain_interval(result.score.estimate[at], errors[at]),
                "delta_ci95_log": log_interval(result.score.estimate[at], errors[at]),
                "bootstrap_se": result.score.se[at],
                "bootstrap_ci95": [result.score.low[at], result.score.high[at]],
                "bootstrap_share_first": result.share_first[at],
            }
            for at, name in enumerate(items)
        ],
    }


def _columns(table: pd.DataFrame) -> dict[str, str]:
    names: dict[str, str] = {}
    for key, pattern in (("risk", RISK), ("money", MONEY), ("overall", OVERALL)):
        name = named(table, pattern, but=names.values())
        if name is not None:
            names[key] = name
    return names


def _items(case: Case, table: pd.DataFrame, columns: dict[str, str]) -> list[str]:
    """Those the case lists, else every other column of numbers."""
    listed = [str(row["item"]) for row in case.expected.get("items", [])]
    if listed and set(listed) <= set(map(str, table)):
        return listed
    others = {*columns.values(), named(table, f"{FIRM}|{COUNTER}")}
    return [name for name in numbers_in(table) if name not in others]


def _sums(table: pd.DataFrame, item: str, columns: dict[str, str], low: float) -> np.ndarray:
    """A row a respondent, in the order of SUMS."""
    x = pd.to_numeric(table[item], errors="coerce").to_numpy(float)
    y = pd.to_numeric(table[columns["overall"]], errors="coerce").to_numpy(float)
    money = pd.to_numeric(table[columns["money"]], errors="coerce").fillna(0).to_numpy(float)
    risk = table[columns["risk"]].astype(str).str.strip().str.lower().isin(YES).to_numpy()
    rated = np.isfinite(x)
    both = rated & np.isfinite(y)
    bx, by = np.where(both, x, 0.0), np.where(both, y, 0.0)
    stake = np.where(rated & (x <= low) & risk, money, 0.0)
    parts = [np.ones(len(x)), rated, np.where(rated, x, 0.0), both, bx, by, bx**2, by**2, bx * by]
    assert len(parts) + 1 == len(SUMS)
    return np.column_stack([*parts, stake]).astype(float)


def _resampled(relative: float) -> Rule:
    """Two bootstraps of the same data differ: relatively, and by a hair of the upper end near 0."""

    def agree(expected: object, actual: object) -> bool:
        first, second = np.atleast_1d(expected).astype(float), np.atleast_1d(actual).astype(float)
        slack = relative * np.abs(first) + 0.01 * np.abs(first).max()
        return bool((np.abs(first - second) <= slack).all())

    return agree


CHECKER = Checker(
    recompute,
    rules={
        "items.*.bootstrap_se": _resampled(0.05),
        "items.*.bootstrap_ci95": _resampled(0.08),
        "items.*.bootstrap_share_first": lambda expected, actual: abs(expected - actual) <= 0.03,
    },
    keys=(frozenset({"rank_without_money"}), frozenset({"rankings_disagree"})),
    words=r"priority score",
)
