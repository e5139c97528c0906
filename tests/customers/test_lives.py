"""One row per exhibitor and held edition, from the first it came to."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from analytics.customers import measures, stages
from analytics.customers.measures import read_measures
from analytics.errors import NotEnough, NothingChosen
from analytics.filters import Filters
from analytics.store import Store
from tests import fairs
from tests.customers import registers

FAIR = Filters("f")
LIVES = "select * from customer_lives($slice) order by exhibitor_id, place"


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path) as opened:
        yield opened


def lives(store: Store) -> dict[str, list[dict[str, Any]]]:
    with store.reader() as reader:
        rows = reader.rows(LIVES, slice=FAIR.slice())
    by_firm: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        by_firm.setdefault(row["exhibitor_id"], []).append(row)
    return by_firm


def column(rows: list[dict[str, Any]], name: str) -> list[Any]:
    return [row[name] for row in rows]


def test_an_edition_not_held_is_nobodys_absence(store):
    registers.load(store, {"a": "11-1", "b": "10-1", "c": "01-0"})
    rows = lives(store)
    assert column(rows["c:a"], "streak") == [1, 2, 3]
    assert column(rows["c:b"], "gap") == [0, 1, 0]
    assert column(rows["c:b"], "streak") == [1, 0, 1]
    assert column(rows["c:c"], "editions_possible") == [1, 2]


def test_a_life_begins_with_the_first_edition_attended(store):
    registers.load(store, {"a": "111", "b": "001"})
    rows = lives(store)
    assert len(rows["c:b"]) == 1
    assert rows["c:a"][0]["is_on_first_register"]
    assert not rows["c:b"][0]["is_on_first_register"]


def test_two_stands_are_one_edition_and_their_fees_one_sum(store):
    registers.load(store, {"a": "11", "b": "11"}, {"b": {1: 5.0, 2: 5.0}})
    fairs.load(
        store,
        "participations",
        participation_rows=[
            {"edition_id": "f-2", "line": line, "exhibitor_key": "c:a", "fee": fee}
            for line, fee in ((91, 100.0), (92, 50.0))
        ],
    )
    rows = lives(store)["c:a"]
    assert column(rows, "editions_so_far") == [1, 2]
    assert column(rows, "fee") == [None, 150.0]


def test_zero_and_missing_are_told_apart_and_other_currencies_are_flagged(store):
    amounts = {"a": {1: 0.0, 2: 8.0}, "b": {2: 3.0}, "d": {1: 2.0, 2: 2.0}}
    registers.load(store, {"a": "11", "b": "11", "d": "11"}, amounts)
    fairs.load(
        store,
        "participations",
        exhibitor_rows=registers.exhibitors(["x"]),
        participation_rows=[
            {
                "edition_id": "f-2",
                "line": 99,
                "exhibitor_key": "c:x",
                "fee": 7.0,
                "currency": "USD",
            }
        ],
    )
    rows = lives(store)
    assert column(rows["c:a"], "fee") == [0.0, 8.0]
    assert column(rows["c:b"], "fee") == [None, 3.0]
    assert column(rows["c:x"], "fee") == [None]
    assert column(rows["c:x"], "has_fee_elsewhere") == [True]


def test_measures_use_the_edition_chosen_and_earlier_ones_only(store):
    came = dict.fromkeys("abcd", "1101") | {"e": "0011"}
    registers.load(store, came, {"a": {1: 1.0, 2: 2.0, 4: 4.0}})
    with store.reader() as reader:
        measures = read_measures(reader, Filters("f", editions=("f-2",)), least_exhibitors=1)
    assert set(measures.now["exhibitor_id"]) == {f"c:{name}" for name in "abcd"}
    first = measures.now.set_index("exhibitor_id").loc["c:a"]
    assert (first["money"], first["money_1"], first["money_recent"]) == (2.0, 1.0, 3.0)


def test_absent_lately_is_nothing_and_came_with_nothing_known_is_missing(store):
    came = {"gone": "1000", "blank": "1111", "part": "1111", "x": "1111", "y": "1111"}
    registers.load(store, came, {"gone": {1: 9.0}, "part": {3: 5.0}})
    with store.reader() as reader:
        now = read_measures(reader, FAIR).now.set_index("exhibitor_id")["money_recent"]
    assert now["c:gone"] == 0
    assert now["c:blank"] != now["c:blank"]
    assert now["c:part"] == 5.0


def test_nobody_and_too_few_are_refused(store):
    fairs.load(store, "editions", edition_rows=fairs.editions([1, 2]))
    with store.reader() as reader, pytest.raises(NothingChosen):
        read_measures(reader, FAIR)
    registers.load(store, {"a": "11"})
    with store.reader() as reader, pytest.raises(NotEnough):
        read_measures(reader, FAIR)


STAGES = {
    "0001": "nurture",
    "0011": "confirm",
    "0111": "trust",
    "0110": "weakening",
    "0100": "gone",
    "0101": "confirm",
    "1111": "trust",
    "1001": "confirm",
}


def test_the_rule_table_of_stages(store):
    registers.load(store, {signs: signs for signs in STAGES})
    with store.reader() as reader:
        now = read_measures(reader, FAIR).now
    codes = stages.stages(now)
    shown = dict(zip(now["exhibitor_id"].str[2:], (stages.KEYS[c] for c in codes), strict=True))
    assert shown == STAGES
    back = now["exhibitor_id"][stages.is_reactivated(now)].str[2:]
    assert set(back) == {"0101", "1001"}


def test_on_the_first_register_nobody_is_new_unless_it_was_the_first_ever(store):
    registers.load(store, dict.fromkeys("abcde", "1"))
    with store.reader() as reader:
        now = read_measures(reader, FAIR).now
    assert {stages.KEYS[code] for code in stages.stages(now)} == {"unknown"}
    assert {stages.KEYS[code] for code in stages.stages(now, is_first_ever=True)} == {"nurture"}


def test_a_register_read_in_parts_is_the_register_read_at_once(store, monkeypatch):
    firms = {f"{name}": "1101" if name % 3 else "0111" for name in range(12)}
    registers.load(store, firms, {"3": {2: 5.0, 4: 7.0}, "4": {1: 2.0, 4: 9.0}})
    with store.reader() as reader:
        whole = read_measures(reader, FAIR)
        monkeypatch.setattr(measures, "PART", 7)
        parts = read_measures(reader, FAIR)
    assert len(whole.now) == len(firms)
    pd.testing.assert_frame_equal(parts.now, whole.now)
    pd.testing.assert_frame_equal(parts.before, whole.before)
