"""Weights to the register, on fairs small enough to be weighted by head."""

from __future__ import annotations

import pytest

from analytics.ask import ask
from analytics.errors import CannotWeight, NothingChosen
from analytics.filters import Filters
from analytics.remedies import remedy
from analytics.store import Store
from analytics.studies.satisfaction import STUDY
from analytics.studies.trends import STUDY as TRENDS
from analytics.weighting import figures_of, plain
from analytics.weighting.pooled_groups import can_weight, pooled
from analytics.weighting.register_weights import Weights
from tests import fairs
from tests.weighting.fair import (
    ANSWERED,
    EN,
    OF_A,
    OF_B,
    SIZES,
    WEIGHTED,
    WORTH,
    ZH,
    register,
    survey,
    weights_of,
)


@pytest.fixture
def fair(store: Store) -> Store:
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    register(store, SIZES)
    survey(store, ANSWERED)
    return store


def test_each_industry_counts_as_much_as_its_share_of_the_register(fair: Store):
    (edition,) = weights_of(fair).editions
    assert {industry: weight for (industry, _), weight in edition.cells.items()} == pytest.approx(
        {"A": OF_A, "B": OF_B}
    )
    assert (edition.n, edition.outside) == (40, 0)
    assert (edition.fields, edition.why_not) == (("industry",), "")
    assert edition.n_eff == pytest.approx(WORTH)


def test_the_weighted_mean_is_that_of_the_register(fair: Store):
    score, *_ = plain(ask(fair, STUDY, WEIGHTED)).overalls.scores
    assert score.now.mean == pytest.approx((20 * 4 + 40 * 2) / 60)
    assert (score.now.n, score.now.n_eff) == (40, pytest.approx(WORTH))


def test_its_error_is_the_linearised_one(fair: Store):
    score, *_ = plain(ask(fair, STUDY, WEIGHTED)).overalls.scores
    mean = 8 / 3
    scatter = (
        5 * (OF_A * (5 - mean)) ** 2 + 5 * (OF_A * (3 - mean)) ** 2 + 30 * (OF_B * (2 - mean)) ** 2
    )
    assert score.now.process.se == pytest.approx((40 / 39 * scatter) ** 0.5 / 40)
    assert score.now.se == pytest.approx(score.now.process.se * (1 - 40 / 60) ** 0.5)


def test_a_weighted_share_stands_on_what_its_linearised_error_is_worth(fair: Store):
    overall, _ = plain(ask(fair, STUDY, WEIGHTED)).boxes
    share = overall.satisfied
    assert share.share == pytest.approx(5 * OF_A / 40)
    p = share.share
    scatter = 5 * (OF_A * (1 - p)) ** 2 + 5 * (OF_A * p) ** 2 + 30 * (OF_B * p) ** 2
    variance = 40 / 39 * scatter / 40**2
    assert (share.answers, share.givers) == (40, 5)
    assert share.n == pytest.approx(p * (1 - p) / variance)


def test_items_and_dimension_means_are_weighted_alike(fair: Store):
    answer = plain(ask(fair, STUDY, WEIGHTED))
    assert [score.now.mean for score in answer.dimensions.scores] == pytest.approx([8 / 3])
    assert [score.now.mean for score in answer.overalls.scores] == pytest.approx([8 / 3] * 3)


def test_a_filter_chooses_among_the_weighted_answers_and_moves_no_weight(fair: Store):
    only_a = Filters("f", industries=("A",), weighted=True)
    assert weights_of(fair, only_a).table == weights_of(fair).table
    score, *_ = plain(ask(fair, STUDY, only_a, (("small_bases", "show"),))).overalls.scores
    assert (score.now.mean, score.now.n_eff) == (pytest.approx(4), pytest.approx(10))


def test_answers_counted_from_rows_carry_the_weights_of_those_counted_before(store: Store):
    """A filter on the answers themselves reads the rows; here everybody passes it."""
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    register(store, SIZES)
    survey(store, ANSWERED, profile=[("size", ["big"])])
    by_rows = Filters("f", profile=(("size", ("big",)),), weighted=True)
    first, second = (plain(ask(store, STUDY, filters)) for filters in (WEIGHTED, by_rows))
    for score, other in zip(first.overalls.scores, second.overalls.scores, strict=True):
        assert (score.now.mean, score.now.process.se, score.now.n_eff) == pytest.approx(
            (other.now.mean, other.now.se, other.now.n_eff)
        )
    assert first.boxes[0].satisfied.share == pytest.approx(second.boxes[0].satisfied.share)


