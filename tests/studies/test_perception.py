"""Who thinks alike? Rules for answers by head, tables against plain counting, the map with and
without a pattern.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from analytics.ask import ask
from analytics.errors import NotEnough, NothingChosen
from analytics.figures import Figure, Scatter
from analytics.ratings.names import Name
from analytics.ratings.tally import added
from analytics.remedies import remedy
from analytics.stats.mca import mca
from analytics.store import Store
from analytics.studies.perception import STUDY, coding, method
from analytics.studies.perception.method import Perception
from analytics.studies.perception.questions import NO_ANSWER, OTHERS, Coded, Question, settle
from analytics.studies.perception.solve import solve, together
from analytics.study import Filters
from analytics.wording import Say
from tests import fairs
from tests.stats.oracles.burt_table import burt_of

EN, ZH = Say("en"), Say("zh")
FAIR = Filters("f")
ITEMS = fairs.items({"hall": ["air", "light"], "website": ["website"], "staff": ["staff"]})
ASKED = ["air", "light", "website", "staff"]
AIMS = ("sell_new_products", "show_company", "find_partners")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path, memory_limit="512MB") as opened:
        yield opened


@pytest.fixture
def in_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """The child's work without the child: one test below starts a real one."""

    def run(task: str, values: dict[str, Any], folder: Path, **_: Any) -> Any:
        return solve(values, folder, lambda share, step: None)

    monkeypatch.setattr(method.worker, "run", run)
    for name, few in (("RESAMPLES", 5), ("STABILITY_ROWS", 200)):
        monkeypatch.setitem(solve.__globals__, name, few)


def load(
    store: Store, *surveys: Sequence[dict[str, Any]], scales: Sequence[tuple[float, float]] = ()
) -> None:
    fairs.load(store, "editions", edition_rows=fairs.editions(range(1, len(surveys) + 1)))
    for number, rows in enumerate(surveys, start=1):
        scale = scales[number - 1] if scales else (1, 5)
        asked = fairs.questions(f"f-{number}", ASKED, scale=scale)
        fairs.load(
            store,
            f"survey{number}",
            questionnaire=ITEMS,
            question_rows=asked,
            response_rows=fairs.answers(f"f-{number}", rows),
        )


def people(count: int, seed: int = 1, link: float = 0.9) -> list[dict[str, Any]]:
    """Two kinds: content makers from the south who sell, discontent traders from the north who seek
    partners.
    """
    rng = np.random.default_rng(seed)
    found = []
    for _ in range(count):
        kind = bool(rng.random() < 0.5)
        mine = [kind if rng.random() < link else bool(rng.random() < 0.5) for _ in range(8)]
        sat = [float(rng.choice([4, 5] if yes else [2, 3])) for yes in mine[:4]]
        aims = [AIMS[0] if mine[4] else AIMS[2], *([AIMS[1]] if rng.random() < 0.4 else [])]
        found.append(
            {
                "industry": "makers" if mine[5] else "traders",
                "region": "south" if mine[6] else "north",
                "sat": sat,
                "objectives": aims,
                "overall": 5.0 if mine[7] else 2.0,
            }
        )
    return found


def answer_of(store: Store, *options: tuple[str, str], filters: Filters = FAIR) -> Perception:
    found = ask(store, STUDY, filters, options)
    assert isinstance(found, Perception)
    return found


def by_key(answer: Perception, say: Say = EN) -> dict[str, Figure]:
    return {figure.key: figure for figure in STUDY.figures(answer, say)}


def told(answer: Perception) -> dict[str, Coded]:
    return {question.question.key: question for question in answer.questions}


def text(**more: Any) -> Question:
    return Question("field", "industry", Name("", ""), "m.industry", **more)


def test_rare_answers_are_put_together_until_they_hold_five_percent():
    """90, 4, 3 and 3 of 100: the three rare ones together are ten."""
    coded = settle(text(), {"a": 90, "b": 4, "c": 3, "d": 3}, 0)
    assert (coded.categories, coded.merged) == (("a", OTHERS), ("b", "c", "d"))
    # 2 alone are too few: the next smallest joins them.
    coded = settle(text(), {"a": 60, "b": 38, "c": 2}, 0)
    assert (coded.categories, coded.merged) == (("a", OTHERS), ("b", "c"))


def test_missing_is_an_answer_of_its_own_or_leaves_out_but_is_never_silent():
    assert settle(text(), {"a": 45, "b": 45}, 10).categories == ("a", "b", NO_ANSWER)
    few = settle(text(), {"a": 50, "b": 48}, 2)
    assert (few.categories, few.none) == (("a", "b"), 0)
    assert settle(text(), {"a": 20, "b": 20}, 60).reason == "missing"


def test_questions_without_variation_are_left_out_with_a_reason():
    assert settle(text(), {"a": 100}, 0).reason == "alike"
    assert settle(text(), {str(i): 1 for i in range(1_000)}, 0).reason == "scattered"


