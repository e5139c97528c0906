import numpy as np
import pytest
from scipy import stats

from analytics.stats.studentized_range import upper_quantile, upper_tail

CASES = [(groups, df) for groups in (2, 3, 6, 12) for df in (1.5, 4, 8.3, 30, 312.4, 24_000)]


@pytest.mark.parametrize(("groups", "df"), CASES)
def test_the_tail_equals_scipys(groups, df):
    for q in (0.5, 2, 3.5, 9):
        assert upper_tail(q, groups, df) == pytest.approx(
            stats.studentized_range.sf(q, groups, df), abs=1e-6
        )


@pytest.mark.parametrize(("groups", "df"), CASES[1::3])
def test_the_quantile_equals_scipys(groups, df):
    assert upper_quantile(0.95, groups, df) == pytest.approx(
        stats.studentized_range.ppf(0.95, groups, df), rel=1e-6
    )


def test_a_printed_table_of_the_studentized_range():
    assert [round(upper_quantile(0.95, 3, df), 2) for df in (5, 10, 20, 60)] == [
        4.60,
        3.88,
        3.58,
        3.40,
    ]


def test_the_range_of_two_means_is_students_t():
    assert upper_tail(3, 2, 11) == pytest.approx(2 * stats.t.sf(3 / np.sqrt(2), 11))


def test_no_difference_is_exceeded_for_certain_and_no_df_gives_no_answer():
    assert upper_tail(0, 3, 10) == 1
    assert np.isnan([upper_tail(2, 3, 0), upper_quantile(0.95, 3, 0)]).all()


def test_a_range_of_one_mean_is_refused():
    with pytest.raises(ValueError):
        upper_tail(1, 1, 10)
