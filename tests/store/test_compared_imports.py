"""Two imports beside each other say what a corrected file changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from analytics.store import Store
from analytics.store.compared_imports import compare
from tests import fairs

WITHOUT_MORE = {"comment": None, "profile": None}


@pytest.fixture
def store(tmp_path: Path):
    with Store(tmp_path) as opened:
        yield opened


def survey(store: Store, *answers: dict[str, Any]) -> int:
    return fairs.load(
        store,
        "exhibitor_survey",
        edition_rows=fairs.editions([1]),
        questionnaire=fairs.items({"d": ["light", "air"]}),
        question_rows=fairs.questions("f-1", ["light", "air"]),
        response_rows=fairs.answers("f-1", answers),
    ).import_id


def answer(respondent: str, overall: int, sat: list[int | None], **more: Any) -> dict[str, Any]:
    return {"respondent": respondent, "overall": overall, "sat": sat, **WITHOUT_MORE, **more}


def values(rows: list[dict[str, Any]], *columns: str) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns) for row in rows]


def test_rows_of_one_import_alone_answers_that_differ_and_means(store: Store) -> None:
    first = survey(
        store,
        answer("a", 4, [5, 3], comment="good", profile=[("size", ["big", "new"])]),
        answer("b", 2, [1, None]),
    )
    second = survey(
        store, answer("c", 5, [5, 5]), answer("a", 4, [4, 3], profile=[("size", ["big"])])
    )
    with store.reader() as reader:
        comparison = compare(reader, first, second)
    assert values(comparison.only_first, "line", "name") == [(3, "1 · b")]
    assert values(comparison.only_second, "line", "name") == [(2, "1 · c")]
    columns = ("first_line", "second_line", "form", "field", "first_value", "second_value")
    assert values(comparison.differing, *columns) == [
        (2, 3, "field", "comment", "good", None),
        (2, 3, "item", "light", "5", "4"),
        (2, 3, "profile", "size", "big; new", "big"),
    ]
    assert [tuple(mean.values())[:6] for mean in comparison.means] == [
        ("item", "air", 1, 3.0, 2, 4.0),
        ("item", "light", 2, 3.0, 2, 4.5),
        ("measure", "overall", 2, 3.0, 2, 4.5),
    ]
    scales = ("first_low", "first_high", "second_low", "second_high")
    assert set(values(comparison.means, *scales)) == {(1.0, 5.0, 1.0, 5.0)}


def test_answers_without_a_number_are_the_same_by_their_line(store: Store) -> None:
    first, second = (survey(store, {"overall": 3}, {"overall": last}) for last in (4, 5))
    with store.reader() as reader:
        comparison = compare(reader, first, second)
    assert not comparison.only_first + comparison.only_second
    differing = values(comparison.differing, "name", "first_value", "second_value")
    assert differing == [("1 · #3", "4", "5")]


def test_an_import_is_equal_to_itself(store: Store) -> None:
    number = survey(store, {"respondent": "a", "overall": 4}, {"respondent": "a", "overall": 3})
    with store.reader() as reader:
        assert compare(reader, number, number).is_equal


KINDS: dict[str, tuple[str, dict[str, Any], dict[str, Any], tuple[str, str, str]]] = {
    "exhibitors": (
        "exhibitor_rows",
        {"fair_id": "f", "line": 2, "name": "A", "name_key": "a"},
        {"region": "North"},
        ("region", "North", "South"),
    ),
    "participations": (
        "participation_rows",
        {"edition_id": "f-1", "line": 2, "exhibitor_key": "n:a"},
        {"fee": 10.0},
        ("fee", "10.0", "20.5"),
    ),
    "attendance": (
        "attendance_rows",
        {"edition_id": "f-1", "line": 2, "audience": "visitor"},
        {"visitors": 7},
        ("visitors", "7", "8"),
    ),
    "complaints": (
        "complaint_rows",
        {"edition_id": "f-1", "line": 2, "topic": "noise"},
        {"status": "x"},
        ("status", "x", "y"),
    ),
    "contacts": (
        "contact_rows",
        {"fair_id": "f", "line": 2, "exhibitor_key": "n:a", "person": "b"},
        {"next_step": "x"},
        ("next_step", "x", "y"),
    ),
    "prospects": (
        "prospect_rows",
        {"fair_id": "f", "line": 2, "name": "A", "name_key": "a"},
        {"note": "x"},
        ("note", "x", "y"),
    ),
    "editions": (
        "edition_rows",
        {"edition_id": "f-1", "fair_id": "f", "number": 1},
        {"year": 2006},
        ("year", "2006", "2007"),
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_registers_are_compared_row_by_row(store: Store, kind: str) -> None:
    table, row, before, (field, old, new) = KINDS[kind]
    after = {field: type(before[field])(new)}
    first, second = (
        fairs.load(store, kind, **{table: [row | cell]}).import_id for cell in (before, after)
    )
    with store.reader() as reader:
        comparison = compare(reader, first, second)
    assert not comparison.only_first + comparison.only_second + comparison.means
    differing = values(comparison.differing, "field", "first_value", "second_value")
    assert differing == [(field, old, new)]


def test_of_very_many_rows_the_first_are_listed_and_all_are_counted(store: Store) -> None:
    first = survey(store, *({"respondent": f"a{n}", "overall": 4} for n in range(2_100)))
    second = survey(store, {"respondent": "b", "overall": 4})
    with store.reader() as reader:
        listed = compare(reader, first, second).only_first
    assert (len(listed), listed[0]["all_of_them"]) == (2_000, 2_100)