def test_a_rare_band_joins_its_neighbour_and_keeps_the_order():
    bands = Question("dimension", "hall", Name("", ""), "x", levels=3)
    assert settle(bands, {"1": 2, "2": 48, "3": 50}, 0).categories == ("1+2", "3")
    assert settle(bands, {"1": 30, "2": 40, "3": 30}, 0).categories == ("1", "2", "3")


def test_an_objective_of_nearly_nobody_is_only_placed():
    aim = Question("objective", "x", Name("", ""), "x", levels=2)
    assert settle(aim, {"1": 960, "2": 40}, 0).role == "placed"
    assert settle(aim, {"1": 900, "2": 100}, 0).role == "active"


def test_sets_of_questions_cover_every_pair_that_is_needed():
    sizes, active = [9, 7, 5, 2, 2, 3, 3, 2], [True] * 6 + [False] * 2
    blocks = coding.blocks_of(sizes, active, 60)
    covered = {pair for block in blocks for pair in combinations(block, 2)}
    assert covered >= {
        pair for pair in combinations(range(8), 2) if active[pair[0]] or active[pair[1]]
    }
    assert all(np.prod([sizes[one] for one in block]) <= 63 for block in blocks)
    assert len(blocks) < 27


@pytest.mark.usefixtures("in_process")
def test_the_tables_of_one_query_are_those_of_plain_counting(store: Store):
    rows = people(300)
    load(store, rows)
    answer = answer_of(store)
    codes = [
        [
            sorted(
                {"makers", "traders"}, key=lambda one: -sum(row["industry"] == one for row in rows)
            ).index(row["industry"]),
            sorted(
                {"south", "north"}, key=lambda one: -sum(row["region"] == one for row in rows)
            ).index(row["region"]),
            *(int(aim in row["objectives"]) for aim in _by_frequency(rows)),
            int(np.mean(row["sat"][:2]) >= 4),
            int(row["sat"][2] >= 4),
            int(row["sat"][3] >= 4),
        ]
        for row in rows
    ]
    expected = burt_of(codes, [2] * 8)
    found = [place.n for place in answer.places if place.is_active]
    assert found == np.diag(expected).tolist()
    keys = ["industry", "region", *_by_frequency(rows), "hall", "website", "staff"]
    assert [one.question.key for one in answer.active] == keys
    eigenvalues = method_eigenvalues(expected)
    assert answer.eigenvalues[:4] == pytest.approx(eigenvalues[:4])


def _by_frequency(rows: Sequence[dict[str, Any]]) -> list[str]:
    return sorted(AIMS, key=lambda aim: (-sum(aim in row["objectives"] for row in rows), aim))


def method_eigenvalues(burt: np.ndarray) -> list[float]:
    return list(mca(burt, [2] * 8).eigenvalues)


@pytest.mark.usefixtures("in_process")
def test_outcomes_are_placed_and_take_no_part(store: Store):
    load(store, people(300))
    coded = told(answer_of(store))
    assert coded["overall"].role == "placed"
    figures = by_key(answer_of(store))
    side = figures["map"].finding.rsplit("lie on the side of", 1)[1]
    assert "Satisfied: hall" in side
    assert "Less satisfied" not in side
    assert figures["map"].is_established


@pytest.mark.usefixtures("in_process")
def test_the_two_kinds_are_found_and_differ_in_the_outcome(store: Store):
    load(store, people(300))
    answer = answer_of(store, ("k", "2"))
    assert answer.k == 2
    assert added(answer.people).n == answer.n == 300
    figures = by_key(answer)
    assert "that the groups differ is established" in figures["outcome"].finding
    assert figures["groups"].data["about"].str.contains("satisfied all round").all()


@pytest.mark.usefixtures("in_process")
def test_answers_balanced_over_all_combinations_are_said_to_show_nothing(store: Store):
    """Every combination four times: no two questions have anything to do with each other, whatever
    the draw.
    """
    sides = product(("a", "b"), ("n", "s"), (3.0, 5.0), (3.0, 5.0), (3.0, 5.0), range(4))
    load(
        store,
        [
            {"industry": i, "region": r, "sat": [one, one, two, three], "overall": 3.0}
            for i, r, one, two, three, _ in sides
        ],
    )
    answer = answer_of(store)
    assert answer.together == pytest.approx(1)
    figures = by_key(answer)
    assert figures["map"].finding.startswith(
        "No evidence that answers to different questions go together (p > 0.999)"
    )
    assert not figures["map"].is_established


def test_the_test_of_togetherness_errs_once_in_twenty_times():
    """400 shuffled surveys at the 5 % level: false findings within the binomial 99 % band, 2.2 to
    7.8 %.
    """
    rng, sizes = np.random.default_rng(20061012), [3, 2, 2, 2, 2]
    codes = [np.stack([rng.integers(0, size, 400) for size in sizes], axis=1) for _ in range(400)]
    false = np.mean([together(mca(burt_of(code, sizes), sizes)) <= 0.05 for code in codes])
    assert 0.022 <= false <= 0.078


@pytest.mark.usefixtures("in_process")
def test_where_nobody_rated_anything_the_profile_still_makes_a_map(store: Store):
    load(store, [row | {"sat": [None] * 4} for row in people(300)])
    answer = answer_of(store)
    assert told(answer)["hall"].reason == "missing"
    assert {one.question.key for one in answer.active} >= {"industry", "region"}
    assert answer.n == 300


