import numpy as np
import pytest

from analytics.stats.mca import mca, row_coordinates
from tests.stats.oracles.burt_table import burt_of, indicator

RNG = np.random.default_rng(6)
SIZES = [3, 2, 4]
ANSWERS = np.stack([RNG.integers(0, size, 200) for size in SIZES], axis=1)
ANSWERS[:60] = ANSWERS[0]


def test_two_questions_that_always_agree_make_one_axis_with_everything():
    answer_map = mca(burt_of([[0, 0], [1, 1]], [2, 2]), [2, 2])
    assert answer_map.eigenvalues == pytest.approx([1])
    assert answer_map.coordinates[:, 0] == pytest.approx([1, -1, 1, -1])
    assert answer_map.eta2 == pytest.approx(np.ones((2, 1)))
    assert answer_map.total_inertia == 1


def test_the_burt_table_gives_the_map_of_the_indicator():
    z = indicator(ANSWERS, SIZES)
    p, n = z / z.sum(), len(z)
    masses = p.sum(axis=0)
    _, s, vt = np.linalg.svd(
        (p - np.outer(np.full(n, 1 / n), masses)) / np.sqrt(np.outer(np.full(n, 1 / n), masses))
    )
    answer_map = mca(burt_of(ANSWERS, SIZES), SIZES)
    assert answer_map.eigenvalues == pytest.approx(s[:6] ** 2)
    assert np.abs(answer_map.coordinates) == pytest.approx(
        np.abs((vt[:5] * s[:5, None] / np.sqrt(masses)).T)
    )


def test_respondents_lie_at_the_scaled_mean_of_their_answers_and_spread_as_the_axis():
    answer_map = mca(burt_of(ANSWERS, SIZES), SIZES)
    places = row_coordinates(answer_map, ANSWERS)
    assert places.mean(axis=0) == pytest.approx(np.zeros(5), abs=1e-12)
    assert places.var(axis=0) == pytest.approx(answer_map.eigenvalues[:5])


def test_a_category_lies_at_the_mean_of_those_who_chose_it_blown_up_by_the_axis():
    answer_map = mca(burt_of(ANSWERS, SIZES), SIZES)
    mean = row_coordinates(answer_map, ANSWERS)[ANSWERS[:, 0] == 1].mean(axis=0)
    assert answer_map.coordinates[1] == pytest.approx(mean / np.sqrt(answer_map.eigenvalues[:5]))


def test_contributions_sum_to_one_and_eta2_to_the_eigenvalue():
    answer_map = mca(burt_of(ANSWERS, SIZES), SIZES)
    assert answer_map.contributions.sum(axis=0) == pytest.approx(np.ones(5))
    assert answer_map.eta2.mean(axis=0) == pytest.approx(answer_map.eigenvalues[:5])
    assert mca(burt_of(ANSWERS, SIZES), SIZES, axes=6).cos2.sum(axis=1) == pytest.approx(np.ones(9))


def test_patterns_with_weights_say_the_same_as_people():
    patterns, counts = np.unique(ANSWERS, axis=0, return_counts=True)
    assert burt_of(patterns, SIZES, counts) == pytest.approx(burt_of(ANSWERS, SIZES))


def test_the_leading_category_is_positive_whatever_the_solver_said():
    answer_map = mca(burt_of(ANSWERS, SIZES), SIZES)
    leading = answer_map.contributions.argmax(axis=0)
    assert (answer_map.coordinates[leading, range(5)] > 0).all()


def test_the_order_of_the_people_turns_no_axis():
    shuffled = np.random.default_rng(1).permutation(ANSWERS)
    first, second = (mca(burt_of(rows, SIZES), SIZES).coordinates for rows in (ANSWERS, shuffled))
    assert first == pytest.approx(second)


def test_an_answer_everybody_gave_lies_nowhere():
    answer_map = mca(burt_of([[0, 0, 0], [1, 1, 0], [0, 1, 0]], [2, 2, 1]), [2, 2, 1])
    assert np.isnan(answer_map.cos2[4]).all()
    assert answer_map.coordinates[4] == pytest.approx(np.zeros(answer_map.axes), abs=1e-9)


def test_an_empty_category_must_leave_first():
    with pytest.raises(ValueError, match="every category"):
        mca(burt_of([[0, 0], [1, 1]], [2, 3]), [2, 3])


def test_a_missing_answer_is_no_silent_category():
    answer_map = mca(burt_of(ANSWERS, SIZES), SIZES)
    with pytest.raises(ValueError, match="answers must be numbered"):
        row_coordinates(answer_map, [[0, 0, -1]])
    incomplete = np.diag([2.0, 2.0, 1.0, 2.0])
    with pytest.raises(ValueError, match="one answer to every question"):
        mca(incomplete, [2, 2])


def test_the_table_must_fit_the_questions():
    with pytest.raises(ValueError, match="burt"):
        mca(np.eye(3), [2, 2])
    with pytest.raises(ValueError, match="questions"):
        row_coordinates(mca(burt_of(ANSWERS, SIZES), SIZES), [[0, 1]])
