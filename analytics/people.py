"""Who may come in, and to do what. The table `users` decides; a sign-in only says who it is."""

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
ROLE_OF = "select role from users where email = $email and active"
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
        role = reader.value(ROLE_OF, email=_plain(email))
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
    if not _is_address(address):
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
    has_admin = any(listed.role == "admin" and listed.active for listed in everyone(store))
    if has_admin or not email.strip():
        return False
    admit(store, email, "admin")
    return True


def _keep_an_admin(store: Store, email: str) -> None:
    known = person(store, email)
    with store.reader() as reader:
        others = reader.value(OTHER_ADMINS, email=email)
    if known and known.role == "admin" and not others:
        raise NotAllowed("admin")


def _is_address(text: str) -> bool:
    has_space = any(sign.isspace() for sign in text)
    return text.count("@") == 1 and all(text.split("@")) and not has_space


def _plain(email: str) -> str:
    return email.strip().casefold()
