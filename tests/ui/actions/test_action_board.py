"""Actions are entered, changed and taken back on their page, by those who may."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from analytics import people
from analytics.action_plan import Action, actions_of, save_action
from analytics.folders import ROOT
from analytics.store import Store
from tests.ui.conftest import words_on
from tests.ui.people.test_gate import app, claims


def opened() -> AppTest:
    at = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=60).run()
    return at.switch_page("../pages/actions.py").run()


def press(at: AppTest, label: str) -> AppTest:
    return next(button for button in at.button if button.label == label).click().run()


def test_an_action_entered_on_the_page_stands_on_the_board(store: Store) -> None:
    at = opened()
    assert "No action has been entered yet" in words_on(at)
    at.text_input(key="new-0-title").set_value("More hotspots")
    at.text_input(key="new-0-owner").set_value("Li")
    at = press(at, "Keep this action")
    assert not at.exception
    (action,) = actions_of(store, "f")
    assert (action.title, action.owner, action.edition) == ("More hotspots", "Li", "f-2")
    assert at.success[0].value.startswith("Kept")
    assert "1 actions are under way" in words_on(at)


def test_an_action_without_words_is_refused_and_nothing_is_kept(store: Store) -> None:
    at = press(opened(), "Keep this action")
    assert "Say in a few words" in words_on(at)
    assert actions_of(store, "f") == ()


def test_a_change_is_kept_with_its_history_and_can_be_taken_back(store: Store) -> None:
    item = "a"
    save_action(store, "f", Action("Signs", "exhibitor", "item", item, "f-2"), "ann")
    at = opened()
    at.selectbox(key="action-to-change").set_value(1).run()
    at.selectbox(key="action-1-1-state").set_value("done")
    at = next(b for b in at.button if b.key and "action-1-1" in b.key).click().run()
    assert actions_of(store, "f")[0].state == "done"
    at = press(at, "Take the last change back")
    assert not at.exception
    assert actions_of(store, "f")[0].state == "open"


def test_a_viewer_reads_the_board_and_changes_none(store: Store) -> None:
    save_action(store, "f", Action("Signs", "exhibitor", "item", "a", "f-2"), "ann")
    people.admit(store, "a@fair.example", "viewer")
    at = app(claims(), "actions")
    assert not at.exception
    assert "Actions are entered and changed by importers and admins." in words_on(at)
    assert not [button for button in at.button if button.label == "Keep this action"]
