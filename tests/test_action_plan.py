"""Actions are kept as versions: who changed what, what was taken back, and nothing lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from analytics.action_plan import (
    Action,
    Costs,
    actions_of,
    read_versions,
    save_action,
    undo_version,
)
from analytics.errors import NewerVersion, UnknownChoice
from analytics.store import Store

WIFI = Action("More hotspots", "exhibitor", "item", "wifi", "f-1", 0.3, due_on=date(2026, 9, 1))


def only(store: Store) -> Action:
    (action,) = actions_of(store, "f")
    return action


def test_an_action_comes_back_as_it_was_entered(store: Store):
    costs = Costs(training=100.0, upkeep=0.0)
    save_action(store, "f", replace(WIFI, owner=" Li ", currency="cny", costs=costs), "ann")
    action = only(store)
    assert (action.title, action.owner, action.currency) == ("More hotspots", "Li", "CNY")
    assert action.costs == costs
    assert action.costs.total == 100.0
    assert (action.due_on, action.target, action.actor) == (date(2026, 9, 1), 0.3, "ann")
    assert actions_of(store, "g") == ()


def test_no_head_of_cost_known_is_no_cost_and_not_zero():
    assert Costs().total is None
    assert Costs(software=0.0).total == 0.0


def test_the_newest_version_counts_and_every_one_is_kept(store: Store):
    number = save_action(store, "f", WIFI, "ann")
    save_action(store, "f", replace(only(store), state="done"), "bob")
    assert only(store).state == "done"
    with store.reader() as reader:
        versions = read_versions(reader, "f", number)
    assert [(each.state, each.actor) for each in versions] == [("done", "bob"), ("open", "ann")]


def test_a_change_taken_back_leaves_the_one_before_and_the_first_taken_back_leaves_none(
    store: Store,
):
    save_action(store, "f", WIFI, "ann")
    save_action(store, "f", replace(only(store), state="dropped"), "bob")
    undo_version(store, "f", only(store))
    assert only(store).state == "open"
    undo_version(store, "f", only(store))
    assert actions_of(store, "f") == ()


def test_who_changes_what_somebody_else_changed_meanwhile_is_told_and_overwrites_nothing(
    store: Store,
):
    save_action(store, "f", WIFI, "ann")
    opened_by_both = only(store)
    save_action(store, "f", replace(opened_by_both, owner="Li"), "ann")
    with pytest.raises(NewerVersion) as told_off:
        save_action(store, "f", replace(opened_by_both, owner="Wu"), "bob")
    assert told_off.value.who == "ann"
    assert only(store).owner == "Li"
    with pytest.raises(NewerVersion):
        undo_version(store, "f", opened_by_both)
    assert only(store).owner == "Li"


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"title": "  "}, "action"),
        ({"target": -0.1}, "target"),
        ({"target": float("nan")}, "target"),
        ({"costs": Costs(software=-1.0)}, "cost"),
        ({"costs": Costs(software=float("inf"))}, "cost"),
        ({"aim": "mood"}, "aim"),
    ],
)
def test_what_cannot_be_is_refused_by_name(store: Store, change: dict, what: str):
    with pytest.raises(UnknownChoice) as refused:
        save_action(store, "f", replace(WIFI, **change), "ann")
    assert refused.value.what == what
    assert actions_of(store, "f") == ()


@pytest.mark.parametrize(
    ("due", "state", "is_late"),
    [
        (date(2026, 1, 1), "open", True),
        (date(2026, 1, 1), "done", False),
        (date(2026, 1, 2), "open", False),
        (None, "open", False),
    ],
)
def test_only_an_open_action_past_its_day_is_overdue(due: date | None, state: str, is_late: bool):
    action = replace(WIFI, due_on=due, state=state)  # type: ignore[arg-type]
    assert action.is_overdue(date(2026, 1, 2)) is is_late
