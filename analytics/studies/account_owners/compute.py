"""Who holds the accounts of the edition looked at, and how complete the register is.

Method: the money of every exhibitor there (`analytics.customers.measures`) is added up by owner;
fields are counted, alone and by money. Assumption: the register's owner of today holds the account.
Source: none needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analytics.account_owner_settings import owner_key, owners_left
from analytics.customers.classing import MOST_LISTED
from analytics.customers.measures import Measures, read_measures, register
from analytics.study import statement

if TYPE_CHECKING:
    from analytics.filters import Filters
    from analytics.store import Reader

FIELDS = ("industry", "region", "country", "ownership", "size_band", "account_owner", "name_en")
NOBODY = ""


@dataclass(frozen=True, eq=False)
class AccountOwners:
    """`accounts`: exhibitors here (exhibitor_id, name, industry, money, owner, is_left, missing:
    names of empty fields). `owners`: owner ('' is nobody), n, money, share (of accounts),
    money_share, is_left, the largest first, nobody last. `top` of `people` who are there hold
    `top_share` of `of_money` or, where no amount is known, of the accounts. `fields`: field, n,
    filled, share, money_share. `by_edition` and `by_import`: place, name or day, field, share, n.
    """

    measures: Measures
    accounts: pd.DataFrame
    owners: pd.DataFrame
    fields: pd.DataFrame
    by_edition: pd.DataFrame
    by_import: pd.DataFrame
    line: float
    top: int
    top_share: float
    people: int
    is_by_money: bool

    @property
    def n(self) -> int:
        return len(self.accounts)

    @property
    def waiting(self) -> pd.DataFrame:
        """Accounts without an owner, or whose owner has left, the largest first."""
        is_waiting = (self.accounts["owner"] == NOBODY) | self.accounts["is_left"]
        return self.accounts[is_waiting]

    @property
    def to_complete(self) -> pd.DataFrame:
        """Accounts with an empty field, the largest first."""
        return self.accounts[self.accounts["missing"].map(len) > 0].head(MOST_LISTED)


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> AccountOwners:
    """Raises NothingChosen without participations, NotEnough with fewer than five exhibitors."""
    measures = read_measures(reader, filters, options.get("money", "auto"))
    line = int(options.get("line", "70")) / 100
    accounts = _accounts(reader, filters, measures)
    owners, is_by_money = _owners(accounts)
    there = owners[(owners["owner"] != NOBODY) & ~owners["is_left"]]
    shares = there["money_share" if is_by_money else "share"].to_numpy(float)
    top = _fewest(shares, line)
    return AccountOwners(
        measures,
        accounts,
        owners,
        _fields(accounts),
        _filled(reader, filters, "filled_by_edition"),
        _filled(reader, filters, "filled_by_import"),
        line,
        top,
        float(shares[:top].sum()),
        len(there),
        is_by_money,
    )


def _accounts(reader: Reader, filters: Filters, measures: Measures) -> pd.DataFrame:
    here = measures.now[measures.now["came"].astype(bool)][["exhibitor_id", "money"]]
    known = reader.frame(statement(__package__, "register"), fair=filters.fair)
    accounts = here.merge(known, on="exhibitor_id", how="left")
    keys = [
        owner_key(name) if isinstance(name, str) else NOBODY for name in accounts["account_owner"]
    ]
    names = dict(zip(keys, accounts["account_owner"], strict=True)) | {NOBODY: NOBODY}
    left = {owner_key(name) for name in owners_left(reader, filters.fair)}
    filled = accounts[list(FIELDS)].notna().to_numpy(bool)
    accounts = accounts.assign(
        owner=[names[key] for key in keys],
        is_left=[bool(key) and key in left for key in keys],
        missing=[tuple(np.array(FIELDS)[~row].tolist()) for row in filled],
    )
    ordered = accounts.sort_values(
        ["money", "exhibitor_id"], ascending=[False, True], na_position="last"
    )
    return ordered.reset_index(drop=True)


def _owners(accounts: pd.DataFrame) -> tuple[pd.DataFrame, bool]:
    """One row per owner, and whether any money is known."""
    money = accounts["money"].clip(lower=0)
    total = float(money.sum())
    rows = (
        accounts.assign(money=money)
        .groupby("owner", sort=True, as_index=False)
        .agg(n=("exhibitor_id", "size"), money=("money", "sum"), is_left=("is_left", "max"))
    )
    is_by_money = total > 0
    rows["share"] = rows["n"] / len(accounts)
    rows["money_share"] = rows["money"] / total if is_by_money else float("nan")
    rows["is_nobody"] = rows["owner"] == NOBODY
    by = ["is_nobody", "money" if is_by_money else "n", "owner"]
    ordered = rows.sort_values(by, ascending=[True, False, True]).reset_index(drop=True)
    return ordered.astype({"is_left": bool}), is_by_money


def _fewest(shares: np.ndarray, line: float) -> int:
    """The fewest of the largest that reach the line; all where they never do."""
    reached = np.flatnonzero(np.cumsum(shares) >= line - 1e-12)
    return int(reached[0]) + 1 if len(reached) else len(shares)


def _fields(accounts: pd.DataFrame) -> pd.DataFrame:
    money = accounts["money"].clip(lower=0).fillna(0.0)
    total = float(money.sum())
    rows = []
    for field in FIELDS:
        is_filled = accounts[field].notna()
        worth = float(money[is_filled].sum()) / total if total > 0 else float("nan")
        filled = int(is_filled.sum())
        rows.append((field, len(accounts), filled, filled / len(accounts), worth))
    table = pd.DataFrame(rows, columns=["field", "n", "filled", "share", "money_share"])
    return table.sort_values(["share", "field"]).reset_index(drop=True)


def _filled(reader: Reader, filters: Filters, name: str) -> pd.DataFrame:
    values = {"fair": filters.fair}
    if name == "filled_by_edition":
        values |= {"slice": register(filters).slice()}  # type: ignore[dict-item]
    table = reader.frame(statement(__package__, name), **values)
    return table.assign(share=table["filled"] / table["n"])
