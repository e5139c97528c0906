"""Who holds the accounts: counted by head on six exhibitors of four owners, one of whom left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from analytics.account_owner_settings import keep_owners_left
from analytics.ask import ask
from analytics.catalogue import study
from analytics.filters import Filters
from analytics.store import Store
from analytics.studies.account_owners.compute import AccountOwners
from analytics.wording import Say
from tests import fairs

STUDY = study("account_owners")
FAIR = Filters("f")
FIRMS = (
    ("A", "Wang", 500.0, "Tools"),
    ("B", "wang ", 200.0, None),
    ("C", "Li", 150.0, None),
    ("D", "Zhao", 100.0, "Toys"),
    ("E", "Qian", 30.0, "Toys"),
    ("F", None, 20.0, "Toys"),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path) as opened:
        load(opened, has_fees=True)
        yield opened


def load(store: Store, *, has_fees: bool) -> None:
    fairs.load(
        store,
        "exhibitors",
        exhibitor_rows=[
            {"fair_id": "f", "line": n, "name": name, "name_key": name.lower()}
            | {"account_owner": owner, "industry": industry}
            for n, (name, owner, _, industry) in enumerate(FIRMS)
        ],
    )
    fairs.load(
        store,
        "participations",
        edition_rows=fairs.editions([1]),
        participation_rows=[
            {"edition_id": "f-1", "line": n, "exhibitor_key": f"n:{name.lower()}"}
            | ({"fee": fee} if has_fees else {})
            for n, (name, _, fee, _) in enumerate(FIRMS)
        ],
    )


def answer(store: Store, line: str = "70") -> AccountOwners:
    result: AccountOwners = ask(store, STUDY, FAIR, (("line", line),))
    return result


def test_the_fewest_owners_that_reach_the_line_are_counted(store: Store) -> None:
    owners = answer(store)
    assert (owners.top, owners.people, round(owners.top_share, 3)) == (1, 4, 0.7)
    assert owners.owners["n"].tolist() == [2, 1, 1, 1, 1]
    assert owners.owners["owner"].tolist()[1:] == ["Li", "Zhao", "Qian", ""]
    assert answer(store, "80").top == 2


def test_accounts_of_somebody_who_left_wait_for_an_owner(store: Store) -> None:
    assert answer(store).waiting["name"].tolist() == ["F"]
    keep_owners_left(store, "f", ("WANG",))
    owners = answer(store)
    assert owners.waiting["name"].tolist() == ["A", "B", "F"]
    assert (owners.people, owners.top, round(owners.top_share, 2)) == (3, 3, 0.28)
    claims = {figure.key: figure.title for figure in STUDY.figures(owners, Say("en"))}
    assert claims["overview"] == "3 people hold 28% of fees."
    assert claims["waiting"] == "3 accounts with 72% of fees wait for an owner."


def test_fields_are_counted_alone_and_by_money(store: Store) -> None:
    rows = answer(store).fields.set_index("field")
    assert rows.loc["industry", "filled"] == 4
    assert rows.loc["industry", "money_share"] == pytest.approx(0.65)
    assert rows.loc["region", "share"] == 0
    assert answer(store).to_complete["name"].tolist() == ["A", "B", "C", "D", "E", "F"]


def test_fields_are_counted_by_edition_and_by_list(store: Store) -> None:
    for table in (answer(store).by_edition, answer(store).by_import):
        rows = table.set_index("field")
        assert (rows.loc["industry", "n"], rows.loc["industry", "filled"]) == (6, 4)


def test_without_amounts_accounts_are_counted(tmp_path: Path) -> None:
    with Store(tmp_path) as opened:
        load(opened, has_fees=False)
        owners = answer(opened)
    assert (owners.is_by_money, owners.top, round(owners.top_share, 3)) == (False, 4, 0.833)
    figures = {figure.key: figure for figure in STUDY.figures(owners, Say("zh"))}
    assert figures["overview"].title == "4 人掌握 83% 的客户。"


def test_a_register_without_owners_says_so(store: Store) -> None:
    store.write("update exhibitor_rows set account_owner = null")
    store.write("update exhibitors set account_owner = null")
    owners = answer(store)
    figures = {figure.key: figure for figure in STUDY.figures(owners, Say("en"))}
    assert figures["overview"].title == "The register names no account owner who is there."
    assert len(owners.waiting) == 6
