"""The heavy part, in a child process: the map, the groups on it, and whether these would come back.

Method: MCA from the Burt table; placed categories and the groups by their tables with the active
ones; groups by Ward's tree of a sample of at most 5,000 respondents on the axes that carry four
fifths of the adjusted inertia (at most 5), made firmer by k-means; stability by 50 resamples of at
most 1,000 of them (Hennig's bootstrap), separation by the silhouette. Weights count wherever people
do: in the masses of the map, the centres of the groups, their separation, every resample.
Assumption: respondents of the sample are drawn by a fixed hash; the same data give the same map.
Source: Benzécri 1979; Greenacre 2017; Husson, Josse & Pagès 2010; Hennig 2007; Kaufman & Rousseeuw
1990; Studer 2013.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import nan
from pathlib import Path
from typing import Any

import numpy as np

from analytics.stats import critical_values
from analytics.stats.arrays import FloatArray, IntArray
from analytics.stats.criteria_for_k import silhouettes
from analytics.stats.hcpc import Clusters, cut_tree, grow
from analytics.stats.mca import Mca, mca, row_coordinates
from analytics.stats.mca_inertia import AdjustedInertia, adjusted_inertia
from analytics.stats.mca_supplement import Supplement, supplementary_categories
from analytics.stats.shuffled_columns import beats_shuffled
from analytics.stats.stability import stability_of
from analytics.wording import phrase

AXES = 5
WORTH_KEEPING = 0.8
STABILITY_ROWS = 1_000
RESAMPLES = 50
SHUFFLED_ROWS = 1_000
LEAST_SHARE = 0.02
SEED = 20061012
STEPS = (
    phrase("Drawing the map"),
    phrase("Grouping respondents on the map"),
    phrase("Testing how stable the groups are"),
)

Report = Callable[[float, str], None]


def solve(values: dict[str, Any], folder: Path, report: Report) -> dict[str, Any]:
    """Reads `tables.npy` (categories × categories, the active ones first), `sample.npy`
    (respondents × questions, from 1) and `weight.npy` (of these respondents); writes `axes.npy`.

    `values`: sizes of the active questions and of the placed ones, k (None: by the tree), worth of
    a response.
    """
    report(0.05, STEPS[0])
    sizes, placed = values["sizes"], values["placed"]
    count, tables = sum(sizes), np.load(folder / "tables.npy")
    axes = mca(tables[:count, :count], sizes, AXES)
    if axes.axes < 2:
        return {"axes": axes.axes}
    adjusted = adjusted_inertia(axes.eigenvalues, axes.questions, count)
    codes, weight = np.load(folder / "sample.npy"), np.load(folder / "weight.npy")
    report(0.2, STEPS[1])
    points = row_coordinates(axes, codes[:, : len(sizes)] - 1)[:, : axes_kept(adjusted, axes.axes)]
    groups = _large_enough(points, weight, values["k"])
    beats_chance = _beats_chance(codes[:, : len(sizes)] - 1, sizes, weight, groups.k, points)
    if not beats_chance and values["k"] is None:
        groups = _group(points, weight, 1)
    table = _counted(codes, groups.labels, weight, [*sizes, *placed])
    report(0.5, STEPS[2])
    jaccard, silhouette = _quality(points, weight, groups)
    _save(folder, axes, tables[count:, :count], table[:, :count, 1] * _scale(weight))
    return {
        "axes": axes.axes,
        "n": axes.n,
        "kept": points.shape[1],
        "eigenvalues": axes.eigenvalues.tolist(),
        "greenacre": adjusted.greenacre.tolist(),
        "k": groups.k,
        "table": table.tolist(),
        "people": _powers(groups.labels, weight).tolist(),
        "jaccard": jaccard,
        "silhouette": silhouette,
        "between": groups.between_share,
        "beats_chance": beats_chance,
        "together": together(axes, values["worth"]),
    }


def _large_enough(points: FloatArray, weight: FloatArray, asked_groups: int | None) -> Clusters:
    """As many groups as asked for; else as the tree suggests, fewer while one is too small to be
    a kind of respondents.
    """
    groups = _group(points, weight, asked_groups)
    while asked_groups is None and groups.k > 2:
        if groups.weights.min() >= LEAST_SHARE * groups.weights.sum():
            break
        groups = _group(points, weight, groups.k - 1)
    return groups


def _beats_chance(
    codes: IntArray, sizes: list[int], weight: FloatArray, k: int, points: FloatArray
) -> bool:
    """Whether the groups hold together better than those of answers shuffled among respondents,
    each question by itself.
    """
    used = np.sort(np.random.default_rng(SEED).permutation(len(codes))[:SHUFFLED_ROWS])
    own = weight[used]

    def between(answers: IntArray) -> float:
        marks = np.hstack(
            [np.eye(size)[column] for column, size in zip(answers.T, sizes, strict=True)]
        )
        table = (marks * own[:, None]).T @ marks
        shuffled_map = mca(table, sizes, points.shape[1])
        return _group(row_coordinates(shuffled_map, answers), own, k).between_share

    observed = _group(points[used], own, k).between_share if k > 1 else nan
    return beats_shuffled(codes[used], between, observed, SEED)


def axes_kept(adjusted: AdjustedInertia, most: int) -> int:
    """How many axes carry four fifths of what is above chance; at least two."""
    total = adjusted.inertia.sum()
    if not total > 0:
        return min(2, most)
    enough = int(np.searchsorted(np.cumsum(adjusted.inertia) / total, WORTH_KEEPING)) + 1
    return min(max(2, enough), most)


def together(answer_map: Mca, worth: float = 1.0) -> float:
    """p of the sum of the chi-squares of all two-way tables, if no two questions had anything to do
    with each other.

    All of them at once, so that a map of chance says so: n·Σλ² holds the chi-squares of the
    questions with each other. An exhibitor's answers of several editions are alike, so that a
    response is `worth` less than one (Kish).
    """
    k, others = answer_map.questions, np.array(answer_map.sizes) - 1.0
    squares = float(answer_map.eigenvalues @ answer_map.eigenvalues)
    chi_squares = worth * answer_map.n * (k * k * squares - others.sum()) / 2
    df = (others.sum() ** 2 - others @ others) / 2
    return critical_values.p_chi_square(max(chi_squares, 0.0), float(df))


def _group(points: FloatArray, weight: FloatArray, asked_groups: int | None) -> Clusters:
    """Each answer pattern once with the weight of its people; as many groups as asked for, or as
    the tree suggests.
    """
    patterns, at = np.unique(points.round(9), axis=0, return_inverse=True)
    if len(patterns) < 2:
        labels = np.zeros(len(points), dtype=np.int64)
        return Clusters(1, labels, np.array([weight.sum()]), points[:1], 0.0, nan)
    tree = grow(patterns, np.bincount(at.ravel(), weight), seed=SEED)
    k = min(asked_groups or tree.suggested_k or 2, len(patterns))
    of_patterns = cut_tree(tree, k)
    return replace(of_patterns, labels=of_patterns.labels[at.ravel()])


def _powers(labels: IntArray, weight: FloatArray, count: int = 0) -> FloatArray:
    """By label: people, the sum of their weights, and that of the squares."""
    parts = [np.bincount(labels, weight**power, minlength=count) for power in range(3)]
    return np.stack(parts, axis=-1)


def _counted(codes: IntArray, labels: IntArray, weight: FloatArray, sizes: list[int]) -> FloatArray:
    """Groups × categories of all questions × (people, weights, squares); code 0 belongs to none."""
    k, parts = int(labels.max()) + 1, []
    for place, size in enumerate(sizes):
        cells = labels * (size + 1) + codes[:, place]
        parts.append(_powers(cells, weight, k * (size + 1)).reshape(k, size + 1, 3)[:, 1:])
    return np.concatenate(parts, axis=1)


def _scale(weight: FloatArray) -> float:
    """What makes the weights add up to the effective n."""
    return float(weight.sum() / (weight @ weight))


def _quality(points: FloatArray, weight: FloatArray, groups: Clusters) -> tuple[list[float], float]:
    """Mean Jaccard by group over the resamples (NaN where the rows used miss one), and the mean
    silhouette.
    """
    used = np.sort(np.random.default_rng(SEED).permutation(len(points))[:STABILITY_ROWS])
    rows, labels, own = points[used], groups.labels[used], weight[used]
    present = np.unique(labels)
    if len(present) < 2 or len(np.unique(rows, axis=0)) <= groups.k:
        return [nan] * groups.k, nan

    def again(drawn: FloatArray, seed: int) -> IntArray:
        return _group(drawn[:, :-1], drawn[:, -1], len(present)).labels

    stability = stability_of(np.column_stack([rows, own]), labels, again, RESAMPLES, SEED)
    by_group = dict(zip(present.tolist(), stability.jaccard.tolist(), strict=True))
    apart = silhouettes(rows, labels, None if (own == 1).all() else own)
    jaccard = [by_group.get(group, nan) for group in range(groups.k)]
    return jaccard, float(np.average(apart, weights=own))


def _save(folder: Path, answer_map: Mca, placed: FloatArray, groups: FloatArray) -> None:
    """`axes.npy`: active, placed and group categories × (coordinates, contributions, cos², v).

    Groups were made of a sample: what is sure of them rests on that many.
    """
    active = [answer_map.coordinates, answer_map.contributions, answer_map.cos2, answer_map.v]
    parts = [np.stack(active, axis=2)]
    sampled = replace(answer_map, n=float(groups.sum()) / answer_map.questions)
    for whole, table in ((answer_map, placed), (sampled, groups)):
        if len(table):
            supplement: Supplement = supplementary_categories(whole, table)
            nothing = np.full_like(supplement.coordinates, nan)
            parts.append(
                np.stack([supplement.coordinates, nothing, supplement.cos2, supplement.v], axis=2)
            )
    np.save(folder / "axes.npy", np.concatenate(parts))
