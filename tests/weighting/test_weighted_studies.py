"""What studies make of weights: changes, objectives, return, groups."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from analytics.ask import ask
from analytics.filters import Filters
from analytics.store import Store
from analytics.studies.intention import STUDY as INTENTION
from analytics.studies.loyalty import STUDY as LOYALTY
from analytics.studies.objectives import STUDY as OBJECTIVES
from analytics.studies.retention import STUDY as RETENTION
from analytics.studies.satisfaction import STUDY
from analytics.studies.trends import STUDY as TRENDS
from analytics.weighting import figures_of, plain
from tests import fairs
from tests.weighting.fair import (
    ANSWERED,
    EN,
    OF_A,
    OF_B,
    SIZES,
    WEIGHTED,
    register,
    survey,
    weights_by_cell,
)


def test_a_study_that_counts_everybody_says_that_it_does_not_weight(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2]))
    register(store, SIZES, editions=(1, 2))
    survey(store, ANSWERED)
    counted = ask(store, RETENTION, Filters("f"))
    figures = figures_of(RETENTION, ask(store, RETENTION, WEIGHTED), EN)
    for figure, same in zip(figures, figures_of(RETENTION, counted, EN), strict=True):
        assert figure.notes[0].startswith("Not weighted: everybody on the register is counted here")
        assert figure.base == f"{same.base} · not weighted"
        assert figure.data.equals(same.data)


def test_what_rests_on_no_answers_says_that_weights_do_not_bear_on_it(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2], turnover=[5.0, 6.0]))
    register(store, SIZES, editions=(1, 2))
    survey(store, ANSWERED, 1)
    survey(store, {"A": 20, "B": 20}, 2)
    weighted = ask(store, TRENDS, WEIGHTED)
    figures = {figure.key: figure for figure in figures_of(TRENDS, weighted, EN)}
    assert figures["turnover"].notes[0] == "This figure is the same with and without weights."
    assert "weighted" in figures["overview"].base


def test_the_change_between_editions_is_that_of_the_register(store: Store):
    """Nobody changes his mind; only who answers does."""
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2]))
    register(store, SIZES, editions=(1, 2))
    survey(store, ANSWERED, 1)
    survey(store, {"A": 20, "B": 20}, 2)
    assert ask(store, TRENDS, Filters("f")).change.gap.difference == pytest.approx(0.5)
    weighted = plain(ask(store, TRENDS, WEIGHTED))
    assert weighted.change.gap.difference == pytest.approx(0, abs=1e-12)
    assert weighted.parts.composition == pytest.approx(0, abs=1e-12)
    # Ten of A and twenty of B answered both times; now A counts 2/3 and B 4/3.
    assert weighted.same.n == 30
    assert weighted.same.n_eff == pytest.approx(
        (10 * 2 / 3 + 20 * 4 / 3) ** 2 / (10 * 4 / 9 + 20 * 16 / 9)
    )


def test_objectives_are_shares_of_the_register(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    register(store, SIZES)
    rows = [
        {
            "exhibitor_key": f"n:{industry.lower()}{n}",
            "goal_attainment": 5 if industry == "A" else 1,
            "objectives": ["sell", "show"] if industry == "A" else ["show"],
        }
        for industry, size in ANSWERED.items()
        for n in range(size)
    ]
    fairs.load(
        store,
        "survey",
        question_rows=fairs.questions("f-1", [], ["goal_attainment"]),
        response_rows=fairs.answers("f-1", rows),
    )
    answer = plain(ask(store, OBJECTIVES, WEIGHTED))
    shares = {objective.key: objective.now for objective in answer.named}
    assert shares["sell"].share == pytest.approx(20 / 60)
    assert (shares["sell"].givers, shares["sell"].answers) == (10, 40)
    assert answer.reached.share == pytest.approx(20 / 60)
    assert answer.ticks_each == pytest.approx(80 / 60)
    assert answer.respondents == 40


@pytest.fixture
def followed(store: Store) -> Store:
    """All forty who answered gave 5 and plan to come; those of A do come, those of B do not."""
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2]))
    register(store, SIZES)
    fairs.load(
        store,
        "participations-2",
        participation_rows=[
            {"edition_id": "f-2", "line": n, "exhibitor_key": f"n:a{n}"} for n in range(20)
        ],
    )
    rows = [
        {"exhibitor_key": f"n:{industry.lower()}{n}", "overall": 5, "intention": 3}
        for industry, size in ANSWERED.items()
        for n in range(size)
    ]
    asked = fairs.questions("f-1", []) + fairs.questions("f-1", [], ["intention"], (1, 3))
    fairs.load(store, "survey", question_rows=asked, response_rows=fairs.answers("f-1", rows))
    return store


def test_return_by_score_and_by_intention_is_that_of_the_register(followed: Store):
    scatter = 10 * (OF_A * 2 / 3) ** 2 + 30 * (OF_B / 3) ** 2
    worth = 40**2 * (1 / 3 * 2 / 3) / scatter
    (best,) = plain(ask(followed, LOYALTY, WEIGHTED)).by_score
    assert best.share.share == pytest.approx(20 / 60)
    assert (best.sums.counted, best.sums.came, best.share.n) == (40, 10, pytest.approx(worth))
    planned = plain(ask(followed, INTENTION, WEIGHTED)).answers[0]
    assert planned.kept.share == pytest.approx(20 / 60)
    assert (planned.followed, planned.kept.n) == (40, pytest.approx(worth))
    assert (planned.said.share, planned.said.answers) == (1, 40)


def test_groups_are_compared_with_the_errors_of_their_weighted_means(store: Store):
    """Within a region industries count differently: its mean is less sure than answers are many."""
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    regions = ("north", "south")
    rows = [
        {"industry": "AB"[n % 5 == 0], "region": regions[n % 2], "overall": 1 + (n * 7 + n % 2) % 5}
        for n in range(120)
    ]
    fairs.load(
        store,
        "survey",
        questionnaire=fairs.items({"hall": ["air"]}),
        question_rows=fairs.questions("f-1", ["air"]),
        response_rows=fairs.answers("f-1", rows),
    )
    by_industry = {"A": 0.3, "B": 3.0}
    uneven = weights_by_cell({cell: by_industry[cell[0]] for cell in product("AB", regions)})
    with store.reader() as reader:
        options = STUDY.chosen((("group_by", "region"),))
        groups = STUDY.analyse(reader, Filters("f", weights=uneven), options).groups
    (pair,) = groups.pairs
    first, second = pair.first.mean, pair.second.mean
    assert (first.mean - second.mean) / np.hypot(first.se, second.se) == pytest.approx(pair.gap.t)
    assert min(group.mean.n for group in groups.groups) == 60
    assert max(group.mean.n_eff for group in groups.groups) < 25
