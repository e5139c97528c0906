"""Gamma-gamma: from amounts by firm and edition, or from their number and mean by firm."""

import numpy as np
import pandas as pd

from analytics.stats.gamma_gamma import (
    GammaGamma,
    Independence,
    expected_money,
    fit_gamma_gamma,
    independence,
)
from tests.reference.case import Case
from tests.reference.cases.bgbb import same_maximum
from tests.reference.cases.checker import Checker
from tests.reference.cases.retention import WHEN, WHO
from tests.reference.columns import column, named
from tests.reference.comparison import within

MONEY = r"(\w+_)?(fees?|amounts?|money|spend\w*|paid|turnover|revenue|price|value)(_\w+)?|m"


def recompute(case: Case) -> dict:
    firms = _firms(case)
    known = firms[firms["x"] > 0]
    model = fit_gamma_gamma(known["x"], known["m"])
    _check_customers(case, model, firms)
    return {
        "n_used": len(known),
        "params": {"p": model.p, "q": model.q, "c": model.c},
        "at_bound": model.is_at_bound,
        "loglik": model.log_likelihood,
        "population_mean": model.population_mean,
        "independence": _independence(independence(known["x"], known["m"])),
    }


def _independence(result: Independence) -> dict:
    return {
        "n": result.plain.n,
        "pearson": result.plain.r,
        "pearson_ci95": [result.plain.low, result.plain.high],
        "pearson_log_money": result.of_logs.r,
        "spearman": result.by_rank.r,
        "verdict": result.verdict,
    }


def _firms(case: Case) -> pd.DataFrame:
    """By firm: x editions with a known amount above 0, and m their mean (0 without any)."""
    table = case.table()
    who = named(table, WHO) or str(table.columns[0])
    x = named(table, r"x|frequency|n_?paid", but=[who])
    when = named(table, WHEN, but=[who])
    money = column(table, MONEY, but=[who, *filter(None, (when, x))])
    if x is not None and when is None:
        m = pd.to_numeric(table[money]).fillna(0)
        return pd.DataFrame({"x": table[x], "m": m}).set_index(table[who])
    by_edition = [who] if when is None else [who, when]
    amounts = table.assign(paid=pd.to_numeric(table[money]))
    # One edition counts once, however many lines a firm has there.
    per_edition = amounts.groupby(by_edition)["paid"].sum(min_count=1)
    known = (amounts.set_index(who)["paid"] if when is None else per_edition).dropna()
    paid = known[known > 0].groupby(level=0)
    firms = pd.DataFrame({"x": paid.size(), "m": paid.mean()})
    return firms.reindex(sorted(table[who].dropna().unique())).fillna(0)


def _check_customers(case: Case, model: GammaGamma, firms: pd.DataFrame) -> None:
    """The expectation of every firm, which stands in a file of its own."""
    path = case.folder / "expected_customers.csv"
    if not path.is_file():
        return
    printed = case.table(path.name)
    who = named(printed, WHO) or str(printed.columns[0])
    wish = column(printed, r"expected\w*|e_m", but=[who, "x", "m"])
    ours = pd.Series(expected_money(model, firms["x"], firms["m"]), firms.index)
    off = np.abs(ours.reindex(printed[who]).to_numpy() / printed[wish].to_numpy() - 1)
    is_missing_in_both = printed[wish].isna().to_numpy() & ours.reindex(printed[who]).isna()
    if not ((off <= 1e-5) | is_missing_in_both).all():
        raise ValueError(f"expected money of customers is off by {np.nanmax(off):.1e}")


CHECKER = Checker(
    recompute,
    {
        "loglik": same_maximum(),
        "params.*": within(relative=1e-4),
        "population_mean": lambda expected, actual: (
            bool(np.isnan(actual)) if expected is None else abs(actual / expected - 1) <= 1e-5
        ),
    },
    keys=(frozenset({"population_mean"}), frozenset({"p", "q", "c"})),
    words=r"gamma.?gamma",
)
