"""Which kinds of customers are there? What exhibitors are grouped by."""

from __future__ import annotations

from math import nan

import pandas as pd
import pytest

from analytics.store import Store
from analytics.study import statement
from tests.studies.segments.fair import FAIR, load, survey

PACKAGE = "analytics.studies.segments"


def features(store: Store, editions: list[str] | None = None) -> pd.DataFrame:
    with store.reader() as reader:
        sql = statement(PACKAGE, "features")
        return reader.frame(sql, slice=FAIR.slice(), fair="f", editions=editions).set_index(
            "exhibitor_id"
        )


def test_tenure_streak_and_absence_are_counted_over_editions_held(store: Store) -> None:
    load(store, [{"came": (1, 2, 4)}, {"came": (2, 3)}, {"came": (4,)}])
    table = features(store)
    assert table["editions"].tolist() == [3, 2, 1]
    assert table["streak"].tolist() == [1, 2, 1]
    assert table["absent"].tolist() == [0, 1, 0]


def test_money_and_area_are_means_as_powers_of_ten_and_zero_is_not_known(store: Store) -> None:
    load(
        store, [{"came": (1, 2), "turnover": 1000.0, "area": 10.0}, {"came": (1,), "turnover": 0.0}]
    )
    table = features(store)
    assert table["turnover"].tolist() == pytest.approx([3, nan], nan_ok=True)
    assert table["area"].tolist() == pytest.approx([1, nan], nan_ok=True)
    assert table["total_turnover"].tolist() == [2000, 0]


def test_satisfaction_is_the_last_one_given(store: Store) -> None:
    load(store, [{"came": (1, 2, 3)}])
    for number, score in ((1, 5.0), (2, 2.0)):
        survey(store, number, [{"overall": score, "exhibitor_key": "c:0"}])
    assert features(store)["satisfaction"].tolist() == [0.25]


def test_a_chosen_edition_keeps_who_came_to_it_with_their_history(store: Store) -> None:
    load(store, [{"came": (1, 2, 4)}, {"came": (3,)}, {"came": (4,)}])
    table = features(store, ["f-2", "f-3"])
    assert table.index.tolist() == ["c:0", "c:1"]
    assert table["editions"].tolist() == [2, 1]
    assert table["absent"].tolist() == [1, 0]
