"""Reference lines and where their words stand."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from analytics import look
from analytics.figures import Lines
from analytics.wording import speaker
from tests.look.figures import FORMS, data, figure

EN = speaker("en")


def test_the_words_of_a_level_line_stand_where_the_line_begins_with_more_room():
    guides = pd.DataFrame({"x": [None], "y": [0.25], "label": ["needed"]})
    frame = pd.DataFrame({"x": ["2", "3", "4"], "x_rank": range(3), "value": [0.30, 0.26, 0.10]})
    shown = replace(figure(Lines("number", ""), data(["a"], [1]), guides=guides), data=frame)
    from_above = replace(shown, data=frame.assign(value=[0.20, 0.24, 0.60]))
    words = [
        look.datasets(shown_figure, EN)["guides"][["above_text", "below_text"]].to_numpy().tolist()
        for shown_figure in (shown, from_above)
    ]
    assert words == [[["", "needed"]], [["needed", ""]]]


def test_a_path_of_guides_is_named_at_its_end_and_single_lines_where_they_stand():
    guides = pd.DataFrame(
        {
            "x": [3.0, None, 1.0, 2.0],
            "y": [None, 4.0, 5.0, 6.0],
            "label": ["mean", "goal", "fit", "fit"],
        }
    )
    drawn = look.datasets(figure(FORMS["scatter"], data(["a", "b"], [1, 2]), guides=guides), EN)[
        "guides"
    ]
    assert drawn["vertical_text"].tolist() == ["mean", "", "", ""]
    assert drawn["horizontal"].dropna().tolist() == [4.0]
    assert drawn["path_text"].tolist() == ["", "", "", "fit"]
