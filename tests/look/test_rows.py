from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from analytics import look
from analytics.figures import Bars, Likert, Lines, Scatter, Stacked
from analytics.wording import speaker
from tests.look.figures import ANSWERS, FORMS, SERIES, data, figure

EN, ZH = speaker("en"), speaker("zh")


def rows(form, frame, say=EN, **others):
    from analytics.figures import Figure
    from tests.look.figures import METHOD

    return look.rows(Figure("k", "f", "b", form, frame, (), METHOD, **others), say)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_no_rows_at_all_is_an_empty_chart_not_an_error(form):
    frame = data(["a", "b"], [1.0, 2.0]).iloc[:0]
    assert len(look.datasets(figure(form, frame), EN)["figure"]) == 0


def test_bars_are_placed_in_reading_order_whatever_their_names():
    frame = pd.DataFrame(
        {"key": ["z", "a"], "label": ["Zebra", "Ape"], "rank": [0, 1], "value": [1.0, 2.0]}
    )
    assert list(rows(Bars("count", ""), frame)["row"]) == ["0000\nZebra", "0001\nApe"]


def test_two_companies_of_one_name_get_a_row_each():
    frame = pd.DataFrame(
        {"key": ["a", "b"], "label": ["同名", "同名"], "rank": [0, 1], "value": [1.0, 2.0]}
    )
    assert rows(Bars("count", ""), frame)["row"].nunique() == 2


def test_two_editions_of_one_dimension_share_a_row():
    frame = pd.DataFrame(
        {
            "key": ["a", "a"],
            "label": ["Venue", "Venue"],
            "rank": [0, 0],
            "series": SERIES,
            "value": [1.0, 2.0],
        }
    )
    assert list(rows(Bars("count", "", series=SERIES), frame)["row"]) == [
        "0000\nVenue",
        "0000\nVenue",
    ]


def test_a_long_name_is_wrapped_whole():
    name = "广东省深圳市某某高新技术产业集团股份有限公司原某某电子有限责任公司华南分公司展览部"
    assert len(name) == 41
    frame = pd.DataFrame({"key": ["a"], "label": [name], "rank": [0], "value": [1.0]})
    place = rows(Bars("count", ""), frame)["row"][0]
    assert place.split("\n")[1:] == [name[:21], name[21:]]


def test_values_are_written_in_the_readers_language():
    frame = pd.DataFrame(
        {"key": ["a", "b"], "label": ["A", "B"], "rank": [0, 1], "value": [0.634, -0.5]}
    )
    assert list(rows(Bars("share", ""), frame)["value_text"]) == [
        "63.4%",
        "−50.0%",
    ]
    assert list(rows(Bars("share", ""), frame, ZH)["value_text"]) == ["63.4%", "−50.0%"]


def test_a_hidden_value_is_a_dash_never_a_zero():
    frame = pd.DataFrame({"key": ["a"], "label": ["A"], "rank": [0], "value": [np.nan]})
    drawn = rows(Bars("share", ""), frame)
    assert (drawn["missing_text"][0], drawn["right_text"][0]) == ("–", "")


def test_a_low_base_is_faint_and_nothing_is_loud_where_nothing_is_established():
    frame = pd.DataFrame(
        {
            "key": ["a", "b"],
            "label": ["A", "B"],
            "rank": [0, 1],
            "value": [1, 2],
            "is_faint": [False, True],
        }
    )
    loud, faint = rows(Bars("count", ""), frame)["strength"]
    assert faint < loud == 1.0
    assert rows(Bars("count", ""), frame, is_established=False)["strength"][0] < 1.0


def test_a_scale_of_three_answers_balances_on_half_of_the_middle_one():
    frame = pd.DataFrame(
        {
            "label": "Venue",
            "rank": 0,
            "series": ANSWERS,
            "order": range(3),
            "share": [0.2, 0.4, 0.4],
            "n": 50,
        }
    )
    drawn = rows(Likert("", ANSWERS), frame)
    assert drawn["from"].round(6).tolist() == [-0.4, -0.2, 0.2]
    assert drawn["to"].round(6).tolist() == [-0.2, 0.2, 0.6]
    assert drawn["base_text"].tolist() == ["50", "", ""]


def test_a_scale_of_two_answers_balances_between_them():
    frame = pd.DataFrame(
        {"label": "Venue", "rank": 0, "series": ["no", "yes"], "order": [0, 1], "share": [0.3, 0.7]}
    )
    assert rows(Likert("", ("no", "yes")), frame)["from"].round(6).tolist() == [-0.3, 0.0]


