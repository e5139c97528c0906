import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import adjusted_rand_score

from analytics.stats.agreement import adjusted_rand, best_jaccard, contingency

LABELS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=30)


def test_renaming_clusters_changes_nothing():
    first, second = [0, 0, 1, 1, 2], ["x", "x", "c", "c", "a"]
    assert adjusted_rand(first, second) == 1
    assert best_jaccard(first, second).tolist() == [1, 1, 1]


@settings(deadline=None)
@given(LABELS)
def test_the_index_equals_sklearns(pairs):
    first, second = zip(*pairs, strict=True)
    assert adjusted_rand(first, second) == pytest.approx(
        adjusted_rand_score(first, second), abs=1e-12
    )


def test_half_a_cluster_lost_is_a_jaccard_of_one_half():
    assert best_jaccard([0, 0, 0, 0], [1, 1, 2, 3]).tolist() == [0.5]


def test_the_table_counts_rows():
    assert contingency([0, 0, 1], ["b", "a", "a"]).tolist() == [[1, 1], [1, 0]]


def test_partitions_of_different_rows_cannot_agree():
    with pytest.raises(ValueError, match="same rows"):
        adjusted_rand([0, 1], [0, 1, 1])
