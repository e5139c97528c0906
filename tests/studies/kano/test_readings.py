"""What must be there, what delights? On fairs where one only punishes and another only rewards."""

from __future__ import annotations

import pytest

from analytics.ask import ask
from analytics.figures import Bars
from analytics.filters import Filters
from analytics.store import Store
from analytics.studies.kano import STUDY
from analytics.wording import Say
from tests import fairs
from tests.studies.kano.fair import (
    BOTH,
    DELIGHT,
    EN,
    ITEMS_LEVEL,
    MUST,
    NOTHING,
    ZH,
    answer_of,
    by_key,
    readings,
    respondents,
    survey,
)


def test_what_only_punishes_must_be_there_and_what_only_rewards_delights(store: Store):
    survey(store, 1, respondents(900, MUST, DELIGHT, BOTH))
    answer = answer_of(store, ITEMS_LEVEL)
    assert readings(answer) == {"air": "must-be", "website": "performance", "food": "attractive"}
    assert [part.key for part in answer.parts] == ["air", "website", "food"]
    assert {part.key: part.is_lopsided for part in answer.parts} == {
        "air": True,
        "website": False,
        "food": True,
    }
    finding = by_key(answer)["overview"].finding
    assert finding.startswith("Must be there: air. Poor scores cost satisfaction")
    assert "Delights: food." in finding
    assert "Counts both ways, when poor and when good: website." in finding


def test_effects_stand_in_points_of_the_overall_question(store: Store):
    survey(store, 1, respondents(900, MUST, DELIGHT, BOTH, noise=0.3))
    air = next(part for part in answer_of(store, ITEMS_LEVEL).parts if part.key == "air").contrast
    assert (air.penalty.value, air.reward.value) == pytest.approx((-0.8, 0), abs=0.08)
    assert air.penalty.low < -0.8 < air.penalty.high
    assert air.penalty.n == sum(
        row["sat"][0] <= 2 for row in respondents(900, MUST, DELIGHT, BOTH, noise=0.3)
    )


def test_nothing_that_goes_with_the_overall_judgement_is_no_evidence(store: Store):
    survey(store, 1, respondents(300, NOTHING, NOTHING, NOTHING))
    answer = answer_of(store, ITEMS_LEVEL)
    assert set(readings(answer).values()) == {"not established"}
    figures = by_key(answer)
    assert figures.keys() == {"overview", "classes"}
    assert figures["overview"].finding.startswith(
        "No evidence that low or high scores of the 3 items go with"
    )
    assert not figures["overview"].is_established
    assert figures["overview"].headline is None
    assert len(figures["overview"].data) == 6


def test_a_straight_line_makes_no_must_and_no_delight(store: Store):
    survey(store, 1, respondents(600, BOTH, (-0.3, 0.3), (-0.2, 0.2)))
    answer = answer_of(store, ITEMS_LEVEL)
    assert not any(part.is_lopsided for part in answer.parts)
    assert by_key(answer)["overview"].finding.startswith(
        "No evidence that anything only has to be there"
    )


def test_a_wrong_sign_is_not_established(store: Store):
    survey(store, 1, respondents(600, (0.6, 0.6), BOTH, NOTHING))
    answer = answer_of(store, ITEMS_LEVEL)
    assert readings(answer)["air"] == "not established"
    assert "air" not in set(by_key(answer)["asymmetry"].data["key"])
    assert any(
        note.startswith("Not drawn because nothing is established: ")
        for note in by_key(answer)["asymmetry"].notes
    )


def test_fewer_than_thirty_low_scores_say_so(store: Store):
    rows = [
        row | {"sat": [max(3, row["sat"][0]) if i > 60 else row["sat"][0], *row["sat"][1:]]}
        for i, row in enumerate(respondents(600, BOTH, BOTH, BOTH))
    ]
    survey(store, 1, rows)
    answer = answer_of(store, ITEMS_LEVEL)
    assert readings(answer)["air"] == "too few low scores"
    figures = by_key(answer)
    assert (
        "Fewer than 30 low or 30 high scores, so nothing is made of: air."
        in figures["overview"].notes
    )
    table = figures["classes"].data.set_index("key")
    assert table.loc["air", "reading"] == "Too few low scores"
    assert table.loc["air", "lows"] < 30


