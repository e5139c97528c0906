"""Who may come in: with sign-in switched off, and on."""

from __future__ import annotations

import time
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from analytics import people
from analytics.folders import ROOT
from analytics.people import Person
from analytics.store import Store
from tests.ui.conftest import words_on
from ui.people import gate

AUTH = {
    "redirect_uri": "http://127.0.0.1:8501/oauth2callback",
    "cookie_secret": "x" * 40,
    "client_id": "c",
    "client_secret": "s",
    "server_metadata_url": "http://127.0.0.1:1/.well-known/openid-configuration",
}


def claims(**more: Any) -> dict[str, Any]:
    return {"is_logged_in": True, "email": "a@fair.example", "iat": int(time.time()) - 60} | more


def app(user: dict[str, Any], page: str = "") -> AppTest:
    at = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=60)
    at.secrets["auth"] = AUTH
    at.user = user
    at.run()
    return at.switch_page(f"../pages/{page}.py").run() if page else at


def test_without_sign_in_the_one_person_is_local_and_may_load_data(store: Store) -> None:
    at = AppTest.from_file(str(ROOT / "ui" / "main.py"), default_timeout=60).run()
    assert not at.exception
    assert at.header[0].value == "Fair"
    assert Person("local", "admin") == gate.LOCAL
    assert gate.LOCAL.may("importer")


def test_somebody_signed_out_is_asked_to_sign_in_and_sees_nothing(store: Store) -> None:
    at = app({"is_logged_in": False})
    assert at.button(key="sign-in").label == "Sign in"
    assert not at.header
    assert not at.sidebar.multiselect


def test_somebody_listed_is_in(store: Store) -> None:
    people.admit(store, "a@fair.example", "viewer")
    at = app(claims())
    assert at.header[0].value == "Fair"
    assert "a@fair.example" in words_on(at)


def test_somebody_unlisted_is_refused_and_can_sign_out(store: Store) -> None:
    at = app(claims(email="b@fair.example"))
    assert "b@fair.example, but that address is not on the list" in words_on(at)
    assert at.button(key="sign-out").label == "Sign out"
    assert not at.header


def test_somebody_dismissed_is_out_at_the_next_click(store: Store) -> None:
    people.admit(store, "a@fair.example", "viewer")
    at = app(claims())
    people.dismiss(store, "a@fair.example")
    assert "not on the list" in words_on(at.run())


def test_a_sign_in_of_yesterday_has_to_be_renewed(store: Store) -> None:
    people.admit(store, "a@fair.example", "viewer")
    at = app(claims(iat=int(time.time()) - 13 * 3600))
    assert "more than 12 hours ago" in words_on(at)
    assert not at.header


@pytest.mark.parametrize(
    ("more", "is_in"),
    [
        ({}, True),
        ({"email": "A@FAIR.example"}, True),
        ({"email_verified": True}, True),
        ({"email_verified": False}, False),
        ({"iat": None}, False),
        ({"iat": "now"}, False),
        ({"iat": time.time() + 3600}, False),
        ({"is_logged_in": False}, False),
        ({"email": None}, False),
    ],
)
def test_only_fresh_verified_claims_of_somebody_listed_let_in(
    store: Store, more: dict[str, Any], is_in: bool
) -> None:
    people.admit(store, "a@fair.example", "importer")
    person = gate.admitted_person(store, claims(**more))
    assert person == (Person("a@fair.example", "importer") if is_in else None)


def test_a_viewer_cannot_send_the_demo_away(store: Store) -> None:
    store.write("update fairs set is_demo = true where fair_id = 'f'")
    people.admit(store, "a@fair.example", "viewer")
    at = app(claims())
    assert [button.key for button in at.button if button.key == "hide-demo"] == []
    assert app(claims(), "settings").toggle(key="demo").disabled


def test_an_admin_lists_and_removes_people(store: Store) -> None:
    people.admit(store, "a@fair.example", "admin")
    at = app(claims(), "settings")
    at.text_input(key="admit-email").set_value("New@fair.example")
    at.selectbox(key="admit-role").set_value("importer")
    at.button[[button.label for button in at.button].index("Add or change")].click().run()
    assert people.person(store, "new@fair.example") == Person("new@fair.example", "importer")
    at.selectbox(key="dismiss-email").set_value("new@fair.example").run()
    at.button(key="dismiss").click().run()
    assert people.person(store, "new@fair.example") is None


def test_the_last_admin_cannot_remove_themselves(store: Store) -> None:
    people.admit(store, "a@fair.example", "admin")
    at = app(claims(), "settings")
    at.selectbox(key="dismiss-email").set_value("a@fair.example").run()
    at.button(key="dismiss").click().run()
    assert "one has to remain" in words_on(at)
    assert people.person(store, "a@fair.example")


def test_others_do_not_see_who_is_listed(store: Store) -> None:
    people.admit(store, "a@fair.example", "importer")
    at = app(claims(), "settings")
    assert not at.text_input
    assert "May load data" in words_on(at)


def test_what_needs_a_right_says_so_and_goes_no_further(store: Store) -> None:
    def script() -> None:
        import streamlit as st

        from analytics.people import Person
        from ui.frame import session
        from ui.people import gate

        session.remember(gate.PERSON, Person("x", "viewer"))
        gate.require("importer", session.say())
        st.markdown("inside")

    at = AppTest.from_function(script).run()
    assert "needs the right to load data" in words_on(at)
    assert "inside" not in words_on(at)
