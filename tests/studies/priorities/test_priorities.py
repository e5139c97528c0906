"""What comes first, on forty answers that can be counted, with and without money."""

from __future__ import annotations

import pytest

from analytics.ask import ask
from analytics.catalogue import study
from analytics.errors import NotEnough
from analytics.filters import Filters
from analytics.store import Store
from analytics.wording import speaker
from tests import fairs

PRIORITIES, FAIR = study("priorities"), Filters("f", editions=("f-1",))
BY_ITEM = (("level", "item"),)
FIRMS = [f"F{n:02}" for n in range(40)]


def load(store: Store, fees: bool, overall: bool = True) -> None:
    """wifi follows the overall rating and is rated low by the poor; food is worst, and alike for
    those who pay much.
    """
    fairs.load(store, "editions", edition_rows=fairs.editions([1], currency=["CNY"]))
    if fees:
        exhibitors = [
            {"fair_id": "f", "line": n, "code": firm, "name": firm, "name_key": firm}
            for n, firm in enumerate(FIRMS)
        ]
        rows = [
            {"edition_id": "f-1", "line": n, "exhibitor_key": f"c:{firm}", "fee": amount(n)}
            for n, firm in enumerate(FIRMS)
        ]
        fairs.load(store, "participations", exhibitor_rows=exhibitors, participation_rows=rows)
    measures = ("overall",) if overall else ()
    asked = fairs.items({"d": ["wifi", "food", "halls"]})
    fairs.load(
        store,
        "exhibitor_survey",
        questionnaire=asked,
        question_rows=fairs.questions("f-1", ["wifi", "food", "halls"], measures),
        response_rows=fairs.answers("f-1", [answer(n, overall) for n in range(len(FIRMS))]),
    )


def amount(n: int) -> float:
    return 1_000.0 if n % 4 == 1 else 10.0


def answer(n: int, overall: bool) -> dict:
    wifi, food, halls = (2, 5)[n % 4 > 0], (1, 2, 2, 3)[n % 4], 5 - n % 2
    row = {"exhibitor_key": f"c:{FIRMS[n]}", "sat": [wifi, food, halls]}
    return row | ({"overall": min(5, wifi - n % 2 + (food == 3))} if overall else {})


def test_the_money_decides_and_the_worst_rated_is_named(store: Store) -> None:
    load(store, fees=True)
    answer_of = ask(store, PRIORITIES, FAIR, BY_ITEM)
    stakes = dict(zip([p.key for p in answer_of.parts], answer_of.result.stake, strict=True))
    assert stakes == {"wifi": 100.0, "food": 10 * (10 + 1_000 + 10), "halls": 0.0}
    assert answer_of.parts[answer_of.worst].key == "food"
    assert (answer_of.stakes.has_money, answer_of.stakes.has_risk) == (True, False)
    figures = PRIORITIES.figures(answer_of, speaker("en"))
    assert "food" in figures[0].finding
    assert any("not known" in note for note in figures[0].notes)


def test_without_money_and_risk_the_order_stands_and_says_so(store: Store) -> None:
    load(store, fees=False)
    answer_of = ask(store, PRIORITIES, FAIR, BY_ITEM)
    assert not answer_of.counts_stake
    assert (answer_of.ranks == answer_of.result.plain_ranks).all()
    figures = PRIORITIES.figures(answer_of, speaker("en"))
    assert any("Neither money nor risk" in note for note in figures[0].notes)
    assert [figure.key for figure in figures] == ["overview", "rankings", "factors"]


def test_without_an_overall_rating_nothing_can_be_ranked(store: Store) -> None:
    load(store, fees=False, overall=False)
    with pytest.raises(NotEnough):
        ask(store, PRIORITIES, FAIR, BY_ITEM)
