"""Is the change real, and what made it? On series that can be checked by head."""

from __future__ import annotations

import pytest

from analytics.errors import NotEnough, NothingChosen, UnknownChoice
from analytics.filters import Filters
from analytics.store import Store
from analytics.studies.trends import STUDY
from analytics.studies.trends.compute_trend import Trend
from analytics.wording import Say
from tests import fairs
from tests.studies.trends.fair import EN, ZH, answer_of, around, by_key, series, survey


def test_a_steady_rise_over_five_editions_is_established(store: Store):
    """S = 10, exact p = 2/5! = 0.017; one tenth a year."""
    series(store, {1: 3.0, 2: 3.1, 3: 3.2, 4: 3.3, 5: 3.4})
    answer = answer_of(store)
    assert isinstance(answer.trend, Trend)
    assert (answer.trend.test.s, answer.trend.test.p, answer.trend.slope.slope) == pytest.approx(
        (10, 2 / 120, 0.1)
    )
    assert by_key(answer)["trend"].finding.startswith(
        "Overall satisfaction rises over 5 editions, +0.100 a year"
    )


def test_a_steady_fall_says_so(store: Store):
    series(store, {1: 3.4, 2: 3.3, 3: 3.2, 4: 3.1, 5: 3.0})
    assert "falls over 5 editions, −0.100 a year" in by_key(answer_of(store))["trend"].finding


def test_ups_and_downs_are_no_evidence_of_a_trend(store: Store):
    series(store, {1: 3.0, 2: 3.4, 3: 3.1, 4: 3.3, 5: 3.2})
    figure = by_key(answer_of(store))["trend"]
    assert "no evidence of a trend over 5 editions (Mann–Kendall, exact p = 0.817" in figure.finding
    assert not figure.is_established


def test_three_editions_cannot_establish_a_trend_and_the_figure_says_so(store: Store):
    series(store, {1: 3.0, 2: 3.1, 3: 3.2})
    notes = by_key(answer_of(store))["trend"].notes
    assert "With 3 editions even a steady rise or fall cannot be established; it takes 5." in notes


def test_two_editions_show_the_change_and_no_trend(store: Store):
    series(store, {1: 3.0, 2: 4.0})
    answer = answer_of(store)
    assert isinstance(answer.trend, NotEnough)
    figures = by_key(answer)
    assert "trend" not in figures
    assert "A trend needs at least 3 editions; 2 can be compared." in figures["changes"].notes
    assert figures["changes"].finding.startswith(
        "Overall satisfaction rose from 3.00 (Edition 1) to 4.00 (Edition 2)"
    )


def test_one_edition_is_refused(store: Store):
    series(store, {1: 3.0})
    with pytest.raises(NotEnough) as refused:
        answer_of(store)
    assert (refused.value.what, refused.value.needed, refused.value.found) == ("editions", 2, 1)


def test_no_answers_and_too_few_are_refused(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2]))
    with pytest.raises(NothingChosen):
        answer_of(store)
    survey(store, 1, around(3, 4))
    survey(store, 2, around(3, 1))
    with pytest.raises(NotEnough) as refused:
        answer_of(store)
    assert (refused.value.what, refused.value.found) == ("answers", 4)


def test_the_year_counts_and_not_the_place_in_the_row(store: Store):
    """A biennial pause: 0.1 a year however many editions lie between."""
    series(store, {1: 3.0, 2: 3.1, 5: 3.4})
    answer = answer_of(store)
    assert isinstance(answer.trend, Trend)
    assert answer.trend.slope.slope == pytest.approx(0.1)
    assert answer.trend.unit == "year"


def test_editions_not_held_and_numbers_skipped_stay_gaps(store: Store):
    series(store, {1: 3.0, 2: 3.1, 5: 3.4}, numbers=(1, 2, 3, 5), held=[True, True, False, True])
    data = by_key(answer_of(store))["trend"].data
    assert data["x"].tolist() == ["Edition 1", "Edition 2", "Edition 3", "Edition 4", "Edition 5"]
    assert data["is_gap"].tolist() == [False, False, True, True, False]
    assert data["value"].isna().tolist() == [False, False, True, True, False]


def test_a_held_edition_without_answers_is_named_and_one_with_few_is_hidden(store: Store):
    series(store, {1: 3.0, 2: 3.1, 4: 3.4}, numbers=(1, 2, 3, 4, 5))
    survey(store, 5, around(3, 6))
    notes = by_key(answer_of(store))["trend"].notes
    assert "No answers to this in Edition 3." in notes
    assert "Hidden because too few answered: Edition 5." in notes


