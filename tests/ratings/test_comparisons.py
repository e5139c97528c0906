"""Through the store: firms that answer several times or at both editions, with and without a
register, and whom an interval stands for.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from analytics.ask import ask
from analytics.catalogue import study
from analytics.filters import Filters
from analytics.ratings.sums import OVERALL, read_sums
from analytics.stats.mean import mean_interval
from analytics.store import Store
from analytics.wording import Say
from tests import fairs

FAIR = Filters("f")
EN = Say("en")


def survey(store: Store, edition: int, answers: dict[str, list[int]]) -> None:
    """What each firm answered, known by its name alone."""
    rows = [
        {"exhibitor_key": f"n:{firm}", "overall": rating, "recommend": 2 * rating, "sat": [rating]}
        for firm, ratings in answers.items()
        for rating in ratings
    ]
    asked = fairs.questions(f"f-{edition}", ["air"])
    asked += fairs.questions(f"f-{edition}", [], ["recommend"], (0, 10))
    fairs.load(
        store,
        f"survey-{edition}",
        edition_rows=fairs.editions([edition]),
        questionnaire=fairs.items({"hall": ["air"]}),
        question_rows=asked,
        response_rows=fairs.answers(f"f-{edition}", rows),
    )


def register(store: Store, edition: int, firms: list[str]) -> None:
    exhibitors = [
        {"fair_id": "f", "line": line, "name": firm, "name_key": firm}
        for line, firm in enumerate(firms)
    ]
    came = [
        {"edition_id": f"f-{edition}", "line": line, "exhibitor_key": f"n:{firm}"}
        for line, firm in enumerate(firms)
    ]
    fairs.load(store, f"register-{edition}", exhibitor_rows=exhibitors, participation_rows=came)


def satisfaction(store: Store, filters: Filters = FAIR, **options: str) -> Any:
    return ask(store, study("satisfaction"), filters, tuple(options.items()))


def finding(answer: Any, key: str = "overalls") -> Any:
    figures = study("satisfaction").figures(answer, EN)
    return next(figure for figure in figures if figure.key == key)


def answered(firms: int, seed: int) -> dict[str, list[int]]:
    rng = np.random.default_rng(seed)
    return {f"firm{at}": [int(rng.integers(2, 6))] for at in range(firms)}


def test_forty_firms_of_ten_answers_stand_for_forty_without_any_register(store: Store) -> None:
    rng = np.random.default_rng(8)
    mood = rng.normal(3.2, 0.9, 40)
    answers = {
        f"firm{at}": np.clip(np.rint(mood[at] + rng.normal(0, 0.4, 10)), 1, 5).astype(int).tolist()
        for at in range(40)
    }
    survey(store, 1, answers)
    with store.reader() as reader:
        estimate = read_sums(reader, FAIR, ["f-1"]).of("f-1", OVERALL).estimate
    of_firms = np.array([np.mean(ratings) for ratings in answers.values()])
    expected = mean_interval(40, (of_firms.mean() - 1) / 4, of_firms.var(ddof=1) / 16)
    assert (estimate.n, estimate.groups) == (400, 40)
    assert (estimate.low, estimate.high) == pytest.approx((expected.low, expected.high))


def test_the_change_takes_firms_that_answered_twice_into_account(store: Store) -> None:
    """Every firm answers twice, so that the error is that of pairs."""
    then = answered(60, 1)
    rng = np.random.default_rng(2)
    now = {firm: [min(5, ratings[0] + int(rng.integers(0, 2)))] for firm, ratings in then.items()}
    survey(store, 1, then)
    survey(store, 2, now)
    pairs = np.array([now[firm][0] - then[firm][0] for firm in then])
    answer = satisfaction(store)
    for score in (*answer.overalls.scores, *answer.dimensions.scores):
        assert score.change.gap.se == pytest.approx(pairs.std(ddof=1) / 60**0.5)
        assert score.change.shared == 60
    points = np.array(
        [[100 * ((2 * r[0] >= 9) - (2 * r[0] <= 6)) for r in e.values()] for e in (then, now)]
    )
    gap = points[1] - points[0]
    assert answer.recommendation.change.gap.se == pytest.approx(gap.std(ddof=1) / 60**0.5)


def test_two_editions_that_share_one_firm_are_next_to_independent(store: Store) -> None:
    survey(store, 1, answered(40, 3))
    survey(
        store, 2, {f"firm{at + 39}": ratings for at, ratings in enumerate(answered(40, 4).values())}
    )
    change = satisfaction(store).overalls.scores[0].change
    assert (change.shared, change.gap.df) == (1, 78)
    independent = (change.then.se**2 + change.now.se**2) ** 0.5
    assert change.gap.se == pytest.approx(independent, rel=0.05)
    assert "nan" not in finding(satisfaction(store)).finding


def test_all_answers_of_one_firm_are_one_answer_and_no_nan(store: Store) -> None:
    survey(store, 1, {"firm": [3, 4, 5, 4, 4, 3, 2, 5, 4, 4, 3, 4]})
    answer = satisfaction(store)
    assert answer.overalls.scores[0].now.independent == 1
    for figure in study("satisfaction").figures(answer, EN):
        assert "nan" not in f"{figure.finding} {figure.base}".lower().split()


def test_levels_stand_for_this_fair_and_changes_for_the_process(store: Store) -> None:
    everybody = [f"firm{at}" for at in range(80)]
    for edition in (1, 2):
        register(store, edition, everybody)
        survey(store, edition, answered(60, edition))
    usual, process, fair = (
        satisfaction(store, stands_for=choice).overalls.scores[0]
        for choice in ("usual", "process", "fair")
    )
    assert usual.now.se == pytest.approx(process.now.se * (1 - 60 / 80) ** 0.5)
    assert (usual.now.process.se, usual.now.process.low) == (process.now.se, process.now.low)
    assert usual.change.gap == process.change.gap
    assert fair.now == usual.now
    assert fair.change.gap.se == pytest.approx((usual.change.then.se**2 + usual.now.se**2) ** 0.5)
    base = finding(satisfaction(store)).base
    assert base.endswith("intervals for the 80 exhibitors of this fair")
    assert finding(satisfaction(store, stands_for="process")).base.endswith(
        "intervals for the fair as a process"
    )


def test_a_census_needs_no_interval_and_says_so(store: Store) -> None:
    register(store, 1, [f"firm{at}" for at in range(30)])
    survey(store, 1, answered(30, 1))
    answer = satisfaction(store)
    assert answer.overalls.scores[0].now.is_census
    assert "all exhibitors answered" in finding(answer).finding
    for figure in study("satisfaction").figures(answer, EN):
        assert "nan" not in f"{figure.finding} {figure.base}".lower().split()


def test_more_firms_than_the_register_lists_leave_the_process_and_say_why(store: Store) -> None:
    register(store, 1, [f"firm{at}" for at in range(20)])
    survey(store, 1, answered(30, 1))
    overalls = finding(satisfaction(store), "overalls")
    assert overalls.base.endswith("intervals for the fair as a process")
    assert (
        "More firms answered (30) than the register lists (20), so intervals stand for the fair as"
        " a process." in overalls.notes
    )


def test_without_a_register_everything_stands_for_the_process(store: Store) -> None:
    survey(store, 1, answered(30, 1))
    answer = satisfaction(store)
    assert answer.overalls.scores[0].now.population is None
    assert finding(answer).base.endswith("intervals for the fair as a process")


def test_another_response_rate_makes_a_change_a_sign(store: Store) -> None:
    everybody = [f"firm{at}" for at in range(200)]
    for edition, firms, rating in ((1, 40, 2), (2, 120, 4)):
        register(store, edition, everybody)
        answers = {f"firm{at}": [rating + at % 2] for at in range(firms)}
        survey(store, edition, answers)
    change = satisfaction(store).overalls.scores[0].change
    assert change.is_significant
    assert not change.is_established
    assert [obstacle.reason for obstacle in change.obstacles] == ["response_rate"]