@pytest.mark.usefixtures("in_process")
def test_who_lacks_an_answer_is_left_out_and_counted(store: Store):
    rows = people(300)
    for row in rows[:6]:
        row["region"] = None
    for row in rows[6:10]:
        row["objectives"] = None
    load(store, rows)
    answer = answer_of(store)
    assert (answer.known, answer.n) == (300, 290)
    assert any(
        note.startswith("10 respondents are left out") for note in by_key(answer)["map"].notes
    )


@pytest.mark.usefixtures("in_process")
def test_an_item_answered_by_five_percent_is_left_out_and_said(store: Store):
    rows = people(300)
    for row in rows[15:]:
        row["sat"][3] = None
    load(store, rows)
    answer = answer_of(store)
    assert (told(answer)["staff"].reason, answer.n) == ("missing", 300)
    assert any(
        "staff (half or more gave no answer)" in note for note in by_key(answer)["map"].notes
    )


@pytest.mark.usefixtures("in_process")
def test_a_thousand_categories_are_left_out(store: Store):
    load(store, [row | {"industry": f"trade {i}"} for i, row in enumerate(people(1_000))])
    assert told(answer_of(store))["industry"].reason == "scattered"


@pytest.mark.usefixtures("in_process")
def test_two_scales_are_banded_at_the_same_place(store: Store):
    """4 of 1–5 and 7.5 of 0–10 both lie at three quarters."""
    rows = people(150)
    load(
        store,
        rows,
        [row | {"sat": [(one - 1) * 2.5 for one in row["sat"]]} for row in rows],
        scales=[(1, 5), (0, 10)],
    )
    answer = answer_of(store)
    counts = {
        (place.coded.question.key, place.category): place.n
        for place in answer.places
        if place.coded and place.is_active
    }
    content = sum(np.mean(row["sat"][:2]) >= 4 for row in rows)
    assert counts[("hall", 1)] == 2 * content
    assert any("counts each time" in note for note in by_key(answer)["map"].notes)


@pytest.mark.usefixtures("in_process")
def test_three_bands_and_other_parts_can_be_chosen(store: Store):
    load(store, people(300))
    assert told(answer_of(store, ("bands", "three")))["hall"].categories == ("1", "2", "3")
    assert told(answer_of(store, ("parts", "profile")))["hall"].role == "placed"
    for say in (EN, ZH):
        assert all(
            figure.finding
            for figure in by_key(
                answer_of(store, ("bands", "three"), ("parts", "opinion")), say
            ).values()
        )


@pytest.mark.usefixtures("in_process")
def test_the_same_answers_give_the_same_map(store: Store):
    load(store, people(300))
    first, second = answer_of(store), answer_of(store)
    assert [place.coordinates for place in first.places] == [
        place.coordinates for place in second.places
    ]
    assert first.people == second.people


@pytest.mark.usefixtures("in_process")
def test_two_questions_that_say_the_same_make_no_map(store: Store):
    """One axis is all they have."""
    load(
        store,
        [
            {"industry": "a" if i % 2 else "b", "region": "n" if i % 2 else "s", "overall": 3.0}
            for i in range(200)
        ],
    )
    with pytest.raises(NotEnough) as refused:
        answer_of(store)
    assert remedy(refused.value, EN).startswith(
        "This needs 2 questions that tell respondents apart; the filters leave 1."
    )
    assert "能区分受访者的题目" in remedy(refused.value, ZH)


@pytest.mark.usefixtures("in_process")
def test_answers_all_alike_one_respondent_and_all_missing_are_refused(store: Store):
    load(store, [people(1)[0]] * 200, people(1), [{"overall": 3.0}] * 200)
    for number in (1, 2, 3):
        with pytest.raises(NotEnough):
            answer_of(store, filters=Filters("f", (f"f-{number}",)))


@pytest.mark.usefixtures("in_process")
def test_too_few_complete_respondents_are_refused(store: Store):
    load(store, people(60))
    with pytest.raises(NotEnough) as refused:
        answer_of(store)
    assert (refused.value.needed, refused.value.found) == (100, 60)


def test_no_answers_are_refused(store: Store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1]))
    with pytest.raises(NothingChosen):
        answer_of(store)


def test_a_real_child_makes_the_map(store: Store):
    load(store, people(200))
    assert answer_of(store).k >= 2


@pytest.mark.usefixtures("in_process")
@pytest.mark.parametrize("say", [EN, ZH], ids=["en", "zh"])
def test_every_figure_has_a_sentence_a_base_and_a_table(store: Store, say: Say):
    load(store, people(300))
    figures = by_key(answer_of(store), say)
    assert figures.keys() == {"map", "inertia", "groups", "traits", "outcome", "axes"}
    assert isinstance(figures["map"].form, Scatter)
    for figure in figures.values():
        assert figure.finding.endswith("." if say is EN else "。")
        assert "n = " in figure.base
        assert len(figure.table())
        assert "{" not in figure.finding + figure.base
