"""BG/BB: from a table of x, t_x and n with counts, or from participations of firms that entered at
different editions; parameters, predictions by state, the hold-out of the last edition.
"""

from typing import Any

import numpy as np
import pandas as pd

from analytics.stats.arrays import FloatArray
from analytics.stats.bgbb import (
    BgBb,
    expected_of_newcomer,
    fit_bgbb,
    log_likelihood,
    outlook,
)
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.cases.histories import attended
from tests.reference.columns import column, named
from tests.reference.comparison import Rule, within
from tests.reference.methods.come_or_skip import come_or_skip
from tests.reference.methods.transaction_counts import fit_beta_binomial, probabilities

NAMES = ("alpha", "beta", "gamma", "delta")
STATE = ["x", "t_x", "n"]


def same_maximum(slack: float = 1e-6) -> Rule:
    """Not below the expected log likelihood; hardly above it, as that would be another function."""
    return lambda expected, actual: -slack <= actual - expected <= 1e-3


def recompute(case: Case) -> dict:
    firms = _firms(case)
    if firms is None:
        return _of(case, _summary(case))
    whole = _of(case, firms)
    return whole | {"hold_out": _hold_out(case)} if "hold_out" in case.result else whole


def _of(case: Case, firms: pd.DataFrame) -> dict:
    """`firms`: one row a state (x, t_x, n, firms, is_fitted)."""
    fitted = firms[firms["is_fitted"]]
    model = _fit(fitted)
    ahead = outlook(model, *(firms[name] for name in STATE), *_settings(case))
    states = firms.assign(
        p_alive_at_last=ahead.alive_at_last,
        p_alive_next=ahead.alive_next,
        p_comes_next=ahead.comes_next,
        expected_next_k=ahead.expected_next,
        exp_tx=ahead.expected_next,
        dert=ahead.discounted,
        post_mean_p=ahead.mean_p,
        post_mean_theta=ahead.mean_theta,
    )
    return (
        _parameters(model)
        | {
            "n_firms": int(firms["firms"].sum()),
            "n_customers": int(firms["firms"].sum()),
            "n_in_fit": int(fitted["firms"].sum()),
            "n_entered_last": int(firms.loc[firms["n"] == 0, "firms"].sum()),
            "mean_p": model.mean_p,
            "mean_theta": model.mean_theta,
            "by_state": _in_order(states, case.result.get("by_state", [])),
            "expected_at_next": float(ahead.comes_next @ firms["firms"]),
        }
        | _of_newcomers(case, model, fitted)
    )


def _fit(firms: pd.DataFrame) -> BgBb:
    return fit_bgbb(*(firms[name] for name in STATE), firms["firms"])


def _parameters(model: BgBb) -> dict:
    bounds = dict(zip(NAMES, model.at_bound.tolist(), strict=True))
    return {
        "params": {name: getattr(model, name) for name in NAMES},
        "at_bound": bounds,
        "loglik": model.log_likelihood,
    }


def _of_newcomers(case: Case, model: BgBb, firms: pd.DataFrame) -> dict:
    """Numbers that only cases with one entry edition print."""
    result: dict[str, Any] = {}
    for key in case.result:
        if key.startswith("pmf_n"):
            result[key] = probabilities(model, int(key[5:]))
        elif key.startswith("expected_counts_n"):
            result[key] = probabilities(model, int(key[17:])) * firms["firms"].sum()
    result["E_X_n"] = expected_of_newcomer(model, len(case.result.get("E_X_n", [])))
    if "bb_benchmark" in case.result:
        bb = fit_beta_binomial(firms["x"], firms["n"], firms["firms"])
        result["bb_benchmark"] = {"alpha": bb.alpha, "beta": bb.beta, "loglik": bb.log_likelihood}
    published = case.result.get("published", {})
    if set(NAMES) <= set(published):
        printed = BgBb(*(published[n] for n in NAMES), 0.0, 0.0, np.zeros(4, dtype=bool))
        each = log_likelihood(printed, *(firms[name] for name in STATE))
        result["loglik_at_published_params"] = float(each @ firms["firms"])
    return result | {"loglik_at_rounded_published": None}


