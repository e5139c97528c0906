import numpy as np
import pytest

from analytics.stats.importance_performance import (
    Crosshair,
    borderline,
    crosshair,
    needs,
    quadrants,
)

PERFORMANCE, IMPORTANCE = [2, 4, 2, 4], [0.4, 0.4, 0.1, 0.1]


def test_four_items_in_four_quadrants():
    at = crosshair(PERFORMANCE, IMPORTANCE)
    assert (at.across, at.up) == pytest.approx((3, 0.25))
    assert quadrants(PERFORMANCE, IMPORTANCE, at) == (
        "concentrate here",
        "keep up the good work",
        "low priority",
        "possible overkill",
    )


def test_quadrants_move_with_the_crosshair():
    performance, importance = [1, 2, 9], [1, 2, 9]
    by_mean, by_median = (crosshair(performance, importance, rule) for rule in ("mean", "median"))
    assert quadrants(performance, importance, by_mean)[1] == "low priority"
    assert quadrants(performance, importance, by_median)[1] == "keep up the good work"


def test_the_midpoint_is_that_of_the_scale_or_else_of_the_items():
    at = crosshair([4.0, 4.5], [0.1, 0.5], "midpoint", performance_scale=(1, 5))
    assert (at.across, at.up) == pytest.approx((3, 0.3))


def test_an_item_on_the_line_counts_as_high():
    assert quadrants([3 - 1e-12], [0.1 + 0.2 - 1e-12], Crosshair(3, 0.3)) == (
        "keep up the good work",
    )
    assert quadrants([3 - 1e-6], [0.3], Crosshair(3, 0.3)) == ("concentrate here",)


def test_an_item_without_a_value_has_no_place():
    performance, importance = [2, np.nan, 4], [1, 5, 3]
    at = crosshair(performance, importance)
    assert (at.across, at.up) == (3, 2)
    assert quadrants(performance, importance, at) == ("low priority", None, "keep up the good work")


def test_without_items_there_is_no_crosshair():
    at = crosshair([], [])
    assert np.isnan([at.across, at.up]).all()
    assert quadrants([1.0], [1.0], at) == (None,)


def test_an_interval_across_a_line_leaves_the_quadrant_open():
    at = Crosshair(3, 0.5)
    across_low, across_high = [2.0, 2.0, 3.1, np.nan], [2.5, 3.2, 3.4, 4.0]
    up_low, up_high = [0.6, 0.6, 0.4, 0.6], [0.8, 0.8, 0.6, 0.8]
    assert borderline(across_low, across_high, up_low, up_high, at).tolist() == [
        False,
        True,
        True,
        True,
    ]


def test_stated_and_derived_importance_make_vavras_grid():
    assert needs([5, 5, 1, 1], [0.4, 0.1, 0.4, 0.1], Crosshair(3, 0.25)) == (
        "key",
        "basic",
        "hidden excitement",
        "minor",
    )
