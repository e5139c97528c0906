"""Who comes back?"""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan
from typing import Any

import pytest

from analytics.ask import ask
from analytics.errors import NotEnough, NothingChosen
from analytics.filters import Filters
from analytics.store import Store
from analytics.studies.retention import STUDY
from analytics.studies.retention.compute import Retention
from analytics.wording import Say
from tests import fairs

EN, ZH = Say("en"), Say("zh")
FAIR = Filters("f")
TOY = {
    "A": (1, 2, 3),
    "B": (1, 3),
    "C": (1,),
    "D": (2, 4),
    "E": (2,),
    "F": (1, 2, 4),
    "G": (3, 4),
    "H": (4,),
}


@pytest.fixture(scope="module")
def one_each_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One of each toy exhibitor, to be read only."""
    with Store(tmp_path_factory.mktemp("one_each_store")) as opened:
        load(opened, TOY)
        yield opened


@pytest.fixture(scope="module")
def toy_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Ten of each toy exhibitor, to be read only."""
    with Store(tmp_path_factory.mktemp("toy_store")) as opened:
        load(opened, TOY, copies=10)
        yield opened


def load(
    store: Store, came: dict[str, tuple[int, ...]], copies: int = 1, **more: list[Any]
) -> None:
    """Each exhibitor `copies` times, at the editions it came to; `more` are columns of editions."""
    numbers = range(1, max(max(editions) for editions in came.values()) + 1)
    firms = {f"{name}{copy}": editions for name, editions in came.items() for copy in range(copies)}
    fairs.load(store, "editions", edition_rows=fairs.editions(numbers, **more))
    fairs.load(
        store,
        "participations",
        exhibitor_rows=[
            {
                "fair_id": "f",
                "line": i,
                "code": name,
                "name": name,
                "name_key": name,
                "industry": name[0],
            }
            for i, name in enumerate(firms)
        ],
        participation_rows=[
            {"edition_id": f"f-{n}", "line": n, "exhibitor_key": f"c:{name}"}
            for name, editions in firms.items()
            for n in editions
        ],
    )


def answer_of(store: Store, filters: Filters = FAIR, **options: str) -> Retention:
    answer = ask(store, STUDY, filters, tuple(options.items()))
    assert isinstance(answer, Retention)
    return answer


def by_key(answer: Retention, say: Say = EN) -> dict[str, Any]:
    return {figure.key: figure for figure in STUDY.figures(answer, say)}


def test_the_toy_register_gives_the_flows_counted_by_hand(one_each_store: Store) -> None:
    table = answer_of(one_each_store).by_edition
    assert table["exhibitors"].tolist() == [4, 4, 3, 4]
    assert table["new"].tolist() == [4, 2, 1, 1]
    assert table["returning"].tolist() == [0, 2, 1, 1]
    assert table["reactivated"].tolist() == [0, 0, 1, 2]
    assert table["lapsed"].tolist() == [0, 2, 3, 2]
    assert table["retention"].tolist()[1:] == pytest.approx([2 / 4, 1 / 4, 1 / 3])
    assert table["repeat_share"].tolist()[1:] == pytest.approx([2 / 4, 2 / 3, 3 / 4])
    assert table["all_editions_share"].tolist()[1:] == pytest.approx([2 / 4, 1 / 3, 0])


def test_new_returning_and_reactivated_add_up_and_the_lapsed_hang_below(
    one_each_store: Store,
) -> None:
    flows = by_key(answer_of(one_each_store))["flows"].data
    last = flows[flows["key"] == "f-4"]
    assert last.loc[last["value"] > 0, "value"].sum() == 4
    assert last.loc[last["value"] < 0, "value"].tolist() == [-2]


def test_the_first_edition_has_no_share_of_anybody_seen_before(toy_store: Store) -> None:
    first = answer_of(toy_store).by_edition.iloc[0]
    assert isnan(first["retention"])
    assert isnan(first["repeat_share"])


def test_the_two_denominators_stand_in_the_sentence(toy_store: Store) -> None:
    finding = by_key(answer_of(toy_store))["overview"].finding
    assert "of the 40 exhibitors at Edition 4" in finding
    assert "of the 30 at Edition 3" in finding


