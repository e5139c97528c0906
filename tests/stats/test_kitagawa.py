import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.stats.kitagawa import rate_and_composition

GROUP = st.tuples(st.integers(1, 500), st.floats(1, 5), st.integers(1, 500), st.floats(1, 5))


def test_everybody_gaining_a_tenth_is_all_rate():
    parts = rate_and_composition([10, 10], [3, 4], [10, 10], [3.1, 4.1])
    assert parts.rate == pytest.approx(0.1)
    assert parts.composition == 0


def test_a_new_mix_of_the_same_people_is_all_composition():
    parts = rate_and_composition([10, 10], [3, 4], [5, 15], [3, 4])
    assert parts.rate == 0
    assert parts.composition == pytest.approx(0.25)


@settings(deadline=None)
@given(st.lists(GROUP, min_size=1, max_size=6))
def test_the_parts_add_up_exactly(groups):
    columns = list(zip(*groups, strict=True))
    parts = rate_and_composition(*columns)
    assert parts.rate + parts.composition == pytest.approx(parts.difference, abs=1e-9)


def test_a_group_that_is_new_changes_the_mix_only():
    parts = rate_and_composition([10, 0], [3, np.nan], [10, 10], [3, 5])
    assert parts.rate == 0
    assert parts.composition == pytest.approx(1)


def test_a_group_nobody_was_in_has_no_effect():
    parts = rate_and_composition([10, 0], [3, np.nan], [10, 0], [4, np.nan])
    assert parts.difference == parts.rate == 1


def test_nobody_in_a_period_is_nan():
    assert np.isnan(rate_and_composition([0], [np.nan], [5], [3]).difference)


def test_negative_groups_are_mistakes():
    with pytest.raises(ValueError, match="negative"):
        rate_and_composition([-1], [3], [1], [3])
