"""Who answered, and whom do they stand for? On registers whose shares can be counted by head."""

from __future__ import annotations

import pytest

from analytics.errors import NotEnough, NothingChosen
from analytics.filters import Filters
from analytics.remedies import remedy
from analytics.store import Store
from analytics.wording import Say
from tests import fairs
from tests.studies.respondents.fair import EN, SHOW, ZH, answer_of, by_key, firms, load


def test_the_response_rate_is_exhibitors_who_answered_of_those_on_the_register(store: Store):
    """Twenty of forty large firms, ten of sixty small ones."""
    load(store, firms(40, 20, size_band="large") + firms(60, 10, size_band="small"))
    answer = answer_of(store, ("group_by", "size_band"))
    assert (answer.rate.count, answer.rate.n) == (30, 100)
    rates = {group.key: group.rate.share for group in answer.grouped.groups}
    assert rates == pytest.approx({"large": 0.5, "small": 1 / 6})
    finding = by_key(answer)["rates"].finding
    assert finding.startswith(
        "30.0% of the exhibitors of Edition 2 answered (30 of 100). That it differs by company size"
    )
    assert by_key(answer)["rates"].is_established


def test_the_gap_is_the_share_among_respondents_less_that_of_the_register(store: Store):
    """Large firms are 40% of the register and two thirds of the respondents."""
    load(store, firms(40, 20, size_band="large") + firms(60, 10, size_band="small"))
    large = next(
        group for group in answer_of(store).field("size_band").groups if group.key == "large"
    )
    assert large.gap == pytest.approx(2 / 3 - 0.4)
    assert large.low < large.gap < large.high
    assert large.is_established


def test_weights_turn_respondents_into_the_register(store: Store):
    """Large firms give 4, small ones 2: unweighted 20·4 + 10·2 over 30 = 10/3; the register says
    0.4·4 + 0.6·2 = 2.8.
    """
    load(store, firms(40, 20, [4], size_band="large") + firms(60, 10, [2], size_band="small"))
    answer = answer_of(store)
    assert answer.plain is not None
    assert answer.weighting is not None
    assert (answer.plain.mean, answer.weighting.mean.mean) == pytest.approx((10 / 3, 2.8))
    assert answer.weighting.by_group[("size_band", "large")] == pytest.approx(0.6)
    assert answer.weighting.by_group[("size_band", "small")] == pytest.approx(1.8)
    # Kish: (Σw)² / Σw² = 30² / (20·0.36 + 10·3.24)
    assert answer.weighting.kish.n_eff == pytest.approx(900 / 39.6)
    assert "2.80 weighted to the register" in by_key(answer)["means"].finding
    assert "larger than the margin of chance" in by_key(answer)["means"].finding


def test_weights_beyond_the_bounds_are_cut_and_it_is_said(store: Store):
    """Ten of 500 small firms answered against ninety of 100 large ones: a ratio beyond ten."""
    load(store, firms(100, 90, size_band="large") + firms(500, 10, size_band="small"))
    answer = answer_of(store)
    assert answer.weighting is not None
    assert answer.weighting.trimmed == 10
    assert answer.weighting.kish.largest == pytest.approx(3)
    assert any(
        "cut at 0.3 or 3 times" in note and "off the register" in note
        for note in by_key(answer)["means"].notes
    )


def test_an_exhibitor_who_answered_twice_counts_once_by_the_mean(store: Store):
    load(store, firms(20, 15, [4]) + [{"came": (1, 2), "scores": [1, 5]}])
    answer = answer_of(store)
    assert answer.respondents == 16
    assert answer.plain is not None
    assert answer.plain.mean == pytest.approx((15 * 4 + 3) / 16)
    assert (answer.every_answer.n, answer.every_answer.mean) == (17, pytest.approx(66 / 17))


def test_newcomers_are_set_beside_the_register(store: Store):
    """Half the register came before; of the respondents four in five did."""
    load(store, firms(50, 48, came=(1, 2)) + firms(50, 12, came=(2,)))
    answer = answer_of(store)
    repeat = answer.repeats[0]
    assert (repeat.register.share, repeat.respondents.share) == (0.5, 0.8)
    assert answer.weighting is not None
    assert answer.weighting.repeaters.share == pytest.approx(0.5)
    assert "that the loyal answer more often is established" in by_key(answer)["repeats"].finding


def test_every_edition_is_told_apart_from_any_earlier_one(store: Store):
    load(
        store, firms(20, 10, came=(1, 2, 3)) + firms(20, 10, came=(2, 3)) + firms(20, 10, came=(3,))
    )
    shares = {repeat.key: repeat.register.share for repeat in answer_of(store).repeats}
    assert shares == pytest.approx({"repeaters": 2 / 3, "always": 1 / 3})


def test_at_the_first_edition_nobody_can_have_been_before(store: Store):
    load(store, firms(30, 20, came=(1,)))
    answer = answer_of(store)
    assert answer.repeats == ()
    assert "repeats" not in by_key(answer)
    assert not answer.field("experience").can_weight


