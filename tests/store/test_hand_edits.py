"""What people write into the register: events that hold, give way, and can be taken back."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.errors import AlreadyThere, ChangedMeanwhile, FieldChange, UnknownChoice
from analytics.store import Store, hand_edits
from tests import fairs
from tests.store.test_undo_property import facts

NAMES = ("a", "b", "c")


def load_register(
    store: Store, industries: dict[str, str | None], overrides: tuple[tuple[str, str], ...] = ()
) -> int:
    register = [
        {"fair_id": "f", "line": n, "name": name.upper(), "name_key": name, "industry": industry}
        for n, (name, industry) in enumerate(industries.items())
    ]
    held = [{"fair_id": "f", "exhibitor_key": key, "field": field} for key, field in overrides]
    tables = {"override_rows": held} if held else {}
    return fairs.load(store, "exhibitors", exhibitor_rows=register, **tables).import_id


def load_answers(store: Store) -> None:
    answers = [{"overall": n + 2, "exhibitor_key": f"n:{name}"} for n, name in enumerate(NAMES)]
    fairs.load(
        store,
        "exhibitor_survey",
        edition_rows=fairs.editions([1]),
        question_rows=fairs.questions("f-1", []),
        response_rows=fairs.answers("f-1", answers),
    )


def edit(store: Store, key: str, **values: str | None) -> int:
    at_start: dict[str, str | None] = {}
    return store.carry_out(
        lambda cursor: hand_edits.edit(cursor, "f", key, values, at_start, "li", values.get("name"))
    )


def undo(store: Store, act: int) -> None:
    store.carry_out(lambda cursor: hand_edits.undo(cursor, act, "li"))


def field(store: Store, key: str, name: str = "industry") -> str | None:
    with store.reader() as reader:
        return reader.value(f"select {name} from exhibitors where exhibitor_id = $key", key=key)


@pytest.fixture
def store(tmp_path: Path):
    with Store(tmp_path) as opened:
        load_register(opened, {"a": "food", "b": "steel", "c": None})
        yield opened


def test_an_edit_holds_until_it_is_undone_and_moves_the_cubes(store: Store):
    load_answers(store)
    version = store.version
    act = edit(store, "n:a", industry="glass", country="DE")
    assert store.version > version
    assert (field(store, "n:a"), field(store, "n:a", "country")) == ("glass", "DE")
    with store.reader() as reader:
        assert reader.value("select sum(n) from measure_cube where industry = 'glass'") == 1
    undo(store, act)
    assert (field(store, "n:a"), field(store, "n:a", "country")) == ("food", None)
    with pytest.raises(UnknownChoice):
        undo(store, act)


def test_a_later_import_gives_way_unless_it_was_said_to_hold(store: Store):
    edit(store, "n:a", industry="glass")
    load_register(store, {"a": "wood"})
    assert field(store, "n:a") == "glass"
    number = load_register(store, {"a": "paper"}, (("n:a", "industry"),))
    assert field(store, "n:a") == "paper"
    store.undo(number, "li")
    assert field(store, "n:a") == "glass"


def test_an_edit_can_empty_a_field_and_what_stands_there_is_no_edit(store: Store):
    assert edit(store, "n:a", industry="food") == 0
    edit(store, "n:a", industry=None)
    assert field(store, "n:a") is None


def test_one_field_of_an_act_can_be_taken_back_alone(store: Store):
    act = edit(store, "n:a", industry="glass", country="DE")
    with store.reader() as reader:
        country = reader.value("select edit_id from hand_edits where field = 'country'")
    store.carry_out(lambda cursor: hand_edits.undo(cursor, act, "li", country))
    assert (field(store, "n:a"), field(store, "n:a", "country")) == ("glass", None)


def test_the_second_of_two_is_told_who_changed_the_same_field_and_nothing_is_written(store: Store):
    edit(store, "n:a", industry="glass")
    late = partial(
        hand_edits.edit,
        fair_id="f",
        exhibitor_id="n:a",
        values={"industry": "wood", "country": "DE"},
        at_start={"industry": "food", "country": None},
        actor="wang",
    )
    with pytest.raises(ChangedMeanwhile) as caught:
        store.carry_out(late)
    assert caught.value.changes == (FieldChange("industry", "food", "glass", "li"),)
    assert (field(store, "n:a"), field(store, "n:a", "country")) == ("glass", None)


def test_a_new_name_leads_later_files_to_the_firm(store: Store):
    edit(store, "n:a", name="aa")
    load_answers(store)
    fairs.load(
        store,
        "exhibitor_survey",
        edition_rows=fairs.editions([2]),
        question_rows=fairs.questions("f-2", []),
        response_rows=fairs.answers("f-2", [{"overall": 4, "exhibitor_key": "n:aa"}]),
    )
    assert field(store, "n:a", "name") == "aa"
    with store.reader() as reader:
        assert reader.value("select sum(matched) from respondent_cube") == 4


def test_a_new_exhibitor_is_entered_once_and_can_be_taken_back(store: Store):
    enter = partial(hand_edits.enter, fair_id="f", code=None, name_key="d", actor="li")
    values = {"name": "D", "industry": "glass", "kind": "individual"}
    key = store.carry_out(partial(enter, values=values))
    assert (field(store, key), field(store, key, "kind")) == ("glass", "individual")
    with pytest.raises(AlreadyThere):
        store.carry_out(partial(enter, values=values))
    with store.reader() as reader:
        act = reader.value("select act_id from hand_exhibitors")
    undo(store, act)
    assert field(store, key, "name") is None


def test_several_exhibitors_are_written_in_one_act(store: Store):
    act, count = store.carry_out(
        lambda cursor: hand_edits.edit_many(
            cursor, "f", ["n:a", "n:b"], "account_owner", "wang", "li"
        )
    )
    assert count == 2
    assert [field(store, f"n:{name}", "account_owner") for name in NAMES] == ["wang", "wang", None]
    reassigned, count = store.carry_out(
        lambda cursor: hand_edits.reassign(cursor, "f", "wang", "zhao", "li")
    )
    assert (field(store, "n:b", "account_owner"), count) == ("zhao", 2)
    with pytest.raises(UnknownChoice):
        store.carry_out(lambda cursor: hand_edits.reassign(cursor, "f", "wang", "zhao", "li"))
    undo(store, reassigned)
    assert field(store, "n:b", "account_owner") == "wang"
    undo(store, act)
    assert field(store, "n:b", "account_owner") is None


def test_what_there_is_not_is_refused_and_leaves_nothing(store: Store):
    version = store.version
    for key, values in (("n:z", {"industry": "x"}), ("n:a", {"fair_id": "x"})):
        with pytest.raises(UnknownChoice):
            edit(store, key, **values)
    assert store.version == version


EVENT = st.one_of(
    st.tuples(
        st.just("import"),
        st.dictionaries(
            st.sampled_from(NAMES), st.sampled_from(["food", "steel", None]), min_size=1
        ),
        st.booleans(),
    ),
    st.tuples(
        st.just("edit"),
        st.sampled_from(NAMES),
        st.sampled_from(["glass", "wood", None]),
    ),
    st.tuples(st.just("name"), st.sampled_from(NAMES), st.sampled_from(["x", "y", "b"])),
)


def bring(store: Store, event: tuple) -> int:
    kind, what, value = event
    if kind == "import":
        overrides = tuple((f"n:{name}", "industry") for name in what) if value else ()
        return load_register(store, what, overrides)
    return edit(store, f"n:{what}", **{"industry" if kind == "edit" else "name": value})


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(EVENT, st.booleans()), min_size=1, max_size=6))
def test_undone_edits_and_imports_leave_no_trace_in_the_facts(steps: list[tuple]):
    with (
        tempfile.TemporaryDirectory() as folder,
        tempfile.TemporaryDirectory() as folder_of_survivors,
        Store(Path(folder)) as store,
        Store(Path(folder_of_survivors)) as survivors,
    ):
        for opened in (store, survivors):
            load_register(opened, dict.fromkeys(NAMES, "paper"))
            load_answers(opened)
        numbers = []
        for event, is_undone in steps:
            numbers.append(bring(store, event))
            if is_undone and numbers[-1]:
                undo(store, numbers[-1]) if event[0] != "import" else store.undo(numbers[-1], "li")
            else:
                bring(survivors, event)
        assert facts(store) == facts(survivors)
