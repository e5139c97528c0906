"""Agreement of two partitions."""

from analytics.stats.agreement import adjusted_rand, best_jaccard
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.methods.partition_distance import (
    normalised_mutual_information,
    variation_of_information,
)


def recompute(case: Case) -> dict:
    table = case.table()
    both = table["a"], table["b"]
    return {
        "ari": adjusted_rand(*both),
        "clusterwise_max_jaccard_of_a_in_b": best_jaccard(*both),
        "nmi_arithmetic": normalised_mutual_information(*both),
        "vi": variation_of_information(*both),
    }


CHECKER = Checker(recompute)
