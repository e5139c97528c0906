import numpy as np
import pytest

from analytics.stats.cluster_profile import question_tests, traits

# Two clusters of 40 and 60 people; two questions of two answers each.
TABLE = [[38, 2, 20, 20], [10, 50, 30, 30]]


def test_the_strongest_trait_comes_first_and_the_absent_one_last():
    found = traits(TABLE, [40, 60], 0)
    assert [one.category for one in found] == [0, 1]
    assert found[0].test.share_of_group == 38 / 40
    assert found[0].test.v > 1.96
    assert found[1].test.v < -1.96


def test_an_answer_as_frequent_as_everywhere_is_no_trait():
    assert not {2, 3} & {trait.category for trait in traits(TABLE, [40, 60], 1)}


def test_the_question_that_tells_clusters_apart_comes_first():
    found = question_tests(TABLE, [2, 2])
    assert [one.question for one in found] == [0, 1]
    assert found[0].p < 1e-6
    assert found[1].p == pytest.approx(1)
    assert found[0].df == 1


def test_a_question_everybody_answered_alike_comes_last_without_p():
    found = question_tests([[5, 0, 3, 2], [5, 0, 4, 1]], [2, 2])
    assert found[-1].question == 0
    assert np.isnan(found[-1].p)


def test_shapes_must_fit():
    with pytest.raises(ValueError, match="clusters"):
        traits(TABLE, [40, 60, 1], 0)
    with pytest.raises(ValueError, match="columns"):
        question_tests(TABLE, [2, 1])