def test_a_line_says_once_why_it_breaks():
    frame = pd.DataFrame(
        {
            "x": ["2001", "2002", "2003"] * 2,
            "x_rank": [0, 1, 2] * 2,
            "series": ["Seventh"] * 3 + ["Eighth"] * 3,
            "value": [1.0, np.nan, 2.0] * 2,
            "is_gap": [False, True, False] * 2,
        }
    )
    drawn = rows(Lines("score", "", SERIES), frame)
    assert drawn["gap_text"].tolist() == ["", "no data", "", "", "", ""]


def test_names_at_the_ends_of_lines_stand_apart():
    names = tuple("ABCDE")
    frame = pd.DataFrame(
        {"x": "2001", "x_rank": 0, "series": names, "value": [3.0, 3.001, 3.002, 3.003, 4.0]}
    )
    ends = sorted(rows(Lines("score", "", names, (1, 5)), frame)["end"])
    assert min(b - a for a, b in zip(ends, ends[1:], strict=False)) >= 15 * 4 / 280


def test_names_at_the_ends_of_lines_stand_apart_in_a_small_drawing_too():
    frame = pd.DataFrame(
        {"x": "2001", "x_rank": 0, "series": ["A", "B", "C"], "value": [0.63, 0.65, 0.16]}
    )
    lines = figure(Lines("share", "", ("A", "B", "C"), (0, 1)), data(["a"], [1]))
    small = look.rows(replace(lines, data=frame), EN, (300, 170))["end"].tolist()
    assert small[1] - small[0] >= 15 / 170


def test_a_point_between_two_gaps_keeps_its_interval():
    frame = pd.DataFrame(
        {
            "x": list("abcde"),
            "x_rank": range(5),
            "value": [1, np.nan, 2, np.nan, np.nan],
            "low": 0.5,
            "high": 2.5,
        }
    )
    drawn = rows(Lines("score", ""), frame)
    assert drawn["lone_low"].notna().tolist() == [True, False, True, False, False]


def test_every_name_over_the_columns_of_a_grid_ends_next_to_its_column():
    form, frame = FORMS["heatmap"], data(["+1", "editions since the last one"], [1.0, 2.0])
    places = look.rows(figure(form, frame), EN)["place_x"]
    assert [place.count("\n") for place in places] == [2, 2]
    assert places[0] == "0000\n\n+1"


def test_what_was_lost_hangs_below_the_line():
    frame = pd.DataFrame(
        {"x": "2001", "x_rank": 0, "series": ["Seventh", "Eighth", "Lost"], "value": [5, 3, -2]}
    )
    drawn = rows(Stacked("count", "", ("Seventh", "Eighth", "Lost")), frame)
    assert drawn[["from", "to"]].to_numpy().tolist() == [[0, 5], [5, 8], [0, -2]]


def test_a_logarithmic_axis_leaves_out_what_has_no_logarithm():
    frame = pd.DataFrame(
        {"key": ["a", "b"], "label": ["a", "b"], "x": [1.0, 2.0], "y": [0.0, 10.0]}
    )
    assert rows(Scatter("", "", "score", "money", is_log_y=True), frame)["y"].isna().tolist() == [
        True,
        False,
    ]


def test_cells_of_a_given_grid_touch_and_keep_their_counts():
    frame = pd.DataFrame({"x": [1.0, 2.0, 3.0], "y": [10.0, 10.0, 100.0], "n": [5, 6, 7]})
    drawn = rows(Scatter("", "", "score", "money", is_log_y=True, is_density=True), frame)
    assert drawn["n"].tolist() == [5, 6, 7]
    assert drawn["x_end"][0] == drawn["x"][1] == 1.5
    assert drawn["y_end"][0] == pytest.approx(drawn["y"][2])


def test_points_without_counts_are_counted_once_each():
    frame = pd.DataFrame({"x": np.linspace(1, 5, 500), "y": np.linspace(1, 9, 500)})
    assert rows(Scatter("", "", "score", "score", is_density=True), frame)["n"].sum() == 500


def test_a_row_without_one_of_the_series_leaves_no_hole():
    frame = pd.DataFrame(
        {
            "label": ["A", "A", "B"],
            "rank": [0, 0, 1],
            "series": [*SERIES, "Eighth"],
            "value": [1.0, 2.0, 3.0],
        }
    )
    assert rows(Bars("count", "", series=SERIES), frame)["shift"].tolist() == [10.25, 30.25, 20.25]


def test_many_points_are_small_points():
    few, many = (
        rows(
            Scatter("", "", "score", "score", has_labels=False),
            pd.DataFrame({"x": range(n), "y": range(n)}),
        )
        for n in (5, 2000)
    )
    assert many["size"][0] < few["size"][0]
