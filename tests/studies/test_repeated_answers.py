"""Several answers of one exhibitor are not several exhibitors: by head, and on a fair where
everybody answers twice alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import hypot, sqrt
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analytics.catalogue import study
from analytics.figures import Figure
from analytics.filters import Filters
from analytics.ratings.sums import OVERALL, read_sums
from analytics.ratings.tally import Tally, worth
from analytics.stats.critical_values import student
from analytics.store import Store
from analytics.studies.satisfaction.compute_answers import boxes, counts_of
from analytics.study import statement
from analytics.weighting.register_weights import Weights
from analytics.wording import Say
from tests import fairs
from tests.weighting.fair import weights_by_cell

EN, FAIR = Say("en"), Filters("f")
INDUSTRIES, SIZES = ("energy", "software"), ("large", "small")
ITEMS = fairs.items({"hall": ["air", "light"], "website": ["website"]})
FIVE = ((5, "c:0"), (3, "c:0"), (4, "c:1"), (2, None), (1, None))
"""Places 1, 1/2 (one firm), 3/4, 1/4, 0: their mean is 1/2, the four who gave them are 1/2, 1/4,
-1/4 and -1/2 away.
"""


@pytest.fixture
def again(tmp_path: Path) -> Iterator[Store]:
    """Empty, beside `store`."""
    with Store(tmp_path / "again", memory_limit="512MB") as opened:
        yield opened


def register(firms: int) -> list[dict[str, Any]]:
    return [
        {
            "fair_id": "f",
            "line": i,
            "code": str(i),
            "name": f"Firm {i}",
            "name_key": f"firm{i}",
            "industry": INDUSTRIES[i % 2],
            "region": "east",
            "size_band": SIZES[i // 2 % 2],
        }
        for i in range(firms)
    ]


def load_five(store: Store) -> None:
    rows = [
        {
            "overall": overall,
            "exhibitor_key": key,
            "industry": "software",
            "profile": {"role": ["boss" if overall > 3 else "sales"]},
        }
        for overall, key in FIVE
    ]
    fairs.load(
        store,
        "survey",
        edition_rows=fairs.editions([1]),
        exhibitor_rows=register(2),
        question_rows=fairs.questions("f-1", []),
        response_rows=fairs.answers("f-1", rows),
    )


def weights(energy: float) -> Weights:
    cells = {("energy", "east"): energy, ("software", "east"): 1.0, ("software", ""): 1.0}
    return weights_by_cell(cells, editions=(1, 2))


def test_a_firm_that_answers_twice_counts_once_in_the_error(store: Store) -> None:
    """Squares 1/4, 1/16, 1/16, 1/4 make 5/8; times 4/3 of four, over 5²."""
    load_five(store)
    with store.reader() as reader:
        estimate = read_sums(reader, FAIR, ["f-1"]).of("f-1", OVERALL).estimate
    se = sqrt(5 / 8 * 4 / 3) / 5
    assert (estimate.n, estimate.independent, estimate.mean) == (5, 4, 0.5)
    assert estimate.se == pytest.approx(se)
    assert estimate.high - estimate.mean == pytest.approx(student(0.95, 3) * se)
    assert estimate.sd == pytest.approx(se * sqrt(4))


def test_a_filter_that_leaves_one_of_its_answers_leaves_nothing_to_take_together(
    store: Store,
) -> None:
    """The firm's boss gave 5, its salesman 3."""
    load_five(store)
    with store.reader() as reader:
        sums = read_sums(reader, replace(FAIR, profile=(("role", ("boss",)),)), ["f-1"]).of(
            "f-1", OVERALL
        )
    assert (sums.n, sums.repeats, sums.estimate.groups) == (2, 0, None)


def test_so_it_does_where_its_answers_weigh_three(store: Store) -> None:
    """3·1 + 3·1/2 + 3/4 + 1/4 + 0 = 5.5 of 9, with the firm at 3·(1 - 5.5/9) + 3·(1/2 - 5.5/9)."""
    load_five(store)
    with store.reader() as reader:
        sums = read_sums(reader, replace(FAIR, weights=weights(3.0)), ["f-1"])
    estimate = sums.of("f-1", OVERALL).estimate
    mean = 5.5 / 9
    away = [3 * (1.5 - 2 * mean), 0.75 - mean, 0.25 - mean, 0 - mean]
    assert estimate.mean == pytest.approx(mean)
    assert estimate.se == pytest.approx(hypot(*away) * sqrt(4 / 3) / 9)
    assert estimate.n_eff == pytest.approx(81 / (36 + 3))


def test_the_share_of_the_satisfied_stands_on_what_the_answers_are_worth(store: Store) -> None:
    """Of four exhibitors. Satisfied: 5 of the firm that also gave 3, and 4. Apart 0.6 - 0.4, 0.6,
    -0.4, -0.4: squares 0.72. Dissatisfied, 2 and 1: -0.8, -0.4, 0.6, 0.6, squares 1.52.
    """
    load_five(store)
    asked = {"slice": FAIR.slice()}
    with store.reader() as reader:
        rows = [
            reader.rows(statement("analytics.studies.satisfaction", name), **asked)
            for name in ("counts", "repeated")
        ]
    from tests.simulate.invented_ratings import FIVE as POINTS
    from tests.simulate.invented_ratings import NAMELESS

    overall = boxes("overall", NAMELESS, POINTS, counts_of(*rows)["f-1", "measure", "overall"])
    assert (overall.satisfied.share, overall.satisfied.n) == pytest.approx(
        (0.4, 0.24 / (0.72 / 25))
    )
    assert (overall.dissatisfied.share, overall.dissatisfied.n) == pytest.approx(
        (0.4, 0.24 / (1.52 / 25))
    )
    assert (overall.dissatisfied.answers, overall.dissatisfied.givers) == (5, 2)