def test_p_values_answer_for_all_tests_together(store: Store):
    survey(store, 1, respondents(300, BOTH, NOTHING, NOTHING))
    answer = answer_of(store, ITEMS_LEVEL)
    assert answer.family == 6
    assert "Benjamini–Hochberg over 6 tests" in by_key(answer)["classes"].base


def test_only_complete_answers_count_and_the_figure_says_of_how_many(store: Store):
    rows = [
        row | {"sat": [None, *row["sat"][1:]] if i % 3 == 0 else row["sat"]}
        for i, row in enumerate(respondents(600, BOTH, BOTH, BOTH))
    ]
    survey(store, 1, rows)
    answer = answer_of(store, ITEMS_LEVEL)
    assert (answer.n, answer.answered) == (400, 600)
    assert "n = 400 complete answers of 600" in by_key(answer)["overview"].base


def test_an_item_answered_by_five_percent_is_left_out_and_costs_no_answers(store: Store):
    rows = [
        row | {"sat": [*row["sat"][:2], row["sat"][2] if i % 20 == 0 else None]}
        for i, row in enumerate(respondents(400, BOTH, BOTH, BOTH))
    ]
    survey(store, 1, rows)
    answer = answer_of(store, ITEMS_LEVEL)
    assert (answer.n, set(readings(answer))) == (400, {"air", "food"})
    assert "Left out because fewer than half answered: website." in by_key(answer)["overview"].notes


def test_a_constant_item_is_no_error_and_has_too_few_scores(store: Store):
    survey(
        store,
        1,
        [row | {"sat": [3, *row["sat"][1:]]} for row in respondents(400, NOTHING, BOTH, BOTH)],
    )
    answer = answer_of(store, ITEMS_LEVEL)
    assert readings(answer)["air"] == "too few low scores"
    assert answer.family == 4


def test_items_that_copy_each_other_name_neither(store: Store):
    survey(
        store,
        1,
        [
            row | {"sat": [row["sat"][1], *row["sat"][1:]]}
            for row in respondents(400, NOTHING, BOTH, BOTH)
        ],
    )
    answer = answer_of(store, ITEMS_LEVEL)
    assert {readings(answer)["air"], readings(answer)["food"]} == {"not established"}
    assert readings(answer)["website"] == "performance"


def test_a_higher_mark_is_a_dial(store: Store):
    rows = respondents(600, BOTH, BOTH, BOTH)
    survey(store, 1, rows)
    usual, top = (answer_of(store, ITEMS_LEVEL, ("high_from", mark)) for mark in ("usual", "top"))
    highs = [
        next(part for part in answer.parts if part.key == "air").contrast.reward.n
        for answer in (usual, top)
    ]
    assert highs == [
        sum(row["sat"][0] >= 4 for row in rows),
        sum(row["sat"][0] == 5 for row in rows),
    ]


def test_dimensions_are_marked_by_their_means(store: Store):
    """Means of two items 2 and 3 are 2.5: low. 3 and 4: 3.5, middle. 4 and 4: high."""
    items = fairs.items({"hall": ["air", "light"], "food": ["food"], "bus": ["bus"]})
    pairs = [[2, 3], [3, 4], [4, 4]]
    rows = [
        {"overall": 1 + i % 5, "sat": [*pairs[i % 3], 1 + i % 4, 1 + i % 7 % 5]} for i in range(120)
    ]
    survey(store, 1, rows, items=items, asked=["air", "light", "food", "bus"])
    hall = next(part for part in answer_of(store).parts if part.key == "hall").contrast
    assert (hall.penalty.n, hall.reward.n) == (40, 40)


