"""What exhibitors are worth, on a fair whose sequences and fees follow the models."""

import numpy as np
import pytest

from analytics.stats.bgbb import outlook
from analytics.store import Store
from analytics.worth_settings import WorthSettings, save_settings
from tests.studies.lifetime_value.fair import answer_of, lives, load, shown

EDITIONS = 8


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with Store(tmp_path_factory.mktemp("worth")) as opened:
        load(opened, lives(1200, EDITIONS))
        save_settings(opened, "f", WorthSettings(margin=0.4, is_first_ever=True))
        yield opened


@pytest.fixture(scope="module")
def answer(store):
    return answer_of(store)


def test_the_model_finds_the_planted_chances_again(answer):
    model = answer.attendance.model
    assert model.mean_p == pytest.approx(0.6, abs=0.06)
    assert model.mean_theta == pytest.approx(0.8 / 4.8, abs=0.06)
    assert answer.attendance.refusal == ""


def test_the_last_edition_comes_as_foretold_by_a_model_that_had_not_seen_it(answer):
    test = answer.attendance.hold_out
    assert test.came == pytest.approx(test.expected, rel=0.12)
    assert test.beats_base_rate
    assert test.is_calibrated
    assert sum(part.observed.n for part in test.bins) == test.firms


def test_the_total_is_the_worth_of_each_added_up(answer, store):
    worth = answer.worth
    assert worth.way == "model"
    assert worth.low < worth.total < worth.high
    assert worth.by_missed["worth"].sum() == pytest.approx(worth.total)
    assert worth.by_missed["firms"].sum() == answer.attendance.exhibitors == 1200
    model, spend = answer.attendance.model, answer.spending.model
    row = answer.listed[0]
    state = ([row["came"] - 1], [row["last"] - row["entry"]], [EDITIONS - row["entry"]])
    by_hand = 0.4 * outlook(model, *state).discounted[0]
    by_hand *= spend.p * (spend.c + row["paid"] * row["mean"])
    by_hand /= spend.p * row["paid"] + spend.q - 1
    assert row["worth"] == pytest.approx(by_hand)
    assert row["low"] < row["worth"] < row["high"]


def test_the_list_is_sorted_and_its_first_is_the_largest(answer):
    worths = [row["worth"] for row in answer.listed]
    assert len(worths) == 50
    assert worths == sorted(worths, reverse=True)


def test_alive_is_not_coming(answer):
    states = answer.attendance.states
    assert (states["alive_last"] >= states["alive_next"]).all()
    assert (states["alive_next"] > states["comes_next"]).all()
    figure = shown(answer)["chances"]
    assert len(set(figure.data["series"])) == 3
    assert "alive is not coming" in figure.finding


def test_a_larger_margin_and_a_smaller_discount_make_more_of_it(answer):
    effects = {effect.cause: effect for effect in answer.worth.effects}
    assert set(effects) == {"margin", "discount", "coming", "money"}
    assert all(effect.low < answer.worth.total < effect.high for effect in effects.values())
    assert effects["margin"].low == pytest.approx(answer.worth.total * 0.3 / 0.4)


def test_nothing_is_learnt_from_firms_of_an_unknown_start_but_they_are_predicted(store):
    save_settings(store, "f", WorthSettings(margin=0.4))
    unknown = answer_of(store)
    save_settings(store, "f", WorthSettings(margin=0.4, is_first_ever=True))
    attendance = unknown.attendance
    assert attendance.unknown_start > 100
    assert attendance.exhibitors == 1200
    assert attendance.fitted + attendance.entered_last + attendance.unknown_start == 1200
    assert unknown.attendance.staying.at_risk[0] == attendance.fitted


def test_the_dial_says_for_how_many_editions_participations_are_expected(store, answer):
    far = answer_of(store, ("ahead", "5"))
    states = answer.attendance.states
    assert (far.attendance.states["expected"] > states["expected"]).all()
    assert "next 5 editions" in str(shown(far)["overview"].table().columns.tolist())


def test_every_figure_says_its_claim_and_how_sure_it_is(answer):
    figures = shown(answer)
    assert list(figures) == [
        "overview",
        "chances",
        "worths",
        "hold_out",
        "staying",
        "spending",
        "ranges",
    ]
    assert figures["overview"].claim.certainty == "a sign"
    assert figures["spending"].claim.certainty == "no evidence"
    assert not np.isnan(figures["overview"].data["value"]).any()
