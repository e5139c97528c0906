import numpy as np
import pytest

from analytics.stats.least_squares import least_squares
from tests.stats.oracles.cross_products import cross_products

RNG = np.random.default_rng(4)
X = RNG.normal(size=(60, 2))
Y = 1 + X @ [0.5, -0.2] + RNG.normal(size=60) * (1 + np.abs(X[:, 0]))


def by_row(columns, outcome):
    rows = np.column_stack([np.ones(len(outcome)), columns, outcome])
    return rows[:, :, None] * rows[:, None, :]


def test_a_straight_line_through_three_points():
    # Mean of y 3, slope 3/2.
    fit = least_squares(cross_products([[0], [1], [2]], [1, 4, 4]))
    assert fit.coefficients == pytest.approx([1.5, 1.5])
    assert fit.r_squared == pytest.approx(0.75)
    assert fit.df == 1


def test_classical_errors_equal_those_of_statsmodels():
    from statsmodels.regression.linear_model import OLS

    theirs = OLS(Y, np.column_stack([np.ones(60), X])).fit()
    fit = least_squares(cross_products(X, Y))
    assert fit.coefficients == pytest.approx(theirs.params)
    assert fit.se == pytest.approx(theirs.bse)
    assert fit.p == pytest.approx(theirs.pvalues)
    assert fit.adjusted_r_squared == pytest.approx(theirs.rsquared_adj)


def test_one_answer_a_group_gives_hc1():
    from statsmodels.regression.linear_model import OLS

    theirs = OLS(Y, np.column_stack([np.ones(60), X])).fit(cov_type="HC1")
    fit = least_squares(by_row(X, Y))
    assert fit.is_robust
    assert fit.se == pytest.approx(theirs.bse)
    assert fit.df == 59


def test_groups_of_answers_give_nearly_the_same_errors():
    rng = np.random.default_rng(1)
    x = rng.normal(size=(4000, 1))
    y = x[:, 0] + rng.normal(size=4000) * (1 + np.abs(x[:, 0]))
    rows = by_row(x, y)
    grouped = least_squares(rows.reshape(200, 20, 3, 3).sum(axis=1))
    assert grouped.se == pytest.approx(least_squares(rows).se, rel=0.2)
    assert grouped.se[1] > 1.3 * least_squares(rows.sum(axis=0)).se[1]


def test_what_cannot_be_told_apart_is_nan_and_the_rest_stands():
    columns = np.column_stack([X, X[:, 0], np.zeros(60)])
    fit = least_squares(cross_products(columns, Y))
    assert np.isnan(fit.coefficients[[1, 3, 4]]).all()
    assert fit.coefficients[2] == pytest.approx(least_squares(cross_products(X, Y)).coefficients[2])
    assert fit.df == 57


def test_a_perfect_fit_is_no_certainty():
    fit = least_squares(cross_products([[0], [1], [2], [3]], [1, 3, 5, 7]))
    assert fit.r_squared == 1
    assert np.isnan(fit.se).all()


def test_an_outcome_that_does_not_vary_explains_nothing():
    assert np.isnan(least_squares(cross_products(X, np.full(60, 4.0))).r_squared)


def test_incomplete_rows_are_left_out():
    assert least_squares(cross_products([[0], [1], [2], [np.nan]], [1, 4, 4, 9])).n == 3


def test_weights_multiply_rows():
    twice = cross_products(X, Y, np.full(60, 2.0))
    assert twice == pytest.approx(2 * cross_products(X, Y))
    assert least_squares(twice, n=60).n == 60


@pytest.mark.parametrize("shape", [(2, 3), (0, 2, 2), (1, 1), (4,)])
def test_cross_products_are_square(shape):
    with pytest.raises(ValueError, match="cross-products"):
        least_squares(np.zeros(shape))
