from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from analytics.stats.suppression import SmallBases, hidden_cells, visibility, visibility_of_share


@pytest.mark.parametrize(
    ("n", "how"),
    [
        (0, "never"),
        (4, "never"),
        (5, "hidden"),
        (9, "hidden"),
        (10, "faint"),
        (29, "faint"),
        (30, "shown"),
    ],
)
def test_how_a_base_may_be_shown(n, how):
    assert visibility(n) == how


def test_the_reader_may_ask_for_five_to_nine_but_not_for_four():
    asked = SmallBases(reveals_hidden=True)
    assert visibility(5, asked) == "faint"
    assert visibility(4, asked) == "never"


def test_an_unknown_base_is_never_shown():
    assert visibility(float("nan")) == "never"


def test_shares_have_limits_of_their_own_only_on_demand():
    strict = SmallBases(strict_shares=True)
    assert visibility_of_share(60, 25, 0.2, 0.4) == "shown"
    assert visibility_of_share(60, 25, 0.2, 0.4, strict) == "hidden"
    assert visibility_of_share(60, 60, 0.2, 0.51, strict) == "hidden"
    assert visibility_of_share(60, 60, 0.2, 0.4, strict) == "shown"
    assert visibility_of_share(60, 60, 0.2, float("nan"), strict) == "hidden"
    assert visibility_of_share(4, 60, 0.2, 0.3, strict) == "never"
    assert (
        visibility_of_share(60, 25, 0.2, 0.4, SmallBases(strict_shares=True, reveals_hidden=True))
        == "faint"
    )


def test_a_table_without_small_cells_hides_nothing():
    found = hidden_cells([[10, 20], [30, 40]])
    assert not found.cells.any()
    assert not found.row_totals.any()
    assert not found.column_totals.any()
    assert not found.total


def test_a_small_cell_takes_three_others_with_it():
    found = hidden_cells([[20, 3, 15], [30, 12, 9], [8, 22, 40]])
    assert found.cells.tolist() == [[False, True, True], [False, True, True], [False, False, False]]
    assert not found.total


def test_in_a_list_with_its_total_the_next_smallest_goes_too():
    assert hidden_cells([3, 12, 50]).cells.tolist() == [[True, True, False]]


def test_two_small_cells_in_a_list_protect_each_other():
    assert hidden_cells([3, 2, 50]).cells.tolist() == [[True, True, False]]


def test_what_the_reader_may_ask_for_protects_nothing():
    # 3 and 8 in a row of 51: whoever reveals the 8 must not learn the 3.
    found = hidden_cells([[3, 8, 40]])
    assert found.cells.tolist() == [[True, True, False]]
    assert (
        hidden_cells([[3, 8, 40]], SmallBases(reveals_hidden=True)).cells.tolist()
        == found.cells.tolist()
    )


def test_two_empty_cells_are_known_unless_a_full_one_goes_with_them():
    assert hidden_cells([[40, 0, 0]]).cells.sum() == 3


def test_a_small_total_is_hidden_as_well():
    assert hidden_cells([[1, 2], [30, 40]]).row_totals.tolist() == [True, True]


def alternatives(table, found):
    """All tables that differ by at most one in each hidden cell and agree in every visible
    number.
    """
    places = list(zip(*np.nonzero(found.cells), strict=True))
    for steps in product((-1, 0, 1), repeat=len(places)):
        other = table.copy()
        for place, step in zip(places, steps, strict=True):
            other[place] += step
        is_same = (
            (other >= 0).all()
            and (found.row_totals | (other.sum(axis=1) == table.sum(axis=1))).all()
            and (found.column_totals | (other.sum(axis=0) == table.sum(axis=0))).all()
            and (found.total or other.sum() == table.sum())
        )
        if is_same:
            yield other


@settings(deadline=None, max_examples=150)
@given(
    arrays(np.int64, st.sampled_from([(1, 3), (2, 2), (2, 3), (3, 2)]), elements=st.integers(0, 12))
)
def test_no_hidden_number_follows_from_the_visible_ones(table):
    found = hidden_cells(table)
    others = np.array(list(alternatives(table, found)))
    for place in zip(*np.nonzero(found.cells), strict=True):
        assert np.unique(others[(slice(None), *place)]).size > 1
    for axis, hidden in ((2, found.row_totals), (1, found.column_totals)):
        assert (np.ptp(others.sum(axis=axis), axis=0)[hidden] > 0).all()


@settings(deadline=None)
@given(
    arrays(np.int64, st.tuples(st.integers(1, 6), st.integers(1, 6)), elements=st.integers(0, 40))
)
def test_small_numbers_are_always_hidden(table):
    found = hidden_cells(table)
    assert found.cells[table < 5].all()
    assert found.row_totals[table.sum(axis=1) < 5].all()
    assert found.column_totals[table.sum(axis=0) < 5].all()


def test_a_thousand_categories_come_to_an_end():
    assert hidden_cells(np.random.default_rng(0).poisson(6, (1000, 2))).cells.any()


def test_negative_counts_are_mistakes():
    with pytest.raises(ValueError, match="negative"):
        hidden_cells([[1, -1]])