def test_without_the_switch_nothing_is_weighted_and_nothing_is_said(fair: Store):
    answer = ask(fair, STUDY, Filters("f"))
    assert answer.overalls.scores[0].now.mean == pytest.approx(2.5)
    assert answer.overalls.scores[0].now.n_eff == 40
    for figure in figures_of(STUDY, answer, EN):
        assert "weight" not in " ".join((figure.base, *figure.notes))
        assert "n_eff" not in [column.name for column in figure.columns]


def test_weighted_figures_show_n_and_what_it_is_worth(fair: Store):
    answer = ask(fair, STUDY, WEIGHTED)
    shares, means = figures_of(STUDY, answer, EN)[:2]
    for figure in (shares, means):
        assert "n = 40 answers" in figure.base
        assert "Effective n" in figure.table()
    assert shares.base.endswith("weighted to the register (effective n = 31 to 39)")
    assert means.base.endswith("weighted to the register (effective n = 39)")
    in_chinese = figures_of(STUDY, answer, ZH)[1]
    assert in_chinese.base.endswith("已按名录加权（有效样本量 39）")


def test_answers_that_name_no_group_of_the_register_count_once_and_are_counted(fair: Store):
    rows = [{"overall": 2, "industry": "Z", "sat": [2]}, {"overall": 2, "sat": [2]}]
    fairs.load(
        fair,
        "more",
        question_rows=fairs.questions("f-1", ["air"], ["overall"]),
        response_rows=fairs.answers("f-1", rows),
    )
    (edition,) = weights_of(fair).editions
    assert (edition.n, edition.outside) == (42, 2)
    answer = ask(fair, STUDY, WEIGHTED)
    score, *_ = plain(answer).overalls.scores
    assert score.now.mean == pytest.approx((40 * 8 / 3 + 2 * 2) / 42)
    note = (
        "2 of 42 answers of the editions in view name no industry or region of the register and"
        " count once."
    )
    assert note in figures_of(STUDY, answer, EN)[0].notes


def test_groups_that_few_or_none_answered_for_count_together(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    register(store, {"A": 20, "B": 40, "C": 10, "D": 30})
    survey(store, {"A": 20, "B": 20, "C": 10})
    (edition,) = weights_of(store).editions
    # Nobody of D answered, so C stands for both: 40 of 100 on the register, 10 of 50 answers.
    assert {industry: weight for (industry, _), weight in edition.cells.items()} == pytest.approx(
        {"A": 0.5, "B": 1, "C": 2}
    )


def test_pooling_takes_the_next_smallest_while_the_small_ones_are_too_few():
    assert pooled({"A": 30, "B": 12, "C": 4}) == (("A",), ("C", "B"))
    assert pooled({"A": 30, "B": 12, "C": 6, "D": 5}) == (("A", "B"), ("C", "D"))
    assert not can_weight(pooled({"A": 30}))
    assert not can_weight(pooled({"A": 9, "B": 9}))


def test_an_edition_without_a_register_is_refused_with_the_way_out(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    survey(store, ANSWERED)
    with pytest.raises(CannotWeight) as refused:
        ask(store, STUDY, WEIGHTED)
    assert refused.value.reason == "register"
    assert "no register of it is loaded. Load it, or switch the weights off" in remedy(
        refused.value, EN
    )
    assert "请导入名录，或关闭加权" in remedy(refused.value, ZH)


def test_a_register_of_one_industry_or_without_any_cannot_bear_weights(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    register(store, {"A": 20})
    survey(store, {"A": 12})
    with pytest.raises(CannotWeight) as refused:
        ask(store, STUDY, WEIGHTED)
    assert refused.value.reason == "groups"
    assert "{" not in remedy(refused.value, EN) + remedy(refused.value, ZH)


def test_visitors_are_refused(fair: Store):
    with pytest.raises(CannotWeight) as refused:
        ask(fair, STUDY, Filters("f", audience="visitor", weighted=True))
    assert "no register lists them" in remedy(refused.value, EN)


def test_where_nobody_answered_there_is_nothing_to_weight(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    register(store, SIZES)
    with pytest.raises(NothingChosen):
        ask(store, STUDY, WEIGHTED)


def test_one_edition_that_cannot_be_weighted_is_named_among_those_that_are(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2]))
    register(store, SIZES, editions=(2,))
    survey(store, ANSWERED, 1)
    survey(store, ANSWERED, 2)
    figure = figures_of(TRENDS, ask(store, TRENDS, WEIGHTED), EN)[0]
    assert "Edition 1 is not weighted: no register is loaded." in figure.notes
    with pytest.raises(CannotWeight):
        ask(store, TRENDS, Filters("f", editions=("f-1",), weighted=True))


def test_weights_are_part_of_no_key():
    bare, weighed = WEIGHTED, Filters("f", weighted=True, weights=Weights(()))
    assert bare == weighed
    assert hash(bare) == hash(weighed)
    assert bare != Filters("f")
