"""The five values of a relationship stand against the own industry, and what is unknown is said."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analytics.ask import ask
from analytics.catalogue import STUDIES
from analytics.filters import Filters
from analytics.store import Store
from analytics.studies.value_matrix.compute_profile import VALUES, profile_of
from analytics.wording import Say
from tests.customers import registers


def values(**columns: list[float]) -> pd.DataFrame:
    """What a test leaves out nobody is known by."""
    rows = max(map(len, columns.values()))
    return pd.DataFrame({name: columns.get(name, [np.nan] * rows) for name in VALUES})


def test_places_are_among_the_own_industry_only():
    money = [*range(1, 11), *range(1001, 1011)]
    industry = pd.Series(["small"] * 10 + ["large"] * 10)
    codes = np.array(([3] * 5 + [0] * 5) * 2)
    places = profile_of(values(profit=[float(n) for n in money]), industry, codes)
    by_class = places.means.set_index("class")["place"]
    assert by_class.to_dict() == {0: pytest.approx(75), 3: pytest.approx(25)}
    assert places.missing == ("length", "capability", "recommendation", "potential")
    assert places.alone == 0


def test_an_industry_of_four_and_an_unknown_one_are_not_compared_but_counted():
    industry = pd.Series(["few"] * 4 + [None] * 3 + ["many"] * 6)
    places = profile_of(values(length=[1.0] * 13), industry, np.zeros(13, int))
    assert places.alone == 7
    assert places.means["n"].tolist() == [6]
    assert places.means["place"].tolist() == [50]


def test_who_is_in_no_class_takes_no_part():
    codes = np.array([0] * 6 + [-1] * 6)
    places = profile_of(values(length=[*map(float, range(12))]), pd.Series(["x"] * 12), codes)
    assert places.means["place"].tolist() == [50]


def test_the_page_shows_no_composite_where_nobody_answered(tmp_path):
    fees = {f"a{n}": dict.fromkeys((1, 2, 3, 4), 10.0 + n) for n in range(40)}
    with Store(tmp_path) as store:
        registers.load(store, dict.fromkeys(fees, "1111"), fees)
        study = next(study for study in STUDIES if study.key == "value_matrix")
        answer = ask(store, study, Filters("f"))
    shown = {figure.key: figure for figure in study.figures(answer, Say("en"))}
    assert "All four together" not in set(shown["indices"].data["x"])
    assert "profile" not in shown
    assert answer.profile.alone == answer.classed.n