def test_where_all_are_alike_a_firms_answers_are_worth_one() -> None:
    """Two firms of two answers and one of one: 25 / (4 + 4 + 1)."""
    assert worth([(Tally(5, 5.0, 5.0, {("yes", "yes"): 4.0}), 1.0)]) == pytest.approx(25 / 9)


def test_a_firm_that_gave_all_answers_is_one_answer() -> None:
    """Six of ten say yes, all of one firm: how firms differ cannot be told."""
    pairs = {("yes", "yes"): 30.0, ("yes", "no"): 24.0}, {("no", "no"): 12.0, ("no", "yes"): 24.0}
    yes, no = Tally(6, 6.0, 6.0, pairs[0]), Tally(4, 4.0, 4.0, pairs[1])
    share = yes.share_of(yes + no)
    assert (share.share, share.n, share.answers) == pytest.approx((0.6, 1, 10))
    assert not share.is_reliable


def test_a_score_of_one_firm_alone_has_no_change_that_can_be_told(store: Store) -> None:
    fairs.load(store, "register", edition_rows=fairs.editions([1, 2]), exhibitor_rows=register(1))
    for edition in ("f-1", "f-2"):
        asked = fairs.questions(edition, []) + fairs.questions(edition, [], ["recommend"], (0, 10))
        rows = [{"overall": 4, "recommend": 9, "exhibitor_key": "c:0"}] * 12
        fairs.load(store, edition, question_rows=asked, response_rows=fairs.answers(edition, rows))
    with store.reader() as reader:
        answer = study("satisfaction").analyse(reader, FAIR, study("satisfaction").chosen(()))
    assert answer.recommendation.now.answers == 12
    assert not answer.recommendation.change.gap.is_reliable
    assert all(figure.finding for figure in study("satisfaction").figures(answer, EN))


def answers(number: int, firm: int) -> dict[str, Any]:
    """Of one firm at one edition: enough spread that everything can be estimated."""
    mood = (firm * 7 + number * 3) % 5
    return {
        "exhibitor_key": f"c:{firm}",
        "overall": 1 + (mood + firm // 9) % 5,
        "goal_attainment": 1 + mood % 3,
        "intention": 1 + (firm + number) % 3,
        "recommend": (firm * 3 + number) % 11,
        "sat": [1 + mood, 1 + (mood + firm) % 5, 1 + (mood + 2 * number) % 5],
        "expected": [4, 3, 1 + firm % 5],
        "objectives": (
            ["sell_new_products"],
            ["show_company"],
            ["sell_new_products", "show_company"],
            None,
        )[firm % 4],
        "attained": (["sell_new_products"], ["show_company"], None)[firm % 3],
    }


def fair(store: Store, times: int) -> None:
    """Sixty firms at the first edition and sixty-four at the second, each with its answer so many
    times over.
    """
    fairs.load(store, "register", edition_rows=fairs.editions([1, 2]), exhibitor_rows=register(64))
    for number, firms in ((1, 60), (2, 64)):
        edition = f"f-{number}"
        asked = fairs.questions(edition, ["air", "light", "website"])
        asked += fairs.questions(edition, [], ["goal_attainment", "intention"], (1, 3))
        asked += fairs.questions(edition, [], ["recommend"], (0, 10))
        rows = [answers(number, firm) for firm in range(firms)] * times
        fairs.load(
            store,
            f"survey{number}",
            questionnaire=ITEMS,
            question_rows=asked,
            response_rows=fairs.answers(edition, rows),
        )


CERTAINTY = (
    "value",
    "share",
    "low",
    "high",
    "p",
    "p_holm",
    "change_low",
    "change_high",
    "visible",
    "se",
    "mean",
)


def certainty_columns(
    store: Store, key: str, edition_weights: Weights | None, **options: str
) -> dict[str, pd.DataFrame]:
    """What a study's figures say and how sure they are, not how many answers that stands on."""
    asked = study(key)
    with store.reader() as reader:
        answer = asked.analyse(
            reader, replace(FAIR, weights=edition_weights), asked.chosen(tuple(options.items()))
        )
    figures: tuple[Figure, ...] = asked.figures(answer, EN)
    return {
        figure.key: figure.data[[name for name in CERTAINTY if name in figure.data]].astype(float)
        for figure in figures
    }


@pytest.mark.parametrize(
    ("key", "options"),
    [
        ("satisfaction", {}),
        ("satisfaction", {"group_by": "size_band"}),
        ("trends", {}),
        ("trends", {"score": "pooled"}),
        ("objectives", {}),
        ("expectation", {"level": "item"}),
    ],
)
@pytest.mark.parametrize("edition_weights", [None, weights(2.5)], ids=["plain", "weighted"])
def test_everybody_answering_twice_alike_leaves_every_interval_as_it_is(
    store: Store, again: Store, key: str, options: dict[str, str], edition_weights: Weights | None
) -> None:
    fair(store, 1)
    fair(again, 2)
    once = certainty_columns(store, key, edition_weights, **options)
    twice = certainty_columns(again, key, edition_weights, **options)
    assert once.keys() == twice.keys()
    for figure, table in once.items():
        pd.testing.assert_frame_equal(twice[figure], table, rtol=1e-9, obj=figure)
