"""The same quantity has one value, whichever study of the demo fair shows it."""

from __future__ import annotations

from typing import Any

import pytest

from analytics.ask import ask
from analytics.filters import Filters
from analytics.store import Store
from analytics.studies.drivers import STUDY as DRIVERS
from analytics.studies.respondents import STUDY as RESPONDENTS
from analytics.studies.retention import STUDY as RETENTION
from analytics.studies.satisfaction import STUDY as SATISFACTION
from analytics.studies.trends import STUDY as TRENDS

STUDIES = (SATISFACTION, TRENDS, DRIVERS, RETENTION, RESPONDENTS)


@pytest.fixture(scope="module")
def answers(demo: Store) -> dict[str, Any]:
    return {study.key: ask(demo, study, Filters("demo")) for study in STUDIES}


def test_overall_satisfaction_is_one_number_on_one_base(answers: dict[str, Any]) -> None:
    level = answers["satisfaction"].overalls.scores[0].now
    point = answers["trends"].points[-1]
    assert point.mean.mean == pytest.approx(level.mean, abs=1e-9)
    assert point.n == level.n


def test_its_change_is_one_number_with_one_interval(answers: dict[str, Any]) -> None:
    on_first_page = answers["satisfaction"].overalls.scores[0].change.gap
    on_second_page = answers["trends"].change.gap
    for name in ("difference", "low", "high", "p"):
        assert getattr(on_first_page, name) == pytest.approx(
            getattr(on_second_page, name), abs=1e-9
        )


def test_a_dimension_is_rated_alike_where_it_is_fixed_first(answers: dict[str, Any]) -> None:
    rated = {score.key: score.now for score in answers["satisfaction"].dimensions.scores}
    drivers = answers["drivers"].drivers
    assert {driver.key for driver in drivers} <= rated.keys()
    for driver in drivers:
        assert driver.performance.mean == pytest.approx(rated[driver.key].mean, abs=1e-9)
        assert driver.performance.n == rated[driver.key].n


def test_a_register_has_one_length_and_one_share_seen_before(answers: dict[str, Any]) -> None:
    last = answers["retention"].on_file.iloc[-1]
    asked = answers["respondents"]
    assert int(last["exhibitors"]) == asked.exhibitors
    repeat = next(repeat for repeat in asked.repeats if repeat.key == "repeaters")
    assert repeat.register.share == pytest.approx(float(last["repeat_share"]), abs=1e-9)


def test_new_returning_and_reactivated_add_up_to_the_register(answers: dict[str, Any]) -> None:
    for row in answers["retention"].on_file.to_dict("records"):
        assert row["new"] + row["returning"] + row["reactivated"] == row["exhibitors"]
        assert row["returning"] + row["lapsed"] == row["previous"]
