import numpy as np
import pytest

from analytics.stats.impact_asymmetry import impact_asymmetries
from analytics.stats.penalty_reward import penalty_reward
from tests.stats.oracles.cross_products import contrast_products


def rated(effects, n=600, seed=0):
    """Ratings 1–5 of items whose low and high scores move the overall judgement by `effects`."""
    rng = np.random.default_rng(seed)
    ratings = rng.integers(1, 6, (n, len(effects))).astype(float)
    overall = 3 + sum(
        (ratings[:, at] <= 2) * low + (ratings[:, at] >= 4) * high
        for at, (low, high) in enumerate(effects)
    )
    return ratings, overall + rng.normal(0, 0.1, n)


def test_a_stack_gives_what_one_at_a_time_gives():
    whole = np.stack(
        [
            contrast_products(*rated([(-0.5, 0.1), (-0.1, 0.5)], seed=seed), 2, 4)
            for seed in range(3)
        ]
    )
    for products, impact_asymmetry in zip(whole, impact_asymmetries(whole), strict=True):
        assert impact_asymmetry == pytest.approx(
            [item.asymmetry for item in penalty_reward(products).items]
        )


def test_only_punishing_is_minus_one_and_only_rewarding_plus_one():
    products = contrast_products(*rated([(-0.5, -0.2), (0.2, 0.5)]), 2, 4)
    assert impact_asymmetries(products) == pytest.approx([-1, 1])


def test_a_copy_of_an_item_is_no_error():
    ratings, overall = rated([(-0.5, 0.5)])
    products = contrast_products(np.column_stack([ratings, ratings]), overall, 2, 4)
    assert impact_asymmetries(products) == pytest.approx([0, 0], abs=0.1)


def test_nothing_on_either_side_has_no_asymmetry():
    products = np.diag([10.0, 5.0, 5.0, 10.0])
    assert np.isnan(impact_asymmetries(products)).all()


def test_an_odd_number_of_marks_is_refused():
    with pytest.raises(ValueError, match="two marks"):
        impact_asymmetries(np.eye(5))
