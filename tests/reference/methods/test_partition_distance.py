import numpy as np
import pytest
from hypothesis import given, settings
from sklearn.metrics import normalized_mutual_info_score

from tests.reference.methods.partition_distance import (
    normalised_mutual_information,
    variation_of_information,
)
from tests.stats.test_agreement import LABELS


def test_renaming_clusters_changes_nothing():
    first, second = [0, 0, 1, 1, 2], ["x", "x", "c", "c", "a"]
    assert normalised_mutual_information(first, second) == pytest.approx(1)
    assert variation_of_information(first, second) == pytest.approx(0)


@settings(deadline=None)
@given(LABELS)
def test_mutual_information_equals_sklearns(pairs):
    first, second = zip(*pairs, strict=True)
    theirs = normalized_mutual_info_score(first, second)
    assert normalised_mutual_information(first, second) == pytest.approx(theirs, abs=1e-9)


def test_two_even_splits_across_each_other_are_log_four_apart():
    assert variation_of_information([0, 0, 1, 1], [0, 1, 0, 1]) == pytest.approx(np.log(4))
