import numpy as np
import pytest

from analytics.stats.hcpc import cut_tree, grow
from tests.reference.methods.cluster_description import paragons, question_tests
from tests.stats.test_cluster_profile import TABLE


def test_the_question_that_tells_clusters_apart_comes_first():
    tests = question_tests(TABLE, [2, 2])
    assert [test.question for test in tests] == [0, 1]
    assert tests[0].p < 1e-6
    assert tests[1].p == pytest.approx(1)
    assert tests[0].df == 1


def test_a_question_everybody_answered_alike_comes_last_without_p():
    tests = question_tests([[5, 0, 3, 2], [5, 0, 4, 1]], [2, 2])
    assert tests[-1].question == 0
    assert np.isnan(tests[-1].p)


def test_questions_must_share_out_the_columns():
    with pytest.raises(ValueError, match="columns"):
        question_tests(TABLE, [2, 1])


def test_paragons_are_nearest_to_the_centre():
    grown = grow([[0.0], [1.0], [5.0], [40.0], [41.0]])
    clusters = cut_tree(grown, 2)
    assert paragons(grown, clusters, 0, count=2).tolist() == [1, 0]
