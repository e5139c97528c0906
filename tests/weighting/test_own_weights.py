"""The weights that a file brings with it: used everywhere, combined with the register, and never a
reason for NaN.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from analytics.ask import ask
from analytics.catalogue import STUDIES, study
from analytics.errors import Fault
from analytics.fairs import choices
from analytics.figures import Figure
from analytics.filters import Filters
from analytics.stats.mean import weighted_mean
from analytics.store import Store
from analytics.weighting import Weighed, figures_of, plain
from tests import fairs
from tests.weighting.fair import EN, register, weights_of

FAIR = Filters("f")
UNWEIGHTED = Filters("f", unweighted=True)
NAN = float("nan")


@pytest.fixture
def again(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A second, empty store."""
    with Store(tmp_path_factory.mktemp("again")) as opened:
        yield opened


def rows(weights: Any, seed: int = 5) -> list[dict[str, Any]]:
    """Sixty answers of firms that nobody registered."""
    rng = np.random.default_rng(seed)
    return [
        {
            "exhibitor_key": f"n:firm {at}",
            "overall": int(rng.integers(1, 6)),
            "recommend": int(rng.integers(0, 11)),
            "sat": [int(rng.integers(1, 6)), int(rng.integers(2, 6))],
            "weight": weight,
        }
        for at, weight in enumerate(weights)
    ]


def survey(store: Store, edition: int, answers: list[dict[str, Any]]) -> None:
    asked = fairs.questions(f"f-{edition}", ["air", "light"])
    asked += fairs.questions(f"f-{edition}", [], ["recommend"], (0, 10))
    fairs.load(
        store,
        f"survey-{edition}",
        edition_rows=fairs.editions([edition]),
        questionnaire=fairs.items({"hall": ["air", "light"]}),
        question_rows=asked,
        response_rows=fairs.answers(f"f-{edition}", answers),
    )


def usual(size: int = 60) -> list[float]:
    return [0.4 + 0.3 * (at % 7) for at in range(size)]


def answer(store: Store, key: str = "satisfaction", filters: Filters = FAIR) -> Any:
    return ask(store, study(key), filters)


def figures(store: Store, key: str = "satisfaction", filters: Filters = FAIR) -> dict[str, Figure]:
    shown = figures_of(study(key), answer(store, key, filters), EN)
    return {figure.key: figure for figure in shown}


def by_hand(answers: list[dict[str, Any]], of: str = "overall", value: Any = float) -> Any:
    kept_rows = [row for row in answers if row["weight"] and row["weight"] > 0]
    w = np.array([row["weight"] for row in kept_rows], float)
    y = np.array([value(row[of]) for row in kept_rows])
    return weighted_mean(len(y), w.sum(), w @ y, w @ y**2, w @ w, w**2 @ y, w**2 @ y**2)


def test_the_mean_is_that_of_the_weighted_answers_with_its_linearised_error(store: Store) -> None:
    answers = rows(usual())
    survey(store, 1, answers)
    first, expected = plain(answer(store)).overalls.scores[0].now, by_hand(answers)
    assert (first.n, first.mean, first.se, first.n_eff) == pytest.approx(
        (60, expected.mean, expected.se, expected.n_eff)
    )
    assert plain(answer(store, filters=UNWEIGHTED)).overalls.scores[0].now.n_eff == 60


def test_boxes_and_scores_are_linearised_as_means_are(store: Store) -> None:
    answers = rows(usual())
    survey(store, 1, answers)
    result = plain(answer(store))
    score = by_hand(answers, "recommend", lambda x: 100.0 * ((x >= 9) - (x <= 6)))
    now = result.recommendation.now
    assert (now.score, now.se, now.low) == pytest.approx((score.mean, score.se, score.low))
    share = by_hand(answers, value=lambda x: float(x >= 4))
    box = next(box for box in result.boxes if box.key == "overall").satisfied
    assert (box.share, box.n) == pytest.approx(
        (share.mean, share.mean * (1 - share.mean) / share.se**2)
    )


def test_whatever_the_unit_of_the_weights_the_answer_is_the_same(
    store: Store, again: Store
) -> None:
    survey(store, 1, rows(usual()))
    survey(again, 1, rows([1000 * weight for weight in usual()]))
    other = figures(again)
    for name, figure in figures(store).items():
        assert (other[name].base, other[name].finding) == (figure.base, figure.finding)


def test_the_base_line_says_whose_weights_and_what_the_answers_are_worth(store: Store) -> None:
    survey(store, 1, rows(usual()))
    n = round(60 * np.mean(usual()) ** 2 / np.mean(np.square(usual())))
    weighted = f"weighted by the file's own weights (effective n = {n})"
    assert weighted in figures(store)["overalls"].base
    switched_off = figures(store, filters=UNWEIGHTED)["overalls"]
    assert switched_off.base.endswith("not weighted")
    assert "switched off" in switched_off.notes[0]


