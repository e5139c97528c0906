"""Who may come in, and what they may do there. The table `users` decides; a sign-in only says who
somebody is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from analytics.errors import NotAllowed, UnknownChoice
from analytics.store import Store

Role = Literal["viewer", "importer", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)

EVERYONE = """-- one row per listed person
select email, role, active from users order by email
"""
ONE = "select role from users where email = $email and active"
ADMIT = "insert or replace into users values ($email, $role, true)"
DISMISS = "update users set active = false where email = $email"
OTHER_ADMINS = "select count(*) from users where role = 'admin' and active and email <> $email"


@dataclass(frozen=True)
class Person:
    """Somebody who is in."""

    email: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether this person's role covers what `role` may do."""
        return ROLES.index(self.role) >= ROLES.index(role)


@dataclass(frozen=True)
class Listed:
    """One line of the table of people."""

    email: str
    role: Role
    active: bool


def person(store: Store, email: str) -> Person | None:
    """Whoever this address belongs to; None if it is not listed or no longer active."""
    with store.reader() as reader:
        role = reader.value(ONE, email=_plain(email))
    return Person(_plain(email), role) if role else None


def everyone(store: Store) -> list[Listed]:
    """Every listed person, by address."""
    with store.reader() as reader:
        return [Listed(**row) for row in reader.rows(EVERYONE)]


def admit(store: Store, email: str, role: Role) -> None:
    """List a person, or change their role, or let them in again. Raises UnknownChoice, or
    NotAllowed (see `dismiss`).
    """
    address = _plain(email)
    if role not in ROLES:
        raise UnknownChoice("role", role, ROLES)
    if (
        address.count("@") != 1
        or any(sign.isspace() for sign in address)
        or not all(address.split("@"))
    ):
        raise UnknownChoice("email", address)
    if role != "admin":
        _keep_an_admin(store, address)
    store.write(ADMIT, email=address, role=role)


def dismiss(store: Store, email: str) -> None:
    """Let a person in no longer. Raises NotAllowed for the last admin: somebody must remain."""
    _keep_an_admin(store, _plain(email))
    store.write(DISMISS, email=_plain(email))


def name_first_admin(store: Store, email: str) -> bool:
    """Make this address the admin if there is no active one yet. Returns whether it did."""
    if not email.strip() or any(one.role == "admin" and one.active for one in everyone(store)):
        return False
    admit(store, email, "admin")
    return True


def _keep_an_admin(store: Store, email: str) -> None:
    known = person(store, email)
    with store.reader() as reader:
        others = reader.value(OTHER_ADMINS, email=email)
    if known and known.role == "admin" and not others:
        raise NotAllowed("admin")


def _plain(email: str) -> str:
    return email.strip().casefold()
