"""Risk of leaving, learnt here instead of in a child process."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from analytics.customers.risk.model import solve
from analytics.customers.risk.periods import write
from analytics.customers.risk.terms import RAW
from analytics.stats.multiplicity import holm
from tests.in_process import silent
from tests.simulate.claims import Experiment, Outcome, covers, finds
from tests.simulate.invented_ratings import within

HERE, LAST, STEPS = 220, 4, 4
SATISFACTION, COMPLAINT = -0.4, 0.8


def _rows(rng: np.random.Generator, place: int, is_known: bool) -> dict[str, np.ndarray]:
    """Exhibitors of one edition; a third gave no rating, which is a sign of its own."""
    overall = rng.choice(5, HERE, p=(0.05, 0.12, 0.25, 0.38, 0.2)) / 4
    overall[rng.random(HERE) < 0.33] = np.nan
    tenure, complained = rng.integers(0, place, HERE), (rng.random(HERE) < 0.2).astype(float)
    area = np.log2(rng.choice([9.0, 18.0, 36.0, 72.0], HERE))
    odds = np.full(HERE, -0.3)
    if is_known:
        rated = np.where(np.isnan(overall), 0.0, (overall - 0.5) * STEPS)
        odds += (
            SATISFACTION * rated
            + 0.3 * np.isnan(overall)
            + COMPLAINT * complained
            - 0.3 * np.log2(1 + tenure)
        )
    away = (rng.random(HERE) < 1 / (1 + np.exp(-odds))).astype(float)
    return {
        "place": np.full(HERE, float(place)),
        "stayed_away": np.full(HERE, np.nan) if place == LAST else away,
        "overall": overall,
        "editions_before": tenure.astype(float),
        "after_gap": np.zeros(HERE),
        "area": area,
        "fee_change": rng.normal(0, 0.5, HERE),
        "turnover_change": rng.normal(0, 0.7, HERE),
        "complained": complained,
        "industry": np.zeros(HERE),
        "stake": rng.lognormal(11, 1, HERE),
    }


def _model(rng: np.random.Generator, is_known: bool) -> dict[str, Any]:
    parts = [_rows(rng, place, is_known) for place in range(1, LAST + 1)]
    columns = {
        name: pa.array(np.concatenate([part[name] for part in parts]).astype(np.float32))
        for name in RAW
    }
    columns["exhibitor_id"] = pa.array([f"c:{number}" for number in range(LAST * HERE)])
    with tempfile.TemporaryDirectory() as name:
        write([pa.RecordBatch.from_pydict(columns)], Path(name), LAST)
        return solve({"last": LAST, "steps": STEPS, "industries": 0}, Path(name), silent)


def _churn_nothing(rng: np.random.Generator) -> Outcome:
    solved = _model(rng, is_known=False)
    last = solved["tests"][-1]
    ratio = [coefficient["p"] for coefficient in solved["coefficients"]]
    return {"terms": bool((holm(ratio).p < 0.05).any()), "beats": last["gain_low"] > 0}


def _churn_known(rng: np.random.Generator) -> Outcome:
    solved = _model(rng, is_known=True)
    by_name = dict(zip(solved["columns"], solved["coefficients"], strict=True))
    liked, upset = by_name["satisfaction"], by_name["complained"]
    return {
        "satisfaction": within(liked["low"], SATISFACTION, liked["high"]),
        "complaint": within(upset["low"], COMPLAINT, upset["high"]),
    }


CHURN_NOTHING = Experiment(
    "churn, nothing",
    {
        "terms": finds("churn", "any reason to stay away (Holm)"),
        "beats": finds("churn", "the model does better than the base rate"),
    },
    _churn_nothing,
)
CHURN_KNOWN = Experiment(
    "churn, known",
    {
        "satisfaction": covers("churn", "log-odds of a step of satisfaction"),
        "complaint": covers("churn", "log-odds of a complaint"),
    },
    _churn_known,
)

EXPERIMENTS = (CHURN_NOTHING, CHURN_KNOWN)
