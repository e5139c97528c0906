"""What matters, and what to fix first? On fairs whose answer can be told by head, and on the demo
fair's known model.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from analytics.figures import Scatter
from analytics.filters import Filters
from analytics.store import Store
from tests.studies.drivers.fair import (
    EN,
    ITEMS_LEVEL,
    answer_of,
    by_key,
    plain,
    respondents,
    shares,
    survey,
)


def test_items_drawn_apart_share_r_squared_by_their_squared_weights(store: Store):
    """0.6², 0.3² and 0.15² of one spread: 36 to 9 to 2.25 of 47.25; the fourth has no part."""
    survey(store, 1, respondents(1500, [0.6, 0.3, 0.15, 0]))
    share_by_item = shares(answer_of(store, ITEMS_LEVEL))
    assert list(share_by_item) == ["air", "light", "website", "food"]
    assert list(share_by_item.values()) == pytest.approx(
        [36 / 47.25, 9 / 47.25, 2.25 / 47.25, 0], abs=0.03
    )


def test_shares_add_up_and_agree_with_lmg(store: Store):
    survey(store, 1, respondents(800, [0.5, 0.4, 0.2, 0.1]))
    answer = answer_of(store, ITEMS_LEVEL)
    assert sum(shares(answer).values()) == pytest.approx(1)
    for driver in answer.drivers:
        assert driver.lmg is not None
        assert driver.lmg.value == pytest.approx(driver.share.value, abs=0.01)
        assert driver.share.low < driver.share.value < driver.share.high


def test_a_dimension_stands_for_the_mean_of_its_items(store: Store):
    rows = respondents(600, [0.5, 0.5, 0.1, 0])
    survey(store, 1, rows)
    answer = answer_of(store)
    assert [driver.key for driver in answer.drivers] == ["hall", "website", "food"]
    halls = [sum(row["sat"][:2]) / 2 for row in rows]
    expected = np.corrcoef(halls, [row["overall"] for row in rows])[0, 1]
    assert answer.drivers[0].r.value == pytest.approx(expected, abs=1e-5)


def test_what_is_important_and_weak_is_fixed_first_and_what_is_important_and_strong_is_kept_up(
    store: Store,
):
    survey(store, 1, respondents(1000, [0.5, 0.5, 0.05, 0], lift=(0.6, -0.6, 0.6, -0.6)))
    answer = answer_of(store, ITEMS_LEVEL)
    assert {driver.key: driver.quadrant for driver in answer.drivers} == {
        "air": "keep up the good work",
        "light": "concentrate here",
        "website": "possible overkill",
        "food": "low priority",
    }
    assert not any(driver.is_borderline for driver in answer.drivers)
    finding = plain(by_key(answer)["overview"].finding)
    assert finding.startswith("Fix light first: ")
    assert "below the average of" in finding
    assert "Keep up air." in finding
    assert "borderline" not in finding


def test_an_interval_across_a_line_is_borderline(store: Store):
    survey(store, 1, respondents(300, [0.3, 0.3, 0.3, 0.3]))
    answer = answer_of(store, ITEMS_LEVEL)
    assert all(driver.is_borderline for driver in answer.drivers)
    figure = by_key(answer)["overview"]
    assert "4 of 4 items are borderline" in figure.finding
    assert set(figure.data["series"]) == {"Borderline"}


def test_the_crosshair_moves_with_its_dial(store: Store):
    survey(store, 1, respondents(400, [0.6, 0.3, 0.15, 0.1], lift=(1.2, 0, 0, 0)))
    placed = {
        rule: answer_of(store, ITEMS_LEVEL, ("crosshair", rule)).at
        for rule in ("mean", "median", "midpoint")
    }
    means = sorted(driver.performance.mean for driver in answer_of(store, ITEMS_LEVEL).drivers)
    assert placed["mean"].across == pytest.approx(sum(means) / 4)
    assert placed["mean"].up == pytest.approx(0.25)
    assert placed["median"].across == pytest.approx((means[1] + means[2]) / 2)
    assert placed["midpoint"].across == pytest.approx(3)


def test_the_grid_is_points_with_intervals_and_a_crosshair(store: Store):
    survey(store, 1, respondents(400, [0.6, 0.3, 0.15, 0.1]))
    answer = answer_of(store, ITEMS_LEVEL)
    figure = by_key(answer)["overview"]
    assert isinstance(figure.form, Scatter)
    assert figure.form.has_interval
    assert figure.guides is not None
    lines = figure.guides[figure.guides["x"].isna() | figure.guides["y"].isna()]
    assert lines[["x", "y"]].max().tolist() == pytest.approx([answer.at.across, answer.at.up])
    assert set(figure.guides["label"]) >= {"Fix first", "Possible overkill"}


def test_overall_judgements_drawn_apart_from_everything_are_no_evidence(store: Store):
    survey(store, 1, respondents(200, [0, 0, 0, 0], noise=0.8))
    answer = answer_of(store, ITEMS_LEVEL)
    assert not answer.is_established
    for key in ("overview", "importance"):
        figure = by_key(answer)[key]
        assert figure.finding.startswith(
            "No evidence that any of the 4 items goes with overall satisfaction"
        )
        assert not figure.is_established
    assert by_key(answer)["overview"].headline is None


@pytest.mark.parametrize("is_borderline", [True, False])
def test_the_big_number_is_that_of_the_headline(store: Store, is_borderline: bool):
    """Also where the weak one is borderline and another weighs more."""
    survey(store, 1, respondents(400, [0.6, 0.4, 0.1, 0.1]))
    answer = answer_of(store, ITEMS_LEVEL)
    strongest, second, *others = answer.drivers
    drivers = (
        replace(strongest, quadrant="keep up the good work"),
        replace(second, quadrant="concentrate here", is_borderline=is_borderline),
        *(replace(driver, quadrant="low priority") for driver in others),
    )
    figure = by_key(replace(answer, drivers=drivers))["overview"]
    assert figure.headline is not None
    assert figure.headline.value in figure.title
    assert second.name.worded(EN) in figure.title
    assert second.name.worded(EN) in figure.headline.label


def test_the_first_is_named_alone_only_where_the_data_tell_it_from_the_others(store: Store):
    survey(store, 1, respondents(400, [0.6, 0.1, 0.1, 0.1]))
    alone = answer_of(store, ITEMS_LEVEL)
    assert [leader.key for leader in alone.leaders] == ["air"]
    assert "air matters most" in by_key(alone)["importance"].finding
    survey(store, 2, respondents(100, [0.5, 0.5, 0, 0], seed=1))
    together = answer_of(store, ITEMS_LEVEL, filters=Filters("f", ("f-2",)))
    assert {leader.key for leader in together.leaders} == {"air", "light"}
    assert "the data cannot tell them apart" in by_key(together)["importance"].finding


def test_coefficients_never_order_anything(store: Store):
    survey(store, 1, respondents(400, [0.6, 0.3, 0.15, 0.1]))
    answer = answer_of(store, ITEMS_LEVEL)
    figure = by_key(answer)["measures"]
    assert figure.data["share"].is_monotonic_decreasing
    assert {column.name: column.title for column in figure.columns}[
        "beta"
    ] == "Standardised β (not for ranking)"
    assert not any(
        "beta" in column.name
        for key in ("overview", "importance")
        for column in by_key(answer)[key].columns
    )


def test_editions_are_pooled_within_themselves_and_rated_at_the_last(store: Store):
    """Between the editions website rises with the overall judgement; within them it has no part."""
    low = [
        row | {"overall": row["overall"] - 0.9}
        for row in respondents(300, [0.3, 0.2, 0, 0.1], lift=(0, 0, -0.9, 0))
    ]
    survey(store, 1, low)
    survey(store, 2, respondents(300, [0.3, 0.2, 0, 0.1], lift=(0, 0, 0.9, 0), seed=3))
    answer = answer_of(store, ITEMS_LEVEL)
    assert shares(answer)["website"] < 0.03
    assert [edition.number for edition in answer.editions] == [1, 2]
    rated = {driver.key: driver.performance.mean for driver in answer.drivers}
    assert rated["website"] == pytest.approx(3.9, abs=0.15)
    assert all(driver.n == 600 for driver in answer.drivers)
