"""Did we meet what they expected? On fairs told by head, and on the demo fair's known model."""

from __future__ import annotations

import json
from collections.abc import Sequence
from math import isnan
from typing import Any

import pytest

from analytics.ask import ask
from analytics.errors import NotEnough, NothingChosen
from analytics.figures import Figure
from analytics.filters import Filters
from analytics.folders import ROOT
from analytics.remedies import remedy
from analytics.store import Store
from analytics.studies.expectation import STUDY
from analytics.studies.expectation.compute import Expectation
from analytics.wording import Say
from tests import fairs

EN, ZH = Say("en"), Say("zh")
FAIR = Filters("f")
ITEMS = fairs.items({"hall": ["air", "light"], "food": ["food"]})
THREE_DIMENSIONS = fairs.items({"hall": ["air", "light"], "food": ["food"], "staff": ["staff"]})
ASKED = ["air", "light", "food"]
BY_ITEM = ("level", "item")
Rows = Sequence[dict[str, Any]]


def survey(
    store: Store, number: int, rows: Rows, items: Any = ITEMS, asked: Sequence[str] = ASKED
) -> None:
    fairs.load(
        store,
        f"survey-{number}",
        edition_rows=fairs.editions([number]),
        questionnaire=items,
        question_rows=fairs.questions(f"f-{number}", asked),
        response_rows=fairs.answers(f"f-{number}", rows),
    )


def respondents(
    sat: Sequence[Any], expected: Sequence[Any] | None, times: int = 1
) -> list[dict[str, Any]]:
    return [
        {
            "overall": 4,
            "sat": list(sat),
            "expected": expected if expected is None else list(expected),
        }
    ] * times


def answer_of(store: Store, *options: tuple[str, str], filters: Filters = FAIR) -> Expectation:
    answer = ask(store, STUDY, filters, options)
    assert isinstance(answer, Expectation)
    return answer


def by_key(answer: Expectation, say: Say = EN) -> dict[str, Figure]:
    return {figure.key: figure for figure in STUDY.figures(answer, say)}


def load_mixed(store: Store, number: int = 1) -> None:
    """Air: 6 found 2 points less, 4 what they expected. Food: 5 one more, 5 the same. Light was
    never expected.
    """
    survey(
        store,
        number,
        [
            *respondents((2, 5, 4), (4, None, 3), 5),
            *respondents((2, 5, 3), (4, None, 3)),
            *respondents((4, 5, 3), (4, None, 3), 4),
        ],
    )


def test_a_gap_is_the_rating_less_what_the_same_respondent_expected(store):
    load_mixed(store)
    air, food = answer_of(store, BY_ITEM).parts
    assert (air.key, air.gap.mean, air.gap.n) == ("air", pytest.approx(-1.2), 10)
    assert (food.key, food.gap.mean) == ("food", pytest.approx(0.5))
    assert (air.expectation.mean, air.experience.mean) == (pytest.approx(4), pytest.approx(2.8))
    assert air.gap.sd == pytest.approx((10 / 9 * 0.96) ** 0.5)


def test_missed_confirmed_and_exceeded_add_up(store):
    load_mixed(store)
    air, food = answer_of(store, BY_ITEM).parts
    assert [share.count for share in (air.missed, air.confirmed, air.exceeded)] == [6, 4, 0]
    assert [share.count for share in (food.missed, food.confirmed, food.exceeded)] == [0, 5, 5]


def test_only_those_who_gave_both_count(store):
    survey(
        store,
        1,
        [
            *respondents((4, 4, 4), (3, 3, 3), 12),
            *respondents((1, 1, 1), None, 30),
            *respondents((None, 1, 1), (5, None, None), 30),
        ],
    )
    air = next(part for part in answer_of(store, BY_ITEM).parts if part.key == "air")
    assert (air.gap.n, air.gap.mean) == (12, pytest.approx(1))


def test_a_dimension_is_the_mean_over_its_items_given_both_ways(store):
    rows = [
        *respondents((2, 4, 3, 3), (3, 3, 3, 3), 5),
        *respondents((2, 5, 3, 3), (4, None, 3, 3), 5),
    ]
    survey(store, 1, rows, THREE_DIMENSIONS, [*ASKED, "staff"])
    hall = next(part for part in answer_of(store).parts if part.key == "hall")
    assert hall.gap.mean == pytest.approx((5 * 0 + 5 * -2) / 10)
    assert (hall.confirmed.count, hall.missed.count) == (5, 5)


def test_the_shortfall_is_said_with_its_interval_in_both_languages(store):
    load_mixed(store)
    answer = answer_of(store, BY_ITEM)
    english, chinese = (by_key(answer, say)["overview"].finding for say in (EN, ZH))
    assert english.startswith(
        "1 of 2 items fell short of what was expected, most of all air: −1.20 (95% interval −1.9"
    )
    assert "Beyond expectation: food." in english
    assert "air（中）：−1.20" in chinese


