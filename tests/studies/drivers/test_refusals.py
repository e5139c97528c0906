"""What matters most? Too few answers, and answers that leave something out."""

from __future__ import annotations

import numpy as np
import pytest

from analytics.errors import NotEnough, NothingChosen, NoVariation, UnknownChoice
from analytics.remedies import remedy
from analytics.store import Store
from analytics.studies.drivers import STUDY
from tests import fairs
from tests.studies.drivers.fair import (
    EN,
    ITEMS_LEVEL,
    ZH,
    answer_of,
    by_key,
    plain,
    respondents,
    shares,
    survey,
)


def test_fewer_than_ten_answers_a_part_are_refused_with_the_way_out(store: Store):
    survey(store, 1, respondents(49, [0.6, 0.3, 0.15, 0.1]))
    with pytest.raises(NotEnough) as refused:
        answer_of(store, ITEMS_LEVEL)
    assert (refused.value.needed, refused.value.found) == (50, 49)
    assert (
        remedy(refused.value, EN)
        == "This needs 50 answers to the overall question; the filters leave 49. Remove a filter or"
        " add editions."
    )
    assert "总体满意度回答" in remedy(refused.value, ZH)


def test_one_respondent_is_refused(store: Store):
    survey(store, 1, respondents(1, [0.6, 0.3, 0.15, 0.1]))
    with pytest.raises(NotEnough):
        answer_of(store)


def test_all_missing_is_refused(store: Store):
    survey(store, 1, [{"overall": None, "sat": [None] * 4}] * 80)
    with pytest.raises(NotEnough):
        answer_of(store)
    survey(store, 2, [{"overall": None, "sat": [1 + i % 5, 2, 3, 1 + i % 3]} for i in range(80)])
    with pytest.raises(NotEnough) as refused:
        answer_of(store)
    assert refused.value.found == 0