def test_steps_are_tested_together(store: Store):
    series(store, {1: 3.0, 2: 3.0, 3: 4.0}, n=40)
    answer = answer_of(store)
    assert [step.is_established for step in answer.steps] == [False, True]
    figure = by_key(answer)["changes"]
    assert figure.finding.endswith(
        "Taken together, 1 of 2 steps between editions is established: Edition 3 (+1.00)."
    )
    assert figure.data["label"].tolist() == ["Edition 1 → Edition 2", "Edition 2 → Edition 3"]
    assert figure.data["value"].tolist() == pytest.approx([0, 1])


def test_any_two_editions_can_be_compared(store: Store):
    series(store, {1: 3.0, 2: 3.2, 3: 4.0}, n=40)
    answer = answer_of(store, ("compare_with", "f-1"))
    assert (answer.before.number, answer.focus.number) == (1, 3)
    assert by_key(answer)["changes"].data["label"].tolist()[0] == "Edition 1 → Edition 3"
    with pytest.raises(UnknownChoice):
        answer_of(store, ("compare_with", "f-9"))


def test_one_chosen_edition_is_compared_with_the_one_before(store: Store):
    series(store, {1: 3.0, 2: 3.2, 3: 4.0})
    answer = answer_of(store, filters=Filters("f", ("f-2",)))
    assert [point.edition.number for point in answer.points] == [1, 2]


def test_a_dimension_can_be_followed(store: Store):
    series(store, {1: 3.0, 2: 3.2, 3: 4.0})
    answer = answer_of(store, ("dimension", "hall"))
    assert [point.mean.mean for point in answer.points if point.mean] == pytest.approx(
        [3.75, 3.75, 3.75]
    )
    assert by_key(answer)["overview"].finding.startswith(
        "hall: 3.75 (Edition 3) against 3.75 (Edition 2)"
    )
    with pytest.raises(UnknownChoice):
        answer_of(store, ("dimension", "parking"))


def test_without_an_overall_question_the_dimension_means_are_followed_and_it_is_said(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2]))
    for number in (1, 2):
        survey(store, number, [{"sat": row["sat"]} for row in around(3)], measures=())
    answer = answer_of(store)
    assert answer.score == "*dimensions"
    assert any("overall question was not asked" in note for note in by_key(answer)["changes"].notes)


def test_scales_that_differ_are_shown_from_0_to_100(store: Store):
    """3 of 1–5 is 50; 5 of 0–10 is 50."""
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2]))
    survey(store, 1, around(3.0))
    survey(store, 2, around(5.0), scale=(0, 10))
    answer = answer_of(store)
    assert [point.mean.mean for point in answer.points if point.mean] == pytest.approx([50, 50])
    assert "converted to 0–100" in by_key(answer)["overview"].base


def test_answers_all_alike_are_shown_without_certainty(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2, 3]))
    for number in (1, 2, 3):
        survey(store, number, [{"overall": 4, "sat": [4, 4, 4]}] * 12)
    answer = answer_of(store)
    for say in (EN, ZH):
        figures = STUDY.figures(answer, say)
        assert all(figure.finding and len(figure.table()) for figure in figures)
    assert "cannot be told" in by_key(answer)["changes"].finding


def test_turnover_is_followed_in_one_currency(store: Store):
    series(
        store,
        {1: 3.0, 2: 3.1, 3: 3.2, 4: 3.3},
        currency=["DEM", "USD", "USD", "USD"],
        turnover=[9e9, 1e9, 3e9, 2e9],
    )
    figure = by_key(answer_of(store))["turnover"]
    assert figure.finding.startswith(
        "Turnover went from USD 1.0B (Edition 2) to USD 2.0B (Edition 4), up in 1 of 2 steps"
    )
    assert "1 editions state another currency and are left out." in figure.notes
    assert figure.data["value"].isna().tolist() == [True, False, False, False]


def test_turnover_ignores_filters_and_says_so(store: Store):
    series(store, {1: 3.0, 2: 3.1}, currency=["USD", "USD"], turnover=[1e9, 2e9])
    for number in (1, 2):
        survey(store, number, around(3, industry="Tools"))
    figure = by_key(answer_of(store, filters=Filters("f", industries=("Tools",))))["turnover"]
    assert "Turnover is that of the whole edition, whatever the filters." in figure.notes
    assert "two editions make no trend" in figure.finding


def test_without_turnover_there_is_no_turnover_figure(store: Store):
    series(store, {1: 3.0, 2: 3.1})
    assert "turnover" not in by_key(answer_of(store))


@pytest.mark.parametrize("say", [EN, ZH], ids=["en", "zh"])
def test_every_figure_has_a_sentence_a_base_and_a_table(store: Store, say: Say):
    series(
        store, {1: 3.0, 2: 3.1, 3: 3.2, 4: 3.4}, currency=["USD"] * 4, turnover=[1e9, 2e9, 3e9, 4e9]
    )
    for figure in STUDY.figures(answer_of(store), say):
        assert figure.finding.endswith("." if say is EN else "。")
        assert "n = " in figure.base
        assert len(figure.table())
        assert "{" not in figure.finding + figure.base
