import pytest

from analytics.ratings.scale import HUNDRED, Scale, common
from analytics.stats.mean import mean_interval
from analytics.wording import Say

FIVE, TEN = Scale(1, 5), Scale(0, 10)


def test_one_scale_asked_is_the_scale_shown():
    assert common([FIVE, FIVE]) == FIVE


def test_different_scales_are_shown_from_0_to_100_and_say_so():
    assert common([FIVE, TEN]) == HUNDRED
    assert HUNDRED.worded(Say("en")) == "converted to 0–100 because the scales asked differ"
    assert FIVE.worded(Say("en")) == "scale 1–5, 5 is best"


def test_a_place_is_put_back_on_its_scale():
    shown = FIVE.estimate(mean_interval(100, 0.675, 0.04))
    assert (shown.mean, shown.sd) == pytest.approx((3.7, 0.8))
    assert shown.high - shown.mean == pytest.approx(1.984 * 0.08, abs=1e-4)


def test_wide_scales_show_fewer_digits():
    assert (FIVE.digits, HUNDRED.digits) == (2, 1)
