import numpy as np
import pytest

from analytics.stats.group_bootstrap import draw_correlations, draw_sums, intervals, times_drawn
from analytics.stats.pairwise import PairSums, pairwise_correlations
from analytics.stats.relative_weights import relative_weights
from tests.stats.oracles.pair_sums import pair_sums


def stacked(rows, groups):
    parts = [pair_sums(part).parts for part in np.array_split(rows, groups)]
    return PairSums(*(np.stack(part) for part in zip(*parts, strict=True)))


def resampled(sums, statistic, draws=1_000):
    estimate = statistic(pairwise_correlations(sums.pooled())[None])[0]
    return intervals(estimate, statistic(draw_correlations(sums, draws)), len(sums.n))


def rows_of(n, seed=0):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(n, 2))
    return np.column_stack([x @ [0.6, 0.3] + rng.normal(size=n), x])


def correlation_with_first(matrices):
    return matrices[:, 0, 1:]


def johnson(matrices):
    return relative_weights(matrices[:, 1:, 1:], matrices[:, 0, 1:])


def test_as_many_groups_are_drawn_as_there_are():
    drawn = times_drawn(7, 20, seed=1)
    assert drawn.shape == (20, 7)
    assert (drawn.sum(axis=1) == 7).all()


def test_sums_of_drawn_groups_are_sums_of_their_values():
    by_group = np.array([[1.0, 10.0], [2.0, 20.0], [3.0, 30.0]])
    drawn = draw_sums(by_group, draws=50, seed=2)
    assert drawn[:, 1] == pytest.approx(10 * drawn[:, 0])
    assert set(drawn[:, 0]) <= {float(total) for total in range(3, 10)}


def test_intervals_of_groups_agree_with_those_of_rows():
    rows = rows_of(4000)
    by_row, by_group = (
        resampled(stacked(rows, groups), correlation_with_first, 400) for groups in (4000, 200)
    )
    assert by_group.estimate == pytest.approx(by_row.estimate)
    assert by_group.se == pytest.approx(by_row.se, rel=0.2)
    # The standard error of r is (1 - r²)/√n.
    assert by_row.se == pytest.approx((1 - by_row.estimate**2) / 4000**0.5, rel=0.15)


def test_the_interval_holds_the_estimate_and_weights_come_with_theirs():
    resamples = resampled(stacked(rows_of(1000), 200), johnson)
    assert (resamples.low < resamples.estimate).all()
    assert (resamples.estimate < resamples.high).all()
    assert resamples.drawn.shape == (1000, 2)
    assert (resamples.groups, resamples.level) == (200, 0.95)


def test_the_seed_makes_it_repeatable():
    sums = stacked(rows_of(300), 100)
    assert (draw_correlations(sums, 20, seed=5) == draw_correlations(sums, 20, seed=5)).all()
    assert (draw_correlations(sums, 20, seed=5) != draw_correlations(sums, 20, seed=6)).any()


def test_a_statistic_that_mostly_fails_has_no_interval():
    resamples = intervals([1.0, 1.0], [[1.0, np.nan], [2.0, np.nan], [3.0, 1.0]], groups=50)
    assert np.isfinite(resamples.low[0])
    assert np.isnan([resamples.low[1], resamples.high[1], resamples.se[1]]).all()


def test_one_group_cannot_be_drawn_again():
    with pytest.raises(ValueError, match="2 groups"):
        draw_correlations(pair_sums(rows_of(10)))
