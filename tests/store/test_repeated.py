"""Which responses are those of exhibitors that answered several times: kept with every write, and
found in an older store.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from analytics.store import Store
from tests import fairs

NAMES = ("Alpha", "Beta")


@pytest.fixture
def store(tmp_path: Path) -> Any:
    with Store(tmp_path) as opened:
        rows = [
            {"fair_id": "f", "line": i, "code": n, "name": n, "name_key": n}
            for i, n in enumerate(NAMES)
        ]
        fairs.load(opened, "register", edition_rows=fairs.editions([1, 2]), exhibitor_rows=rows)
        yield opened


def survey(store: Store, edition: str, *names: str) -> int:
    answers = [{"overall": 4, "exhibitor_key": f"c:{name}"} for name in names]
    receipt = fairs.load(
        store,
        f"survey-{edition}-{len(names)}",
        question_rows=fairs.questions(edition, []),
        response_rows=fairs.answers(edition, answers),
    )
    return receipt.import_id


def repeated(store: Store) -> list[tuple[str, int]]:
    with store.reader() as reader:
        rows = reader.rows(
            "select edition_id, count(*) as n from repeated_responses group by all order by all"
        )
    return [(row["edition_id"], row["n"]) for row in rows]


def test_one_answer_an_edition_repeats_nothing(store: Store) -> None:
    survey(store, "f-1", "Alpha", "Beta", "nobody known")
    survey(store, "f-2", "Alpha")
    assert repeated(store) == []


def test_a_firm_that_is_in_no_register_repeats_as_any_other(store: Store) -> None:
    survey(store, "f-1", "Alpha", "Beta", "nobody known", "nobody known")
    assert repeated(store) == [("f-1", 2)]


def test_two_files_with_an_answer_each_repeat_until_one_is_taken_back(store: Store) -> None:
    survey(store, "f-1", "Alpha", "Beta")
    second = survey(store, "f-1", "Alpha")
    assert repeated(store) == [("f-1", 2)]
    store.undo(second, "test")
    assert repeated(store) == []


def test_two_names_of_one_firm_repeat_once_they_are_merged(store: Store) -> None:
    survey(store, "f-1", "Alpha", "Beta")
    decision = store.decide("f", "c:Alpha", "c:Beta", "test", is_same=True)
    assert repeated(store) == [("f-1", 2)]
    store.undo_decision(decision, "test")
    assert repeated(store) == []


def test_a_store_from_before_finds_them_when_it_is_opened(tmp_path: Path) -> None:
    with Store(tmp_path) as old:
        rows = [{"fair_id": "f", "line": 1, "code": "Alpha", "name": "Alpha", "name_key": "Alpha"}]
        fairs.load(old, "register", edition_rows=fairs.editions([1, 2]), exhibitor_rows=rows)
        survey(old, "f-1", "Alpha", "Alpha")
        survey(old, "f-2", "Alpha")
        undone = survey(old, "f-2", "Alpha", "Alpha")
        old.undo(undone, "test")
        with old._writer() as cursor:
            cursor.execute("drop table repeated_responses")
            cursor.execute("delete from migrations where number = 9")
    with Store(tmp_path) as opened:
        assert repeated(opened) == [("f-1", 2)]
