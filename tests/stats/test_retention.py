import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from analytics.stats.retention import cohorts, edition_flows, participation_counts, transitions

SEEN = [
    [1, 1, 1],  # always there
    [1, 0, 1],  # came back
    [0, 1, 0],  # once
    [0, 1, 1],
    [0, 0, 0],  # never
]


def test_the_second_edition_kept_one_of_two_and_won_two():
    flow = edition_flows(SEEN)[1]
    assert (flow.exhibitors, flow.new, flow.returning, flow.reactivated, flow.lapsed) == (
        3,
        2,
        1,
        0,
        1,
    )
    assert (flow.retention, flow.repeat_share, flow.all_editions_share) == (1 / 2, 1 / 3, 1 / 3)


def test_whoever_skipped_an_edition_is_reactivated_and_counts_as_repeat_but_not_as_retained():
    flow = edition_flows(SEEN)[2]
    assert (flow.returning, flow.reactivated, flow.new) == (2, 1, 0)
    assert (flow.retention, flow.repeat_share, flow.all_editions_share) == (2 / 3, 1, 1 / 3)


def test_the_first_edition_has_no_past_to_compare_with():
    flow = edition_flows(SEEN)[0]
    assert flow.new == flow.exhibitors == 2
    assert np.isnan([flow.retention, flow.repeat_share, flow.all_editions_share]).all()


@settings(deadline=None)
@given(arrays(bool, st.tuples(st.integers(1, 12), st.integers(1, 5))))
def test_flows_add_up_edition_by_edition(attended):
    flows = edition_flows(attended)
    for last, flow in zip((None, *flows), flows, strict=False):
        assert flow.new + flow.returning + flow.reactivated == flow.exhibitors
        assert flow.returning + flow.lapsed == (last.exhibitors if last else 0)
    assert sum(flow.new for flow in flows) == participation_counts(attended)[1:].sum()


@settings(deadline=None)
@given(arrays(bool, st.tuples(st.integers(1, 12), st.integers(1, 5))))
def test_patterns_with_counts_say_the_same_as_exhibitors(attended):
    patterns, counts = np.unique(attended, axis=0, return_counts=True)
    assert repr(edition_flows(attended)) == repr(edition_flows(patterns, counts))
    assert transitions(attended).left.tolist() == transitions(patterns, counts).left.tolist()


def test_a_cohort_is_followed_from_its_first_edition():
    first = cohorts(SEEN)[0]
    assert first.size == 2
    assert first.classic.tolist() == [1, 0.5, 1]
    assert first.unbroken.tolist() == [1, 0.5, 0.5]
    assert first.ever_after.tolist() == [1, 1, 1]


def test_an_edition_without_newcomers_has_an_empty_cohort():
    last = cohorts(SEEN)[2]
    assert last.size == 0
    assert np.isnan(last.classic).all()


def test_exhibitors_are_counted_by_how_often_they_came():
    assert participation_counts(SEEN).tolist() == [1, 1, 2, 1]


def test_the_last_edition_censors_at_the_last_observed_step():
    # Entered at the second of four editions: one left after two, one is still there after three.
    steps = transitions([[0, 1, 1, 0], [0, 1, 1, 1]])
    assert steps.at_risk.tolist() == [2, 2, 0]
    assert steps.left.tolist() == [0, 1, 0]


def test_those_seen_at_the_first_edition_have_an_unknown_past():
    assert transitions([[1, 0]]).at_risk.tolist() == [0]
    assert transitions([[1, 0]], with_first_edition=True).left.tolist() == [1]


def test_coming_back_later_does_not_undo_the_first_break():
    steps = transitions([[0, 1, 0, 1, 1]])
    assert steps.at_risk.tolist() == [1, 0, 0, 0]
    assert steps.left.tolist() == [1, 0, 0, 0]


@pytest.mark.parametrize("counts", [[1], [1, 1, 1, 1, -1]])
def test_counts_must_fit_the_rows(counts):
    with pytest.raises(ValueError, match="counts"):
        edition_flows(SEEN, counts)


def test_a_single_column_of_numbers_is_not_a_table():
    with pytest.raises(ValueError, match="exhibitors"):
        edition_flows([1, 0, 1])