def test_no_answers_are_refused(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    with pytest.raises(NothingChosen):
        answer_of(store)


def test_no_overall_question_is_refused(store: Store):
    survey(store, 1, [{"sat": row["sat"]} for row in respondents(100, [0, 0, 0, 0])], measures=())
    with pytest.raises(NotEnough) as refused:
        answer_of(store)
    assert refused.value.what == "answers to the overall question"


def test_an_overall_judgement_that_never_varies_is_refused(store: Store):
    survey(store, 1, [row | {"overall": 4} for row in respondents(100, [0, 0, 0, 0])])
    with pytest.raises(NoVariation) as refused:
        answer_of(store)
    assert "answers to the overall question" in remedy(refused.value, EN)


def test_ratings_all_alike_are_refused(store: Store):
    survey(
        store, 1, [row | {"sat": [3, 3, 3, 3]} for row in respondents(100, [0, 0, 0, 0], noise=0.8)]
    )
    with pytest.raises(NoVariation):
        answer_of(store, ITEMS_LEVEL)


def test_one_constant_item_is_left_out_and_named(store: Store):
    survey(
        store,
        1,
        [row | {"sat": [*row["sat"][:3], 5]} for row in respondents(200, [0.5, 0.3, 0.2, 0])],
    )
    answer = answer_of(store, ITEMS_LEVEL)
    assert set(shares(answer)) == {"air", "light", "website"}
    assert "Left out because all gave the same answer: food." in by_key(answer)["overview"].notes


def test_an_item_answered_by_five_percent_is_left_out_and_the_others_keep_their_answers(
    store: Store,
):
    rows = [
        row | {"sat": [*row["sat"][:3], row["sat"][3] if i % 20 == 0 else None]}
        for i, row in enumerate(respondents(400, [0.5, 0.3, 0.2, 0.4]))
    ]
    survey(store, 1, rows)
    answer = answer_of(store, ITEMS_LEVEL)
    assert {driver.key: driver.n for driver in answer.drivers} == {
        "air": 400,
        "light": 400,
        "website": 400,
    }
    assert "Hidden because too few answered: food." in by_key(answer)["overview"].notes


def test_missing_answers_cost_no_other_answers(store: Store):
    """Every respondent left one item out: nobody is complete, and yet everybody counts."""
    rows = [
        row | {"sat": [None if at == i % 4 else rating for at, rating in enumerate(row["sat"])]}
        for i, row in enumerate(respondents(1200, [0.6, 0.3, 0.15, 0]))
    ]
    survey(store, 1, rows)
    answer = answer_of(store, ITEMS_LEVEL)
    assert {driver.n for driver in answer.drivers} == {900}
    assert list(shares(answer).values()) == pytest.approx(
        [36 / 47.25, 9 / 47.25, 2.25 / 47.25, 0], abs=0.05
    )


def test_an_item_that_copies_another_is_left_out_and_named(store: Store):
    rows = [
        row | {"sat": [row["sat"][0], row["sat"][0], *row["sat"][2:]]}
        for row in respondents(300, [0.6, 0, 0.3, 0.1])
    ]
    survey(store, 1, rows)
    answer = answer_of(store, ITEMS_LEVEL)
    assert [driver.key for driver in answer.drivers] == ["air", "website", "food"]
    assert [name.worded(EN) for name in answer.implied] == ["light"]
    figure = by_key(answer)["measures"]
    assert figure.data["vif"].max() < 2
    assert any("follow from the others: light" in note for note in figure.notes)


def test_a_total_of_the_others_is_left_out_before_its_terms(store: Store):
    rows = [
        row | {"sat": [sum(row["sat"][1:]) / 3, *row["sat"][1:]]}
        for row in respondents(300, [0, 0.5, 0.3, 0.2])
    ]
    survey(store, 1, rows)
    answer = answer_of(store, ITEMS_LEVEL)
    assert [name.worded(EN) for name in answer.implied] == ["air"]


def test_two_items_that_repeat_each_other_share_their_weight(store: Store):
    pair = fairs.items({"hall": ["air", "light"]})
    rows = [row | {"sat": row["sat"][:1] * 2} for row in respondents(300, [0.6, 0, 0, 0])]
    survey(store, 1, rows, items=pair, asked=["air", "light"])
    answer = answer_of(store, ITEMS_LEVEL)
    drivers = {driver.key: driver for driver in answer.drivers}
    assert drivers["air"].share.value == pytest.approx(drivers["light"].share.value)
    assert np.isnan(drivers["air"].std_beta)
    assert "air and light repeat each other exactly" in by_key(answer)["measures"].finding


def test_ties_everywhere_still_give_an_answer(store: Store):
    rows = [
        {"overall": 1 + 4 * (i % 2), "sat": [1 + 4 * (i % 2), 1 + 4 * (i // 2 % 2), 3 + i % 2, 3]}
        for i in range(80)
    ]
    survey(store, 1, rows)
    answer = answer_of(store, ITEMS_LEVEL)
    assert answer.drivers[0].r.value == pytest.approx(1)
    assert all(plain(figure.finding) for figure in STUDY.figures(answer, EN))


def test_a_single_rated_item_has_nothing_to_be_weighed_against(store: Store):
    items = fairs.items({"hall": ["air"]})
    survey(
        store,
        1,
        [row | {"sat": row["sat"][:1]} for row in respondents(100, [1, 0, 0, 0])],
        items=items,
        asked=["air"],
    )
    with pytest.raises(NotEnough) as refused:
        answer_of(store)
    assert (refused.value.what, refused.value.needed, refused.value.found) == ("items", 2, 1)


def test_a_thousand_items_are_refused_not_fitted(store: Store):
    names = [f"i{n}" for n in range(1000)]
    rng = np.random.default_rng(0)
    rows = [
        {"overall": int(integer[0]), "sat": integer[1:].tolist()}
        for integer in rng.integers(1, 6, (60, 1001))
    ]
    survey(store, 1, rows, items=fairs.items({"all": names}), asked=names)
    with pytest.raises(NotEnough) as refused:
        answer_of(store, ITEMS_LEVEL)
    assert refused.value.needed == 10_000


def test_answers_that_match_no_exhibitor_count_all_the_same(store: Store):
    survey(
        store,
        1,
        [
            row | {"exhibitor_key": f"c:{i}"}
            for i, row in enumerate(respondents(100, [0.6, 0.3, 0.15, 0.1]))
        ],
    )
    assert all(driver.n == 100 for driver in answer_of(store).drivers)


def test_an_unknown_edition_to_compare_with_is_refused(store: Store):
    survey(store, 1, respondents(100, [0.6, 0.3, 0.15, 0.1]))
    with pytest.raises(UnknownChoice):
        answer_of(store, ("compare_with", "f-9"))