def test_editions_on_two_scales_are_pooled_on_places(store: Store):
    survey(store, 1, respondents(300, MUST, DELIGHT, BOTH))
    doubled = [
        {
            "overall": (row["overall"] - 1) * 2.5,
            "sat": [(rating - 1) * 2.5 for rating in row["sat"]],
        }
        for row in respondents(300, MUST, DELIGHT, BOTH, seed=1)
    ]
    survey(store, 2, doubled, scale=(0, 10))
    answer = answer_of(store, ITEMS_LEVEL)
    assert readings(answer) == {"air": "must-be", "website": "performance", "food": "attractive"}
    assert answer.scale.domain == (0, 100)
    assert "converted to 0–100" in by_key(answer)["overview"].base


def test_it_is_never_called_a_kano_survey(store: Store):
    survey(store, 1, respondents(300, MUST, DELIGHT, BOTH))
    texts = [STUDY.title, STUDY.question]
    for figure in STUDY.figures(answer_of(store), EN):
        texts += [
            figure.finding,
            figure.base,
            *figure.notes,
            *(column.title for column in figure.columns),
        ]
    assert not any("Kano" in text for text in texts)


@pytest.mark.parametrize("say", [EN, ZH], ids=["en", "zh"])
def test_every_figure_has_a_sentence_a_base_and_a_table(store: Store, say: Say):
    survey(store, 1, respondents(600, MUST, DELIGHT, BOTH))
    for figure in STUDY.figures(answer_of(store), say):
        assert figure.finding.endswith("." if say is EN else "。")
        assert "n = " in figure.base
        assert len(figure.table())
        assert "{" not in figure.finding + figure.base


def test_the_straight_model_of_the_demo_fair_gives_no_must_and_no_delight(demo: Store):
    """The demo's overall judgement is a weighted sum: what counts must count both ways, and nothing
    is lopsided.
    """
    answer = ask(demo, STUDY, Filters("demo"))
    assert not any(part.is_lopsided for part in answer.parts)
    first = ("professionalism", "onsite_service", "promotion", "special_events")
    assert {readings(answer)[key] for key in first} == {"performance"}
    form = by_key(answer)["asymmetry"].form
    assert isinstance(form, Bars)
    assert form.domain == (-1, 1)


def test_a_wrong_sign_too_small_to_matter_leaves_the_reward_its_name(store: Store):
    """Among 20,000 answers even four hundredths of a point are significant."""
    survey(store, 1, respondents(20_000, (0.04, 0.3), NOTHING, BOTH, noise=0.4))
    answer = answer_of(store, ITEMS_LEVEL)
    air = next(part for part in answer.parts if part.key == "air")
    assert air.contrast.penalty.is_wrong_signed
    assert air.contrast.penalty.is_negligible
    assert air.reading == "attractive"


def test_the_base_says_where_a_high_score_begins(store: Store):
    survey(store, 1, respondents(600, MUST, DELIGHT, BOTH))
    usual = by_key(answer_of(store, ITEMS_LEVEL))
    top = by_key(answer_of(store, ITEMS_LEVEL, ("high_from", "top")))
    assert all("a high score is 4 or more of 5" in figure.base for figure in usual.values())
    assert all("a high score is 4.5 or more of 5" in figure.base for figure in top.values())


def test_both_beginnings_of_a_high_score_stand_side_by_side(store: Store):
    """Fours win nothing, fives win: what delights from 4.5 on is weaker from 4 on, yet the same."""
    survey(store, 1, respondents(900, MUST, DELIGHT, BOTH))
    answer = answer_of(store, ITEMS_LEVEL)
    elsewhere = answer_of(store, ITEMS_LEVEL, ("high_from", "top"))
    assert dict(answer.readings_elsewhere) == readings(elsewhere)
    table = by_key(answer)["classes"]
    assert "Verdict if a high score is 4.5 or more of 5" in {c.title for c in table.columns}
    assert any(
        note.startswith("If a high score is 4.5 or more of 5 instead") for note in table.notes
    )


def test_no_evidence_is_only_claimed_where_no_effect_is_beyond_chance(store: Store):
    survey(store, 1, respondents(600, (0.6, 0.6), NOTHING, NOTHING))
    answer = answer_of(store, ITEMS_LEVEL)
    assert not any(part.is_named for part in answer.parts)
    finding = by_key(answer)["overview"].finding
    assert finding.startswith("Scores of air go with overall satisfaction, but")
    assert "No evidence" not in finding
