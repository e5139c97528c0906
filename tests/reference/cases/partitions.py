"""Agreement of two partitions."""

from analytics.stats.agreement import adjusted_rand, best_jaccard
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.columns import words
from tests.reference.methods.partition_distance import (
    normalised_mutual_information,
    variation_of_information,
)


def recompute(case: Case) -> dict:
    table = case.table()
    names = [name for name in table if str(name).lower() not in ("id", "row", "no", "exhibitor_id")]
    first, second = ("a", "b") if {"a", "b"} <= set(names) else names[:2]
    rows = table[[first, second]].dropna()
    both = tuple(
        words(rows[name]).astype("category").cat.codes.to_numpy() for name in (first, second)
    )
    return {
        "n": len(rows),
        "ari": adjusted_rand(*both),
        "clusterwise_max_jaccard_of_a_in_b": best_jaccard(*both),
        "nmi_arithmetic": normalised_mutual_information(*both),
        "vi": variation_of_information(*both),
    }


CHECKER = Checker(
    recompute, keys=(frozenset({"ari"}),), words=r"\bari\b|adjusted rand|partition agreement"
)
