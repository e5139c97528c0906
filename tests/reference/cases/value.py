"""Value classes by present and potential value, and the four indices of each exhibitor."""

import numpy as np
import pandas as pd

from analytics.stats import value_classes as value
from tests.reference.case import Case
from tests.reference.cases.abc import MONEY
from tests.reference.cases.checker import Checker
from tests.reference.columns import column, named

CLASSES = ("valued", "secondary", "promising", "low")
RETURN = r"(p|prob|probability)_(of_)?(return|coming|comes?_next|next|back|stay).*|retention|r"
ATTENDED, POSSIBLE = r"attended|came|editions_attended", r"possible|editions_possible"
OVERALL, INTENTION = r"overall.*|satisfaction|satisfied", r"intention.*|intent"


def recompute(case: Case) -> dict:
    table = case.table()
    current, potential = _values(case, table)
    composite = _composite(case, table, current, potential)
    by_cut = {}
    for cut in ("median", "mean"):
        classes, now, later = value.value_classes(current, potential, cut)
        by_cut[cut] = (classes, now, later)
    classes, now, later = by_cut["median"]
    is_classed = classes >= 0
    at_the_cut = np.isclose(current, now, rtol=1e-9, atol=0) | np.isclose(
        potential, later, rtol=1e-9, atol=0
    )
    return {
        "n": len(table),
        "n_classed": int(is_classed.sum()),
        **{
            key: entry
            for cut, (codes, now_cut, later_cut) in by_cut.items()
            for key, entry in (
                (f"cut_{cut}", {"current": now_cut, "potential": later_cut}),
                (f"counts_{cut}", _counts(codes)),
                (f"money_share_{cut}", _shares(codes, current + potential)),
            )
        },
        "n_composite": int(np.isfinite(composite).sum()),
        "composite_mean": float(np.nanmean(composite)),
        "at_the_cut_median": int((at_the_cut & is_classed).sum()),
    }


def _values(case: Case, table: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    money, chance = _column(table, MONEY), _column(table, RETURN)
    worth = value.annuity(
        chance, float(case.setting("discount", 0.0)), int(case.setting("horizon", 5))
    ) * float(case.setting("margin", 1.0))
    gains = [name for name in table if str(name).lower().startswith("gain_")]
    expected = sum(
        _numbers(table, str(name).replace("gain_", "p_", 1)) * _numbers(table, str(name))
        for name in gains
    )
    return worth * money, worth * np.asarray(expected, dtype=float)


def _composite(
    case: Case, table: pd.DataFrame, current: np.ndarray, potential: np.ndarray
) -> np.ndarray:
    scale = case.setting("scale", (1, 5))
    lowest, highest = case.setting("intention_scale", scale)
    intention = value.rescaled(_column(table, INTENTION), lowest, highest)
    behaviour = 100 * _column(table, ATTENDED) / _column(table, POSSIBLE)
    indices = np.column_stack(
        [
            value.rescaled(_column(table, OVERALL), *scale),
            (intention + behaviour) / 2,
            100 * _column(table, RETURN),
            value.mid_rank_percentile(current + potential),
        ]
    )
    weights = np.asarray(case.setting("weights", [0.25] * 4), dtype=float)
    return value.composite(indices, weights)


def _column(table: pd.DataFrame, pattern: str) -> np.ndarray:
    return _numbers(table, named(table, pattern) or column(table, pattern))


def _numbers(table: pd.DataFrame, name: str) -> np.ndarray:
    return pd.to_numeric(table[name], errors="coerce").to_numpy(float)


def _counts(classes: np.ndarray) -> dict[str, int]:
    return {name: int((classes == code).sum()) for code, name in enumerate(CLASSES)}


def _shares(classes: np.ndarray, worth: np.ndarray) -> dict[str, float]:
    total = worth[classes >= 0].sum()
    return {name: float(worth[classes == code].sum() / total) for code, name in enumerate(CLASSES)}


CHECKER = Checker(
    recompute,
    settings=frozenset({"margin", "discount", "horizon", "scale", "intention_scale", "weights"}),
    keys=(
        frozenset({"cut_median"}),
        frozenset({"counts_median"}),
        frozenset({"composite_mean"}),
        frozenset({"n_composite"}),
    ),
    words=r"value matrix|four indices",
)
