"""The heavy part, in a child process: criteria for every k, the grouping, its stability, the map.

Method: z-scores (divisor n − 1); criteria on a sample of 4,000, stability on one of 1,000 with 100
resamples; the grouping on all (see `compute_clusters`); the map is the first two principal axes of
the correlation matrix. Seeds are fixed: the same data give the same segments. Assumption: features
count alike. For mixtures whole numbers are spread evenly over ± 0.5, or each value would be a
class. Source: Hotelling 1933 for the axes; the criteria as in `compute_choice`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from math import nan
from pathlib import Path
from typing import Any

import numpy as np

from analytics.stats.arrays import FloatArray, IntArray
from analytics.stats.cluster_order import by_size
from analytics.stats.criteria_for_k import (
    Choice,
    ChoiceRow,
    calinski_harabasz,
    choose_k,
    silhouettes,
)
from analytics.stats.kmeans import distinct_rows
from analytics.stats.mixture import Covariance, MixtureFit
from analytics.stats.shuffled_columns import beats_shuffled
from analytics.stats.stability import stability_of
from analytics.stats.standardise import z_scores
from analytics.studies.segments.compute_choice import Criteria, Decision, decide
from analytics.studies.segments.compute_cluster_methods import (
    SEED,
    Way,
    clusterer,
    group,
    mixtures,
    sample,
)
from analytics.wording import phrase

K_MAX = 8
CRITERIA_ROWS = 4_000
STABILITY_ROWS = 1_000
MIXTURE_ROWS = 1_000
RESAMPLES = 100
REFERENCES = 20
MAP_ROWS = 5_000
SHUFFLED_ROWS = 500
STEPS = (
    phrase("Comparing numbers of segments"),
    phrase("Grouping all exhibitors"),
    phrase("Testing how stable the segments are"),
)

Report = Callable[[float, str], None]


def solve(values: dict[str, Any], folder: Path, report: Report) -> dict[str, Any]:
    """Reads `features.npy` (exhibitors × features), writes `labels.npy`, `map.npy` and
    `map_rows.npy`.

    `values`: way ('kmeans', 'mixture', 'ward'), k (None: by the rule), counts (which features are
    whole numbers).
    """
    way: Way = values["way"]
    rows = z_scores(_spread(np.load(folder / "features.npy"), values["counts"], way))
    report(0.02, STEPS[0])
    used = rows[sample(len(rows), MIXTURE_ROWS if way == "mixture" else CRITERIA_ROWS)]
    choice = choose_k(used, min(K_MAX, len(used) - 1), references=REFERENCES, seed=SEED)
    table, shapes = _table(used, choice, way, report)
    decision = against_shuffled(rows, way, table, decide(table, choice.k_by_gap, values["k"]))
    report(0.9, STEPS[1])
    labels = group(rows, way, decision.k, shapes[decision.k])
    np.save(folder / "labels.npy", labels)
    report(0.95, STEPS[2])
    return {
        "k": int(labels.max()) + 1,
        "reason": decision.reason,
        "table": [asdict(row) for row in table],
        "k_by_gap": choice.k_by_gap,
        "criteria_rows": len(used),
        "jaccard": _jaccard(rows, labels, way, shapes[decision.k]),
        "axes": _draw_map(rows, folder),
    }


def against_shuffled(
    rows: FloatArray, way: Way, table: list[Criteria], decision: Decision
) -> Decision:
    """One group, where shuffled features fall into groups as well apart as those found."""
    if decision.reason != "found":
        return decision
    used = rows[sample(len(rows), SHUFFLED_ROWS)]
    ks = [decision.k] if way == "mixture" else [row.k for row in table if row.k > 1]

    def best(values: FloatArray) -> float:
        return max(_silhouette(values, way, k) for k in ks)

    is_more = beats_shuffled(used, best, _silhouette(used, way, decision.k), SEED)
    return decision if is_more else Decision(1, "shuffled")


def _silhouette(rows: FloatArray, way: Way, k: int) -> float:
    return _apart(rows, clusterer(way, k, "full", starts=3)(rows, SEED))[0]


def _spread(rows: FloatArray, counts: list[bool], way: Way) -> FloatArray:
    if way != "mixture":
        return rows
    shift = np.random.default_rng(SEED).uniform(-0.5, 0.5, rows.shape)
    return np.asarray(rows + shift * np.array(counts, dtype=float))


def _table(
    rows: FloatArray, choice: Choice, way: Way, report: Report
) -> tuple[list[Criteria], dict[int, Covariance]]:
    """The criteria of every k, and the shape of its classes (mixtures only)."""
    if way == "mixture":
        return _mixture_table(rows, choice.rows, report)
    table = []
    for at, (gap, by_kmeans) in enumerate(zip(choice.rows, choice.labels, strict=True), start=1):
        labels = by_kmeans if way == "kmeans" else group(rows, way, gap.k, "full")
        apart = (gap.silhouette, gap.calinski_harabasz) if way == "kmeans" else _apart(rows, labels)
        table.append(_criteria(labels, apart, gap, nan, _jaccard(rows, labels, way, "full")))
        report(0.2 + 0.7 * at / len(choice.rows), STEPS[0])
    return table, {gap.k: "full" for gap in choice.rows}


def _mixture_table(
    rows: FloatArray, gaps: tuple[ChoiceRow, ...], report: Report
) -> tuple[list[Criteria], dict[int, Covariance]]:
    """Resampling a mixture is slow, and the rule only asks about the smallest BIC: the others keep
    no stability.
    """
    fits: list[MixtureFit] = []
    for at, gap in enumerate(gaps, start=1):
        fits.append(mixtures(rows, gap.k))
        report(0.1 + 0.5 * at / len(gaps), STEPS[0])
    best = min(fits, key=lambda fit: fit.bic)
    stable = _jaccard(rows, by_size(best.labels), "mixture", best.covariance)
    partitions = [by_size(fit.labels) for fit in fits]
    table = [
        _criteria(labels, _apart(rows, labels), gap, fit.bic, stable if fit is best else [nan])
        for labels, fit, gap in zip(partitions, fits, gaps, strict=True)
    ]
    return table, {fit.k: fit.covariance for fit in fits}


def _apart(rows: FloatArray, labels: IntArray) -> tuple[float, float]:
    """Mean silhouette and Calinski–Harabasz index; NaN where they do not exist."""
    is_split = 1 < len(np.unique(labels)) < len(rows)
    silhouette = float(silhouettes(rows, labels).mean()) if is_split else nan
    return silhouette, calinski_harabasz(rows, labels)


def _criteria(
    labels: IntArray, apart: tuple[float, float], gap: ChoiceRow, bic: float, jaccard: list[float]
) -> Criteria:
    return Criteria(
        k=gap.k,
        silhouette=apart[0],
        calinski_harabasz=apart[1],
        gap=gap.gap,
        gap_se=gap.gap_se,
        smallest=float(np.bincount(labels).min() / len(labels)),
        jaccard=float(np.mean(jaccard)),
        jaccard_lowest=float(np.min(jaccard)),
        bic=bic,
    )


def _jaccard(rows: FloatArray, labels: IntArray, way: Way, shape: Covariance) -> list[float]:
    """Mean Jaccard by group over 100 resamples; NaN for one group, or for a group that the sample
    misses.
    """
    k = int(labels.max()) + 1
    used = sample(len(rows), STABILITY_ROWS)
    present = np.unique(labels[used])
    if k == 1 or distinct_rows(rows[used]) <= k:
        return [nan] * k
    stability = stability_of(
        rows[used], labels[used], clusterer(way, k, shape, starts=3), RESAMPLES, SEED
    )
    by_group = dict(zip(present.tolist(), stability.jaccard.tolist(), strict=True))
    return [by_group.get(group, nan) for group in range(k)]


def _draw_map(rows: FloatArray, folder: Path) -> list[dict[str, Any]]:
    """Two axes with the share of all variance each carries and its loadings, the largest of them
    positive.
    """
    inertia, vectors = np.linalg.eigh(np.atleast_2d(np.cov(rows, rowvar=False)))
    axes = vectors[:, ::-1][:, :2]
    axes = axes * np.sign(axes[np.abs(axes).argmax(axis=0), np.arange(axes.shape[1])])
    used = sample(len(rows), MAP_ROWS)
    np.save(folder / "map_rows.npy", used)
    np.save(folder / "map.npy", rows[used] @ axes)
    shares = (inertia[::-1] / inertia.sum())[:2]
    return [
        {"share": float(share), "loadings": axis.tolist()}
        for share, axis in zip(shares, axes.T, strict=True)
    ]