def test_the_headline_is_the_repeat_share(toy_store: Store) -> None:
    assert by_key(answer_of(toy_store))["overview"].headline.value == "75%"


def test_an_edition_not_held_is_neither_a_chance_nor_an_absence(store: Store) -> None:
    load(
        store,
        {"A": (1, 3), "B": (1, 3), "C": (1, 3, 4), "D": (3, 4), "E": (4,)},
        10,
        held=[True, False, True, True],
    )
    answer = answer_of(store)
    assert answer.by_edition["is_on_file"].tolist() == [True, False, True, True]
    assert answer.by_edition["retention"].tolist()[2] == 1
    drawn = by_key(answer)["overview"].data
    assert set(drawn.loc[drawn["is_gap"], "gap"]) == {"not held"}
    assert set(drawn.loc[drawn["is_gap"], "key"]) == {"f-2"}


def test_a_held_edition_without_a_register_is_passed_over_and_named(store: Store) -> None:
    load(store, dict.fromkeys("ABCDEF", (1, 3)), copies=5)
    answer = answer_of(store)
    assert answer.by_edition["retention"].tolist()[2] == 1
    assert "no register on file, so passed over as if not held: Edition 2." in " ".join(
        by_key(answer)["overview"].notes
    )


def test_history_reaches_back_before_the_editions_chosen(one_each_store: Store) -> None:
    chosen = answer_of(one_each_store, Filters("f", editions=("f-3",)))
    assert chosen.by_edition["number"].tolist() == [1, 2, 3]
    assert chosen.by_edition["repeat_share"].tolist()[-1] == pytest.approx(2 / 3)


def test_filters_on_exhibitors_narrow_the_register(toy_store: Store) -> None:
    assert answer_of(toy_store, Filters("f", industries=("A", "D"))).exhibitors == 20


def test_cohorts_follow_the_view_chosen(toy_store: Store) -> None:
    values = {
        view: (
            by_key(answer_of(toy_store, cohort=view))["cohorts"]
            .data.query("key == '0'")["value"]
            .tolist()
        )
        for view in ("classic", "unbroken", "ever_after")
    }
    assert values == {
        "classic": [0.5, 0.5, 0.25],
        "unbroken": [0.5, 0.25, 0.0],
        "ever_after": [0.75, 0.75, 0.25],
    }


def test_the_newest_cohort_is_shown_as_not_known_yet(toy_store: Store) -> None:
    grid = by_key(answer_of(toy_store))["cohorts"].data
    newest = grid[grid["key"] == "3"]
    assert newest["is_censored"].tolist() == [True]
    assert newest["value"].isna().all()


def test_survival_leaves_out_those_whose_start_is_unknown(toy_store: Store) -> None:
    # Known starts: D and E at 2 (both away at 3), G at 3 (back at 4), H at 4 (no later edition): 3
    # at risk, 2 left.
    curve = answer_of(toy_store).survival
    assert (curve.at_risk[0], curve.events[0]) == (30, 20)
    assert curve.survival[0] == pytest.approx(1 / 3)
    counted = answer_of(toy_store, history="all").survival
    assert (counted.at_risk[0], counted.events[0]) == (70, 40)


def test_survival_stops_where_too_few_are_at_risk(store: Store) -> None:
    load(store, {"A": (1,), "B": (2, 3, 4), "C": (2,), "D": (1, 4)}, copies=9)
    table = by_key(answer_of(store))["survival"].data
    assert table["n"].tolist() == [18, 18]


def test_shares_of_fewer_than_ten_are_hidden_until_asked_for(store: Store) -> None:
    load(store, TOY, copies=2)
    hidden = by_key(answer_of(store))["overview"]
    assert hidden.data["value"].isna().all()
    assert "too few for shares" in hidden.finding
    assert "Not shown, for they rest on fewer than 10" in " ".join(hidden.notes)
    assert by_key(answer_of(store, small_bases="show"))["overview"].data["value"].notna().any()


