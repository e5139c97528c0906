"""Files come in whole, and once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analytics.errors import AlreadyImported
from analytics.intake.load.take_in import ReadAnotherWay, check, take_in
from analytics.intake.mapping.known_fair import Known, know
from analytics.store import Store
from tests.intake.files import csv_text
from tests.intake.load.drafts import SURVEY, drafted


def test_the_same_file_twice_is_recognised(store: Store) -> None:
    for expected in (False, True):
        draft, mapping = drafted(store)
        assert take_in(store, draft, mapping, "anna").is_repeat is expected
    assert len(store.history()) == 1


def test_the_same_file_read_in_another_way_has_to_be_undone_first(store: Store) -> None:
    draft, mapping = drafted(store)
    first = take_in(store, draft, mapping, "anna")
    other = replace(mapping, edition=9)
    with pytest.raises(ReadAnotherWay):
        take_in(store, drafted(store)[0], other, "anna")
    with pytest.raises(AlreadyImported):
        check(store, drafted(store)[0], mapping)
    store.undo(first.import_id, "anna")
    assert take_in(store, drafted(store)[0], other, "anna").rows_stored == 10


def test_a_questionnaire_already_stored_for_the_edition_is_left_out(store: Store) -> None:
    draft, mapping = drafted(store)
    take_in(store, draft, mapping, "anna")
    more = SURVEY + "q10,3,3\r\n"
    draft, mapping = drafted(store, more)
    receipt = take_in(store, draft, mapping, "anna")
    assert (receipt.rows_stored, receipt.rows_left_out) == (1, 10)
    assert {
        finding.reason for finding in store.findings(receipt.import_id) if finding.is_left_out
    } == {"already_stored"}


def test_items_keep_their_slots_over_imports_and_undos(store: Store) -> None:
    draft, mapping = drafted(store)
    first = take_in(store, draft, mapping, "anna")
    store.undo(first.import_id, "anna")
    draft, mapping = drafted(
        store, SURVEY.replace("场馆硬件-空调通风", "会刊"), "参展商调查_第9届.csv"
    )
    take_in(store, draft, mapping, "anna")
    with store.reader() as reader:
        slots = reader.rows("select dimension_id, slot from items order by slot")
    assert slots == [
        {"dimension_id": "venue_hardware", "slot": 1},
        {"dimension_id": "show_catalogue", "slot": 2},
    ]


def test_what_the_store_knows_travels_as_json(store: Store) -> None:
    draft, mapping = drafted(store)
    take_in(store, draft, mapping, "anna")
    with store.reader() as reader:
        known = know(reader, "f")
    assert (known.fair_zh, [edition.number for edition in known.editions], len(known.items)) == (
        "展会",
        [8],
        1,
    )
    assert Known.of(known.to_json()) == known


def test_an_exhibitor_is_called_what_the_register_says_whatever_a_later_file_says(
    store: Store,
) -> None:
    register = csv_text("展商编号,企业名称,企业性质", "E1,新名公司,民营")
    stands = csv_text("届次,展商编号,企业名称,展位面积（㎡）", "7,E1,旧名公司,9", "8,E2,他家公司,9")
    for name, data in (("名录.csv", register), ("参展.csv", stands)):
        draft, mapping = drafted(store, data, name)
        take_in(store, draft, mapping, "anna")
    with store.reader() as reader:
        names = reader.rows("select name from exhibitors order by exhibitor_id")
        keys = reader.rows(
            "select exhibitor_key from exhibitor_keys where exhibitor_id = 'c:E1' order by 1"
        )
    assert [row["name"] for row in names] == ["新名公司", "他家公司"]
    assert [row["exhibitor_key"] for row in keys] == ["c:E1", "n:新名公司", "n:旧名公司"]
