import numpy as np
import pytest
from scipy.stats import theilslopes

from analytics.stats.sen import sen_slope

VALUES = [3.41, 3.52, 3.49, 3.6, 3.58, 3.66, 3.63, 3.71]
YEARS = [1999, 2000, 2001, 2003, 2005, 2006, 2007, 2009]


def test_a_straight_line_is_found_whatever_the_outlier():
    assert sen_slope([1, 3, 5, 70, 9, 11], range(6)).slope == 2


def test_a_skipped_edition_counts_as_time():
    assert sen_slope([1, 2, 4], [2001, 2002, 2004]).slope == 1
    assert sen_slope([1, 2, 4], [1, 2, 3]).slope == 1.5


def test_slope_and_interval_equal_scipys():
    slope, theirs = sen_slope(VALUES, YEARS), theilslopes(VALUES, YEARS)
    assert (slope.slope, slope.low, slope.high) == pytest.approx(
        (theirs.slope, theirs.low_slope, theirs.high_slope)
    )


def test_three_editions_have_a_slope_but_no_interval():
    slope = sen_slope([1, 2, 3], [1, 2, 3])
    assert slope.slope == 1
    assert np.isnan([slope.low, slope.high]).all()


def test_a_flat_series_is_not_certainly_flat():
    slope = sen_slope([3] * 9, range(9))
    assert slope.slope == 0
    assert np.isnan(slope.low)


def test_one_edition_has_no_slope():
    assert np.isnan(sen_slope([3], [1]).slope)
