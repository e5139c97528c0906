"""How much exhibitors spend when they come: known amounts, and gamma-gamma where they bear it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from analytics.stats import gamma_gamma
from analytics.stats.gamma_gamma import GammaGamma, Independence
from analytics.stats.mean import mean_interval

if TYPE_CHECKING:
    import pandas as pd

    from analytics.stats.arrays import FloatArray

FIRMS_NEEDED = 10
EXACT = 2000
Way = Literal["model", "own", "none"]
Missing = Literal["", "none", "few", "dependent", "no mean"]


@dataclass(frozen=True, slots=True)
class Amounts:
    """Participations with an amount above 0, of 0, below 0 and in another currency, of all."""

    participations: int
    paid: int
    free: int
    negative: int
    elsewhere: int


@dataclass(frozen=True, eq=False)
class Spending:
    """`by_state`: exhibitors by state and number of known amounts (entry, came, last, paid, firms,
    mean: the sum of their means). `by_times`: by number of known amounts (paid, firms, mean of
    means, low, high). `missing` says why there is no model.
    """

    by_state: pd.DataFrame
    by_times: pd.DataFrame
    amounts: Amounts
    model: GammaGamma | None
    independence: Independence | None
    missing: Missing

    @property
    def way(self) -> Way:
        """By the model; at each exhibitor's own mean where the model is refused; else none."""
        if self.model is not None:
            return "model"
        return "own" if self.missing in ("dependent", "no mean") else "none"

    @property
    def typical(self) -> float:
        """The mean over exhibitors with a known amount, for those without one."""
        known = self.by_state[self.by_state["paid"] > 0]
        return float(known["mean"].sum() / known["firms"].sum()) if len(known) else 0.0

    @property
    def firms_with_money(self) -> int:
        known = self.by_state[self.by_state["paid"] > 0]
        return int(known["firms"].sum())


def spending_of(by_state: pd.DataFrame, known: pd.DataFrame, amounts: Amounts) -> Spending:
    """From exhibitors by state and by size of their amounts, as firms.sql counts them."""
    x = known["paid"].to_numpy(dtype=float)
    counts = known["firms"].to_numpy(dtype=float)
    m = known["mean"].to_numpy(dtype=float) / counts
    empty = Spending(by_state, _by_times(x, m, counts), amounts, None, None, "")
    if counts.sum() < FIRMS_NEEDED:
        return replace(empty, missing="few" if counts.sum() else "none")
    independence = gamma_gamma.independence(x, m, counts)
    if independence.verdict == "refuse":
        return replace(empty, independence=independence, missing="dependent")
    model = gamma_gamma.fit_gamma_gamma(x, m, counts)
    has_mean = model.q > 1
    return replace(
        empty,
        model=model if has_mean else None,
        independence=independence,
        missing="" if has_mean else "no mean",
    )


def _by_times(x: FloatArray, m: FloatArray, counts: FloatArray) -> pd.DataFrame:
    """Means of money by number of known amounts, with their t intervals."""
    import pandas as pd

    rows = []
    for times in np.unique(x):
        size, values = counts[x == times], m[x == times]
        n, mean = int(size.sum()), float(np.average(values, weights=size))
        variance = float(size @ (values - mean) ** 2 / (n - 1)) if n > 1 else 0.0
        estimate = mean_interval(n, mean, variance)
        rows.append(
            {
                "paid": int(times),
                "firms": n,
                "mean": mean,
                "low": estimate.low,
                "high": estimate.high,
            }
        )
    return pd.DataFrame(rows, columns=["paid", "firms", "mean", "low", "high"])
