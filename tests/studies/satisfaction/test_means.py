"""How satisfied, with what? On fairs whose means can be checked by head."""

from __future__ import annotations

import pytest

from analytics.errors import NotEnough, NothingChosen, UnknownChoice
from analytics.figures import Bars
from analytics.store import Store
from analytics.studies.satisfaction import STUDY
from analytics.wording import Say
from tests import fairs
from tests.studies.satisfaction.fair import (
    EN,
    FIVE,
    SHOW,
    ZH,
    answer_of,
    by_key,
    means,
    survey,
    two_editions,
)


def test_three_overalls_stand_side_by_side(store: Store):
    """Overall 15/5. Dimension means 2.25, 2.75, 3.25, 4.25, 5 -> 3.5. All ratings 42/13."""
    two_editions(store, FIVE, FIVE)
    answer = answer_of(store, SHOW)
    means_and_bases = {score.key: (score.now.mean, score.now.n) for score in answer.overalls.scores}
    assert means_and_bases["overall"] == pytest.approx((3.0, 5))
    assert means_and_bases["*dimensions"] == pytest.approx((3.5, 5))
    assert means_and_bases["*pooled"] == pytest.approx((42 / 13, 5))


def test_a_missing_answer_is_left_out_never_averaged(store: Store):
    two_editions(store, FIVE, FIVE * 3)
    answer = answer_of(store, SHOW)
    assert answer.items is not None
    assert {score.key: (score.now.mean, score.now.n) for score in answer.items.scores} == {
        "air": (3.0, 15),
        "light": (3.5, 12),
    }


def test_a_dimension_is_the_mean_of_its_respondents_means(store: Store):
    """1.5, 2.5, 3.5, 4.5 and 5 (who answered one item of two) -> 3.4."""
    two_editions(store, FIVE, FIVE * 2)
    dimension_means = {
        score.key: score.now.mean for score in answer_of(store, SHOW).dimensions.scores
    }
    assert dimension_means["hall"] == pytest.approx(3.4)


def test_bases_of_five_to_nine_hide_until_asked_for_and_below_five_for_ever(store: Store):
    two_editions(store, FIVE, FIVE)
    with pytest.raises(NotEnough) as refused:
        answer_of(store)
    assert (refused.value.what, refused.value.needed, refused.value.found) == ("answers", 10, 5)
    figures = by_key(answer_of(store, SHOW))
    assert means(figures["dimensions"]).keys() == {"hall"}
    assert "Hidden because too few answered: website." in figures["dimensions"].notes
    assert "Pale: fewer than 30 answers (low base)." in figures["dimensions"].notes


def test_one_respondent_is_refused(store: Store):
    two_editions(store, FIVE, FIVE[:1])
    with pytest.raises(NotEnough):
        answer_of(store, SHOW)


def test_no_answers_are_refused(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    with pytest.raises(NothingChosen):
        answer_of(store)


def test_all_missing_is_refused(store: Store):
    two_editions(store, FIVE, [{"overall": None, "sat": [None, None, None]}] * 20)
    with pytest.raises(NotEnough) as refused:
        answer_of(store)
    assert refused.value.found == 0


def test_answers_all_alike_give_means_but_no_certainty(store: Store):
    two_editions(
        store, [{"overall": 4, "sat": [4, 4, 4]}] * 12, [{"overall": 5, "sat": [5, 5, 5]}] * 12
    )
    answer = answer_of(store)
    for say in (EN, ZH):
        figures = by_key(answer, say)
        assert all(figure.finding and len(figure.table()) for figure in figures.values())
    assert "cannot be told" in by_key(answer)["overalls"].finding
    assert not by_key(answer)["overalls"].is_established


def test_one_edition_stands_alone(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    survey(store, "f-1", FIVE * 3)
    figures = by_key(answer_of(store))
    assert figures["overalls"].finding.startswith(
        "Overall satisfaction is 3.00 (Edition 1, 95% interval 2.19 to 3.81)"
    )
    assert set(figures["overalls"].data["series"]) == {"Edition 1"}
    assert "compared" not in figures["overalls"].base


def test_an_edition_too_small_to_compare_with_is_not_said_to_be_missing(store: Store):
    two_editions(store, FIVE, FIVE * 3)
    finding = by_key(answer_of(store))["overalls"].finding
    assert "Edition 1 has too few answers to compare it with." in finding
    assert "There is no edition" not in finding


def test_a_small_difference_is_no_evidence_and_a_large_one_is_established(store: Store):
    two_editions(store, FIVE * 10, [*FIVE * 9, *[{"overall": 5}] * 5])
    finding = by_key(answer_of(store))["overalls"].finding
    assert "no evidence of a change" in finding
    assert "3.20 (Edition 2) against 3.00 (Edition 1)" in finding


def test_an_established_rise_says_so(store: Store):
    two_editions(store, FIVE * 20, [{"overall": 4 + i % 2} for i in range(100)])
    figure = by_key(answer_of(store))["overalls"]
    assert (
        "rose from 3.00 (Edition 1) to 4.50 (Edition 2): the change of +1.50 is established"
        in figure.finding
    )
    assert figure.is_established


def test_only_an_established_difference_leads(store: Store):
    apart = [{"sat": [4 + i % 2, 4 + i % 2, 1 + i % 2], "overall": 3} for i in range(40)]
    two_editions(store, apart, apart)
    assert by_key(answer_of(store))["dimensions"].finding.startswith(
        "hall leads at 4.50. website is lowest at 1.50."
    )


def test_two_that_cannot_be_told_apart_lead_together(store: Store):
    close = [{"sat": [3 + i % 3, 3 + i % 3, 3 + (i + 1) % 3], "overall": 3} for i in range(40)]
    two_editions(store, close, close)
    answer = answer_of(store)
    assert not by_key(answer)["dimensions"].is_established
    assert "lead together" in by_key(answer)["dimensions"].finding


def test_who_leads_cannot_be_tested_against_answers_all_alike(store: Store):
    alike = [{"sat": [4 + i % 2, 4 + i % 2, 3], "overall": 3} for i in range(40)]
    two_editions(store, alike, alike)
    figure = by_key(answer_of(store))["dimensions"]
    assert (
        figure.finding
        == "Whether hall (4.50) stands above website cannot be tested: answers are all alike, or"
        " too few."
    )
    assert not figure.is_established


def test_the_lowest_says_how_it_changed_with_the_family_it_was_tested_in(store: Store):
    then = [{"sat": [5, 4, 3 + i % 2], "overall": 3 + i % 2} for i in range(40)]
    now = [{"sat": [5 - i % 2, 4, 1 + i % 2], "overall": 3 + i % 2} for i in range(40)]
    two_editions(store, then, now)
    assert (
        "website is lowest at 1.50. Against Edition 1 it fell by 2.00, which is established (Holm's"
        " p < 0.001 over 2 changes)." in (by_key(answer_of(store))["dimensions"].finding)
    )


def test_a_click_on_a_dimension_opens_its_items(store: Store):
    two_editions(store, FIVE * 3, FIVE * 3)
    figures = by_key(answer_of(store, ("dimension", "hall")))
    form = figures["dimensions"].form
    assert isinstance(form, Bars)
    assert form.can_click
    assert figures["dimensions"].drill == "dimension"
    assert means(figures["items"]) == pytest.approx({"air": 3.0, "light": 3.5})
    assert figures["items"].finding.startswith("Within hall:")
    with pytest.raises(UnknownChoice):
        answer_of(store, ("dimension", "parking"))


def test_two_scales_are_shown_from_0_to_100_and_the_figure_says_so(store: Store):
    """1–5 with mean 3 is 50; 0–10 with 0, 5, 10 is 50 as well."""
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2]))
    survey(store, "f-1", FIVE * 3)
    survey(
        store, "f-2", [{"overall": 5 * (i % 3), "sat": [5, 5, 5]} for i in range(15)], scale=(0, 10)
    )
    answer = answer_of(store)
    assert [round(score.now.mean, 9) for score in answer.overalls.scores] == [50, 50, 50]
    assert answer.overalls.scores[0].change is not None
    assert answer.overalls.scores[0].change.gap.difference == pytest.approx(0)
    assert "converted to 0–100 because the scales asked differ" in by_key(answer)["overalls"].base


