import numpy as np
import pytest

from analytics.stats.bgbb import (
    BgBb,
    expected_of_newcomer,
    fit_bgbb,
    log_likelihood,
    outlook,
)
from analytics.stats.bgbb_futures import discounted_futures, drawn_models

# Annual donations 1995-2001 of 11,104 people: x, t_x, people (Fader, Hardie & Shang 2010, table 2).
DONATIONS = [
    (6, 6, 1203),
    (5, 6, 728),
    (4, 6, 512),
    (3, 6, 357),
    (2, 6, 234),
    (1, 6, 129),
    (5, 5, 335),
    (4, 5, 284),
    (3, 5, 225),
    (2, 5, 173),
    (1, 5, 119),
    (4, 4, 240),
    (3, 4, 181),
    (2, 4, 155),
    (1, 4, 78),
    (3, 3, 322),
    (2, 3, 255),
    (1, 3, 129),
    (2, 2, 613),
    (1, 2, 277),
    (1, 1, 1091),
    (0, 0, 3464),
]
X, T_X, PEOPLE = (np.array(column) for column in zip(*DONATIONS, strict=True))
N = np.full(X.size, 6)


@pytest.fixture(scope="module")
def donors():
    return fit_bgbb(X, T_X, N, PEOPLE)


def test_the_published_fit_comes_out_to_the_printed_digits(donors):
    parameters = [donors.alpha, donors.beta, donors.gamma, donors.delta]
    assert np.round(parameters, 3).tolist() == [1.204, 0.750, 0.657, 2.783]
    assert round(donors.log_likelihood, 1) == -33225.6
    assert not donors.at_bound.any()


def test_who_came_every_time_is_expected_to_come_3_75_times_in_five_as_published(donors):
    ahead = outlook(donors, [6, 0], [6, 0], [6, 6], editions=5)
    assert np.round(ahead.expected_next, 2).tolist() == [3.75, 0.07]


def test_the_three_chances_are_three_numbers_and_fall_in_their_order(donors):
    ahead = outlook(donors, X, T_X, N)
    assert (ahead.alive_at_last >= ahead.alive_next).all()
    assert (ahead.alive_next > ahead.comes_next).all()
    assert ahead.comes_next == pytest.approx(ahead.expected_next)


def test_of_two_with_the_same_frequency_the_one_who_came_lately_is_more_likely_alive(donors):
    late, early = outlook(donors, [2, 2], [6, 2], [6, 6]).alive_next
    assert late > 2 * early


def test_a_state_counted_twice_is_two_firms():
    once = fit_bgbb([0, 1, 1, 2], [0, 1, 2, 2], [2, 2, 2, 2], [6, 4, 4, 9])
    rows = [np.repeat(values, [6, 4, 4, 9]) for values in ([0, 1, 1, 2], [0, 1, 2, 2], [2] * 4)]
    each = fit_bgbb(*rows)
    assert each.log_likelihood == pytest.approx(once.log_likelihood)


def test_the_likelihoods_of_all_sequences_add_up_to_1():
    model = BgBb(1.2, 0.8, 0.7, 2.5, 0.0, 0.0, np.zeros(4, dtype=bool))
    sequences = [[came >> place & 1 for place in range(4)] for came in range(16)]
    x = np.array([sum(sequence) for sequence in sequences])
    t_x = np.array([max((i + 1 for i, c in enumerate(s) if c), default=0) for s in sequences])
    assert np.exp(log_likelihood(model, x, t_x, np.full(16, 4))).sum() == pytest.approx(1)


def test_who_entered_last_adds_nothing_to_the_fit_and_is_predicted_like_anybody_new():
    states = ([0, 1, 1, 2], [0, 1, 2, 2], [2, 2, 2, 2], [60, 20, 20, 90])
    without = fit_bgbb(*states)
    entered = [
        np.append(values, extra) for values, extra in zip(states, (0, 0, 0, 50), strict=True)
    ]
    model = fit_bgbb(*entered)
    assert model.log_likelihood == pytest.approx(without.log_likelihood)
    newcomer = outlook(model, [0], [0], [0], editions=3)
    assert newcomer.alive_at_last == pytest.approx([1.0])
    assert newcomer.expected_next[0] == pytest.approx(expected_of_newcomer(model, 3)[-1])


@pytest.mark.parametrize("discount", [0.1, 0.5, 2.0])
def test_the_discounted_sum_is_the_sum(donors, discount):
    ahead = outlook(donors, X, T_X, N, discount=discount)
    terms = [outlook(donors, X, T_X, N, editions=k).expected_next for k in range(60)]
    steps = np.diff(terms, axis=0)
    by_hand = sum(step / (1 + discount) ** (k + 1) for k, step in enumerate(steps))
    # What comes after sixty editions is worth something at 10% only.
    rest = 0.01 if discount == 0.1 else 1e-9
    assert (ahead.discounted >= by_hand - 1e-12).all()
    assert (ahead.discounted <= by_hand * (1 + rest) + 1e-12).all()


def test_without_a_discount_the_sum_has_an_end_only_if_everybody_leaves_in_time():
    leaving = BgBb(1.0, 1.0, 2.0, 3.0, 0.0, 0.0, np.zeros(4, dtype=bool))
    staying = BgBb(1.0, 1.0, 0.5, 3.0, 0.0, 0.0, np.zeros(4, dtype=bool))
    terms = outlook(leaving, [1], [1], [1], editions=20_000).expected_next[0]
    assert outlook(leaving, [1], [1], [1], discount=0).discounted[0] == pytest.approx(terms, 1e-3)
    assert outlook(staying, [1], [1], [1], discount=0).discounted[0] == np.inf


@pytest.mark.parametrize(
    "states",
    [
        ([0], [0], [3], [50]),  # all came once
        ([3, 2], [3, 2], [3, 2], [10, 10]),  # all came always
        ([0, 1], [0, 1], [1, 1], [1, 1]),  # two editions
    ],
)
def test_a_fit_that_the_data_do_not_determine_stays_finite_and_silent(states):
    ahead = outlook(fit_bgbb(*states), *states[:3])
    assert np.isfinite(ahead.discounted).all()
    assert ((ahead.comes_next >= 0) & (ahead.comes_next <= 1)).all()


def test_where_everybody_always_came_the_edges_of_the_search_are_named():
    assert fit_bgbb([3], [3], [3], [40]).at_bound.all()


@pytest.mark.parametrize(
    "states",
    [([1], [0], [2]), ([2], [1], [2]), ([0], [1], [2]), ([1], [3], [2]), ([0.5], [1], [2])],
)
def test_statistics_that_no_sequence_has_are_refused(states):
    with pytest.raises(ValueError):
        fit_bgbb(*states)


def test_nobody_with_a_later_edition_is_no_fit():
    with pytest.raises(ValueError, match="edition after its first"):
        fit_bgbb([0], [0], [0], [9])


def test_futures_have_the_expected_discounted_sum_as_their_mean(donors):
    futures = discounted_futures(donors, 3, 5, 6, discount=0.1, draws=40_000)
    expected = outlook(donors, [3], [5], [6], discount=0.1).discounted[0]
    assert futures.mean() == pytest.approx(expected, rel=0.03)


def test_models_that_might_as_well_be_lie_around_the_fit(donors):
    alphas = [model.alpha for model in drawn_models(donors, 300)]
    assert np.mean(alphas) == pytest.approx(donors.alpha, rel=0.02)
    assert 0.01 < np.std(alphas) < 0.1
