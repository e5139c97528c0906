import numpy as np
import pytest

from analytics.stats.cross_tab import cross_tab, is_sparse, simulated_p


def test_a_two_by_two_table_by_head():
    # Everywhere 20 expected: 4 · 10²/20.
    tab = cross_tab([[30, 10], [10, 30]])
    assert tab.expected.tolist() == [[20, 20], [20, 20]]
    assert tab.chi_square == pytest.approx(20)
    assert tab.cramers_v == pytest.approx(0.5)
    assert tab.adjusted_residuals[0] == pytest.approx([20**0.5, -(20**0.5)])


def test_no_yates_correction_and_the_p_of_scipy():
    from scipy.stats import chi2_contingency

    table = np.array([[12, 5, 9], [3, 14, 8]])
    theirs = chi2_contingency(table, correction=False)
    tab = cross_tab(table)
    assert (tab.chi_square, tab.p, tab.df) == pytest.approx((theirs.statistic, theirs.pvalue, 2))
    assert tab.expected == pytest.approx(theirs.expected_freq)


def test_independent_questions_have_no_v_and_the_correction_never_goes_below_none():
    tab = cross_tab([[10, 20], [30, 60]])
    assert tab.cramers_v == pytest.approx(0, abs=1e-8)
    assert tab.cramers_v_corrected == 0
    assert tab.best_p == pytest.approx(1)


def test_the_corrected_v_follows_bergsma():
    # phi² = .25, n = 80: (.25 - 1/79) / (2 - 1/79 - 1).
    assert cross_tab([[30, 10], [10, 30]]).cramers_v_corrected == pytest.approx(
        ((0.25 - 1 / 79) / (1 - 1 / 79)) ** 0.5
    )


def test_few_expected_answers_are_a_warning_and_bring_random_tables():
    tab = cross_tab([[3, 0], [0, 3]])
    assert tab.is_sparse
    assert tab.share_below_5 == 1
    # Of the 20 ways to choose 3 of 6, 2 are as far from independence.
    assert tab.best_p == pytest.approx(0.1, abs=0.01)
    assert np.isnan(cross_tab([[30, 10], [10, 30]]).p_simulated)


def test_one_expected_count_below_one_is_enough():
    assert is_sparse([[0.9] + [50.0] * 9])
    assert not is_sparse([[4.0, 5.0, 5.0, 5.0, 5.0]])
    assert not is_sparse(np.empty((0, 2)))


def test_the_same_seed_draws_the_same_tables():
    table = [[4, 1, 0], [1, 2, 6]]
    assert simulated_p(table, 500, seed=3) == simulated_p(table, 500, seed=3)


def test_empty_rows_and_columns_take_no_part():
    tab = cross_tab([[30, 0, 10], [0, 0, 0], [10, 0, 30]])
    assert (tab.df, tab.chi_square) == (1, pytest.approx(20))
    assert np.isnan(tab.expected[1]).all()
    assert np.isnan(tab.adjusted_residuals[:, 1]).all()


@pytest.mark.parametrize("counts", [[[5, 0], [3, 0]], [[0, 0], [0, 0]], [[1, 2, 3]]])
def test_a_single_answer_goes_with_nothing(counts):
    tab = cross_tab(counts)
    assert np.isnan([tab.chi_square, tab.p, tab.cramers_v, tab.cramers_v_corrected]).all()
    assert not tab.is_sparse


def test_weights_count_for_what_they_are_worth():
    full, half = cross_tab([[30, 10], [10, 30]]), cross_tab([[30, 10], [10, 30]], n_eff=40)
    assert half.chi_square == pytest.approx(full.chi_square / 2)
    assert half.cramers_v == pytest.approx(full.cramers_v)


def test_fractional_tables_are_not_drawn():
    assert np.isnan(simulated_p([[1.5, 2], [3, 1]]))


def test_a_thousand_categories_come_to_an_end():
    tab = cross_tab(np.random.default_rng(1).poisson(2, (1000, 2)))
    assert 0 < tab.best_p <= 1


def test_negative_counts_are_mistakes():
    with pytest.raises(ValueError, match="negative"):
        cross_tab([[1, -1], [2, 2]])
