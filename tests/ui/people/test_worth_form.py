"""What counts as money is said on the settings page, by those who may load data."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from analytics import people
from analytics.folders import ROOT
from analytics.store import Store
from analytics.worth_settings import WorthSettings, settings_of
from tests.ui.conftest import words_on
from tests.ui.people.test_gate import app, claims


def test_the_values_said_on_the_page_are_kept_for_the_fair(store: Store) -> None:
    at = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=60).run()
    at.switch_page("../pages/settings.py").run()
    assert settings_of(store, "f") == WorthSettings()
    at.selectbox(key="worth-money-f").set_value("turnover")
    at.number_input(key="worth-margin-f").set_value(35.0)
    at.checkbox(key="worth-first-f").set_value(True)
    next(button for button in at.button if button.label == "Keep these values").click().run()
    assert not at.exception
    assert settings_of(store, "f") == WorthSettings(
        money="turnover", margin=0.35, is_first_ever=True
    )


def test_a_viewer_reads_the_values_and_changes_none(store: Store) -> None:
    people.admit(store, "a@fair.example", "viewer")
    at = app(claims(), "settings")
    assert not at.exception
    assert "Discount per edition: 10.0%" in words_on(at)
    assert not [button for button in at.button if button.label == "Keep these values"]
