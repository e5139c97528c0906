from analytics.stats.cluster_order import by_size, old_numbers_by_size


def test_the_largest_cluster_becomes_number_zero():
    assert by_size([5, 5, 9, 9, 9, 1]).tolist() == [1, 1, 0, 0, 0, 2]


def test_equal_sizes_go_by_the_row_that_comes_first():
    assert by_size(["b", "a", "b", "a"]).tolist() == [0, 1, 0, 1]


def test_old_numbers_tell_where_a_cluster_came_from():
    assert old_numbers_by_size([0, 1, 1]).tolist() == [1, 0]
