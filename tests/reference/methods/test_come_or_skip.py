import numpy as np
import pytest

from tests.reference.methods.come_or_skip import come_or_skip


def test_frequency_recency_and_chances_count_from_the_first_edition_attended():
    rows = [
        [1, 1, 0, 1],  # skipped one
        [1, 0, 0, 0],  # never again
        [0, 1, 1, 0],  # entered later
        [0, 0, 0, 1],  # entered last
    ]
    each = come_or_skip(rows)
    assert each.entry.tolist() == [0, 0, 1, 3]
    assert each.x.tolist() == [2, 0, 1, 0]
    assert each.t_x.tolist() == [3, 0, 1, 0]
    assert each.n.tolist() == [3, 3, 2, 0]


def test_a_firm_that_never_came_is_no_customer():
    with pytest.raises(ValueError, match="participation"):
        come_or_skip(np.zeros((1, 3)))
