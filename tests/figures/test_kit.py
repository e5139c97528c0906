"""The kit: columns headed alike, rows that every form reads, sentences and base lines."""

from __future__ import annotations

from math import isnan

from analytics.figures import columns, rows
from analytics.figures.base_line import (
    answers_a_row,
    answers_of_rows,
    base_line,
    compared,
    editions_pooled,
    first_to_last,
    with_years,
)
from analytics.figures.sentences import notes, sentences, share_interval, some_of
from analytics.stats.mean import difference, mean_interval
from analytics.stats.proportion import weighted_wilson, wilson
from analytics.wording import Name, Say

EN, ZH = Say("en"), Say("zh")
NAMES = tuple(Name(f"第{n}", f"No. {n}") for n in range(1, 7))


def test_a_column_of_an_interval_is_named_after_its_axis_and_headed_alike():
    along_x, plain = columns.interval(EN, "score", 2, "x"), columns.interval(EN, "score", 2)
    assert [column.name for column in along_x] == ["x_low", "x_high"]
    assert [column.name for column in plain] == ["low", "high"]
    assert [column.title for column in along_x] == [column.title for column in plain]
    assert [column.name for column in columns.share(EN, axis="y")] == ["y", "y_low", "y_high"]


def test_a_row_of_a_mean_stands_where_it_is_told_and_is_pale_below_thirty():
    row = rows.of_mean(mean_interval(29, 4.0, 1.0), key="hall", rank=3)
    assert row | {"key": "hall", "rank": 3, "value": 4.0, "n": 29, "is_faint": True} == row
    assert row["low"] < 4 < row["high"]
    assert not rows.of_mean(mean_interval(30, 4.0, 1.0))["is_faint"]


def test_a_row_of_a_weighted_share_counts_answers_and_tells_what_they_are_worth():
    row = rows.of_share(weighted_wilson(0.5, 20.0, answered=40))
    assert (row["n"], row["n_eff"], row["is_faint"]) == (40, 20.0, False)


def test_no_estimate_is_a_row_of_nothing():
    for row in (rows.of_mean(None, key="a"), rows.of_share(None, key="a")):
        assert row["key"] == "a"
        assert isnan(row["value"])
        assert isnan(row["n"])
        assert not row["is_faint"]


def test_a_row_along_an_axis_keeps_everything_else():
    row = rows.along("y", rows.of_share(wilson(3, 4), x=1.5))
    assert {"x", "y", "y_low", "y_high", "n", "n_eff"} < set(row)
    assert not {"value", "low", "high"} & set(row)


def test_a_change_that_there_is_not_leaves_its_cells_empty():
    gap = difference(mean_interval(40, 4.0, 1.0), mean_interval(50, 3.5, 1.0))
    assert rows.change_cells(gap, 0.04)["change_p"] == 0.04
    assert set(rows.change_cells(None, 0.04).values()) == {None}


def test_what_is_empty_is_left_out_of_base_lines_sentences_and_notes():
    assert base_line("n = 3 answers", "", "8th") == "n = 3 answers · 8th"
    assert sentences(EN, "", "One.", "", "Two.") == "One. Two."
    assert notes("", "One.", "") == ("One.",)


def test_bases_are_one_number_where_all_rows_share_it():
    assert answers_of_rows(EN, [7, 7]) == "n = 7 answers"
    assert answers_of_rows(EN, []) == "n = 0 answers"
    assert answers_of_rows(EN, [7, 9, 8]) == answers_a_row(EN, [7, 8, 9])


def test_periods_name_what_they_must():
    assert compared(EN, NAMES[1], None) == "No. 2"
    assert compared(EN, NAMES[1], NAMES[0]) == "No. 2, compared with No. 1"
    assert first_to_last(EN, ["No. 1"]) == "No. 1"
    assert first_to_last(EN, ["No. 1", "No. 2", "No. 3"]) == "No. 1 to No. 3"
    assert editions_pooled(EN, ["No. 1", "No. 2"]) == "No. 1 and No. 2"
    assert editions_pooled(EN, ["No. 1", "No. 2", "No. 3"]) == "3 editions, No. 1 to No. 3"
    assert with_years(EN, "No. 1 to No. 3", [2018, 2004]) == "No. 1 to No. 3 (2004–2018)"
    assert with_years(EN, "No. 1", [2004]) == "No. 1 (2004)"
    assert with_years(EN, "No. 1", []) == "No. 1"


def test_an_interval_of_a_share_is_written_in_percent():
    assert share_interval(ZH, wilson(5, 10)) == "95% 置信区间 23.7% 至 76.3%"


def test_many_names_are_three_and_how_many_more():
    assert some_of(EN, NAMES[:4]) == "No. 1, No. 2, No. 3 and No. 4"
    assert some_of(EN, NAMES) == "No. 1, No. 2, No. 3 and 3 more"
