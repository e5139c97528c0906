"""The map of answers, and the groups on it, made here instead of in a child process."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from analytics.stats.cross_tab import cross_tab
from analytics.stats.mca import mca
from analytics.studies.perception.compute_map import solve as solve_map
from analytics.studies.perception.compute_map import together
from analytics.studies.perception.figures_clusters import PATTERN, structure
from tests.in_process import silent
from tests.simulate.claims import Experiment, Outcome, finds

SIZES, FEW = (5, 4, 3, 2, 3, 4), (4, 3, 3, 2, 4)
"""Categories by question. Of the few questions the last is an outcome: no groups are made by it."""

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
        solved = solve_map(values, Path(name), silent)
    outcome = np.array(solved["table"])[:, sum(FEW[:-1]) :, 0]
    is_stable = solved["k"] > 1 and min(solved["jaccard"]) >= PATTERN
    return {
        "any": solved["beats_chance"],
        "groups": is_stable and structure(solved["silhouette"]) in ("strong", "reasonable"),
        "outcome": cross_tab(outcome).best_p <= 0.05 if solved["k"] > 1 else None,
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
        "any": finds("perception", "groups where answers have nothing in common", "resampled"),
        "groups": finds("perception", "groups that come back and stand apart", "resampled"),
        "outcome": finds("perception", "the outcome differs between groups", "resampled"),
    },
    _grouped,
)

EXPERIMENTS = (PERCEPTION, PERCEPTION_GROUPS)
