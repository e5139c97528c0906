"""Merges are events: they join, they part again, and they change only what they touch."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.errors import UnknownChoice
from analytics.store import Store
from tests import fairs


@pytest.fixture
def store(tmp_path: Path):
    with Store(tmp_path) as opened:
        register = [
            {"fair_id": "f", "line": n, "name": name, "name_key": name, "industry": industry}
            for n, (name, industry) in enumerate((("a", "food"), ("b", "steel"), ("c", None)))
        ]
        fairs.load(opened, "exhibitors", exhibitor_rows=register)
        for edition, keys in ((1, ["n:a", "n:b"]), (2, ["n:c", "n:b"])):
            fairs.load(
                opened,
                "exhibitor_survey",
                edition_rows=fairs.editions([edition]),
                question_rows=fairs.questions(f"f-{edition}", []),
                response_rows=fairs.answers(
                    f"f-{edition}", [{"overall": 4, "exhibitor_key": key} for key in keys]
                ),
            )
        yield opened


def register(store: Store) -> dict[str, str]:
    with store.reader() as reader:
        rows = reader.rows("select exhibitor_key, exhibitor_id from exhibitor_keys order by all")
    return {row["exhibitor_key"]: row["exhibitor_id"] for row in rows}


def industries(store: Store) -> dict[tuple[str, str | None], int]:
    with store.reader() as reader:
        rows = reader.rows(
            "select edition_id, industry, sum(n)::int as n from measure_cube group by all"
        )
    return {(row["edition_id"], row["industry"]): row["n"] for row in rows}


def test_a_merge_leads_both_keys_to_the_kept_one_and_an_unmerge_apart(store: Store):
    before = (register(store), industries(store))
    number = store.merge("f", "n:a", "n:c", "me")
    assert register(store) == {"n:a": "n:a", "n:b": "n:b", "n:c": "n:a"}
    assert industries(store)["f-2", "food"] == 1
    store.unmerge(number, "me")
    assert (register(store), industries(store)) == before


def test_merging_what_is_merged_adds_nothing(store: Store):
    first = store.merge("f", "n:a", "n:c", "me")
    assert store.merge("f", "n:c", "n:a", "me") is None
    assert store.merge("f", "n:a", "n:a", "me") is None
    store.unmerge(first, "me")
    assert set(register(store).values()) == {"n:a", "n:b", "n:c"}


def test_merges_in_a_row_lead_to_one_exhibitor(store: Store):
    assert len(store.merge_all("f", [("n:a", "n:b"), ("n:b", "n:c"), ("n:c", "n:a")], "me")) == 2
    assert set(register(store).values()) == {"n:a"}


def test_an_unknown_key_or_merge_is_refused_and_leaves_nothing(store: Store):
    before, version = register(store), store.version
    with pytest.raises(UnknownChoice):
        store.merge_all("f", [("n:a", "n:b"), ("n:a", "n:nobody")], "me")
    with pytest.raises(UnknownChoice):
        store.unmerge(1, "me")
    assert (register(store), store.version) == (before, version)


def test_unmerging_takes_the_decision_back_that_made_it(store: Store):
    store.decide("f", "n:a", "n:b", "me", is_same=True)
    with store.reader() as reader:
        merge = reader.value("select merge_id from merges")
    store.unmerge(merge, "you")
    with store.reader() as reader:
        assert reader.rows("select verdict, undone_by from match_decisions") == [
            {"verdict": "same", "undone_by": "you"}
        ]


def test_a_merge_against_the_order_of_a_renaming_still_joins(store: Store):
    store.merge("f", "n:a", "n:b", "me")
    fairs.load(
        store,
        "participations",
        edition_rows=fairs.editions([2]),
        exhibitor_rows=[
            {
                "fair_id": "f",
                "line": 1,
                "name": "b",
                "name_key": "b",
                "former_name": "a",
                "former_key": "a",
            }
        ],
    )
    assert register(store)["n:a"] == register(store)["n:b"] == "n:a"


def test_the_cubes_after_a_merge_are_those_of_a_full_rebuild(store: Store):
    store.merge("f", "n:a", "n:c", "me")
    narrow = industries(store)
    from analytics.store import derive

    with store._writer() as cursor:
        derive.refresh(cursor, "f", None)
    assert industries(store) == narrow
