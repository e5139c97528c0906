import numpy as np
import pytest

from analytics.stats.kaplan_meier import kaplan_meier, log_rank, median_time, survival_by_step
from analytics.stats.retention import transitions


def test_one_of_two_leaves_and_the_other_is_last_seen_later():
    curve = kaplan_meier([1, 2], [1, 0])
    assert curve.time.tolist() == [1]
    assert curve.survival.tolist() == [0.5]
    assert curve.se == pytest.approx([0.5 * (1 / 2) ** 0.5])


def test_those_last_seen_at_a_time_were_at_risk_then():
    curve = kaplan_meier([1, 1, 2], [1, 0, 1])
    assert curve.at_risk.tolist() == [3, 1]
    assert curve.survival == pytest.approx([2 / 3, 0])


def test_once_everybody_has_left_there_is_no_interval():
    curve = kaplan_meier([1, 2, 3], [1, 1, 1])
    assert curve.survival[-1] == 0
    assert np.isnan([curve.se[-1], curve.low[-1], curve.high[-1]]).all()
    assert (curve.low[:-1] < curve.survival[:-1]).all()


def test_while_nobody_has_left_there_is_no_interval_either():
    curve = survival_by_step([50, 30], [0, 3])
    assert curve.survival == pytest.approx([1, 0.9])
    assert np.isnan(curve.low[0])
    assert curve.low[1] < 0.9 < curve.high[1]


def test_after_the_last_one_at_risk_the_curve_is_unknown():
    curve = survival_by_step([4, 0], [1, 0])
    assert curve.survival == pytest.approx([0.75, np.nan], nan_ok=True)


def test_steps_and_times_tell_the_same_story():
    by_time, by_step = (
        kaplan_meier([1, 1, 2, 2, 3], [1, 0, 1, 1, 0]),
        survival_by_step([5, 3], [1, 2]),
    )
    assert by_time.survival == pytest.approx(by_step.survival)
    assert by_time.high == pytest.approx(by_step.high)


def test_nobody_leaving_is_an_empty_curve_without_median():
    curve = kaplan_meier([5, 6], [0, 0])
    assert curve.time.size == 0
    assert np.isnan(median_time(curve).time)


def test_the_median_is_the_first_time_half_have_left():
    assert median_time(kaplan_meier([1, 2, 3], [1, 1, 1])).time == 2


def test_a_curve_resting_at_one_half_has_its_median_in_the_middle_of_the_rest():
    assert median_time(kaplan_meier([1, 2, 3, 4], [1, 1, 1, 1])).time == 2.5


def test_an_exhibitor_seen_until_the_last_edition_is_not_counted_as_staying_one_step_more():
    steps = transitions([[0, 1, 0, 0], [0, 1, 1, 1], [0, 0, 1, 1], [0, 0, 0, 1]])
    curve = survival_by_step(steps.at_risk, steps.left)
    assert curve.at_risk.tolist() == [3, 1, 0]
    assert curve.survival[:2] == pytest.approx([2 / 3, 2 / 3])


def test_log_rank_equals_statsmodels_with_three_groups():
    from statsmodels.duration.survfunc import survdiff

    rng = np.random.default_rng(4)
    time, event, group = rng.integers(1, 9, 60), rng.integers(0, 2, 60), rng.integers(0, 3, 60)
    test, theirs = log_rank(time, event, group), survdiff(time, event, group)
    assert (test.chi_square, test.p) == pytest.approx(tuple(theirs))
    assert test.observed.sum() == pytest.approx(test.expected.sum())


def test_one_group_or_no_events_cannot_be_compared():
    assert np.isnan(log_rank([1, 2], [1, 1], ["a", "a"]).p)
    assert np.isnan(log_rank([1, 2], [0, 0], ["a", "b"]).p)


@pytest.mark.parametrize(("time", "event"), [([1, np.nan], [1, 1]), ([1, 2], [1, 2])])
def test_unknown_times_and_odd_events_are_mistakes(time, event):
    with pytest.raises(ValueError, match="every time"):
        kaplan_meier(time, event)


def test_more_leaving_than_there_are_is_a_mistake():
    with pytest.raises(ValueError, match="at risk"):
        survival_by_step([3], [4])
    with pytest.raises(ValueError, match="label"):
        log_rank([1, 2], [1, 1], ["a"])
