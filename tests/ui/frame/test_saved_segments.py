"""Segments kept under names of the reader's own."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from analytics.store import Store
from ui.server import answer_cache


def page(role: str = "admin", k: int = 2) -> AppTest:
    def script(role: str, k: int) -> None:
        from types import SimpleNamespace

        from analytics.filters import Filters
        from analytics.people import Person
        from ui.frame import saved_segments, session
        from ui.people import gate

        session.remember(gate.PERSON, Person("a@fair.example", role))
        groups = SimpleNamespace(
            k=k, members=lambda number: [["n:firm0", "n:firm1"], ["n:firm2"]][number]
        )
        saved_segments.draw(groups, ["Loyal", "New"], Filters("f"), (("k", "2"),), session.say())

    return AppTest.from_function(script, args=(role, k), default_timeout=30)


def keep(at: AppTest) -> AppTest:
    return at.button[[button.label for button in at.button].index("Keep")].click().run()


def test_a_kept_segment_is_offered_as_a_filter_under_its_own_name(store: Store) -> None:
    at = page().run()
    at.text_input(key="keep-0").set_value("Regulars")
    keep(at)
    assert not at.exception
    assert [segment.en for segment in answer_cache.choices("f", "exhibitor").segments] == [
        "Regulars",
        "New",
    ]
    with store.reader() as reader:
        assert reader.value("select count(*) from segment_members") == 3


def test_a_segment_without_a_name_is_not_kept(store: Store) -> None:
    at = page().run()
    at.text_input(key="keep-1").set_value(" ")
    keep(at)
    assert [segment.en for segment in answer_cache.choices("f", "exhibitor").segments] == ["Loyal"]


def test_a_kept_segment_can_be_forgotten(store: Store) -> None:
    at = keep(page().run())
    at.button[[button.label for button in at.button].index("Forget")].click().run()
    assert len(answer_cache.choices("f", "exhibitor").segments) == 1


@pytest.mark.parametrize(("role", "k"), [("viewer", 2), ("admin", 1)])
def test_who_may_not_or_has_none_sees_no_way_to_keep(store: Store, role: str, k: int) -> None:
    assert not page(role, k).run().button


def page_of_one(role: str = "admin") -> AppTest:
    def script(role: str) -> None:
        from analytics.filters import Filters
        from analytics.people import Person
        from ui.frame import saved_segments, session
        from ui.people import gate

        session.remember(gate.PERSON, Person("a@fair.example", role))
        members = ("n:firm0", "n:firm1", "n:firm2")
        saved_segments.draw_one(members, "Call list", Filters("f"), (), session.say())

    return AppTest.from_function(script, args=(role,), default_timeout=30)


def test_one_group_is_kept_whole_under_the_name_typed(store: Store) -> None:
    at = page_of_one().run()
    at.text_input(key="keep-0").set_value("Call before May")
    keep(at)
    assert not at.exception
    assert [segment.en for segment in answer_cache.choices("f", "exhibitor").segments] == [
        "Call before May"
    ]
    with store.reader() as reader:
        assert reader.value("select count(*) from segment_members") == 3


def test_a_viewer_keeps_no_group(store: Store) -> None:
    assert not page_of_one("viewer").run().button
