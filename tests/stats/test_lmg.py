from itertools import permutations

import numpy as np
import pytest

from analytics.stats.lmg import general_dominance, r_squared_of_all_sets, set_sizes

R_XX = np.array([[1, 0.6, 0.2, 0.1], [0.6, 1, 0.3, 0.4], [0.2, 0.3, 1, 0.5], [0.1, 0.4, 0.5, 1]])
R_XY = np.array([0.5, 0.4, -0.3, 0.2])


def r_squared(items):
    chosen = list(items)
    return (
        R_XY[chosen] @ np.linalg.solve(R_XX[np.ix_(chosen, chosen)], R_XY[chosen])
        if chosen
        else 0.0
    )


def test_uncorrelated_items_add_the_same_in_any_company():
    dominance = general_dominance(np.eye(3), [0.5, 0.3, 0.1])
    assert dominance.weights == pytest.approx([0.25, 0.09, 0.01])
    assert dominance.conditional[0] == pytest.approx([0.25] * 3)


def test_it_is_the_mean_over_all_orders():
    gains = np.zeros(4)
    for order in permutations(range(4)):
        for place, item in enumerate(order):
            gains[item] += r_squared(order[: place + 1]) - r_squared(order[:place])
    assert general_dominance(R_XX, R_XY).weights == pytest.approx(gains / 24)


def test_every_set_has_the_r_squared_of_its_own_model():
    of_all_sets = r_squared_of_all_sets(R_XX, R_XY)
    for position, of_set in enumerate(of_all_sets):
        assert of_set == pytest.approx(
            r_squared([j for j in range(4) if position >> j & 1]), abs=1e-12
        )
    assert set_sizes(2).tolist() == [0, 1, 1, 2]


def test_first_and_last_in_are_the_ends_of_conditional_dominance():
    dominance = general_dominance(R_XX, R_XY)
    assert dominance.first_in == pytest.approx(R_XY**2)
    assert dominance.last_in[3] == pytest.approx(r_squared([0, 1, 2, 3]) - r_squared([0, 1, 2]))
    assert dominance.weights.sum() == pytest.approx(dominance.r_squared)


def test_copies_share_evenly():
    assert general_dominance([[1, 1], [1, 1]], [0.6, 0.6]).weights == pytest.approx([0.18, 0.18])


def test_a_single_item_has_it_all():
    assert general_dominance([[1.0]], [0.5]).weights == pytest.approx([0.25])


def test_a_stack_is_solved_at_once_and_gaps_stay_where_they_are():
    gap = R_XX.copy()
    gap[0, 1] = gap[1, 0] = np.nan
    dominance = general_dominance([R_XX, gap], [R_XY, R_XY])
    assert dominance.weights[0] == pytest.approx(general_dominance(R_XX, R_XY).weights)
    assert np.isnan(dominance.weights[1]).all()


def test_seventeen_items_are_the_most():
    assert general_dominance(np.eye(17), np.full(17, 0.1)).weights == pytest.approx(
        np.full(17, 0.01)
    )
    with pytest.raises(ValueError, match="17"):
        general_dominance(np.eye(18), np.full(18, 0.1))