def test_what_too_few_expected_is_hidden_and_named(store):
    load_mixed(store)
    answer = answer_of(store, BY_ITEM)
    assert [name.en for name in answer.hidden] == ["light"]
    assert any("light" in note for note in by_key(answer)["overview"].notes)


def test_a_change_is_tested_against_the_edition_before(store):
    for number, low in ((1, 4), (2, 2)):
        survey(
            store,
            number,
            [
                *respondents((low, 4, 4), (4, 4, 4), 20),
                *respondents((low - 1, 4, 4), (4, 4, 4), 20),
            ],
        )
    air = next(part for part in answer_of(store, BY_ITEM).parts if part.key == "air")
    assert air.change is not None
    assert air.change.gap.difference == pytest.approx(-2)
    assert air.is_change_established
    assert (
        "Further below expectation than at Edition 1: air"
        in by_key(answer_of(store, BY_ITEM))["overview"].finding
    )


def test_an_edition_that_did_not_ask_is_passed_over(store):
    load_mixed(store, 1)
    survey(store, 2, respondents((4, 4, 4), None, 20))
    answer = answer_of(store)
    assert (answer.focus.key, answer.before) == ("f-1", None)


def test_gaps_that_do_not_vary_have_no_interval_and_are_no_finding(store):
    alike = respondents((3, 3, 3, 3), (4, 4, 4, 4), 20)
    survey(store, 1, alike, THREE_DIMENSIONS, [*ASKED, "staff"])
    answer = answer_of(store)
    assert all(isnan(part.gap.low) and not part.is_established for part in answer.parts)
    assert by_key(answer)["overview"].finding.startswith(
        "No evidence that any of the 3 dimensions fell short"
    )


def test_scales_that_differ_are_shown_on_0_to_100(store):
    survey(
        store, 1, [*respondents((2, 3, 3), (3, 3, 3), 10), *respondents((3, 3, 3), (3, 3, 3), 10)]
    )
    fairs.load(
        store,
        "survey-2",
        edition_rows=fairs.editions([2]),
        questionnaire=ITEMS,
        question_rows=fairs.questions("f-2", ASKED, scale=(0, 10)),
        response_rows=fairs.answers(
            "f-2",
            [*respondents((5, 5, 5), (10, 5, 5), 10), *respondents((6, 5, 5), (10, 5, 5), 10)],
        ),
    )
    answer = answer_of(store, BY_ITEM)
    air = next(part for part in answer.parts if part.key == "air")
    assert answer.scale.is_converted
    assert air.gap.mean == pytest.approx(-45)
    assert air.change is not None
    assert air.change.then.mean == pytest.approx(-12.5)


def test_where_nobody_was_asked_the_way_out_is_said(store):
    survey(store, 1, respondents((4, 4, 4), None, 20))
    with pytest.raises(NothingChosen) as refused:
        answer_of(store)
    assert "what they expected" in remedy(refused.value, EN)
    assert "期望" in remedy(refused.value, ZH)


@pytest.mark.parametrize(
    "rows", [respondents((4, 4, 4), (4, 4, 4)), respondents((None, None, None), (4, 4, 4), 20)]
)
def test_one_respondent_or_no_pair_is_refused(store, rows):
    survey(store, 1, rows)
    with pytest.raises(NotEnough):
        answer_of(store)


def test_a_thousand_items_are_all_shown_or_named(store):
    names = [f"i{n}" for n in range(1000)]
    survey(
        store,
        1,
        [*respondents([3] * 1000, [4] * 1000, 6), *respondents([4] * 1000, [4] * 1000, 6)],
        fairs.items({"d": names}),
        names,
    )
    answer = answer_of(store, BY_ITEM)
    assert len(answer.parts) == 1000
    assert len(by_key(answer)["shares"].data) == 3000


def test_the_demo_fairs_known_gaps_come_back(demo: Store):
    """Expectation follows stated importance as the model says; the ratings' means are known too."""
    from data.sample.questionnaire import DIMENSIONS

    model = json.loads((ROOT / "data" / "sample" / "model.json").read_text("utf-8"))["expectation"]
    answer = answer_of(demo, filters=Filters("demo"))
    assert answer.focus.number == 8
    hoped = {
        dimension.zh: model["intercept"] + model["importance"] * dimension.importance
        for dimension in DIMENSIONS
    }
    known = {dimension.zh: dimension.means[7] - hoped[dimension.zh] for dimension in DIMENSIONS}
    for part in answer.parts:
        assert part.expectation.mean == pytest.approx(hoped[part.name.zh], abs=0.08)
        assert part.gap.mean == pytest.approx(known[part.name.zh], abs=0.12)
    assert answer.parts[0].name.zh == min(known, key=lambda name: known[name]) == "宣传推广"
    assert "Ceremonies" in by_key(answer)["overview"].finding
