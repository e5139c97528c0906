from math import sqrt

import numpy as np
import pytest

from analytics.stats.mean import difference, mean_interval
from analytics.stats.overlapping_change import (
    NOBODY,
    Shared,
    overlapping_difference,
    shared_product,
)


def of(answers):
    answers = np.asarray(answers, float)
    variance = answers.var(ddof=1) if answers.size > 1 else float("nan")
    return mean_interval(answers.size, answers.mean(), variance)


def test_without_a_firm_in_common_it_is_welchs_test():
    then, now = of([3, 4, 5, 2, 4]), of([4, 4, 5, 5])
    assert overlapping_difference(now, then, NOBODY) == difference(now, then)


def test_firms_that_all_answered_twice_are_compared_by_pairs():
    then, now = np.array([3, 4, 5, 2, 4, 3.0]), np.array([4, 4, 5, 3, 5, 5.0])
    cross = (then @ now, then.sum(), now.sum(), 6.0)
    product = shared_product(cross, (then.mean(), now.mean()), (6, 6))
    gap = overlapping_difference(of(now), of(then), Shared(6, product))
    pairs = now - then
    assert gap.se == pytest.approx(pairs.std(ddof=1) / sqrt(6))
    assert (gap.difference, gap.df) == (pytest.approx(pairs.mean()), 5)


def test_where_every_firm_moved_alike_nothing_tells_how_sure_that_is():
    then = np.array([3, 4, 5, 2, 4, 3.0])
    cross = (then @ (then + 1), then.sum(), (then + 1).sum(), 6.0)
    product = shared_product(cross, (then.mean(), then.mean() + 1), (6, 6))
    gap = overlapping_difference(of(then + 1), of(then), Shared(6, product))
    assert gap.difference == pytest.approx(1)
    assert np.isnan([gap.se, gap.p, gap.low]).all()
    assert not gap.is_reliable


def test_one_firm_alone_has_a_change_and_no_error():
    gap = overlapping_difference(of([4]), of([3]), Shared(1, 0.0))
    assert gap.difference == 1
    assert np.isnan([gap.se, gap.p, gap.df]).all()


def test_a_wider_scale_stretches_the_product_by_its_square():
    assert Shared(3, 0.5).stretched(4) == Shared(3, 8.0)
