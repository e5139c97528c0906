"""The same quantity has one value, whichever study of the demo fair shows it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import pytest

from analytics.ask import ask
from analytics.catalogue import STUDIES
from analytics.figures import Figure
from analytics.filters import Filters
from analytics.store import Store
from analytics.weighting import figures_of
from analytics.wording import Say
from tests.in_process import without_child

NAMED = {
    "exhibitors of this fair": r"the ([\d,]+) exhibitors of this fair",
    "exhibitors of the last edition": r"the ([\d,]+) exhibitors (?:at|of) Edition 8",
    "exhibitors on the registers": r"n = ([\d,]+) exhibitors on the registers",
    "overall ratings": r"n = ([\d,]+) overall ratings",
    "answers followed": r"n = ([\d,]+) answers followed to the next edition .* scale",
    "complete answers": r"n = ([\d,]+) complete answers|the ([\d,]+) who answered everything",
    "exhibitors that stayed away": r"([\d,]+)(?: of the [\d,]+ at Edition 7)? stayed away",
    "reached their goal": r"([\d.]+%) reached their goal at least",
    "plan to come back or may": r"together ([\d.]+%)",
    "had been before": r"([\d.]+%) of (?:the [\d,]+ exhibitors at Edition 8|exhibitors) had been",
    "share that answered": r"([\d.]+%) of the exhibitors of Edition 8 answered",
    "register seen before": r"had been (?:here )?before[^,]*, ([\d.]+%) of the register",
    "currency and turnover": r"turnover (?:as|is) (\w+) for the fair",
}
"""What a number is called in the sentences and base lines, and so may have one value only."""


@pytest.fixture(scope="module")
def answers(demo: Store) -> dict[str, Any]:
    with without_child():
        return {study.key: ask(demo, study, Filters("demo")) for study in STUDIES}


@pytest.fixture(scope="module")
def figures(answers: dict[str, Any]) -> list[tuple[str, Figure]]:
    return [
        (study.key, figure)
        for study in STUDIES
        for figure in figures_of(study, answers[study.key], Say("en"))
    ]


def texts(figure: Figure) -> Iterable[str]:
    return (figure.finding, figure.base, *figure.notes)


def test_what_has_one_name_has_one_value_on_every_page(figures: list[tuple[str, Figure]]) -> None:
    values: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for study, figure in figures:
        for name, pattern in NAMED.items():
            for text in texts(figure):
                for match in re.finditer(pattern, text):
                    number = next(group for group in match.groups() if group)
                    values[name][number].add(f"{study}.{figure.key}")
    assert {name: dict(pages) for name, pages in values.items() if len(pages) > 1} == {}
    assert len(values) >= 10


def test_a_question_has_one_base_whoever_asks_it(answers: dict[str, Any]) -> None:
    outcomes = {outcome.measure: outcome for outcome in answers["satisfaction"].outcomes}
    objectives, intention = answers["objectives"], answers["intention"]
    pairs = (
        (outcomes["goal_attainment"].positive, objectives.reached),
        (outcomes["intention"].positive, intention.positive),
    )
    for first, second in pairs:
        for end in ("share", "low", "high"):
            assert getattr(first, end) == pytest.approx(getattr(second, end), abs=1e-9)
        assert first.answers == second.answers
    assert outcomes["intention"].positive.answers == intention.n


def test_the_mean_of_an_edition_and_its_interval_are_one_on_four_pages(
    answers: dict[str, Any],
) -> None:
    points = {point.edition.key: point.mean for point in answers["trends"].points}
    table = answers["satisfaction_turnover"].editions.set_index("edition_id")
    for edition, mean in points.items():
        for end in ("mean", "low", "high"):
            assert table.loc[edition, end] == pytest.approx(getattr(mean, end), abs=1e-9)
        assert int(table.loc[edition, "n"]) == mean.n
    last = list(points.values())[-1]
    everybody = answers["respondents"].every_answer
    assert (everybody.mean, everybody.n) == (pytest.approx(last.mean), last.n)


def test_all_ratings_are_counted_alike(answers: dict[str, Any]) -> None:
    ratings = int(answers["satisfaction_turnover"].editions["n"].sum())
    assert ratings == sum(point.n for point in answers["trends"].points)
    assert ratings == sum(edition.answers for edition in answers["loyalty"].editions)
    assert ratings == answers["kano"].answered


def test_complete_answers_are_one_number(answers: dict[str, Any]) -> None:
    assert answers["kano"].n == answers["drivers"].complete


def test_who_came_and_who_stayed_away_is_counted_once(answers: dict[str, Any]) -> None:
    last = answers["retention"].on_file.iloc[-1]
    churn = answers["churn"]
    assert churn.here == int(last["exhibitors"]) == answers["respondents"].exhibitors
    assert int(churn.last_test["away"]) == int(last["lapsed"])
    assert int(churn.last_test["n"]) == int(last["previous"])
    assert int(last["respondents"]) == answers["respondents"].respondents


def test_turnover_at_stake_has_a_name_of_its_own_where_it_is_no_sum_of_the_edition(
    figures: list[tuple[str, Figure]],
) -> None:
    """Who declared nothing at the last edition is taken at what it declared the time before."""
    at_stake = next(
        figure.finding for study, figure in figures if (study, figure.key) == ("churn", "overview")
    )
    assert "declared here, or where they did not, the time before" in at_stake


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
        for end in ("mean", "low", "high"):
            in_drivers, in_satisfaction = driver.performance, rated[driver.key]
            assert getattr(in_drivers, end) == pytest.approx(
                getattr(in_satisfaction, end), abs=1e-9
            )
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
