"""The weighted map: an answer that counts twice is as good as two; equal weights change nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from analytics.filters import Filters
from analytics.ratings.tally import Tally
from analytics.stats.cluster_profile import traits
from analytics.stats.criteria_for_k import silhouettes
from analytics.store import Store
from analytics.studies.perception import STUDY
from analytics.studies.perception.compute import Perception, Place
from analytics.studies.perception.compute_questions import Coded
from analytics.weighting.register_weights import EditionWeights, Weights
from analytics.wording import Say
from tests import fairs
from tests.in_process import without_child
from tests.studies.perception.fair import ASKED, ITEMS, people

TIMES = {
    ("makers", "south"): 3,
    ("makers", "north"): 1,
    ("traders", "south"): 2,
    ("traders", "north"): 1,
}
OPTIONS = {"parts": "all", "bands": "two", "k": "3"}


@pytest.fixture(autouse=True)
def with_few_resamples_of_every_row() -> Iterator[None]:
    with without_child({"perception": {"RESAMPLES": 5}}):
        yield


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """The same answers once, and each as often as it counts."""
    rows = people(240)
    again = [row for row in rows for _ in range(TIMES[row["industry"], row["region"]])]
    with (
        Store(tmp_path / "a", memory_limit="512MB") as once,
        Store(tmp_path / "b", memory_limit="512MB") as repeated,
    ):
        for store, responses in ((once, rows), (repeated, again)):
            fairs.load(store, "editions", edition_rows=fairs.editions([1]))
            fairs.load(
                store,
                "survey",
                questionnaire=ITEMS,
                question_rows=fairs.questions("f-1", ASKED),
                response_rows=fairs.answers("f-1", responses),
            )
        yield once, repeated


def answer_of(
    store: Store, cells: dict[tuple[str, str], float] | None = None, k: str = "3"
) -> Perception:
    weights = Weights((EditionWeights("f-1", "", "", 240, 240.0, cells=cells),)) if cells else None
    with store.reader() as reader:
        answer = STUDY.analyse(reader, replace(Filters("f"), weights=weights), OPTIONS | {"k": k})
    assert isinstance(answer, Perception)
    return answer


def by_answer(answer: Perception) -> list[Place]:
    """Places in an order that does not depend on how many gave an answer."""
    return sorted(answer.places, key=lambda place: answer_key(place.coded, place.category))


def answer_key(coded: Coded | None, category: int) -> tuple[str, str]:
    return (coded.question.key, coded.categories[category]) if coded else ("", str(category))


def numbers(answer: Perception, name: str) -> list[float]:
    return [number for place in by_answer(answer) for number in getattr(place, name)]


def weights_by_answer(answer: Perception) -> list[list[float]]:
    """Weights by answer and group."""
    whose = [answer_key(coded, at) for coded in answer.used for at in range(coded.size)]
    return [
        [row[place].weight for row in answer.table]
        for _, place in sorted(zip(whose, range(len(whose)), strict=True))
    ]


def test_an_answer_that_counts_twice_is_as_good_as_two_alike(stores: tuple[Store, Store]) -> None:
    weighted, repeated = answer_of(stores[0], TIMES), answer_of(stores[1])
    assert weighted.eigenvalues == pytest.approx(repeated.eigenvalues)
    assert weighted.greenacre == pytest.approx(repeated.greenacre)
    for name in ("coordinates", "contributions", "cos2"):
        assert numbers(weighted, name) == pytest.approx(
            numbers(repeated, name), abs=1e-9, nan_ok=True
        )
    assert [person.weight for person in weighted.people] == pytest.approx(
        [person.weight for person in repeated.people]
    )
    assert weights_by_answer(weighted) == weights_by_answer(repeated)
    assert weighted.silhouette == pytest.approx(repeated.silhouette)


def test_but_it_is_not_worth_two_people(stores: tuple[Store, Store]) -> None:
    weighted, repeated = answer_of(stores[0], TIMES), answer_of(stores[1])
    assert (weighted.n, repeated.n) == (240, repeated.known)
    assert weighted.all.n_eff < weighted.n < repeated.n
    ratio = np.sqrt((weighted.all.n_eff - 1) / (repeated.n - 1))
    assert numbers(weighted, "v") == pytest.approx([ratio * v for v in numbers(repeated, "v")])


def test_answers_that_count_alike_change_nothing(stores: tuple[Store, Store]) -> None:
    plain, alike = (
        answer_of(stores[0], k="auto"),
        answer_of(stores[0], dict.fromkeys(TIMES, 1.0), k="auto"),
    )
    twice = answer_of(stores[0], dict.fromkeys(TIMES, 2.0), k="auto")
    for other in (alike, twice):
        assert (other.k, other.all.n_eff) == (plain.k, pytest.approx(240))
        for name in ("coordinates", "contributions", "cos2", "v"):
            assert numbers(other, name) == pytest.approx(
                numbers(plain, name), abs=1e-9, nan_ok=True
            )
        assert (other.together, other.jaccard) == (
            pytest.approx(plain.together),
            pytest.approx(plain.jaccard),
        )
        assert [[trait.category for trait in own] for own in other.traits] == [
            [trait.category for trait in own] for own in plain.traits
        ]
    assert alike.silhouette == pytest.approx(plain.silhouette)


def test_shares_of_groups_and_outcomes_are_weighted_and_say_both_bases(
    stores: tuple[Store, Store],
) -> None:
    figures = {
        figure.key: figure for figure in STUDY.figures(answer_of(stores[0], TIMES), Say("en"))
    }
    again = {figure.key: figure for figure in STUDY.figures(answer_of(stores[1]), Say("en"))}
    for key in ("groups", "outcome"):
        name = "share" if key == "groups" else "value"
        assert figures[key].data[name].to_list() == pytest.approx(again[key].data[name].to_list())
        # p(1 - p)/SE² may pass n by a little where those who count more think alike
        assert (figures[key].data["n_eff"] <= 1.1 * figures[key].data["n"]).all()
        assert figures[key].data["n"].sum() == 240
    wide, narrow = (
        (shown["outcome"].data["high"] - shown["outcome"].data["low"]) for shown in (figures, again)
    )
    assert (wide > narrow).all()


def test_silhouettes_of_weighted_rows_are_those_of_repeated_rows() -> None:
    rows, labels, times = (
        np.array([[0.0], [1.0], [5.0], [6.0], [8.0]]),
        np.array([0, 0, 1, 1, 1]),
        np.array([2, 1, 1, 3, 1]),
    )
    again = silhouettes(np.repeat(rows, times, axis=0), np.repeat(labels, times))
    assert silhouettes(rows, labels, times) == pytest.approx(again[np.cumsum(times) - 1])
    assert silhouettes(rows, labels, np.ones(5)) == pytest.approx(silhouettes(rows, labels))
    assert silhouettes([[0.0], [1.0], [9.0]], np.array([0, 0, 1]), np.ones(3))[2] == 0


def test_traits_of_weights_stand_beside_those_of_the_nearest_whole_counts() -> None:
    first, *_ = traits([[39.6, 10.4], [20.3, 29.7]], [50.0, 50.0], 0)
    whole, *_ = traits([[40, 10], [20, 30]], [50, 50], 0)
    assert first.test.v == whole.test.v
    assert first.test.share_of_group == pytest.approx(39.6 / 50)


def test_one_weight_for_all_is_no_weight() -> None:
    assert not Tally(3, 3.0, 3.0).is_weighted
    assert Tally(3, 6.0, 12.0).n_eff == pytest.approx(3)