def test_respondents_more_loyal_than_the_register_are_called_so(store: Store) -> None:
    load(store, {"A": (1, 2), "B": (2,)}, copies=50)
    rows = [{"overall": 4, "exhibitor_key": f"c:A{i}"} for i in range(45)] + [
        {"overall": 4, "exhibitor_key": "c:B0"}
    ]
    asked = fairs.questions("f-2", [])
    fairs.load(
        store, "exhibitor_survey", question_rows=asked, response_rows=fairs.answers("f-2", rows)
    )
    answer = answer_of(store)
    assert answer.by_edition["respondents_repeat_share"].tolist()[1] == pytest.approx(45 / 46)
    assert "leans towards loyal exhibitors" in by_key(answer)["respondents"].finding


def test_an_exhibitor_that_answered_twice_is_one_respondent(store: Store) -> None:
    load(store, {"A": (1, 2), "B": (2,)}, copies=50)
    rows = [{"overall": 4, "exhibitor_key": f"c:A{i}"} for i in range(15)] * 2
    rows += [{"overall": 4, "exhibitor_key": f"c:B{i}"} for i in range(5)]
    asked = fairs.questions("f-2", [])
    fairs.load(
        store, "exhibitor_survey", question_rows=asked, response_rows=fairs.answers("f-2", rows)
    )
    answer = answer_of(store)
    assert answer.by_edition["respondents"].tolist()[1] == 20
    assert answer.by_edition["respondents_repeat_share"].tolist()[1] == pytest.approx(15 / 20)
    assert "20 exhibitors answered" in by_key(answer)["respondents"].base


def test_without_answers_there_is_nothing_to_set_beside_the_register(toy_store: Store) -> None:
    assert "respondents" not in by_key(answer_of(toy_store))


def test_a_clear_rise_of_retention_is_called_a_change(store: Store) -> None:
    load(store, {"A": (1, 2, 3), "B": (1,), "C": (2, 3), "D": (2, 3)}, copies=40)
    assert "retention moved by +50.0 points" in by_key(answer_of(store))["overview"].finding


def test_the_same_retention_twice_is_no_evidence_of_a_change(store: Store) -> None:
    load(store, {"A": (1, 2, 3), "B": (1,), "C": (2,)}, copies=40)
    finding = by_key(answer_of(store))["overview"].finding
    assert "there is no evidence of a change" in finding


def test_one_edition_on_file_is_too_few(store: Store) -> None:
    load(store, dict.fromkeys("ABCDEF", (1,)))
    with pytest.raises(NotEnough) as fault:
        answer_of(store)
    assert (fault.value.what, fault.value.needed, fault.value.found) == ("editions", 2, 1)


def test_three_exhibitors_are_too_few(store: Store) -> None:
    load(store, {"A": (1, 2), "B": (1,), "C": (2,)})
    with pytest.raises(NotEnough) as fault:
        answer_of(store)
    assert (fault.value.what, fault.value.found) == ("exhibitors", 3)


def test_no_participation_is_nothing_chosen(store: Store) -> None:
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2]))
    with pytest.raises(NothingChosen):
        answer_of(store)


@pytest.mark.parametrize("say", [EN, ZH])
def test_every_figure_has_its_columns_and_a_whole_sentence(store: Store, say: Say) -> None:
    load(store, TOY, copies=20)
    for number in (2, 4):
        rows = [{"overall": 4, "exhibitor_key": f"c:{name}{i}"} for name in "DF" for i in range(20)]
        asked = fairs.questions(f"f-{number}", [])
        fairs.load(
            store,
            "exhibitor_survey",
            question_rows=asked,
            response_rows=fairs.answers(f"f-{number}", rows),
        )
    shown = STUDY.figures(answer_of(store), say)
    assert [f.key for f in shown] == [
        "overview",
        "flows",
        "cohorts",
        "survival",
        "times",
        "respondents",
    ]
    for figure in shown:
        assert len(figure.table())
        assert figure.finding[-1] in ".。"
        assert "{" not in figure.finding + figure.base + " ".join(figure.notes)