def _settings(case: Case) -> tuple[int, float]:
    editions = next(
        (case.setting(name) for name in ("next_k", "n_star", "k", "horizon") if case.setting(name)),
        1,
    )
    discount = case.setting("discount_rate", case.setting("discount", 0.1))
    return int(editions), float(discount)


def _summary(case: Case) -> pd.DataFrame:
    table = case.table()
    x = column(table, r"x|frequency|repeat\w*|p1x")
    t_x = column(table, r"t_?x|recency|last\w*", but=[x])
    n = named(table, r"n|n_?cal|opportunities|chances|editions|t_cal", but=[x, t_x])
    n = n or column(table, "n", but=[x, t_x])
    counts = named(table, r"custs?|customers|firms|count|exhibitors|freq|n_\w+", but=[x, t_x, n])
    size = table[counts] if counts else 1
    renamed = table.rename(columns={x: "x", t_x: "t_x", n: "n"})[STATE]
    return (
        renamed.assign(firms=size, is_fitted=True)
        .groupby([*STATE, "is_fitted"], as_index=False)
        .sum()
    )


def _firms(case: Case, editions: int | None = None) -> pd.DataFrame | None:
    """States of the firms seen among the first `editions` held ones; None for a summary."""
    present = attended(case)
    if present is None:
        return None
    seen_so_far = present[:, :editions]
    each = come_or_skip(seen_so_far[seen_so_far.any(axis=1)])
    is_first_ever = case.setting("first_edition_is_first_ever", True)
    states = pd.DataFrame(
        {
            "x": each.x,
            "t_x": each.t_x,
            "n": each.n,
            "is_fitted": (each.entry > 0) | bool(is_first_ever),
        }
    )
    return (
        states.groupby([*STATE, "is_fitted"], as_index=False)
        .size()
        .rename(columns={"size": "firms"})
    )


def _hold_out(case: Case) -> dict:
    """Fitted without the last held edition, on which those who entered before it are judged."""
    present = attended(case)
    before = present[:, :-1].any(axis=1)
    came = present[before, -1]
    firms = _firms(case, editions=-1)
    model = _fit(firms[firms["is_fitted"]])
    each = come_or_skip(present[before, :-1])
    chance: FloatArray = outlook(model, each.x, each.t_x, each.n).comes_next
    return _parameters(model) | {
        "firms": int(before.sum()),
        "expected": float(chance.sum()),
        "came": int(came.sum()),
        "brier": float(np.mean((chance - came) ** 2)),
    }


def _in_order(states: pd.DataFrame, expected: list[dict]) -> list[dict]:
    """States in the order of the case; whatever it does not list stands at the end."""
    rows = {}
    for row in states.to_dict("records"):
        state = tuple(int(row[name]) for name in STATE)
        rows[state] = row | {"firms": row["firms"] + rows.get(state, {"firms": 0})["firms"]}
    order = [tuple(int(row[name]) for name in STATE) for row in expected]
    return [rows.pop(state, {}) for state in order] + list(rows.values())


CHECKER = Checker(
    recompute,
    {
        "loglik_at_published_params": within(relative=1e-9),
        "loglik_at_rounded_published": lambda expected, actual: expected is actual,
        "*loglik": same_maximum(),
        "*params.*": within(relative=1e-4),
        "bb_benchmark.*": within(relative=1e-4),
        # Predictions and averages follow from parameters that agree to 1e-4 at best.
        "by_state.*.firms": lambda expected, actual: expected == actual,
        "by_state.*.*": within(relative=1e-5, absolute=1e-7),
        "mean_*": within(relative=1e-5),
        "expected*": within(relative=1e-5),
        "pmf_*": within(relative=1e-5),
        "E_X_n": within(relative=1e-5),
        "hold_out.expected": within(relative=1e-5),
        "hold_out.brier": within(relative=1e-5),
    },
    settings=frozenset({"n_star", "discount_rate", "next_k", "discount"}),
    keys=(
        frozenset({"alpha", "beta", "gamma", "delta"}),
        frozenset({"p_alive_next", "dert"}),
        frozenset({"p_comes_next"}),
    ),
    words=r"bg/?bb|beta.?geometric.*bernoulli",
)
