import numpy as np
import pytest

from analytics.stats.net_promoter import net_promoter, net_promoter_of_scores


def test_half_promoters_and_a_quarter_detractors_make_twenty_five_points():
    points = net_promoter(50, 25, 25)
    assert points.score == 25
    assert points.se == pytest.approx(100 * ((0.75 - 0.0625) / 100) ** 0.5)
    assert points.low < 25 < points.high


def test_the_variance_is_that_of_scores_plus_one_zero_and_minus_one():
    scores = np.repeat([1, 0, -1], [7, 5, 3])
    assert net_promoter(7, 5, 3).se == pytest.approx(100 * scores.std() / 15**0.5)


def test_nine_and_ten_promote_seven_and_eight_do_not_matter():
    points = net_promoter_of_scores([1, 0, 0, 0, 0, 0, 2, 3, 4, 5, 5])
    assert (points.promoters, points.passives, points.detractors) == (0.5, 0.35, 0.15)


def test_promoters_only_is_no_certainty():
    points = net_promoter(12, 0, 0)
    assert points.score == 100
    assert np.isnan(points.low)
    assert not points.is_reliable


def test_limits_stay_on_the_scale():
    assert net_promoter(19, 0, 1).high == 100


def test_no_answers_are_nan():
    assert np.isnan(net_promoter(0, 0, 0).score)


def test_weights_use_the_effective_base():
    assert net_promoter(5.5, 2, 1, n_eff=4).n == 4
    assert not net_promoter(5.5, 2, 1, n_eff=4).is_reliable


def test_a_code_for_do_not_know_does_not_fit_the_scale():
    with pytest.raises(ValueError, match="eleven"):
        net_promoter_of_scores([0] * 12)


def test_negative_counts_are_mistakes():
    with pytest.raises(ValueError, match="negative"):
        net_promoter(1, -1, 0)
