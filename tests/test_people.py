"""Who may come in."""

from pathlib import Path

import pytest

from analytics.errors import NotAllowed, UnknownChoice
from analytics.people import Listed, Person, admit, dismiss, everyone, name_first_admin, person
from analytics.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def test_somebody_listed_is_let_in_whatever_the_case_of_their_address(store: Store) -> None:
    admit(store, " Wang@Fair.example ", "importer")
    assert person(store, "WANG@fair.EXAMPLE") == Person("wang@fair.example", "importer")


def test_somebody_unlisted_or_dismissed_is_not(store: Store) -> None:
    admit(store, "a@fair.example", "viewer")
    dismiss(store, "a@fair.example")
    assert person(store, "a@fair.example") is None
    assert person(store, "b@fair.example") is None
    assert everyone(store) == [Listed("a@fair.example", "viewer", False)]


def test_a_role_covers_the_lesser_ones() -> None:
    assert [Person("x", "importer").may(role) for role in ("viewer", "importer", "admin")] == [
        True,
        True,
        False,
    ]


def test_the_first_admin_is_named_once(store: Store) -> None:
    assert name_first_admin(store, "a@fair.example")
    assert not name_first_admin(store, "b@fair.example")
    assert not name_first_admin(store, "")
    assert [listed.email for listed in everyone(store)] == ["a@fair.example"]


def test_the_last_admin_can_neither_leave_nor_step_down(store: Store) -> None:
    admit(store, "a@fair.example", "admin")
    with pytest.raises(NotAllowed):
        dismiss(store, "a@fair.example")
    with pytest.raises(NotAllowed):
        admit(store, "a@fair.example", "viewer")
    admit(store, "b@fair.example", "admin")
    dismiss(store, "a@fair.example")
    assert person(store, "a@fair.example") is None


@pytest.mark.parametrize("email", ["", "nobody", "a@", "@b", "a b@c", "a@b@c"])
def test_what_is_no_address_is_not_listed(store: Store, email: str) -> None:
    with pytest.raises(UnknownChoice):
        admit(store, email, "viewer")
