"""Who thinks alike? Tables against plain counting, the map with and without a pattern."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

import numpy as np
import pytest

from analytics.errors import NotEnough, NothingChosen
from analytics.figures import Scatter
from analytics.filters import Filters
from analytics.ratings.tally import added
from analytics.remedies import remedy
from analytics.stats.mca import mca
from analytics.store import Store
from analytics.studies.perception.compute_map import together
from analytics.wording import Say
from tests import fairs
from tests.stats.oracles.burt_table import burt_of
from tests.studies.perception.fair import (
    AIMS,
    EN,
    ZH,
    answer_of,
    by_key,
    coded_by_key,
    load,
    people,
)


@pytest.fixture(scope="module")
def two_kinds_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Respondents of two kinds, to be read only."""
    with Store(tmp_path_factory.mktemp("two_kinds_store")) as opened:
        load(opened, people(300))
        yield opened


@pytest.mark.usefixtures("in_process")
def test_the_tables_of_one_query_are_those_of_plain_counting(store: Store):
    rows = people(300)
    load(store, rows)
    answer = answer_of(store)
    industries = [name for name, _ in Counter(row["industry"] for row in rows).most_common()]
    regions = [name for name, _ in Counter(row["region"] for row in rows).most_common()]
    codes = [
        [
            industries.index(row["industry"]),
            regions.index(row["region"]),
            *(int(aim in row["objectives"]) for aim in _by_frequency(rows)),
            int(np.mean(row["sat"][:2]) >= 4),
            int(row["sat"][2] >= 4),
            int(row["sat"][3] >= 4),
        ]
        for row in rows
    ]
    expected = burt_of(codes, [2] * 8)
    counts = [place.n for place in answer.places if place.is_active]
    assert counts == np.diag(expected).tolist()
    keys = ["industry", "region", *_by_frequency(rows), "hall", "website", "staff"]
    assert [coded.question.key for coded in answer.active] == keys
    assert answer.eigenvalues[:4] == pytest.approx(mca(expected, [2] * 8).eigenvalues[:4])


def _by_frequency(rows: Sequence[dict[str, Any]]) -> list[str]:
    return sorted(AIMS, key=lambda aim: (-sum(aim in row["objectives"] for row in rows), aim))


@pytest.mark.usefixtures("in_process")
def test_outcomes_are_placed_and_take_no_part(two_kinds_store: Store):
    answer = answer_of(two_kinds_store)
    assert coded_by_key(answer)["overall"].role == "placed"
    figures = by_key(answer)
    side = figures["map"].finding.rsplit("lie on the side of", 1)[1]
    assert "Satisfied: hall" in side
    assert "Less satisfied" not in side
    assert figures["map"].is_established


@pytest.mark.usefixtures("in_process")
def test_the_two_kinds_are_found_and_differ_in_the_outcome(two_kinds_store: Store):
    answer = answer_of(two_kinds_store, ("k", "2"))
    assert answer.k == 2
    assert added(answer.people).n == answer.n == 300
    figures = by_key(answer)
    assert "that the groups differ is established" in figures["outcome"].finding
    assert figures["groups"].data["about"].str.contains("satisfied all round").all()


@pytest.mark.usefixtures("in_process")
def test_answers_balanced_over_all_combinations_are_said_to_show_nothing(store: Store):
    """Every combination four times: no two questions have anything to do with each other."""
    sides = product(("a", "b"), ("n", "s"), (3.0, 5.0), (3.0, 5.0), (3.0, 5.0), range(4))
    load(
        store,
        [
            {"industry": i, "region": r, "sat": [hall, hall, website, staff], "overall": 3.0}
            for i, r, hall, website, staff, _ in sides
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
    """400 shuffled surveys at the 5% level: the binomial 99% band is 2.2 to 7.8%."""
    rng, sizes = np.random.default_rng(20061012), [3, 2, 2, 2, 2]
    codes = [np.stack([rng.integers(0, size, 400) for size in sizes], axis=1) for _ in range(400)]
    false = np.mean([together(mca(burt_of(code, sizes), sizes)) <= 0.05 for code in codes])
    assert 0.022 <= false <= 0.078


@pytest.mark.usefixtures("in_process")
def test_where_nobody_rated_anything_the_profile_still_makes_a_map(store: Store):
    load(store, [row | {"sat": [None] * 4} for row in people(300)])
    answer = answer_of(store)
    assert coded_by_key(answer)["hall"].reason == "missing"
    assert {coded.question.key for coded in answer.active} >= {"industry", "region"}
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
    assert (coded_by_key(answer)["staff"].reason, answer.n) == ("missing", 300)
    assert any(
        "staff (half or more gave no answer)" in note for note in by_key(answer)["map"].notes
    )


@pytest.mark.usefixtures("in_process")
def test_a_thousand_categories_are_left_out(store: Store):
    load(store, [row | {"industry": f"trade {i}"} for i, row in enumerate(people(1_000))])
    assert coded_by_key(answer_of(store))["industry"].reason == "scattered"


@pytest.mark.usefixtures("in_process")
def test_two_scales_are_banded_at_the_same_place(store: Store):
    """4 of 1–5 and 7.5 of 0–10 both lie at three quarters."""
    rows = people(150)
    load(
        store,
        rows,
        [row | {"sat": [(rating - 1) * 2.5 for rating in row["sat"]]} for row in rows],
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
def test_three_bands_and_other_parts_can_be_chosen(two_kinds_store: Store):
    in_three = answer_of(two_kinds_store, ("bands", "three"))
    assert coded_by_key(in_three)["hall"].categories == ("1", "2", "3")
    of_profile = answer_of(two_kinds_store, ("parts", "profile"))
    assert coded_by_key(of_profile)["hall"].role == "placed"
    of_opinion = answer_of(two_kinds_store, ("bands", "three"), ("parts", "opinion"))
    for say in (EN, ZH):
        assert all(figure.finding for figure in by_key(of_opinion, say).values())


@pytest.mark.usefixtures("in_process")
def test_the_same_answers_give_the_same_map(two_kinds_store: Store):
    first, second = answer_of(two_kinds_store), answer_of(two_kinds_store)
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
def test_every_figure_has_a_sentence_a_base_and_a_table(two_kinds_store: Store, say: Say):
    figures = by_key(answer_of(two_kinds_store), say)
    assert figures.keys() == {"map", "inertia", "groups", "traits", "outcome", "axes"}
    assert isinstance(figures["map"].form, Scatter)
    for figure in figures.values():
        assert figure.finding.endswith("." if say is EN else "。")
        assert "n = " in figure.base
        assert len(figure.table())
        assert "{" not in figure.finding + figure.base


def unrelated(count: int) -> list[dict[str, Any]]:
    """Without objectives: ticking one and not another is a link of its own."""
    return [
        {key: value for key, value in row.items() if key != "objectives"}
        for row in people(count, link=0.0)
    ]


def test_answers_that_have_nothing_to_do_with_each_other_form_no_groups(store: Store):
    load(store, unrelated(300))
    answer = answer_of(store)
    assert answer.k == 1
    assert not answer.beats_chance
    assert by_key(answer)["groups"].finding.startswith("No groups: answers shuffled among")


def test_groups_asked_for_are_given_with_the_word_that_chance_gives_them_too(store: Store):
    load(store, unrelated(300))
    answer = answer_of(store, ("k", "3"))
    assert answer.k == 3
    assert "as asked for, but answers shuffled" in by_key(answer)["groups"].finding
