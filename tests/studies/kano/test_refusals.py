"""What must be there: where there is too little to tell, it is refused with the way out."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from analytics.errors import NotEnough, NothingChosen, NoVariation
from analytics.filters import Filters
from analytics.remedies import remedy
from analytics.store import Store
from tests import fairs
from tests.studies.kano.fair import BOTH, EN, ITEMS_LEVEL, ZH, answer_of, respondents, survey


def test_too_few_complete_answers_are_refused_with_the_way_out(store: Store):
    survey(store, 1, respondents(59, BOTH, BOTH, BOTH))
    with pytest.raises(NotEnough) as refused:
        answer_of(store, ITEMS_LEVEL)
    assert (
        remedy(refused.value, EN)
        == "This needs 60 complete answers; the filters leave 59. Remove a filter or add editions."
    )
    assert "完整回答" in remedy(refused.value, ZH)


def test_one_respondent_and_all_missing_are_refused(store: Store):
    survey(store, 1, respondents(1, BOTH, BOTH, BOTH))
    with pytest.raises(NotEnough):
        answer_of(store)
    survey(store, 2, [{"overall": None, "sat": [None] * 3}] * 80)
    with pytest.raises(NotEnough):
        answer_of(store, filters=Filters("f", ("f-2",)))


def test_no_answers_are_refused(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    with pytest.raises(NothingChosen):
        answer_of(store)


def test_no_rated_items_are_refused(store: Store):
    survey(store, 1, [{"overall": 1 + i % 5} for i in range(80)], asked=[])
    with pytest.raises(NotEnough) as refused:
        answer_of(store)
    assert refused.value.what == "items"


def test_an_overall_judgement_that_never_varies_is_refused(store: Store):
    survey(store, 1, [row | {"overall": 4} for row in respondents(200, BOTH, BOTH, BOTH)])
    with pytest.raises(NoVariation):
        answer_of(store)


@pytest.mark.parametrize(
    "sat",
    [lambda i: [1 + 4 * (i % 2), 1 + 4 * (i // 2 % 2), 3], lambda i: [1 + i % 5] * 3],
    ids=["no middle", "alike"],
)
def test_items_whose_effects_cannot_be_told_apart_are_refused(
    store: Store, sat: Callable[[int], list[int]]
):
    survey(store, 1, [{"overall": 1 + 4 * (i % 2), "sat": sat(i)} for i in range(100)])
    with pytest.raises(NotEnough) as refused:
        answer_of(store, ITEMS_LEVEL)
    assert remedy(refused.value, EN).startswith(
        "This needs 1 item whose low, middle and high scores can be told apart"
    )


def test_items_rated_alike_by_all_are_refused(store: Store):
    survey(store, 1, [{"overall": 1 + 4 * (i % 2), "sat": [4, 4, 4]} for i in range(100)])
    with pytest.raises(NoVariation):
        answer_of(store, ITEMS_LEVEL)


def test_a_thousand_items_are_refused_not_fitted(store: Store):
    names = [f"i{n}" for n in range(1000)]
    rng = np.random.default_rng(0)
    rows = [
        {"overall": int(integer[0]), "sat": integer[1:].tolist()}
        for integer in rng.integers(1, 6, (20, 1001))
    ]
    survey(store, 1, rows, items=fairs.items({"all": names}), asked=names)
    with pytest.raises(NotEnough) as refused:
        answer_of(store, ITEMS_LEVEL)
    assert refused.value.needed == 20_000
