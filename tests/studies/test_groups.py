"""Groups beyond the cubes: a question of the fair's own, and first time here or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple
from typing import Any

import pyarrow as pa
import pytest

from analytics.ask import ask
from analytics.catalogue import study
from analytics.errors import UnknownChoice
from analytics.filters import Filters
from analytics.ratings.sums import OVERALL, POOLED, read_sums
from analytics.store import Store
from analytics.wording import Say
from tests import fairs

EN, ZH = Say("en"), Say("zh")
FAIR = Filters("f")


@pytest.fixture
def store(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setitem(fairs.TYPES, "is_multiple", pa.bool_())
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2]))
    return store


def survey(store: Store, edition: str, rows: Sequence[dict[str, Any]]) -> None:
    field = {
        "fair_id": "f",
        "audience": "exhibitor",
        "field_id": "stand",
        "name_zh": "展位",
        "name_en": "Stand",
        "is_multiple": False,
    }
    fairs.load(
        store,
        f"survey-{edition}",
        questionnaire=fairs.items({"hall": ["air", "light"], "web": ["site"]})
        | {"profile_fields": [field]},
        question_rows=fairs.questions(edition, ["air", "light", "site"]),
        response_rows=fairs.answers(edition, rows),
    )


def stands(
    copies: int, corner: Sequence[int] = (4, 5), row: Sequence[int] = (1, 2)
) -> list[dict[str, Any]]:
    """`copies` answers of each rating at a corner stand and at a row stand."""
    ratings = {"corner": corner, "row": row}
    return [
        {"overall": value, "sat": [value, value, 3], "profile": [("stand", [name])]}
        for name, values in ratings.items()
        for value in values
        for _ in range(copies)
    ]


def test_groups_by_a_question_of_the_fairs_own(store: Store) -> None:
    survey(
        store,
        "f-1",
        [*stands(10), {"overall": 1, "profile": [("stand", ["corner", "row"])]}, {"overall": 1}],
    )
    answer = ask(store, study("satisfaction"), FAIR, (("group_by", "stand"),))
    assert {group.name: (group.mean.mean, group.mean.n) for group in answer.groups.groups} == {
        "corner": (4.5, 20),
        "row": (1.5, 20),
    }
    assert answer.groups.unplaced == 2
    sentences = [
        next(
            figure
            for figure in study("satisfaction").figures(answer, say)
            if figure.key == "groups"
        ).finding
        for say in (EN, ZH)
    ]
    assert (
        sentences[0]
        == "corner (4.50) is above row (1.50) by 3.00 (95% interval +2.67 to +3.33); that is"
        " established."
    )
    assert (
        sentences[1]
        == "corner（4.50）比row（1.50）高 3.00（95% 置信区间 +2.67 至 +3.33），差异可以确认。"
    )
    screened = [
        next(
            figure
            for figure in study("satisfaction").figures(answer, say)
            if figure.key == "screening"
        ).finding
        for say in (EN, ZH)
    ]
    assert "groups by “Stand”" in screened[0]
    assert "“展位”组" in screened[1]


def test_bare_codes_never_stand_alone_as_groups(store: Store) -> None:
    rows = stands(10)
    for row in rows:
        row["profile"] = [("stand", ["1" if row["profile"][0][1] == ["corner"] else "2"])]
    survey(store, "f-1", rows)
    answer = ask(store, study("satisfaction"), FAIR, (("group_by", "stand"),))
    english, chinese = (
        {figure.key: figure for figure in study("satisfaction").figures(answer, say)}
        for say in (EN, ZH)
    )
    assert english["groups"].data["label"].tolist() == ["Stand: 1", "Stand: 2"]
    assert chinese["groups"].data["label"].tolist() == ["展位：1", "展位：2"]
    assert english["pairs"].data["label"].tolist() == ["Stand: 1 − Stand: 2"]
    assert set(english["screening"].data["x"]) == {"Stand: 1", "Stand: 2"}
    assert english["groups"].finding.startswith("Stand: 1 (4.50) is above Stand: 2 (1.50)")
    assert english["groups"].claim.text == "1 of 1 pairs of groups by “Stand” differ for certain."


def test_the_change_is_taken_apart_by_a_question_of_the_fairs_own(store: Store) -> None:
    survey(store, "f-1", stands(10))
    survey(store, "f-2", stands(20, row=()) + stands(10, corner=()))
    answer = ask(store, study("trends"), FAIR, (("group_by", "stand"),))
    assert (round(answer.parts.rate, 9), round(answer.parts.composition, 9)) == (0, 0.5)


def test_first_time_here_is_told_from_the_register_of_all_editions(store: Store) -> None:
    firms = [
        {"fair_id": "f", "line": i, "code": str(i), "name": f"E{i}", "name_key": f"e{i}"}
        for i in range(24)
    ]
    took = [
        {"edition_id": edition, "line": i, "exhibitor_key": f"c:{i}"}
        for edition, firms_there in (("f-1", 12), ("f-2", 24))
        for i in range(firms_there)
    ]
    fairs.load(store, "register", exhibitor_rows=firms, participation_rows=took)
    rows = [
        {"exhibitor_key": f"c:{i}", "overall": 5 - i % 2 if i < 12 else 2 - i % 2, "sat": [3, 3, 3]}
        for i in range(24)
    ]
    survey(store, "f-1", rows[:12])
    survey(store, "f-2", rows)
    answer = ask(store, study("satisfaction"), FAIR, (("group_by", "experience"),))
    figure = next(
        figure for figure in study("satisfaction").figures(answer, EN) if figure.key == "groups"
    )
    assert dict(zip(figure.data["label"], figure.data["value"], strict=True)) == {
        "Here before": 4.5,
        "First time here": 1.5,
    }
    first = ask(
        store, study("satisfaction"), Filters("f", editions=("f-1",)), (("group_by", "experience"),)
    )
    assert (first.groups.groups, first.groups.unplaced) == ((), 12)


def test_an_exhibitor_that_answers_twice_counts_once_in_its_groups_error(store: Store) -> None:
    fairs.load(
        store,
        "register",
        exhibitor_rows=[
            {"fair_id": "f", "line": i, "code": str(i), "name": f"E{i}", "name_key": f"e{i}"}
            for i in range(20)
        ],
    )
    survey(
        store, "f-1", [row | {"exhibitor_key": f"c:{i // 2}"} for i, row in enumerate(stands(10))]
    )
    with store.reader() as reader:
        sums = read_sums(reader, FAIR, ("f-1",), "stand")
    assert [sums.of("f-1", OVERALL, part).repeats for part in ("corner", "row")] == [10, 10]


def test_rows_and_cubes_give_the_same_sums(store: Store) -> None:
    rows = [row | {"industry": row["profile"][0][1][0]} for row in stands(7, corner=(2, 4, 5))]
    rows[0]["sat"], rows[1]["sat"] = [2, None, 3], None
    survey(store, "f-1", rows)
    with store.reader() as reader:
        by_cube, by_row = (
            read_sums(reader, FAIR, ("f-1",), field) for field in ("industry", "stand")
        )
        for score in (OVERALL, POOLED, ("score", "hall"), ("score", "*dimensions")):
            for part in ("corner", "row"):
                assert astuple(by_row.of("f-1", score, part)) == pytest.approx(
                    astuple(by_cube.of("f-1", score, part))
                )


def test_a_question_that_was_not_asked_is_refused(store: Store) -> None:
    survey(store, "f-1", stands(10))
    survey(store, "f-2", stands(10))
    for key in ("satisfaction", "trends"):
        with pytest.raises(UnknownChoice, match="group_by=weather"):
            ask(store, study(key), FAIR, (("group_by", "weather"),))
