"""Risk of leaving, and the map of answers: the heavy parts, run here instead of in their child
processes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from analytics.stats.cross_tab import cross_tab
from analytics.stats.mca import mca
from analytics.stats.multiplicity import holm
from analytics.studies.churn.periods import write
from analytics.studies.churn.solve import solve
from analytics.studies.churn.terms import RAW
from analytics.studies.perception.group_figures import PATTERN, structure
from analytics.studies.perception.solve import solve as solve_map
from analytics.studies.perception.solve import together
from tests.simulate.claims import Experiment, Outcome, covers, finds
from tests.simulate.drawn import within

HERE, LAST, STEPS = 220, 4, 4
SATISFACTION, COMPLAINT = -0.4, 0.8


def _silent(_: float, __: str) -> None:
    """Nobody waits for the progress."""


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


def _solved(rng: np.random.Generator, is_known: bool) -> dict[str, Any]:
    parts = [_rows(rng, place, is_known) for place in range(1, LAST + 1)]
    columns = {
        name: pa.array(np.concatenate([part[name] for part in parts]).astype(np.float32))
        for name in RAW
    }
    columns["exhibitor_id"] = pa.array([f"c:{number}" for number in range(LAST * HERE)])
    with tempfile.TemporaryDirectory() as name:
        write([pa.RecordBatch.from_pydict(columns)], Path(name), LAST)
        return solve({"last": LAST, "steps": STEPS, "industries": 0}, Path(name), _silent)


def _churn_nothing(rng: np.random.Generator) -> Outcome:
    found = _solved(rng, is_known=False)
    last = found["tests"][-1]
    ratio = [coefficient["p"] for coefficient in found["coefficients"]]
    return {"terms": bool((holm(ratio).p < 0.05).any()), "beats": last["gain_low"] > 0}


def _churn_known(rng: np.random.Generator) -> Outcome:
    found = _solved(rng, is_known=True)
    by_name = dict(zip(found["columns"], found["coefficients"], strict=True))
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

SIZES, FEW = (5, 4, 3, 2, 3, 4), (4, 3, 3, 2, 4)
"""Categories by question. Of the few questions the last is an outcome, which takes no part in making the groups."""
ANSWERING = 300


def _codes(rng: np.random.Generator, sizes: Sequence[int]) -> np.ndarray:
    """Answers to questions that have nothing to do with each other."""
    chances = [rng.dirichlet(np.full(size, 8.0)) for size in sizes]
    return np.column_stack([rng.choice(len(p), ANSWERING, p=p) for p in chances])


def _tables(
    codes: np.ndarray, sizes: Sequence[int], weight: np.ndarray | None = None
) -> np.ndarray:
    marks = np.concatenate([np.eye(size)[codes[:, at]] for at, size in enumerate(sizes)], axis=1)
    return np.asarray(marks.T @ (marks if weight is None else marks * weight[:, None]))


def _map(rng: np.random.Generator) -> Outcome:
    """Everybody once; a quarter as many, who give the same answers at four editions; and answers
    that count by the first one.
    """
    once, again = _codes(rng, SIZES), np.repeat(_codes(rng, SIZES)[: ANSWERING // 4], 4, axis=0)
    raked = _codes(rng, SIZES)
    weight = rng.uniform(0.4, 2.0, SIZES[0])[raked[:, 0]]
    scaled = weight * weight.sum() / (weight @ weight)
    return {
        "map": together(mca(_tables(once, SIZES), list(SIZES), 5)) <= 0.05,
        "several": together(mca(_tables(again, SIZES), list(SIZES), 5), 1 / 4) <= 0.05,
        "weighted": together(mca(_tables(raked, SIZES, scaled), list(SIZES), 5)) <= 0.05,
    }


def _grouped(rng: np.random.Generator) -> Outcome:
    codes = _codes(rng, FEW)
    with tempfile.TemporaryDirectory() as name:
        np.save(Path(name) / "tables.npy", _tables(codes, FEW))
        np.save(Path(name) / "sample.npy", codes + 1)
        np.save(Path(name) / "weight.npy", np.ones(ANSWERING))
        values = {"sizes": list(FEW[:-1]), "placed": [FEW[-1]], "k": None, "worth": 1.0}
        found = solve_map(values, Path(name), _silent)
    outcome = np.array(found["table"])[:, sum(FEW[:-1]) :, 0]
    is_stable = found["k"] > 1 and min(found["jaccard"]) >= PATTERN
    return {
        "groups": is_stable and structure(found["silhouette"]) in ("strong", "reasonable"),
        "outcome": cross_tab(outcome).best_p <= 0.05 if found["k"] > 1 else None,
    }


PERCEPTION = Experiment(
    "perception, map",
    {
        "map": finds("perception", "answers to different questions go together"),
        "several": finds("perception", "they do, exhibitors several times"),
        "weighted": finds("perception", "they do, answers weighted"),
    },
    _map,
)
PERCEPTION_GROUPS = Experiment(
    "perception, groups",
    {
        "groups": finds("perception", "groups that come back and stand apart", "resampled"),
        "outcome": finds("perception", "the outcome differs between groups", "resampled"),
    },
    _grouped,
)

EXPERIMENTS = (CHURN_NOTHING, CHURN_KNOWN, PERCEPTION, PERCEPTION_GROUPS)
