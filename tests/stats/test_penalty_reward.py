import numpy as np
import pytest

from analytics.stats.penalty_reward import Contrast, Effect, impact_class, penalty_reward
from tests.stats.oracles.cross_products import contrast_products

RNG = np.random.default_rng(2)
RATINGS = RNG.integers(1, 6, (600, 3)).astype(float)


def overall(penalties, rewards, noise=0.5):
    low, high = RATINGS <= 2, RATINGS >= 4
    return 3 - low @ penalties + high @ rewards + np.random.default_rng(3).normal(0, noise, 600)


def effect(value, p, n=100, sign=1):
    return Effect(n, value, 0.1, value - 0.2, value + 0.2, p, sign)


def contrast(penalty, penalty_p, reward, reward_p, n_low=100, n_high=100):
    return Contrast(effect(penalty, penalty_p, n_low, -1), effect(reward, reward_p, n_high, 1))


def test_what_was_put_in_comes_out():
    contrasts = penalty_reward(contrast_products(RATINGS, overall([1, 0, 0.8], [0, 1, 0.8]), 2, 4))
    assert [item.factor for item in contrasts.items] == ["must-be", "attractive", "performance"]
    assert [item.reading for item in contrasts.items] == ["must-be", "attractive", "performance"]
    assert contrasts.items[0].penalty.value == pytest.approx(-1, abs=0.2)
    assert contrasts.items[0].penalty.low < -1 < contrasts.items[0].penalty.high
    assert contrasts.items[1].reward.n == (RATINGS[:, 1] >= 4).sum()


def test_one_answer_a_group_gives_errors_that_allow_for_unequal_variance():
    from statsmodels.regression.linear_model import OLS

    y = overall([1, 0, 0.8], [0, 1, 0.8])
    products = np.stack([contrast_products(RATINGS[[row]], y[[row]], 2, 4) for row in range(600)])
    marks = np.stack([RATINGS <= 2, RATINGS >= 4], axis=2).reshape(600, -1)
    theirs = OLS(y, np.column_stack([np.ones(600), marks])).fit(cov_type="HC1")
    contrasts = penalty_reward(products)
    assert contrasts.items[2].reward.se == pytest.approx(theirs.bse[6])
    assert contrasts.items[0].reward.n == (RATINGS[:, 0] >= 4).sum()


def test_asymmetry_runs_from_punishing_to_rewarding():
    assert contrast(-0.3, 0, 0.9, 0).asymmetry == pytest.approx(0.5)
    assert contrast(-0.3, 0, 0.9, 0).range_of_impact == pytest.approx(1.2)
    assert contrast(-0.9, 0, -0.3, 0.5).asymmetry == -1
    assert np.isnan(contrast(0.1, 0.5, -0.1, 0.5).asymmetry)


def test_a_wrong_sign_is_not_established_however_significant():
    item = contrast(0.5, 0.001, 0.5, 0.001)
    assert item.penalty.is_wrong_signed
    assert item.factor == "attractive"
    assert item.reading == "not established"
    assert item.impact is None


def test_what_is_not_significant_is_not_established():
    assert contrast(-0.2, 0.2, 0.3, 0.06).factor == "indifferent"
    assert contrast(-0.2, 0.2, 0.3, 0.06).reading == "not established"


def test_few_low_or_high_scores_name_nothing():
    assert contrast(-1, 0, 1, 0, n_low=29).reading == "too few low scores"
    assert contrast(-1, 0, 1, 0, n_high=29).reading == "too few high scores"
    assert contrast(-1, 0, 1, 0, n_low=30, n_high=30).impact == "hybrid"


@pytest.mark.parametrize(
    ("asymmetry", "name"),
    [
        (0.8, "delighter"),
        (0.7, "satisfier"),
        (0.2, "hybrid"),
        (-0.2, "hybrid"),
        (-0.7, "dissatisfier"),
        (-0.71, "frustrator"),
        (np.nan, None),
    ],
)
def test_classes_of_impact(asymmetry, name):
    assert impact_class(asymmetry) == name


def test_a_mark_nobody_carries_is_nan_and_counts_none():
    ratings = np.maximum(RATINGS, 3)
    item = penalty_reward(contrast_products(ratings, overall([0, 0, 0], [1, 0, 0]), 2, 4)).items[0]
    assert (item.penalty.n, np.isnan(item.penalty.value)) == (0, True)
    assert item.reading == "too few low scores"
    assert item.reward.is_established


def test_incomplete_answers_are_left_out():
    ratings = RATINGS.copy()
    ratings[:10, 0] = np.nan
    assert (
        penalty_reward(contrast_products(ratings, overall([1, 0, 0], [0, 0, 0]), 2, 4)).fit.n == 590
    )


def test_each_item_has_two_marks():
    with pytest.raises(ValueError, match="two marks"):
        penalty_reward(np.eye(5))
