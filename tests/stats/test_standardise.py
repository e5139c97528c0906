import numpy as np
import pytest

from analytics.stats.standardise import z_scores


def test_z_scores_have_mean_zero_and_sd_one():
    assert z_scores([[1, 10], [2, 20], [3, 30]])[:, 0].tolist() == [-1, 0, 1]
    assert z_scores([[1], [3]], ddof=0).ravel().tolist() == [-1, 1]


def test_a_feature_that_does_not_vary_says_nothing():
    assert (z_scores([[0.1, 1], [0.1, 2], [0.1, 3]])[:, 0] == 0).all()


def test_a_single_row_is_the_centre():
    assert z_scores([[4, 5]]).tolist() == [[0, 0]]


@pytest.mark.parametrize("wrong", [[], [1, 2], [[np.nan, 1]]])
def test_rows_must_be_a_full_table(wrong):
    with pytest.raises(ValueError, match="rows"):
        z_scores(wrong)
