"""k-means, Ward and stability; average linkage and cophenetic correlations come from SciPy.

R ran 2,000 starts; 600 find the same optima here. Clusters have no numbers, so partitions are
compared as such.
"""

import numpy as np

from analytics.stats.agreement import adjusted_rand
from analytics.stats.arrays import FloatArray, IntArray
from analytics.stats.criteria_for_k import choose_k, silhouettes
from analytics.stats.kmeans import KMeansFit, kmeans
from analytics.stats.standardise import z_scores
from analytics.stats.ward import cut, ward
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.comparison import same_partition, within
from tests.stats.oracles.kmeans_stability import kmeans_stability

STARTS = 600


def recompute(case: Case) -> dict:
    names, scaling = case.expected["vars"], case.expected["standardised"]
    rows = case.table()[names].to_numpy(float)
    rows = rows if scaling == "none" else z_scores(rows)
    k = len(case.expected["kmeans"]["sizes"])
    fit, tree = kmeans(rows, k, STARTS), _ward(rows, k)
    return {
        "vars": names,
        "standardised": scaling,
        "k": fit.k,
        "total_ss": kmeans(rows, 1).within_ss,
        "criteria_by_k": _criteria(rows, [row["k"] for row in case.expected["criteria_by_k"]]),
        "kmeans": _kmeans(rows, fit),
        "ward_d2": tree,
        "average": _average(rows),
        "ari_kmeans_vs_ward": adjusted_rand(fit.labels, tree["clust"]),
        "clusterboot": {"mean_jaccard_in_size_order": kmeans_stability(rows, k, 200).jaccard},
    }


def _criteria(rows: FloatArray, ks: list[int]) -> list[dict]:
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


def _kmeans(rows: FloatArray, fit: KMeansFit) -> dict:
    one_by_one = silhouettes(rows, fit.labels)
    return {
        "within_ss": fit.within_ss,
        "sizes": fit.sizes,
        "centers": fit.centers,
        "clust": fit.labels,
        "silhouette_by_cluster": [
            one_by_one[fit.labels == cluster].mean() for cluster in range(fit.k)
        ],
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
    {"*.clust": same_partition, "clusterboot.mean_jaccard_in_size_order": within(absolute=0.05)},
    frozenset({"B", "tolerance"}),
)
