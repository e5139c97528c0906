"""Industries attract part by part; what is not on file is left out and said, never zero."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from analytics.ask import ask
from analytics.catalogue import STUDIES
from analytics.figures import Figure
from analytics.filters import Filters
from analytics.store import Store
from analytics.studies.value_matrix.compute_attraction import (
    attraction_of,
    growth_of_coming,
    growth_of_stand,
)
from analytics.wording import Say
from tests import fairs
from tests.customers import registers


def rows_of(n: int = 10, **columns: Any) -> pd.DataFrame:
    """Five firms an industry; what a test leaves out nobody is known by."""
    usual = {
        "known_recent": 1,
        "money_recent": np.arange(n, dtype=float),
        "retention": 0.5,
        "came_recent": 3,
        "editions_so_far": 3,
        "editions_possible": 3,
        "industry": ["food", "toys"] * (n // 2),
    }
    unknown = dict.fromkeys(
        ("area", "area_1", "area_2", "recommend", "complaints", "contacts"), np.nan
    )
    return pd.DataFrame(usual | unknown | columns, index=range(n))


def places(rows: pd.DataFrame, part: str) -> dict[str, float]:
    means = attraction_of(rows).means
    return means[means["part"] == part].set_index("industry")["place"].to_dict()


def test_attraction_is_the_mean_of_the_parts_on_file_with_equal_weights():
    rows = rows_of(retention=[0.9, 0.1] * 5)
    assert places(rows, "spend") == {"food": pytest.approx(45), "toys": pytest.approx(55)}
    assert places(rows, "staying") == {"food": pytest.approx(75), "toys": pytest.approx(25)}
    assert places(rows, "attraction") == {"food": pytest.approx(60), "toys": pytest.approx(40)}
    assert attraction_of(rows).missing == ("cross_buy", "recommendation", "service")


def test_complaints_and_contacts_attract_less_and_count_alike():
    rows = rows_of(complaints=[0.0, 2.0] * 5, contacts=[0.0] * 10)
    assert places(rows, "service") == {"food": pytest.approx(62.5), "toys": pytest.approx(37.5)}
    assert attraction_of(rows).costs == ("complaints", "contacts")


def test_an_industry_without_five_answers_has_no_total():
    rows = rows_of(20, recommend=[0.5, np.nan] * 4 + [0.5, 0.5] * 6)
    rows["recommend"] = rows["recommend"].where(rows.index < 16)
    assert set(places(rows, "recommendation")) == {"food"}
    assert set(places(rows, "attraction")) == {"food"}


def test_an_industry_of_four_is_counted_but_not_shown():
    rows = rows_of(20, industry=["food"] * 8 + ["toys"] * 5 + ["rare"] * 4 + [None] * 3)
    attracting = attraction_of(rows)
    assert attracting.alone == 7
    assert set(attracting.means["industry"]) == {"food", "toys"}


def test_growth_is_told_by_two_stands_and_from_four_editions_on():
    nan = np.nan
    stands = pd.DataFrame(
        {"area": [20.0, nan, 30.0, 9.0], "area_1": [10.0, 8, nan, nan], "area_2": [1.0, 10, 20, 0]}
    )
    assert growth_of_stand(stands) == pytest.approx([1, -0.2, 0.5, nan], nan_ok=True)
    lives = pd.DataFrame(
        {"came_recent": [3, 0, 3], "editions_so_far": [3, 3, 3], "editions_possible": [6, 6, 3]}
    )
    assert growth_of_coming(lives) == pytest.approx([0.5, -0.5, nan], nan_ok=True)


FIRMS = {f"a{n}": "1111" for n in range(40)}


def figure_of(tmp_path: Any, language: str = "en", complaints: bool = True) -> Figure:
    with Store(tmp_path) as store:
        fees = {name: dict.fromkeys((1, 2, 3, 4), 10.0 + n) for n, name in enumerate(FIRMS)}
        registers.load(store, FIRMS, fees)
        named = [
            row | {"industry": ("food", "toys")[n % 2]}
            for n, row in enumerate(registers.exhibitors(list(FIRMS)))
        ]
        fairs.load(store, "exhibitors", exhibitor_rows=named)
        if complaints:
            lines = [
                {"edition_id": "f-4", "line": n, "exhibitor_key": f"c:a{2 * n}"} for n in range(20)
            ]
            fairs.load(store, "complaints", complaint_rows=lines)
        study = next(study for study in STUDIES if study.key == "value_matrix")
        shown = study.figures(ask(store, study, Filters("f")), Say(language))
    return next(figure for figure in shown if figure.key == "attraction")


def test_the_industry_that_complained_less_is_first(tmp_path):
    figure = figure_of(tmp_path)
    cells = figure.data.set_index(["row", "x"])["value"]
    assert cells["toys", "Little effort"] == pytest.approx(75)
    assert cells["food", "Little effort"] == pytest.approx(25)
    assert list(figure.data["row"])[0] == "toys"
    assert "stands at 59 of 100, the last at 41" in figure.finding
    assert any("complaints only" in note for note in figure.notes)
    assert any("Fit to own capacity is not shown" in note for note in figure.notes)
    assert not set(FIRMS) & set(figure.data["row"])


def test_without_complaints_effort_is_left_out_and_said(tmp_path):
    figure = figure_of(tmp_path, "zh", complaints=False)
    assert "服务负担小" not in set(figure.data["x"])
    assert any(note.startswith("未列（") and "服务负担小" in note for note in figure.notes)
