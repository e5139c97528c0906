"""Clusters on a map of answers against FactoMineR's HCPC; ours take the numbers of R's."""

import numpy as np
import pandas as pd

from analytics.stats.agreement import contingency
from analytics.stats.arrays import FloatArray, IntArray
from analytics.stats.cluster_profile import traits
from analytics.stats.hcpc import Clusters, Tree, cut_tree, grow
from analytics.stats.mca import mca, row_coordinates
from tests.reference.case import Case
from tests.reference.cases.answers import Answers, answers_in
from tests.reference.cases.checker import Checker
from tests.reference.comparison import same_partition, within
from tests.reference.methods.cluster_description import paragons, question_tests
from tests.stats.oracles.burt_table import burt_of

TABLE_COLUMNS = ["Cla/Mod", "Mod/Cla", "Global", "p.value", "v.test"]


def recompute(case: Case) -> dict:
    expected, table = case.expected, case.table()
    active = answers_in(table, expected["active_columns"])
    answer_map = mca(burt_of(active.codes, active.sizes), active.sizes, expected["ncp"])
    grown = grow(row_coordinates(answer_map, active.codes))
    k, plain = expected["k"], cut_tree(grown, expected["k"], consolidate=False)
    firm = cut_tree(grown, k)
    return {
        "ncp": answer_map.axes,
        "active_columns": active.columns,
        "k": k,
        "auto_k": grown.suggested_k,
        "inertia_gain_first10": grown.tree.inertia_gains[:10],
        "within_after_merge_first10": grown.within,
        "quot_first": grown.within[2:] / grown.within[1:-1],
        "total_inertia_in_ncp": grown.inertia,
        "no_consolidation": (
            _clusters(plain, expected["no_consolidation"]) | _described(plain, table, expected)
        ),
        "kmeans_consolidation": (
            _clusters(firm, expected["kmeans_consolidation"])
            | {"paragons": _paragons(grown, firm, expected["kmeans_consolidation"])}
        ),
    }


def _clusters(clusters: Clusters, expected: dict) -> dict:
    return {
        "clust": clusters.labels,
        "sizes": clusters.weights[_places(clusters, expected)],
        "within_inertia": clusters.within,
        "between_over_total": clusters.between_share,
    }


def _places(clusters: Clusters, expected: dict) -> IntArray:
    """Our cluster for each of R's."""
    return contingency(expected["clust"], clusters.labels).argmax(axis=1)


def _described(clusters: Clusters, table: pd.DataFrame, expected: dict) -> dict:
    answers = answers_in(table, _categorical(table, expected))
    counts = np.stack(
        [answers.indicator[clusters.labels == cluster].sum(axis=0) for cluster in range(clusters.k)]
    )
    places = _places(clusters, expected["no_consolidation"])
    return {
        "test_chi2": _questions(counts, answers),
        "category": {
            str(r + 1): _traits(counts, clusters.weights, ours, answers)
            for r, ours in enumerate(places)
        },
    }


def _categorical(table: pd.DataFrame, expected: dict) -> list[str]:
    """What R described as categories: columns of words, and those the case takes or names as such
    (codes may be numbers).
    """
    parts = expected["no_consolidation"]
    rows = [row for block in parts["category"].values() for row in block["rows"]]
    named = {row.split("=")[0] for row in rows} | set(parts["test_chi2"]["rows"])
    as_categories = {*expected["active_columns"], *expected.get("supplementary_quali", []), *named}
    numbers = set(expected.get("supplementary_quanti", []))
    return [
        name
        for name in table
        if name not in numbers
        and (name in as_categories or not pd.api.types.is_numeric_dtype(table[name]))
    ]


def _questions(counts: FloatArray, answers: Answers) -> dict:
    tests = [test for test in question_tests(counts, answers.sizes) if test.p < 0.05]
    return {
        "rows": [answers.columns[test.question] for test in tests],
        "cols": ["p.value", "df"],
        "values": [[test.p, test.df] for test in tests],
    }


def _traits(counts: FloatArray, sizes: FloatArray, cluster: int, answers: Answers) -> dict:
    telling = traits(counts, sizes, cluster)
    values = [
        [
            100 * trait.test.share_of_category,
            100 * trait.test.share_of_group,
            100 * trait.test.share_overall,
        ]
        + [trait.test.p, trait.test.v]
        for trait in telling
    ]
    return {
        "rows": [answers.names[trait.category] for trait in telling],
        "cols": TABLE_COLUMNS,
        "values": values,
    }


def _paragons(grown: Tree, clusters: Clusters, expected: dict) -> dict:
    """R counts rows from 1."""
    return {
        str(r + 1): [str(row + 1) for row in paragons(grown, clusters, ours)]
        for r, ours in enumerate(_places(clusters, expected))
    }


CHECKER = Checker(
    recompute,
    # Clusters have no numbers of their own; R's quantiles of p are good to seven digits.
    {"*.clust": same_partition, "*.values.*": within(relative=1e-6)},
    frozenset({"supplementary_quali", "supplementary_quanti"}),
    keys=(frozenset({"kmeans_consolidation"}), frozenset({"no_consolidation"})),
    words=r"hcpc|ward on mca",
)
