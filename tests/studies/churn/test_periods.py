"""Who is about to leave? What is known of an exhibitor at each edition."""

from __future__ import annotations

from math import nan

import pandas as pd
import pytest

from analytics.store import Store
from analytics.study import statement
from tests.studies.churn.fair import FAIR, load

REGISTER = FAIR.slice() | {"parts": 1, "part": 0}


def rows_of(store: Store, last: int) -> pd.DataFrame:
    """Every person-period, by exhibitor and place."""
    with store.reader() as reader:
        sql = statement("analytics.customers.risk", "periods")
        asked = {"industries": ["ships"], "usual_industry": "trains", "other_industry": 2}
        return (
            reader.frame(sql, register=REGISTER, fair="f", last=last, **asked)
            .set_index(["exhibitor_id", "place"])
            .sort_index()
        )


def test_person_periods_hold_what_was_known_at_each_edition(store: Store) -> None:
    firm = {
        "came": (1, 2, 4),
        "score": {2: 4.0},
        "area": {1: 16.0, 2: 32.0},
        "fee": {1: 100.0, 2: 200.0, 4: 200.0},
        "turnover": {1: 10.0, 2: 40.0},
        "complained": {4},
        "industry": "ships",
    }
    load(
        store,
        [firm, {"came": (1, 2, 3, 4), "industry": "trains"}, {"came": (3,), "industry": "kites"}],
    )
    rows = rows_of(store, 4).loc["c:00000"]
    assert rows["stayed_away"].tolist() == pytest.approx([0, 1, nan], nan_ok=True)
    assert rows["editions_before"].tolist() == [0, 1, 2]
    assert rows["after_gap"].tolist() == [0, 0, 1]
    assert rows["overall"].tolist() == pytest.approx([nan, 0.75, nan], nan_ok=True)
    assert rows["area"].tolist() == pytest.approx([4, 5, nan], nan_ok=True)
    assert rows["fee_change"].tolist() == pytest.approx([nan, 1, 0], nan_ok=True)
    assert rows["turnover_change"].tolist() == pytest.approx([nan, 2, nan], nan_ok=True)
    assert rows["complained"].tolist() == [0, 0, 1]
    assert rows["stake"].tolist() == [10, 40, 40]
    industries = rows_of(store, 4)["industry"].groupby("exhibitor_id").first()
    assert industries.tolist() == [1, 0, 2]


def test_an_edition_chosen_is_looked_at_with_its_past_only(store: Store) -> None:
    load(store, [{"came": (1, 2, 3)}, {"came": (2, 3)}])
    rows = rows_of(store, 2)
    assert rows.index.get_level_values("place").max() == 2
    assert rows.xs(2, level="place")["stayed_away"].isna().all()


def test_an_edition_not_held_is_neither_a_departure_nor_a_gap(store: Store) -> None:
    load(store, [{"came": (1, 3)}, {"came": (1,)}], held=[True, False, True])
    rows = rows_of(store, 2)
    assert rows.xs(1, level="place")["stayed_away"].tolist() == [0, 1]
    assert rows.xs(2, level="place")["after_gap"].tolist() == [0]
