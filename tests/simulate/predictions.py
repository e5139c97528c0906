"""The share that will stay away next time, foretold from how far off earlier forecasts were."""

from __future__ import annotations

import numpy as np

from analytics.stats.prediction_interval import Backtest, share_to_come
from tests.simulate.claims import Experiment, Outcome, covers

HERE, TESTS = 600, (2, 3, 4, 6)
"""Exhibitors at an edition, and how many editions were tested."""

SHOCK = 0.25
"""One edition is unlike another by so much, in log-odds: some six points of a third."""


def _share(log_odds: float) -> float:
    return float(1 / (1 + np.exp(-log_odds)))


def _holds(rng: np.random.Generator, tests: int) -> bool:
    """A forecast that knows the usual share, at editions each of their own mind."""
    foretold = _share(rng.normal(-0.7, 0.3))
    usual = np.log(foretold / (1 - foretold))
    came = [
        rng.binomial(HERE, _share(usual + rng.normal(0, SHOCK))) / HERE for _ in range(tests + 1)
    ]
    earlier = [Backtest(foretold, share, HERE) for share in came[:-1]]
    prediction = share_to_come(foretold, HERE, earlier)
    return prediction.low <= came[-1] <= prediction.high


def _draw(rng: np.random.Generator) -> Outcome:
    return {f"tests {count}": _holds(rng, count) for count in TESTS}


EXPERIMENTS = (
    Experiment(
        "predictions, next share",
        {
            f"tests {count}": covers(
                "churn", f"prediction interval of who stays away, {count} editions tested"
            )
            for count in TESTS
        },
        _draw,
    ),
)
