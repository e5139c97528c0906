import numpy as np
import pytest
from scipy import stats

from tests.reference.methods.kruskal_wallis import kruskal_wallis, score_table
from tests.stats.test_group_difference import GROUPS


def test_kruskal_wallis_from_counts_equals_scipys_from_rows():
    values, names = np.concatenate(GROUPS), np.repeat(["a", "b", "c"], [len(g) for g in GROUPS])
    ranks, theirs = kruskal_wallis(score_table(values, names)), stats.kruskal(*GROUPS)
    assert (ranks.h, ranks.p) == pytest.approx((theirs.statistic, theirs.pvalue))
    assert ranks.epsilon2 == pytest.approx(ranks.h / (len(values) - 1))


def test_an_empty_group_does_not_count_and_one_group_is_no_comparison():
    assert kruskal_wallis([[2, 0, 1], [1, 0, 4]]).df == 1
    assert np.isnan(kruskal_wallis([[2], [1]]).h)
    assert np.isnan(kruskal_wallis([[2, 5]]).h)
    assert np.isnan(kruskal_wallis(score_table([], [])).h)


def test_a_score_table_counts_answers_by_group():
    assert score_table([1, 1, 3], ["b", "a", "b"]).tolist() == [[1, 1], [0, 1]]


def test_every_value_needs_its_group():
    with pytest.raises(ValueError, match="label"):
        score_table([1, 2], ["a"])
    with pytest.raises(ValueError, match="scores"):
        kruskal_wallis([1, 2])
