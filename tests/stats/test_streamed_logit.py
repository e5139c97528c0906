"""Logistic regression over parts of the rows gives what it gives over all of them."""

import numpy as np
import pytest

from analytics.stats.logit import logit, predict
from analytics.stats.streamed_logit import streamed_logit


def parts_of(x, y, size=37):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    return lambda: ((x[at : at + size], y[at : at + size]) for at in range(0, len(y), size))


@pytest.fixture
def rows():
    rng = np.random.default_rng(3)
    x = np.column_stack([rng.normal(size=500), rng.integers(0, 2, 500), rng.normal(5, 3, 500)])
    chance = 1 / (1 + np.exp(-(x @ [0.8, -1.0, 0.1] - 0.4)))
    return x, (rng.random(500) < chance).astype(float)


@pytest.mark.parametrize("size", [1, 37, 500])
def test_parts_of_any_size_give_the_fit_of_all_rows(rows, size):
    whole, fit = logit(*rows), streamed_logit(parts_of(*rows, size), 3)
    for name in ("coefficients", "se", "p", "low", "high"):
        assert getattr(fit, name) == pytest.approx(getattr(whole, name), rel=1e-5)
    assert (fit.n, fit.events, fit.parameters) == (whole.n, whole.events, 4)
    assert fit.log_likelihood == pytest.approx(whole.log_likelihood)
    assert fit.null_log_likelihood == pytest.approx(whole.null_log_likelihood)


def test_it_may_begin_at_an_earlier_fit(rows):
    first = streamed_logit(parts_of(*rows), 3)
    again = streamed_logit(parts_of(*rows), 3, start=first.raw + 3)
    assert again.coefficients == pytest.approx(first.coefficients, rel=1e-6)


def test_copies_cannot_be_told_apart_yet_predict(rows):
    x, y = rows
    once, twice = (
        streamed_logit(parts_of(x, y), 3),
        streamed_logit(parts_of(np.column_stack([x, x[:, 0]]), y), 4),
    )
    assert np.isnan(twice.coefficients[[1, 4]]).all()
    assert np.isfinite(twice.coefficients[[0, 2, 3]]).all()
    assert predict(twice, np.column_stack([x, x[:, 0]])) == pytest.approx(
        predict(once, x), abs=1e-6
    )


def test_a_group_without_an_event_is_separated_and_said():
    x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]).repeat([30, 30, 9, 9], axis=0)
    y = np.concatenate([np.arange(30) % 3 == 0, np.arange(30) % 2 == 0, np.zeros(18)]).astype(float)
    fit = streamed_logit(parts_of(x, y), 2)
    assert fit.is_separated
    assert np.isfinite(fit.coefficients).tolist() == [True, False, True]


@pytest.mark.parametrize("event", [0.0, 1.0])
def test_all_or_none_has_no_odds(event):
    fit = streamed_logit(parts_of([[1.0], [2.0], [3.0]], [event] * 3), 1)
    assert np.isnan(fit.coefficients).all()
