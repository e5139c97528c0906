import numpy as np
import pytest
from sklearn.metrics import calinski_harabasz_score

from analytics.stats.criteria_for_k import calinski_harabasz, choose_k, silhouettes, structure
from tests.stats.blobs import HEAP_OF_ROW, NO_HEAPS, THREE_HEAPS


def test_three_heaps_are_three_by_gap_and_silhouette():
    choice = choose_k(THREE_HEAPS, k_max=5, references=10)
    assert choice.k_by_gap == max(choice.rows[1:], key=lambda row: row.silhouette).k == 3
    assert [row.k for row in choice.rows] == [1, 2, 3, 4, 5]
    assert choice.rows[2].smallest == 10
    assert structure(choice.rows[2].silhouette) == "strong"


def test_the_answer_may_be_one():
    assert choose_k(NO_HEAPS, k_max=4, references=10).k_by_gap == 1


def test_one_cluster_has_no_silhouette():
    row = choose_k(THREE_HEAPS, k_max=1, references=0).rows[0]
    assert np.isnan([row.silhouette, row.calinski_harabasz, row.gap]).all()
    assert row.smallest == 60


def test_calinski_harabasz_equals_sklearns():
    expected = calinski_harabasz_score(THREE_HEAPS, HEAP_OF_ROW)
    assert calinski_harabasz(THREE_HEAPS, HEAP_OF_ROW) == pytest.approx(expected)


def test_a_row_alone_has_silhouette_zero():
    assert silhouettes([[0.0], [1.0], [9.0]], np.array([0, 0, 1]))[2] == 0


def test_few_different_rows_shorten_the_table_without_complaint():
    choice = choose_k([[1, 1]] * 5 + [[2, 2]] * 5, references=3)
    assert [row.k for row in choice.rows] == [1, 2]
    assert choice.rows[1].within_ss == 0
    assert np.isnan(choice.rows[1].gap)


def test_rows_all_alike_are_one_cluster_and_no_question():
    choice = choose_k([[1, 1]] * 5, references=3)
    assert len(choice.rows) == 1
    assert choice.k_by_gap is None


def test_many_rows_are_sampled_and_the_table_says_so():
    choice = choose_k(THREE_HEAPS, k_max=2, references=0, sample=40)
    assert (choice.n, choice.n_used) == (60, 40)


@pytest.mark.parametrize(
    ("value", "word"), [(0.71, "strong"), (0.6, "reasonable"), (0.3, "weak"), (0.25, "none")]
)
def test_silhouettes_are_read_as_kaufman_and_rousseeuw_do(value, word):
    assert structure(value) == word
