import pytest

from analytics.stats.cluster_profile import traits

# Two clusters of 40 and 60 people; two questions of two answers each.
TABLE = [[38, 2, 20, 20], [10, 50, 30, 30]]


def test_the_strongest_trait_comes_first_and_the_absent_one_last():
    telling = traits(TABLE, [40, 60], 0)
    assert [trait.category for trait in telling] == [0, 1]
    assert telling[0].test.share_of_group == 38 / 40
    assert telling[0].test.v > 1.96
    assert telling[1].test.v < -1.96


def test_an_answer_as_frequent_as_everywhere_is_no_trait():
    assert not {2, 3} & {trait.category for trait in traits(TABLE, [40, 60], 1)}


def test_shapes_must_fit():
    with pytest.raises(ValueError, match="clusters"):
        traits(TABLE, [40, 60, 1], 0)
