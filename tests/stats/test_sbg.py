import numpy as np
import pytest

from analytics.stats.retention import transitions
from analytics.stats.sbg import discounted_lifetime, fit_sbg, retention_rates, survival

# Percentages still there after 0 … 7 years (Fader & Hardie 2007, table 1), of 1,000 customers.
REGULAR = np.array([100, 63.1, 46.8, 38.2, 32.6, 28.9, 26.2, 24.1]) * 10
HIGH_END = np.array([100, 86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1]) * 10


def fit(still_there):
    return fit_sbg(still_there[:-1], still_there[:-1] - still_there[1:])


@pytest.mark.parametrize(
    ("still_there", "alpha", "beta"), [(REGULAR, 0.704, 1.182), (HIGH_END, 0.668, 3.806)]
)
def test_the_published_fits_come_out_to_the_printed_digits(still_there, alpha, beta):
    model = fit(still_there)
    assert (round(model.alpha, 3), round(model.beta, 3)) == (alpha, beta)
    assert not model.is_at_bound


def test_retention_rises_although_nobody_changes():
    rates = retention_rates(fit(REGULAR), 7)
    assert (np.diff(rates) > 0).all()
    assert survival(fit(REGULAR), 7)[-1] == pytest.approx(0.241, abs=0.003)


def test_the_discounted_lifetime_is_the_discounted_survival_added_up():
    model = fit(HIGH_END)
    ages = np.arange(1, 400)
    by_hand = 1 + float(survival(model, 399) @ (1 / 1.1**ages))
    assert discounted_lifetime(model, 0.1) == pytest.approx(by_hand)


def test_without_a_discount_a_lifetime_may_have_no_end():
    assert discounted_lifetime(fit(REGULAR), 0) == np.inf


def test_cohorts_end_where_the_last_edition_was():
    steps = transitions([[1, 1, 1], [1, 0, 1], [0, 1, 1], [0, 0, 1]], with_first_edition=True)
    assert (steps.at_risk.tolist(), steps.left.tolist()) == ([3, 1], [1, 0])
    assert fit_sbg(steps.at_risk, steps.left).firms == 3


@pytest.mark.parametrize("left", [[0, 0], [5, 0]])
def test_where_all_stay_or_all_leave_the_edge_is_named(left):
    model = fit_sbg([5, 5 - left[0]], left)
    assert model.is_at_bound
    assert np.isfinite(discounted_lifetime(model, 0.1))


@pytest.mark.parametrize(("at_risk", "left"), [([5], [6]), ([5], [-1]), ([0, 0], [0, 0]), ([], [])])
def test_steps_that_cannot_be_are_refused(at_risk, left):
    with pytest.raises(ValueError):
        fit_sbg(at_risk, left)
