"""Key drivers from the correlation matrix; the coefficients from cross-products. Pratt's measure is
worked out here.

With a column of weights everything but the rank correlation takes them, as R's lm and cov.wt do; a
row without weight, or with weight 0, is no answer.
"""

from collections.abc import Iterable

import numpy as np

from analytics.stats.correlation import spearman
from analytics.stats.least_squares import least_squares
from analytics.stats.lmg import general_dominance
from analytics.stats.pairwise import pairwise_correlations
from analytics.stats.relative_weights import relative_weights, shares_of
from analytics.stats.standardised_betas import importance
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.stats.oracles.cross_products import cross_products
from tests.stats.oracles.pair_sums import pair_sums


def recompute(case: Case) -> dict:
    outcome, names = case.expected["y"], case.expected["predictors"]
    weight = case.setting("weights")
    used = case.table()[[*names, outcome, *([weight] if weight else [])]].dropna()
    used = used[used[weight] > 0] if weight else used
    rows = used[[*names, outcome]].to_numpy(float)
    weights = used[weight].to_numpy(float) if weight else None
    correlations = pairwise_correlations(pair_sums(rows, weights))
    r_xx, r_xy = correlations[:-1, :-1], correlations[:-1, -1]
    plain = importance(r_xx, r_xy)

    def by_name(values: Iterable) -> dict:
        return dict(zip(names, values, strict=True))

    return {
        "y": outcome,
        "predictors": names,
        "n_used": len(rows),
        "r": by_name(plain.r),
        "spearman": by_name(spearman(column, rows[:, -1]).r for column in rows[:, :-1].T),
        "R2": plain.r_squared,
        "std_beta": by_name(plain.std_beta),
        "vif": by_name(plain.vif),
        "pratt": by_name(plain.std_beta * plain.r),
        **_weights(r_xx, r_xy, names),
        **_coefficients(rows, weights, names),
    }


def _weights(r_xx: np.ndarray, r_xy: np.ndarray, names: list[str]) -> dict:
    johnson, dominance = relative_weights(r_xx, r_xy), general_dominance(r_xx, r_xy)
    conditional = {"rows": names, "cols": list(range(len(names))), "values": dominance.conditional}
    by_item = {
        "johnson_rw": johnson,
        "johnson_rw_pct": 100 * shares_of(johnson),
        "lmg": dominance.weights,
        "lmg_pct": 100 * shares_of(dominance.weights),
        "last_in": dominance.last_in,
        "first_in": dominance.first_in,
    }
    return {"conditional_dominance": conditional} | {
        key: dict(zip(names, values, strict=True)) for key, values in by_item.items()
    }


def _coefficients(rows: np.ndarray, weights: np.ndarray | None, names: list[str]) -> dict:
    fit = least_squares(cross_products(rows[:, :-1], rows[:, -1], weights), len(rows))
    columns = {"b": fit.coefficients, "se": fit.se, "t": fit.t, "p": fit.p}
    return {"adjR2": fit.adjusted_r_squared} | {
        key: dict(zip(["(Intercept)", *names], values, strict=True))
        for key, values in columns.items()
    }


CHECKER = Checker(
    recompute,
    settings=frozenset({"weights", "listwise_deletion"}),
    keys=(frozenset({"johnson_rw"}), frozenset({"lmg"}), frozenset({"std_beta", "vif"})),
    words=r"drivers?|relative weights|lmg|derived importance",
)
