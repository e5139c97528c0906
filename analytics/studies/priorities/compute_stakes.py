"""What is at stake with each exhibitor: its money, where it is at risk; or what is known of the
two.

Method: money of the edition looked at as set for the fair (`customers.measures`); probability of
staying away next time (`customers.risk`), at risk above a line. Without money an exhibitor counts
one; without a model of risk every exhibitor counts. Assumption and source: as of these two.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import nan
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analytics.customers.measures import Measures, Money, read_measures
from analytics.customers.risk.leaving import read_risk
from analytics.errors import NotEnough, NothingChosen

if TYPE_CHECKING:
    from analytics.filters import Filters
    from analytics.store import Reader

AVERAGE = "average"


@dataclass(frozen=True, eq=False)
class Stakes:
    """`people`: one row per exhibitor of the edition: exhibitor_id, money (NaN: not known), p (NaN:
    no model), worth (what counts when it rated a part low). `line`: at risk from this probability.
    `unknown`: exhibitors whose amount is not known.
    """

    people: pd.DataFrame
    has_money: bool
    has_risk: bool
    money: Money
    currency: str
    line: float
    unknown: int


def read_stakes(reader: Reader, filters: Filters, edition: str, options: dict[str, str]) -> Stakes:
    """Of the exhibitors of one edition; nobody where no register of it is on file."""
    within = replace(filters, editions=(edition,))
    measures = _measures(reader, within, options.get("money", "auto"))
    if measures is None or measures.edition.edition_id != edition:
        nobody = pd.DataFrame({"exhibitor_id": pd.Series(dtype=str)})
        nobody = nobody.assign(money=nan, p=nan, worth=0.0)
        return Stakes(nobody, False, False, "turnover", "", nan, 0)
    here = measures.now[measures.now["came"].astype(bool)]
    people = here[["exhibitor_id", "money"]].reset_index(drop=True)
    chances = _chances(reader, within, edition)
    people = people.assign(p=people["exhibitor_id"].map(chances).astype(float))
    has_money, has_risk = bool((people["money"] > 0).any()), bool(people["p"].notna().any())
    line = _line(people["p"], options.get("at_risk", AVERAGE)) if has_risk else nan
    known = people["money"].fillna(0).clip(lower=0) if has_money else pd.Series(1.0, people.index)
    is_at_risk = (people["p"] >= line) if has_risk else True
    return Stakes(
        people.assign(worth=np.where(is_at_risk, known, 0.0)),
        has_money,
        has_risk,
        measures.money,
        measures.currency,
        line,
        int(people["money"].isna().sum()) if has_money else 0,
    )


def _measures(reader: Reader, within: Filters, money: str) -> Measures | None:
    try:
        return read_measures(reader, within, money)
    except (NothingChosen, NotEnough):
        return None


def _chances(reader: Reader, within: Filters, edition: str) -> pd.Series[float]:
    try:
        solved = read_risk(reader, within)
    except (NothingChosen, NotEnough):
        return pd.Series(dtype=float)
    is_of_edition = str(solved.editions["edition_id"].iloc[-1]) == edition
    return solved.probability if is_of_edition else pd.Series(dtype=float)


def _line(p: pd.Series[float], choice: str) -> float:
    return float(p.mean()) if choice == AVERAGE else int(choice) / 100
