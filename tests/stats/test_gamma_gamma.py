import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import gamma

from analytics.stats.gamma_gamma import (
    GammaGamma,
    _log_likelihood,
    drawn_models,
    expected_money,
    fit_gamma_gamma,
    independence,
    spend_draws,
)

# The paper's model of CDNOW's spending (Fader & Hardie 2013, section 4): p 6.25, q 3.74, c 15.44.
CDNOW = GammaGamma(6.25, 3.74, 15.44, 0.0, 0.0, False)


def invented(firms, p=6.0, q=4.0, c=20_000.0, seed=7):
    """Number and mean of the amounts of firms that follow the model."""
    random = np.random.default_rng(seed)
    x = random.integers(1, 7, firms)
    rate = random.gamma(q, 1 / c, firms)
    return x, random.gamma(p * x, 1 / rate) / x


def test_the_papers_average_customer_spends_35_dollars():
    assert round(CDNOW.population_mean, 1) == 35.2
    assert expected_money(CDNOW, [0], [0]) == pytest.approx([CDNOW.population_mean])


def test_the_more_editions_are_known_the_nearer_a_firm_stays_to_its_own_mean():
    values = expected_money(CDNOW, [1, 3, 30], [100, 100, 100])
    assert CDNOW.population_mean < values[0] < values[1] < values[2] < 100


def test_the_density_is_that_of_a_gamma_whose_rate_is_gamma():
    for x, m in ((1, 20.0), (4, 50.0)):
        density = quad(
            lambda rate, x=x, m=m: (
                gamma.pdf(m, 6.25 * x, scale=1 / (rate * x))
                * gamma.pdf(rate, 3.74, scale=1 / 15.44)
            ),
            0,
            3,
        )[0]
        ours, _ = _log_likelihood(
            np.array([6.25, 3.74, 15.44]), np.array([x * 1.0]), np.array([m]), np.ones(1)
        )
        assert ours == pytest.approx(np.log(density), rel=1e-6)


def test_planted_parameters_are_recovered():
    model = fit_gamma_gamma(*invented(60_000))
    assert (model.p, model.q) == pytest.approx((6, 4), rel=0.1)
    assert model.population_mean == pytest.approx(40_000, rel=0.05)


def test_it_does_not_matter_in_which_money_the_amounts_stand():
    x, m = invented(300)
    whole, cents = fit_gamma_gamma(x, m), fit_gamma_gamma(x, 100 * m)
    assert (cents.p, cents.q, cents.c) == pytest.approx((whole.p, whole.q, 100 * whole.c))


def test_firms_with_equal_amounts_can_stand_in_one_row():
    x, m, counts = [1, 2, 3], [10.0, 30.0, 20.0], [4, 2, 3]
    grouped = fit_gamma_gamma(x, m, counts)
    each = fit_gamma_gamma(np.repeat(x, counts), np.repeat(m, counts))
    assert grouped.log_likelihood == pytest.approx(each.log_likelihood)
    assert independence(x, m, counts).by_rank.n == 9


def test_no_population_mean_exists_where_q_is_1_or_less():
    assert np.isnan(GammaGamma(5, 0.9, 10, 0, 0, False).population_mean)
    assert np.isnan(expected_money(GammaGamma(5, 0.9, 10, 0, 0, False), [0], [0])).all()


@pytest.mark.parametrize(
    ("money", "verdict"),
    [
        ([5, 9, 6, 8, 7, 7, 9, 5], "independent enough"),
        ([5, 9, 6, 8, 7, 9, 9.5, 5.5], "doubtful"),
        ([1, 2, 3, 4, 5, 6, 7, 8], "refuse"),
    ],
)
def test_money_that_grows_with_frequency_is_warned_of_or_refused(money, verdict):
    assert independence([1, 1, 2, 2, 3, 3, 4, 4], money).verdict == verdict


def test_one_amount_everywhere_is_at_the_edge_and_silent():
    model = fit_gamma_gamma([1, 2, 3], [10, 10, 10])
    assert model.is_at_bound
    assert expected_money(model, [0, 3], [0, 10]) == pytest.approx([10, 10], rel=0.01)
    assert independence([1, 2, 3], [10, 10, 10]).verdict == "independent enough"


@pytest.mark.parametrize(("x", "m"), [([0], [5]), ([1], [0]), ([1], [-3]), ([], [])])
def test_firms_without_money_do_not_belong_here(x, m):
    with pytest.raises(ValueError):
        fit_gamma_gamma(x, m)


def test_a_firms_own_mean_varies_around_what_is_expected():
    draws = spend_draws(CDNOW, 3, 50.0, 40_000)
    assert draws.mean() == pytest.approx(expected_money(CDNOW, [3], [50.0])[0], rel=0.02)
    assert spend_draws(CDNOW, 0, 0.0, 40_000).mean() == pytest.approx(35.2, rel=0.03)


def test_models_that_might_as_well_be_lie_around_the_fit():
    model = fit_gamma_gamma(*invented(2000))
    means = [drawn.population_mean for drawn in drawn_models(model, 200)]
    assert np.mean(means) == pytest.approx(model.population_mean, rel=0.02)
