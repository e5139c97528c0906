"""Present value, the four classes, and four indices."""

import numpy as np
import pytest

from analytics.stats.value_classes import (
    annuity,
    composite,
    mid_rank_percentile,
    rescaled,
    value_classes,
)


def test_an_annuity_adds_up_what_comes_if_it_comes_again():
    assert annuity(np.array([0.5]), 0.0, 3)[0] == pytest.approx(0.5 + 0.25 + 0.125)
    assert annuity(np.array([1.1]), 0.1, 2)[0] == pytest.approx(2)


def test_a_value_at_the_cut_is_high_and_a_missing_one_has_no_class():
    current, potential = np.array([1.0, 2, 2, 3, np.nan]), np.array([1.0, 1, 0, 2, 9])
    classes, now, later = value_classes(current, potential)
    assert (now, later) == (2.0, 1.0)
    assert classes.tolist() == [2, 0, 1, 0, -1]


def test_the_cut_may_be_the_mean():
    classes, now, _ = value_classes(np.array([1.0, 1, 10]), np.array([0.0, 0, 0]), "mean")
    assert now == pytest.approx(4)
    assert classes.tolist() == [2, 2, 0]


def test_indices_run_from_0_to_100_and_a_composite_needs_all():
    assert rescaled(np.array([1.0, 3, 5]), 1, 5).tolist() == [0, 50, 100]
    assert mid_rank_percentile(np.array([5.0, 5, np.nan])).tolist()[:2] == [50, 50]
    weights = np.array([1.0, 1])
    assert composite(np.array([[50.0, 100]]), weights)[0] == 75
    assert np.isnan(composite(np.array([[50.0, np.nan]]), weights)[0])
