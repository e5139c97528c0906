"""Items for too few dimensions; complete answers beside pairs; dimensions measured unsteadily."""

from __future__ import annotations

import numpy as np
import pytest

from analytics.store import Store
from tests import fairs
from tests.studies.drivers.fair import (
    ITEMS_LEVEL,
    answer_of,
    by_key,
    respondents,
    shares,
    survey,
)

FOUR = ["air", "light", "website", "food"]


@pytest.mark.parametrize(
    "dimensions", [{"hall": FOUR}, {"hall": FOUR[:2], "rest": FOUR[2:]}], ids=["one", "two"]
)
def test_fewer_than_three_dimensions_give_way_to_their_items(store: Store, dimensions):
    rows = respondents(400, [0.6, 0.3, 0.15, 0])
    survey(store, 1, rows, items=fairs.items(dimensions))
    answer = answer_of(store)
    assert list(shares(answer)) == FOUR
    assert answer.level == "item"
    assert any("fewer than three dimensions" in note for note in by_key(answer)["overview"].notes)


def test_two_dimensions_stay_where_the_answers_do_not_bear_the_items(store: Store):
    names = [f"i{at}" for at in range(8)]
    rows = [row | {"sat": row["sat"] * 2} for row in respondents(60, [0.6, 0.3, 0.15, 0])]
    items = fairs.items({"hall": names[:4], "rest": names[4:]})
    survey(store, 1, rows, items=items, asked=names)
    answer = answer_of(store)
    assert [driver.key for driver in answer.drivers] in (["hall", "rest"], ["rest", "hall"])
    assert not answer.is_by_item


def test_who_answered_everything_is_shown_beside_the_pairs(store: Store):
    rows = respondents(600, [0.6, 0.3, 0.15, 0])
    survey(store, 1, rows)
    answer = answer_of(store, ITEMS_LEVEL)
    assert answer.complete == 600
    for driver in answer.drivers:
        assert driver.complete_share == pytest.approx(driver.share.value, abs=1e-4)
    finding = by_key(answer)["measures"].finding
    assert "The 600 who answered everything give the same order." in finding


def test_another_order_among_complete_answers_gets_a_word(store: Store):
    """Air matters to those who skip food; light to those who answer everything."""
    skip = respondents(600, [0.8, 0.1, 0.1, 0], seed=1)
    whole = respondents(200, [0.1, 0.7, 0.1, 0], seed=2)
    rows = [row | {"sat": [*row["sat"][:3], None]} for row in skip] + list(whole)
    survey(store, 1, rows)
    answer = answer_of(store, ITEMS_LEVEL)
    assert answer.drivers[0].key == "air"
    assert answer.first_if_complete is not None
    assert answer.first_if_complete.key == "light"
    finding = by_key(answer)["measures"].finding
    assert "Over the 200 who answered everything, light comes first instead." in finding


def test_shares_of_complete_answers_are_those_of_the_rows_themselves(store: Store):
    rows = [
        row | {"sat": [None if at % 7 == k else value for k, value in enumerate(row["sat"])]}
        for at, row in enumerate(respondents(500, [0.5, 0.4, 0.2, 0.1]))
    ]
    survey(store, 1, rows)
    answer = answer_of(store, ITEMS_LEVEL)
    whole = np.array([[*row["sat"], row["overall"]] for row in rows if None not in row["sat"]])
    assert answer.complete == len(whole)
    r = np.corrcoef(whole, rowvar=False)
    values, vectors = np.linalg.eigh(r[:-1, :-1])
    half = (vectors * np.sqrt(values)) @ vectors.T
    raw = half**2 @ np.linalg.solve(half, r[:-1, -1]) ** 2
    expected = dict(zip(FOUR, raw / raw.sum(), strict=True))
    for driver in answer.drivers:
        assert driver.complete_share == pytest.approx(expected[driver.key], abs=1e-4)


def test_a_dimension_of_items_that_do_not_hang_together_is_understated(store: Store):
    rows = respondents(500, [0.5, 0.4, 0.2, 0.1])
    survey(store, 1, rows)
    answer = answer_of(store)
    hall = next(driver for driver in answer.drivers if driver.key == "hall")
    assert hall.alpha < 0.3
    figure = by_key(answer)["importance"]
    assert any("Measured unsteadily" in note and "hall" in note for note in figure.notes)
    assert "alpha" in {column.name for column in by_key(answer)["measures"].columns}