def test_answers_without_a_weight_take_no_part_and_are_counted(store: Store) -> None:
    weights = [*usual(54), 0.0, 0.0, None, None, -1.0, -2.0]
    answers = rows(weights)
    survey(store, 1, answers)
    first = plain(answer(store)).overalls.scores[0].now
    assert (first.n, first.mean) == pytest.approx((54, by_hand(answers).mean))
    notes = figures(store)["overalls"].notes
    assert "6 of 60 answers of Edition 1 have no weight above 0 and take no part." in notes
    assert "2 weights of Edition 1 are below 0: ask who made them." in notes


@pytest.mark.parametrize("useless", [0.0, -1.0, NAN, float("inf")])
def test_weights_without_one_above_0_are_said_and_left_aside(store: Store, useless: float) -> None:
    survey(store, 1, rows([useless] * 60))
    assert plain(answer(store)).overalls.scores[0].now.n_eff == 60
    overalls = figures(store)["overalls"]
    assert overalls.notes[0] == (
        "The weights of Edition 1 cannot be used: none is above 0, so every answer counts once."
    )


def test_a_column_of_ones_weights_nothing(store: Store) -> None:
    survey(store, 1, rows([1.0] * 60))
    assert not isinstance(answer(store), Weighed)


@pytest.mark.parametrize(
    ("weights", "does"),
    [(usual(), True), ([1.0] * 59 + [None], True), ([0.0] * 60, True), ([2.0] * 60, False)],
)
def test_the_switch_is_offered_where_the_file_weights(
    store: Store, weights: list[float | None], does: bool
) -> None:
    survey(store, 1, rows(weights))
    assert isinstance(answer(store), Weighed) == does
    assert choices(store, "f", "exhibitor").has_own_weights == does


def test_one_huge_weight_is_pointed_at_and_leaves_nothing_sure(store: Store) -> None:
    survey(store, 1, rows([1.0] * 59 + [10_000.0]))
    shown = figures(store)
    dominated = "One answer carries 99% of the weight of Edition 1: check its weight."
    assert dominated in shown["overalls"].notes
    assert not plain(answer(store)).overalls.scores[0].now.is_reliable


@pytest.mark.parametrize("study_", STUDIES, ids=lambda study_: study_.key)
def test_no_study_says_nan_of_strange_weights(store: Store, study_: Any) -> None:
    register(store, {"A": 20, "B": 40}, (1, 2))
    survey(store, 1, rows([*usual(56), 0.0, None, -3.0, 1e9], seed=2))
    survey(store, 2, rows(usual(), seed=3))
    try:
        shown = figures_of(study_, ask(store, study_, FAIR), EN)
    except Fault:
        return
    for figure in shown:
        assert "nan" not in f"{figure.finding} {figure.base} {figure.notes}".lower().split()


def test_a_file_without_weights_beside_one_with_them_counts_every_answer_once(store: Store) -> None:
    survey(store, 1, rows([None] * 60, seed=1))
    survey(store, 2, rows(usual(), seed=2))
    moved = plain(answer(store)).overalls.scores[0].change
    assert (moved.then.n_eff, moved.now.n_eff < 60) == (60, True)
    assert [obstacle.reason for obstacle in moved.obstacles] == ["weights"]


def test_raking_begins_from_the_weights_of_the_file(store: Store) -> None:
    """A is a third of the register. Its ten answers weigh 3 each and those of B 1, so that half of
    the weight is A's: raked, A counts two thirds of what it did, B four thirds.
    """
    register(store, {"A": 20, "B": 40})
    answers = [
        {"exhibitor_key": f"n:{group}{at}", "overall": 4 - at % 2, "sat": [3, 4], "weight": weight}
        for group, size, weight in (("a", 10, 3.0), ("b", 30, 1.0))
        for at in range(size)
    ]
    survey(store, 1, answers)
    weighed = answer(store, filters=Filters("f", weighted=True))
    cells = weighed.weights.editions[0].cells
    assert cells["A", ""] / cells["B", ""] == pytest.approx(0.5)
    assert weighed.weights.editions[0].n_eff == pytest.approx(
        (10 * 3 * 0.5 + 30) ** 2 / (10 * 1.5**2 + 30)
    )
    base = figures(store, filters=Filters("f", weighted=True))["overalls"].base
    assert "weighted to the register from the file's own weights" in base
    assert weights_of(store).editions[0].cells["A", ""] > cells["A", ""]


def test_a_study_that_does_not_weight_says_so(store: Store) -> None:
    register(store, {"A": 20, "B": 40}, (1, 2))
    names = [f"n:a{at}" for at in range(20)] + [f"n:b{at}" for at in range(40)]
    answers = [
        row | {"exhibitor_key": name} for row, name in zip(rows(usual()), names, strict=True)
    ]
    survey(store, 1, answers)
    unweighted = next(figure for figure in figures(store, "respondents").values())
    assert unweighted.base.endswith("not weighted")
