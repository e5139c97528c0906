import numpy as np
import pytest

from analytics.stats.logit import logit, predict, probability

NOTHING = np.empty((4, 0))


def test_a_two_by_two_table_gives_the_log_of_its_odds_ratio():
    fit = logit([[1], [1], [0], [0]], [1, 0, 1, 0], counts=[30, 10, 20, 40])
    assert fit.coefficients == pytest.approx([np.log(20 / 40), np.log(30 * 40 / (10 * 20))])
    assert fit.se[1] == pytest.approx((1 / 30 + 1 / 10 + 1 / 20 + 1 / 40) ** 0.5)
    assert np.exp(fit.coefficients[1]) == pytest.approx(6)
    assert (fit.n, fit.events, fit.parameters) == (100, 50, 2)


def test_without_variables_it_is_the_base_rate():
    fit = logit(NOTHING, [1, 0, 0, 0])
    assert probability(fit.coefficients) == pytest.approx([0.25])
    assert fit.deviance == pytest.approx(fit.null_deviance)


def test_counts_are_rows_repeated():
    x, y, counts = (
        np.array([[1.0], [2.0], [3.0], [1.0]]),
        np.array([0, 1, 0, 1]),
        np.array([3, 2, 4, 1]),
    )
    grouped, repeated = (
        logit(x, y, counts),
        logit(np.repeat(x, counts, axis=0), np.repeat(y, counts)),
    )
    assert grouped.coefficients == pytest.approx(repeated.coefficients)
    assert grouped.aic == pytest.approx(repeated.aic)


def test_predictions_follow_the_coefficients():
    fit = logit([[1], [1], [0], [0]], [1, 0, 1, 0], counts=[30, 10, 20, 40])
    assert predict(fit, [[1], [0]]) == pytest.approx([0.75, 1 / 3])


def test_an_offset_counts_as_it_is():
    fit = logit(NOTHING, [1, 1, 0, 0], offset=np.full(4, 2.0))
    assert fit.coefficients == pytest.approx([-2])


def test_a_variable_that_separates_is_not_estimated_and_said():
    fit = logit([[0], [0], [0], [1], [1], [1]], [0, 0, 0, 1, 1, 1])
    assert fit.is_separated
    assert np.isnan(fit.coefficients[1])
    assert predict(fit, [[0], [1]]) == pytest.approx([0, 1], abs=1e-3)


def test_a_group_without_an_event_spoils_only_its_own_coefficient():
    x = [[0, 0], [0, 0], [0, 1], [0, 1], [1, 0], [1, 1]]
    fit = logit(x, [0, 1, 0, 1, 0, 0], counts=[20, 10, 12, 18, 9, 9])
    assert fit.is_separated
    assert np.isfinite(fit.coefficients).tolist() == [True, False, True]


def test_copies_cannot_be_told_apart_yet_predict():
    x = np.array([[1.0], [2.0], [3.0], [4.0], [2.0], [3.0]])
    y = [0, 0, 1, 1, 1, 0]
    once, twice = logit(x, y), logit(np.column_stack([x, x]), y)
    assert np.isnan(twice.coefficients[1:]).all()
    assert not twice.is_separated
    assert twice.parameters == 2
    assert predict(twice, np.column_stack([x, x])) == pytest.approx(predict(once, x))


@pytest.mark.parametrize("events", [[0, 0, 0, 0], [1, 1, 1, 1]])
def test_all_or_none_has_no_odds(events):
    fit = logit([[1], [2], [3], [4]], events)
    assert np.isnan(fit.coefficients).all()
    assert np.isnan(fit.log_likelihood)


@pytest.mark.parametrize(
    ("x", "y", "counts"),
    [([[1], [np.nan]], [0, 1], None), ([[1], [2]], [0, 2], None), ([[1], [2]], [0, 1], [1, -1])],
)
def test_gaps_and_impossible_events_are_mistakes(x, y, counts):
    with pytest.raises(ValueError, match="events|every row"):
        logit(x, y, counts)
