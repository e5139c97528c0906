"""Do satisfied customers come back? Return by score, the lists, and who can be followed."""

from __future__ import annotations

import pytest

from analytics.errors import NothingChosen
from analytics.ratings import followed_answers
from analytics.store import Store
from analytics.studies.loyalty import STUDY
from analytics.wording import Say
from tests.studies.loyalty.fair import EN, ZH, Firm, answer_of, by_key, firms, load, survey, typical


def test_return_by_score_is_counted_on_the_next_register(typical_store: Store) -> None:
    by_score = answer_of(typical_store).by_score
    assert {score.step + 1: (score.sums.yes, score.sums.n) for score in by_score} == {
        5: (18, 20),
        4: (30, 40),
        3: (15, 30),
        2: (4, 20),
    }


def test_the_trap_and_the_hostages_are_named_by_turnover(typical_store: Store) -> None:
    shown = by_key(answer_of(typical_store))
    assert "12 of the 60 who gave 4–5" in shown["trap"].finding
    assert "4 of the 20 who gave 1–2" in shown["hostages"].finding
    assert shown["trap"].data["turnover"].is_monotonic_decreasing
    assert shown["hostages"].data["label"].tolist() == ["Firm 93", "Firm 92", "Firm 91", "Firm 90"]


def test_the_last_editions_answers_have_no_next_edition_yet_and_that_is_said(
    typical_store: Store,
) -> None:
    answer = answer_of(typical_store)
    assert answer.n == 110
    assert (
        "The 12 answers of Edition 2 cannot be followed: no next edition"
        in by_key(answer)["overview"].notes[-1]
    )


def test_an_edition_not_held_is_passed_over(store: Store) -> None:
    came = [((1, 3), {1: 5.0})] * 20 + [((1,), {1: 3.0})] * 20
    load(store, came, held=[True, False, True])
    by_score = answer_of(store).by_score
    assert [(score.sums.yes, score.sums.n) for score in by_score] == [(0, 20), (20, 20)]


def test_answers_that_match_nobody_are_counted_and_a_way_to_a_match_is_open(store: Store) -> None:
    load(store, typical())
    survey(store, 1, [{"overall": 3.0, "exhibitor_key": "c:nobody"}] * 10)
    answer = answer_of(store)
    assert (answer.editions[0].answers, answer.editions[0].matched) == (120, 110)
    assert by_key(answer)["matching"].data["match"].iloc[0] == pytest.approx(110 / 120)


def test_an_exhibitor_that_answers_every_time_makes_intervals_wider_than_its_answers(
    store: Store,
) -> None:
    load(store, [((1, 2, 3, 4), {1: 5, 2: 5, 3: 5})] * 15 + [((1,), {1: 5.0})] * 15)
    top = answer_of(store).by_score[-1]
    assert top.sums.n == 60
    assert top.share.n < 60


def test_no_link_is_called_no_evidence(store: Store) -> None:
    load(store, firms(5, 10, 10) + firms(4, 10, 10) + firms(3, 10, 10) + firms(2, 10, 10))
    shown = by_key(answer_of(store))
    assert "no evidence that return rises" in shown["overview"].finding
    assert not shown["overview"].is_established
    assert "no difference in return is established" in shown["ratios"].finding
    assert "no evidence for the rule" in shown["empty_cell"].finding


def test_a_fair_read_in_parts_gives_the_same_answer(
    typical_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = answer_of(typical_store)
    monkeypatch.setattr(followed_answers, "ROWS_AT_ONCE", 40)
    parts = answer_of(typical_store)
    assert parts.by_score == whole.by_score
    assert parts.editions == whole.editions
    assert parts.satisfied == whole.satisfied
    assert parts.lists.people.equals(whole.lists.people)


def test_half_points_belong_to_the_point_below(store: Store) -> None:
    load(store, firms(3.5, 10, 10))
    assert [score.step for score in answer_of(store).by_score] == [2]


def test_small_scores_are_hidden_until_asked_for(store: Store) -> None:
    load(store, firms(5, 20, 10) + firms(3, 10, 10) + firms(1, 2, 5))
    hidden = by_key(answer_of(store))["overview"]
    assert (
        hidden.data.loc[hidden.data["label"] == "1", ["value", "n", "back"]].isna().all(axis=None)
    )
    shown = by_key(answer_of(store, small_bases="show"))["overview"].data
    assert shown.loc[shown["label"] == "1", "value"].tolist() == pytest.approx([2 / 7])


@pytest.mark.parametrize(
    ("came", "sentence"),
    [
        ([((1, 2), {1: 5.0})], "Only 1 of the 1 answers"),
        ([((1,), {1: 5.0})] * 20, "None of the 20 answers"),
        ([((1, 2), {2: 5.0})] * 20, "None of the 20 answers"),
    ],
    ids=["one respondent", "one edition", "only the last edition asked"],
)
def test_what_cannot_be_followed_is_a_sentence_and_not_an_error(
    store: Store, came: list[Firm], sentence: str
) -> None:
    load(store, came)
    figures = by_key(answer_of(store))
    assert list(figures) == ["matching"]
    assert sentence in figures["matching"].finding
    assert len(figures["matching"].table())


def test_exhibitors_that_match_no_answer_are_told_with_the_reason(store: Store) -> None:
    load(store, [((1, 2), {})] * 30)
    survey(store, 1, [{"overall": 4.0, "exhibitor_key": f"c:x{i}"} for i in range(20)])
    figure = by_key(answer_of(store))["matching"]
    assert "none of its answers leads to an exhibitor" in figure.notes[0]


def test_nobody_rated_is_nothing_chosen(store: Store) -> None:
    load(store, [((1, 2), {})] * 20)
    with pytest.raises(NothingChosen):
        answer_of(store)


@pytest.mark.parametrize(
    "came",
    [
        firms(5, 20, 10),
        firms(5, 30, 0) + firms(4, 30, 0),
        firms(5, 0, 30) + firms(2, 0, 30),
        firms(1, 15, 15),
    ],
    ids=["one score only", "all come back", "none comes back", "all dissatisfied"],
)
def test_constant_answers_and_outcomes_leave_whole_sentences(
    store: Store, came: list[Firm]
) -> None:
    load(store, came + [((2,), {})])
    answer = answer_of(store)
    for say in (EN, ZH):
        for figure in STUDY.figures(answer, say):
            assert len(figure.table())
            assert figure.finding[-1] in ".。"
            assert "nan" not in figure.finding


def test_a_wide_scale_is_sorted_into_ten_steps(store: Store) -> None:
    load(store, firms(95, 20, 5) + firms(85, 20, 10) + firms(10, 5, 20), scale=(0, 100))
    answer = answer_of(store)
    assert [score.step for score in answer.by_score] == [1, 8, 9]
    assert "0–20" in by_key(answer)["hostages"].finding


@pytest.mark.parametrize("say", [EN, ZH])
def test_every_figure_has_its_columns_and_a_whole_sentence(typical_store: Store, say: Say) -> None:
    shown = STUDY.figures(answer_of(typical_store), say)
    assert [f.key for f in shown] == [
        "overview",
        "ratios",
        "curve",
        "empty_cell",
        "trap",
        "hostages",
        "matching",
    ]
    for figure in shown:
        assert len(figure.table())
        assert figure.finding[-1] in ".。"
        assert "{" not in figure.finding + figure.base + " ".join(figure.notes)
