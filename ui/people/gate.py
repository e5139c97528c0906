"""Who may come in, and who may load data.

Without `[auth]` in the secrets there is one person, `local`, on this machine only
(`ui.server.request_guard` refuses any other address). With it, OIDC says who somebody is and the
store's table of people decides at every run whether they are in: removing somebody works at their
next click, whatever their cookie says.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from typing import Any

import streamlit as st

from analytics import people
from analytics.errors import NotAllowed
from analytics.people import Person, Role
from analytics.remedies import remedy
from analytics.store import Store
from analytics.wording import Say
from ui.frame import session
from ui.frame.safe_labels import md
from ui.server import answer_cache

LOCAL = Person("local", "admin")
LONGEST_SIGN_IN_S = 12 * 60 * 60
CLOCKS_DIFFER_S = 5 * 60
PERSON = "_person"


def has_sign_in() -> bool:
    """Whether this installation has people sign in."""
    return bool(st.secrets.load_if_toml_exists()) and "auth" in st.secrets


def enter(say: Say) -> Person:
    """Whoever this run is for. Ends the run, politely, for anybody who is not in."""
    who = LOCAL
    if has_sign_in():
        who = admitted_person(answer_cache.store(), dict(st.user)) or _turn_away(dict(st.user), say)
    session.remember(PERSON, who)
    return who


def person() -> Person:
    """Whoever this run is for."""
    current: Person = session.value_of(PERSON) or LOCAL
    return current


def role() -> Role:
    """What this run's person may do."""
    return person().role


def require(needed: Role, say: Say) -> Person:
    """This run's person, if they may do what `needed` may; else ends the run with what it takes."""
    who = person()
    if not who.may(needed):
        st.warning(md(remedy(NotAllowed(needed), say)), icon=":material/lock:")
        st.stop()
    return who


def may_restore() -> bool:
    """Whether this reader may put a backup in the place of a database that will not open, and so
    cannot say who is an admin: whoever sits here, or the admin that the machine itself names.
    """
    if not has_sign_in():
        return True
    claims = dict(st.user)
    email = str(claims.get("email") or "").strip().casefold()
    is_in = claims.get("is_logged_in") and claims.get("email_verified") is not False
    named = os.environ.get("EXPOLENS_ADMIN", "").strip().casefold()
    return bool(is_in and email and email == named and _is_fresh(claims))


def admitted_person(store: Store, claims: Mapping[str, Any]) -> Person | None:
    """The person these claims of the identity provider stand for; None if signed out, signed in too
    long ago, or not listed.
    """
    if (
        not claims.get("is_logged_in")
        or not _is_fresh(claims)
        or claims.get("email_verified") is False
    ):
        return None
    return people.person(store, str(claims.get("email") or ""))


def _is_fresh(claims: Mapping[str, Any]) -> bool:
    issued = claims.get("iat")
    if not isinstance(issued, (int, float)):
        return False
    return -CLOCKS_DIFFER_S <= time.time() - issued <= LONGEST_SIGN_IN_S


def _turn_away(claims: Mapping[str, Any], say: Say) -> Person:
    with st.container(key="door", width=520, horizontal_alignment="left"):
        st.title("ExpoLens · 展析", anchor=False)
        if not claims.get("is_logged_in"):
            _ask_to_sign_in(
                say("Trade-fair analytics for those who run the fair. Please sign in."), say
            )
        elif not _is_fresh(claims):
            _ask_to_sign_in(say("You signed in more than 12 hours ago. Please sign in again."), say)
        else:
            _refuse(str(claims.get("email") or "–"), say)
    st.stop()


def _ask_to_sign_in(sentence: str, say: Say) -> None:
    st.markdown(md(sentence))
    if st.button(say("Sign in"), key="sign-in", type="primary", icon=":material/login:"):
        st.login()


def _refuse(email: str, say: Say) -> None:
    text = say(
        "You are signed in as {email}, but that address is not on the list of this ExpoLens.",
        email=email,
    )
    st.markdown(md(text))
    st.markdown(md(say("Ask an administrator to add it, or sign in with another one.")))
    if st.button(say("Sign out"), key="sign-out", icon=":material/logout:"):
        st.logout()
