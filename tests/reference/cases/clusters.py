"""k-means, Ward and stability; average linkage and cophenetic correlations come from SciPy.

Clusters have no numbers of their own: partitions are compared as such, and what stands by cluster
is put into R's order.
"""

import re
from collections.abc import Iterable

import numpy as np

from analytics.stats.agreement import adjusted_rand, contingency
from analytics.stats.arrays import FloatArray, IntArray
from analytics.stats.criteria_for_k import choose_k, silhouettes
from analytics.stats.kmeans import KMeansFit, kmeans
from analytics.stats.standardise import z_scores
from analytics.stats.ward import cut, ward
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.columns import numbers_in
from tests.reference.comparison import at_most, same_partition, within
from tests.stats.oracles.kmeans_stability import kmeans_stability

# R ran 2,000 starts; with exchanges after each, these find the same optima.
STARTS = 100


def recompute(case: Case) -> dict:
    names, scaling = _columns(case), case.setting("standardised", "z")
    rows = _rows(case, names, scaling)
    expected = case.expected["kmeans"]
    k = len(expected["sizes"])
    fit, tree = kmeans(rows, k, STARTS), _ward(rows, k)
    return {
        "vars": names,
        "standardised": scaling,
        "k": fit.k,
        "total_ss": kmeans(rows, 1).within_ss,
        "criteria_by_k": _criteria(rows, [r["k"] for r in case.expected.get("criteria_by_k", [])]),
        "kmeans": _kmeans(rows, fit, expected["clust"]),
        "ward_d2": tree,
        "average": _average(rows),
        "ari_kmeans_vs_ward": adjusted_rand(fit.labels, tree["clust"]),
        "clusterboot": {"mean_jaccard_in_size_order": kmeans_stability(rows, k, 200).jaccard},
    }


def best_optimum(case: Case) -> dict:
    rows = _rows(case, _columns(case), case.setting("standardised", "z"))
    blocks = {key: value for key, value in case.expected.items() if re.fullmatch(r"k\d+", key)}
    total = kmeans(rows, 1).within_ss
    return {"n": len(rows), "total_ss": total} | {
        key: _optimum(rows, int(key[1:]), block["labels"], total) for key, block in blocks.items()
    }


def _optimum(rows: FloatArray, k: int, labels: Iterable[int], total: float) -> dict:
    fit = kmeans(rows, k)
    criteria = choose_k(rows, k, references=0).rows[-1]
    return {
        "k": k,
        "within_ss": fit.within_ss,
        "between_ss": total - fit.within_ss,
        "sizes": fit.sizes[_places(labels, fit.labels)],
        "labels": fit.labels,
        "silhouette": float(silhouettes(rows, fit.labels).mean()),
        "calinski_harabasz": criteria.calinski_harabasz,
    }


def _columns(case: Case) -> list[str]:
    named = case.setting("vars") or case.setting("columns")
    if named:
        return list(named)
    return [name for name in numbers_in(case.table()) if name.lower() not in ("id", "row", "no")]


def _rows(case: Case, names: list[str], scaling: str | bool | None) -> FloatArray:
    """Complete rows; standardised with the sample sd unless the case says not to."""
    rows = case.table()[names].dropna().to_numpy(float)
    return rows if scaling in ("none", False, "no") else z_scores(rows)


def _places(theirs: Iterable[int], ours: IntArray) -> IntArray:
    """Our cluster for each of R's, in R's order."""
    return contingency(theirs, ours).argmax(axis=1)


def _criteria(rows: FloatArray, ks: list[int]) -> list[dict]:
    if not ks:
        return []
    table = {row.k: row for row in choose_k(rows, max(ks), STARTS, references=0).rows}
    return [
        {
            "k": k,
            "within_ss": table[k].within_ss,
            "avg_silhouette": table[k].silhouette,
            "calinski_harabasz": table[k].calinski_harabasz,
        }
        for k in ks
    ]


def _kmeans(rows: FloatArray, fit: KMeansFit, theirs: Iterable[int]) -> dict:
    order, by_row = _places(theirs, fit.labels), silhouettes(rows, fit.labels)
    return {
        "within_ss": fit.within_ss,
        "sizes": fit.sizes[order],
        "centers": fit.centers[order],
        "clust": fit.labels,
        "silhouette_by_cluster": [by_row[fit.labels == cluster].mean() for cluster in order],
    }


def _ward(rows: FloatArray, k: int) -> dict:
    tree = ward(rows)
    labels: IntArray = cut(tree, k)
    return {
        "last10_heights": tree.heights[:10],
        "cut_sizes": np.bincount(labels),
        "clust": labels,
        "cophenetic": _cophenetic(tree.merges, rows),
    }


def _average(rows: FloatArray) -> dict:
    from scipy.cluster.hierarchy import linkage

    merges = linkage(rows, "average")
    return {"cophenetic": _cophenetic(merges, rows), "last5_heights": merges[::-1, 2][:5]}


def _cophenetic(merges: FloatArray, rows: FloatArray) -> float:
    from scipy.cluster.hierarchy import cophenet
    from scipy.spatial.distance import pdist

    return float(cophenet(merges, pdist(rows))[0])


CHECKER = Checker(
    recompute,
    # Stability is drawn, on both sides.
    {"*.clust": same_partition, "clusterboot.mean_jaccard_in_size_order": within(absolute=0.05)},
    frozenset({"B", "tolerance"}),
    keys=(frozenset({"kmeans", "total_ss"}),),
    words=r"k.?means.*(ward|choose k)|choose k",
)
BEST_OPTIMUM = Checker(
    best_optimum,
    # A lower sum of squares than R's is a better optimum; only a higher one is wrong.
    {"k*.labels": same_partition, "k*.within_ss": at_most(1e-9)},
    keys=(frozenset({"within_ss", "labels"}),),
    words=r"k.?means.*optimum|best optimum|hartigan",
)
