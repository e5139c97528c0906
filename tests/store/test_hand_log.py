"""Contacts, grades and notes: rows that are added, taken back, and whose persons can be erased."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from analytics.errors import UnknownChoice
from analytics.store import Store, hand_log
from tests import fairs

CALL = {"contacted_on": date(2026, 3, 1), "channel": "phone", "person": "Li", "phone": "123456"}


@pytest.fixture
def store(tmp_path: Path):
    with Store(tmp_path) as opened:
        register = [
            {"fair_id": "f", "line": n, "name": name, "name_key": name}
            for n, name in enumerate(("a", "b"))
        ]
        fairs.load(opened, "exhibitors", exhibitor_rows=register)
        yield opened


def write(store: Store, log: hand_log.Log, key: str = "n:a", **values: object) -> int:
    return store.carry_out(lambda cursor: hand_log.write(cursor, log, "f", key, values, "wang"))


def rows(store: Store, sql: str) -> list[dict]:
    with store.reader() as reader:
        return reader.rows(sql)


def test_a_contact_is_kept_with_who_wrote_it_and_can_be_taken_back(store: Store):
    number = write(store, "contacts", **CALL)
    logged = rows(store, "select exhibitor_id, contacted_on, person, actor from contacts")
    assert logged == [
        {
            "exhibitor_id": "n:a",
            "contacted_on": date(2026, 3, 1),
            "person": "Li",
            "actor": "wang",
        }
    ]
    store.carry_out(lambda cursor: hand_log.undo(cursor, "contacts", number, "wang"))
    assert rows(store, "select * from contacts") == []
    with pytest.raises(UnknownChoice):
        store.carry_out(lambda cursor: hand_log.undo(cursor, "contacts", number, "wang"))


def test_contacts_of_a_file_go_with_their_import(store: Store):
    line = {"fair_id": "f", "line": 2, "exhibitor_key": "n:b", "channel": "visit"}
    number = fairs.load(store, "contacts", contact_rows=[line]).import_id
    assert [row["exhibitor_id"] for row in rows(store, "select * from contacts")] == ["n:b"]
    store.undo(number, "wang")
    assert rows(store, "select * from contacts") == []


def test_the_newest_grade_by_hand_holds_and_none_gives_the_rule_its_word_back(store: Store):
    write(store, "grades", grade="vip", reason="chairs the association")
    last = write(store, "grades", grade=None, reason="left the board")
    assert rows(store, "select * from hand_graded") == []
    store.carry_out(lambda cursor: hand_log.undo(cursor, "grades", last, "wang"))
    assert [row["grade"] for row in rows(store, "select * from hand_graded")] == ["vip"]


def test_erasing_a_person_leaves_the_contact_and_no_name(store: Store):
    write(store, "contacts", **CALL)
    undone = write(store, "contacts", **CALL)
    write(store, "contacts", key="n:b", **CALL)
    store.carry_out(lambda cursor: hand_log.undo(cursor, "contacts", undone, "wang"))
    line = {"fair_id": "f", "line": 2, "exhibitor_key": "n:a", "person": "Li", "email": "l@i.cn"}
    number = fairs.load(store, "contacts", contact_rows=[line]).import_id
    erased = store.carry_out(
        lambda cursor: hand_log.erase_person(cursor, "f", "n:a", "Li", "admin")
    )
    assert erased == (3, [number])
    left = rows(store, "select exhibitor_key from hand_contacts where person is not null")
    assert left == [{"exhibitor_key": "n:b"}]
    assert rows(store, "select person, email from contact_rows") == [
        {"person": None, "email": None}
    ]
    assert rows(store, "select exhibitor_key, entries, actor from erasures") == [
        {"exhibitor_key": "n:a", "entries": 3, "actor": "admin"}
    ]


def test_nobody_writes_to_a_firm_or_a_field_there_is_not(store: Store):
    for log, key, values in (("notes", "n:z", {"body": "x"}), ("notes", "n:a", {"actor": "x"})):
        with pytest.raises(UnknownChoice):
            write(store, log, key, **values)