def test_no_difference_is_no_evidence_never_none(store: Store):
    load(
        store,
        firms(40, 20, industry="Tools", came=(1,)) + firms(40, 20, industry="Toys", came=(1,)),
    )
    figures = by_key(answer_of(store))
    assert "No evidence that it differs by industry" in figures["rates"].finding
    assert figures["gaps"].finding.startswith(
        "No evidence that respondents differ from the register"
    )
    assert not figures["gaps"].is_established


def test_answers_that_lead_to_nobody_are_counted_and_said(store: Store):
    load(store, firms(30, 20), strangers=5)
    answer = answer_of(store)
    assert (answer.unplaced, answer.respondents) == (5, 20)
    assert any(
        note.startswith("5 answers lead to nobody") for note in by_key(answer)["rates"].notes
    )


def test_exhibitors_that_match_no_response_are_refused_with_the_way_out(store: Store):
    load(store, firms(30, 0), strangers=20)
    with pytest.raises(NothingChosen) as refused:
        answer_of(store)
    assert "No answers of exhibitors on the register are left" in remedy(refused.value, EN)
    assert "名录内展商的回答" in remedy(refused.value, ZH)


def test_one_respondent_is_refused(store: Store):
    load(store, firms(30, 1))
    with pytest.raises(NotEnough) as refused:
        answer_of(store, SHOW)
    assert (refused.value.needed, refused.value.found) == (5, 1)


def test_no_register_and_no_answers_are_refused(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    with pytest.raises(NothingChosen) as refused:
        answer_of(store)
    assert refused.value.what == "participations"


def test_a_register_without_answers_is_refused(store: Store):
    load(store, firms(30, 0))
    with pytest.raises(NothingChosen) as refused:
        answer_of(store)
    assert refused.value.what == "answers"


def test_groups_too_small_are_hidden_and_what_the_register_does_not_know_is_said(store: Store):
    rows = (
        firms(40, 20, industry="Tools")
        + firms(40, 20)
        + firms(3, 2, industry="Toys")
        + firms(20, 10, industry="Wood")
    )
    load(store, rows)
    answer = answer_of(store)
    # Toys alone could be reckoned from the total: the next smallest goes with it.
    assert {group.key for group in answer.grouped.groups} == {"Tools", ""}
    assert answer.grouped.hidden == 2
    figure = by_key(answer)["rates"]
    assert "not known" in figure.data["label"].tolist()
    assert "2 groups are hidden because they are too small." in figure.notes


def test_a_thousand_categories_are_no_margin_to_weight_by(store: Store):
    load(store, [firm | {"industry": f"trade {i}"} for i, firm in enumerate(firms(1_000, 500))])
    answer = answer_of(store)
    assert not answer.field("industry").can_weight
    figures = by_key(answer)
    assert figures["rates"].data["label"].tolist() == ["all exhibitors"]
    assert all(figure.finding and len(figure.table()) for figure in figures.values())


def test_answers_all_alike_have_a_mean_but_no_interval(store: Store):
    load(store, firms(40, 20, [4], size_band="large") + firms(60, 20, [4], size_band="small"))
    assert "no interval can be given" in by_key(answer_of(store))["means"].finding


def test_without_the_overall_question_rates_stand_alone(store: Store):
    load(store, [firm | {"scores": [None] if firm["scores"] else []} for firm in firms(30, 20)])
    assert "means" not in by_key(answer_of(store))


def test_filters_on_survey_answers_do_not_narrow_the_register(store: Store):
    load(store, firms(30, 20))
    narrowed = answer_of(store, filters=Filters("f", profile=(("role", ("buyer",)),)))
    assert narrowed.respondents == 20
    assert (
        "Filters on survey answers do not narrow the register." in by_key(narrowed)["rates"].notes
    )


def test_the_demo_fairs_register_and_respondents_are_those_of_the_paper(demo: Store):
    """63% had exhibited before and 16% at every edition, on the register and among respondents to
    ± 0.5 points.
    """
    answer = answer_of(demo, filters=Filters("demo"))
    repeaters, always = answer.repeats
    assert (repeaters.register.share, always.register.share) == (
        pytest.approx(0.63),
        pytest.approx(0.16),
    )
    assert repeaters.respondents.share == pytest.approx(0.63, abs=0.005)
    assert always.respondents.share == pytest.approx(0.16, abs=0.005)
    assert answer.plain is not None
    assert answer.plain.mean == pytest.approx(3.70, abs=0.005)


@pytest.mark.parametrize("say", [EN, ZH], ids=["en", "zh"])
def test_every_figure_has_a_sentence_a_base_and_a_table(store: Store, say: Say):
    load(store, firms(40, 20, industry="Tools") + firms(60, 20, industry="Toys", came=(2,)))
    figures = by_key(answer_of(store), say)
    assert figures.keys() == {"rates", "gaps", "repeats", "means", "weights"}
    for figure in figures.values():
        assert figure.finding.endswith("." if say is EN else "。")
        assert "n = " in figure.base
        assert len(figure.table())
        assert "{" not in figure.finding + figure.base
