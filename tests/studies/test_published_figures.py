"""The demo fair gives the figures printed for the 8th China Hi-Tech Fair (Zhang Qilun 2007),
through the product's own studies.

The fair is synthetic and calibrated to them; nothing in the product states them. Every test names
the measure and its base.
"""

from __future__ import annotations

import pytest

from analytics.ask import ask
from analytics.filters import Filters
from analytics.store import Store
from analytics.studies.retention import STUDY as RETENTION
from analytics.studies.retention.compute import Retention
from analytics.studies.satisfaction import STUDY as SATISFACTION
from analytics.studies.satisfaction.compute import Satisfaction
from analytics.studies.satisfaction.compute_outcomes import Outcome
from analytics.studies.trends import STUDY as TRENDS
from analytics.studies.trends.compute import Trends
from analytics.studies.trends.compute_trend import Trend

EXHIBITORS = Filters("demo")


@pytest.fixture(scope="module")
def satisfaction(demo: Store) -> Satisfaction:
    answer = ask(demo, SATISFACTION, EXHIBITORS)
    assert isinstance(answer, Satisfaction)
    assert (answer.focus.number, answer.before and answer.before.number) == (8, 7)
    return answer


@pytest.fixture(scope="module")
def trends(demo: Store) -> Trends:
    answer = ask(demo, TRENDS, EXHIBITORS)
    assert isinstance(answer, Trends)
    return answer


@pytest.fixture(scope="module")
def last_register(demo: Store) -> dict[str, float]:
    answer = ask(demo, RETENTION, EXHIBITORS)
    assert isinstance(answer, Retention)
    row = answer.on_file.iloc[-1]
    assert row["number"] == 8
    return {str(name): float(row[name]) for name in row.index if "share" in str(name)}


def percent(share: float) -> str:
    return f"{share * 100:.1f}"


def outcome(satisfaction: Satisfaction, measure: str) -> Outcome:
    return next(outcome for outcome in satisfaction.outcomes if outcome.measure == measure)


def test_overall_question_of_the_8th_edition_is_3_70_of_all_exhibitors_who_answered_it_unweighted(
    satisfaction,
):
    overall = satisfaction.overalls.scores[0]
    assert overall.key == "overall"
    assert f"{overall.now.mean:.2f}" == "3.70"
    assert satisfaction.overalls.scale.domain == (1, 5)


def test_overall_question_of_the_7th_edition_is_3_66_of_all_exhibitors_who_answered_it_unweighted(
    satisfaction,
):
    change = satisfaction.overalls.scores[0].change
    assert f"{change.then.mean:.2f}" == "3.66"
    assert not change.is_established


def test_venue_hardware_is_the_highest_dimension_mean_of_exhibitors_at_3_89(satisfaction):
    first = satisfaction.dimensions.highest_first()[0]
    assert (first.key, f"{first.now.mean:.2f}") == ("venue_hardware", "3.89")


def test_ceremonies_are_the_second_highest_dimension_mean_of_exhibitors_at_3_81(satisfaction):
    second = satisfaction.dimensions.highest_first()[1]
    assert (second.key, f"{second.now.mean:.2f}") == ("ceremonies", "3.81")


def test_exhibitors_are_asked_ten_dimensions_and_visitors_nine(satisfaction, demo: Store):
    assert len(satisfaction.dimensions.scores) == 10
    assert len(ask(demo, SATISFACTION, Filters("demo", audience="visitor")).dimensions.scores) == 9


def test_92_2_percent_of_those_who_answered_reached_their_trading_purpose_by_and_large(
    satisfaction,
):
    assert percent(outcome(satisfaction, "goal_attainment").positive.share) == "92.2"


def test_41_9_percent_of_those_who_answered_plan_to_come_back(satisfaction):
    assert percent(outcome(satisfaction, "intention").answers[0][1].share) == "41.9"


def test_51_6_percent_of_those_who_answered_may_come_back(satisfaction):
    assert percent(outcome(satisfaction, "intention").answers[1][1].share) == "51.6"


def test_93_5_percent_of_those_who_answered_plan_to_or_may_come_back(satisfaction):
    assert percent(outcome(satisfaction, "intention").positive.share) == "93.5"


def test_63_percent_of_exhibitors_on_the_register_of_the_8th_edition_had_exhibited_before(
    last_register,
):
    assert round(last_register["repeat_share"] * 100) == 63


def test_16_percent_of_exhibitors_on_the_register_of_the_8th_edition_were_at_every_edition(
    last_register,
):
    assert round(last_register["all_editions_share"] * 100) == 16


def test_63_percent_of_unweighted_respondents_of_the_8th_had_exhibited_before_to_half_a_point(
    last_register,
):
    assert last_register["respondents_repeat_share"] * 100 == pytest.approx(63, abs=0.5)


def test_16_percent_of_unweighted_respondents_of_the_8th_were_at_every_edition_to_half_a_point(
    last_register,
):
    assert last_register["respondents_all_editions_share"] * 100 == pytest.approx(16, abs=0.5)


def test_satisfaction_and_turnover_rise_over_the_eight_editions(trends):
    assert trends.turnover is not None
    for trend in (trends.trend, trends.turnover.trend):
        assert isinstance(trend, Trend)
        assert trend.test.n == 8
        assert trend.is_established
        assert trend.slope.slope > 0