def test_half_points_stay_half_points(store: Store):
    two_editions(store, FIVE * 3, [{"overall": 3.5 + i % 2, "sat": [3.5, 4, 4]} for i in range(12)])
    assert answer_of(store).overalls.scores[0].now.mean == pytest.approx(4.0)


def test_items_that_do_not_hang_together_are_flagged_before_they_are_averaged(store: Store):
    against = [{"sat": [1 + i % 5, 5 - i % 5, 3], "overall": 3} for i in range(20)]
    two_editions(store, FIVE * 4, against)
    figures = by_key(answer_of(store))
    assert any(
        "do not hang together" in note and "hall" in note for note in figures["dimensions"].notes
    )
    assert not figures["reliability"].is_established


def test_cronbachs_alpha_of_two_items_that_agree_is_one(store: Store):
    """Items x and x + 1: alpha of complete answers is 1."""
    two_editions(store, FIVE * 3, FIVE * 3)
    assert [(alpha.alpha, alpha.items, alpha.n) for alpha in answer_of(store).alphas] == [
        (pytest.approx(1.0), 2, 12)
    ]


def test_other_items_in_the_other_edition_are_said(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2]))
    survey(store, "f-1", [{"overall": 3, "sat": [3 + i % 2]} for i in range(20)], items=["air"])
    survey(store, "f-2", FIVE * 4)
    notes = by_key(answer_of(store))["dimensions"].notes
    assert any(
        note.startswith("Asked with other items in the two editions") and "hall" in note
        for note in notes
    )


def test_without_an_overall_question_the_dimension_means_speak(store: Store):
    rows = [{"sat": row["sat"]} for row in FIVE * 3]
    two_editions(store, rows, rows)
    assert by_key(answer_of(store))["overview"].finding.startswith(
        "Mean of the dimension means: 3.50 (Edition 2)"
    )


def test_without_items_the_overall_question_stands_alone(store: Store):
    rows = [{"overall": row["overall"]} for row in FIVE * 3]
    two_editions(store, rows, rows)
    figures = by_key(answer_of(store))
    assert figures.keys() == {"overview", "overalls", "boxes"}


def test_the_overview_gives_one_number(store: Store):
    two_editions(store, FIVE * 3, FIVE * 3)
    headline = by_key(answer_of(store))["overview"].headline
    assert headline is not None
    assert (headline.value, headline.label) == ("40%", "satisfied, Edition 2 · mean 3.00")


@pytest.mark.parametrize("say", [EN, ZH], ids=["en", "zh"])
def test_every_figure_has_a_sentence_a_base_and_a_table(store: Store, say: Say):
    two_editions(store, FIVE * 4, FIVE * 5)
    for figure in STUDY.figures(answer_of(store), say):
        assert figure.finding.endswith("." if say is EN else "。")
        assert "n = " in figure.base
        assert len(figure.table())
        assert "{" not in figure.finding + figure.base
