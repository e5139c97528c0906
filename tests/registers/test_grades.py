"""Grades by the rule, by hand, and the list that shows them."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.errors import NotAllowed, UnknownChoice
from analytics.people import Person
from analytics.registers import exhibitor_card, exhibitor_list, grades, writing
from analytics.registers.exhibitor_list import Search
from analytics.registers.grades import GradeRule
from analytics.store import Store
from tests import fairs

ADMIN, IMPORTER, VIEWER = (Person(f"{role}@f", role) for role in ("admin", "importer", "viewer"))
FEES = {
    "always": (100.0, 100.0, 100.0),
    "big": (500.0, 500.0, 500.0),
    "grown": (100.0, 100.0, 120.0),
    "new": (None, None, 900.0),
    "gone": (800.0, 800.0, None),
}
"""What each paid at three editions; None: it did not come."""


@pytest.fixture
def store(tmp_path: Path):
    with Store(tmp_path) as opened:
        names = [{"fair_id": "f", "line": n, "name": x, "name_key": x} for n, x in enumerate(FEES)]
        for place in range(3):
            stays = [
                {
                    "edition_id": f"f-{place + 1}",
                    "line": line,
                    "exhibitor_key": f"n:{name}",
                    "fee": fees[place],
                }
                for line, (name, fees) in enumerate(FEES.items())
                if fees[place] is not None
            ]
            fairs.load(
                opened,
                "participations",
                edition_rows=fairs.editions([place + 1]),
                exhibitor_rows=names if place == 0 else names[:3],
                participation_rows=stays,
            )
        yield opened


def now(store: Store) -> dict[str, str]:
    with store.reader() as reader:
        return grades.grades_now(reader, "f", [f"n:{name}" for name in FEES], GradeRule(top=0.5))


def test_the_rule_says_vip_potential_and_normal(store: Store):
    assert now(store) == {
        "n:always": "normal",
        "n:big": "vip",
        "n:grown": "potential",
        "n:new": "potential",
        "n:gone": "normal",
    }


def test_the_past_is_graded_by_the_past_alone(store: Store):
    with store.reader() as reader:
        rows = grades.grades_before(reader, "f", "n:gone", GradeRule(top=0.5, least=2))
    assert [(row["name_en"], row["grade"]) for row in rows] == [
        ("Edition 2", "vip"),
        ("Edition 1", "normal"),
    ]


def test_a_grade_by_hand_holds_and_only_admins_give_one(store: Store):
    with pytest.raises(NotAllowed):
        writing.log(store, IMPORTER, "grades", "f", "n:gone", {"grade": "vip"})
    with pytest.raises(UnknownChoice):
        writing.log(store, ADMIN, "grades", "f", "n:gone", {"grade": "gold"})
    number = writing.log(store, ADMIN, "grades", "f", "n:gone", {"grade": "vip", "reason": "x"})
    assert now(store)["n:gone"] == "vip"
    rule = GradeRule()
    with store.reader() as reader:
        vips = exhibitor_list.page(reader, "f", Search(grade="vip"), rule, 0)
        assert exhibitor_list.count(reader, "f", Search(grade="vip"), rule) == len(vips)
    assert "gone" in {line.name for line in vips}
    writing.undo_log(store, ADMIN, "grades", number)
    assert now(store)["n:gone"] == "normal"


def test_the_rule_can_be_changed_by_admins_and_nonsense_is_refused(store: Store):
    with pytest.raises(NotAllowed):
        writing.set_rule(store, IMPORTER, "f", GradeRule(least=2))
    with pytest.raises(UnknownChoice):
        writing.set_rule(store, ADMIN, "f", GradeRule(top=0))
    writing.set_rule(store, ADMIN, "f", GradeRule(least=2))
    with store.reader() as reader:
        assert grades.rule_of(reader, "f") == GradeRule(least=2)
    store.write("update settings set value = '{' where name = 'grades:f'")
    with store.reader() as reader:
        assert grades.rule_of(reader, "f") == GradeRule()


def test_the_list_is_searched_and_turned_page_by_page(store: Store, monkeypatch):
    monkeypatch.setattr(exhibitor_list, "ROWS", 2)
    rule = GradeRule()
    with store.reader() as reader:
        pages = [exhibitor_list.page(reader, "f", Search(), rule, n) for n in range(3)]
        assert exhibitor_list.count(reader, "f", Search("G"), rule) == 3
    names = [line.name for page in pages for line in page]
    assert names == sorted(FEES)
    assert pages[1][0].edition_en == "Edition 2"


def test_viewers_write_nothing_and_importers_do(store: Store):
    for act in (
        lambda: writing.edit(store, VIEWER, "f", "n:new", {"country": "DE"}, {}),
        lambda: writing.enter(store, VIEWER, "f", "", {"name": "X"}),
        lambda: writing.log(store, VIEWER, "notes", "f", "n:new", {"body": "x"}),
        lambda: writing.reassign(store, VIEWER, "f", "a", "b"),
        lambda: writing.erase_person(store, IMPORTER, "f", "n:new", None),
    ):
        with pytest.raises(NotAllowed):
            act()
    writing.edit(store, IMPORTER, "f", "n:new", {"country": " D\u0000E "}, {})
    writing.log(store, IMPORTER, "notes", "f", "n:new", {"body": "好" * 10_000})
    with store.reader() as reader:
        card = exhibitor_card.card_of(reader, "f", "n:new")
        (note,) = exhibitor_card.notes_of(reader, "f", "n:new")
        history = exhibitor_card.history_of(reader, "f", "n:new")
    assert card.written["country"][0] == "importer@f"
    assert len(note["body"]) == 4000
    assert [row["what"] for row in history] == ["note", "edit", "file"]


def test_nothing_is_saved_where_nothing_is_written(store: Store):
    for kind, values in (("contacts", {"subject": " "}), ("notes", {"topic": "x", "body": ""})):
        with pytest.raises(UnknownChoice):
            writing.log(store, ADMIN, kind, "f", "n:new", values)
    with pytest.raises(UnknownChoice):
        writing.edit(store, ADMIN, "f", "n:new", {"name": "  "}, {})
