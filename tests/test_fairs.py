"""Which fairs there are, and what one offers to filter by."""

from pathlib import Path

import pyarrow as pa
import pytest

from analytics import fairs
from analytics.errors import UnknownChoice
from analytics.store import Store
from tests.fairs import TYPES, answers, editions, items, load, questions


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def load_answers(store: Store, fair: str = "f", **questionnaire: object) -> None:
    load(store, "editions", fair, edition_rows=editions([1, 2], fair))
    load(
        store,
        "survey",
        fair,
        questionnaire=items({"hall": ["light"]}, fair) | questionnaire,
        question_rows=questions(f"{fair}-1", ["light"]),
        response_rows=answers(
            f"{fair}-1",
            [
                {
                    "overall": 4,
                    "industry": "Toys",
                    "region": "North",
                    "profile": [("size", ["big"])],
                },
                {
                    "overall": 5,
                    "industry": "Toys",
                    "region": None,
                    "profile": [("size", ["small"])],
                },
                {
                    "overall": 5,
                    "industry": "Arms",
                    "region": "South",
                    "profile": [("size", ["big"])],
                },
            ],
        ),
    )


def size_field() -> list[dict[str, object]]:
    return [
        {
            "fair_id": "f",
            "audience": "exhibitor",
            "field_id": "size",
            "name_zh": "规模",
            "name_en": "Size",
            "is_multiple": False,
        }
    ]


def test_a_fair_offers_what_its_answers_hold(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TYPES, "is_multiple", pa.bool_())
    load_answers(store, profile_fields=size_field())
    offer = fairs.choices(store, "f", "exhibitor")
    assert [edition.id for edition in offer.editions] == ["f-1", "f-2"]
    assert offer.audiences == ("exhibitor",)
    assert offer.industries == ("Arms", "Toys")
    assert offer.regions == ("North", "South")
    assert offer.fields == (fairs.Field("size", "规模", "Size", ("big", "small")),)


def test_a_profile_field_offers_no_more_answers_than_can_be_read(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(TYPES, "is_multiple", pa.bool_())
    monkeypatch.setattr(fairs, "MOST_VALUES", 1)
    load_answers(store, profile_fields=size_field())
    assert fairs.choices(store, "f", "exhibitor").fields[0].answers == ("big",)


def test_an_edition_that_was_not_held_is_not_offered(store: Store) -> None:
    load(store, "editions", edition_rows=editions([1, 2], held=[True, False]))
    assert [edition.id for edition in fairs.choices(store, "f", "exhibitor").editions] == ["f-1"]


def demo(store: Store) -> None:
    load(store, "editions", "demo", edition_rows=editions([1], "demo"))
    store.write("update fairs set is_demo = true where fair_id = 'demo'")


def test_the_own_fair_comes_before_the_demo_and_the_newest_first(store: Store) -> None:
    load(store, "editions", "old", edition_rows=editions([1], "old"))
    load(store, "editions", "new", edition_rows=editions([1], "new"))
    demo(store)
    assert [fair.id for fair in fairs.fairs(store)] == ["new", "old", "demo"]


def test_the_demo_leaves_and_returns(store: Store) -> None:
    demo(store)
    fairs.show_demo(store, False)
    assert (fairs.fairs(store), fairs.is_demo_shown(store)) == ((), False)
    fairs.show_demo(store, True)
    assert [fair.id for fair in fairs.fairs(store)] == ["demo"]


def test_a_fair_whose_imports_were_undone_is_gone(store: Store) -> None:
    receipt = load(store, "editions", edition_rows=editions([1]))
    store.undo(receipt.import_id, "test")
    assert fairs.fairs(store) == ()


def test_the_stock_counts_what_is_there(store: Store) -> None:
    load_answers(store)
    assert fairs.stock(store) == fairs.Stock(
        fairs=1, editions=2, exhibitors=0, responses=3, imports=2
    )


def test_a_saved_segment_is_offered_under_its_name(store: Store) -> None:
    load(store, "editions", edition_rows=editions([1]))
    store.save_segment("s1", "f", "Best", "{}", ["x"], "test")
    assert fairs.choices(store, "f", "exhibitor").segments == (fairs.Named("s1", "Best", "Best"),)


def test_amounts_without_a_currency_are_asked_about_once_a_fair(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        rows = editions((1, 2), turnover=[10.0, 12.0])
        load(store, "editions", edition_rows=rows)
        assert fairs.needs_currency(store, "f")
        fairs.set_currency(store, "f", "CNY")
        assert not fairs.needs_currency(store, "f")
        with store.reader() as reader:
            assert reader.value("select distinct currency from editions") == "CNY"
        with pytest.raises(UnknownChoice):
            fairs.set_currency(store, "f", "SHELLS")


def test_the_currency_of_a_list_of_editions_comes_before_that_of_another_list(
    tmp_path: Path,
) -> None:
    with Store(tmp_path) as store:
        stated = editions((1,), turnover=[10.0], currency=["USD"])
        load(store, "editions", edition_rows=stated)
        heading = editions((1, 2), currency=["CNY", "CNY"])
        load(store, "participations", edition_rows=heading)
        with store.reader() as reader:
            currencies = reader.rows("select number, currency from editions order by number")
    assert [row["currency"] for row in currencies] == ["USD", "CNY"]
