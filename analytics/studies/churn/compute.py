"""Who is about to leave? The odds of staying away from the next edition, learnt on closed editions,
tested on the next.

Method: `analytics.customers.risk`. Assumption: registers are complete; absent from the next edition
is what counts as leaving, though some will be back. Source: Allison 1982; Singer & Willett
1993; Steyerberg 2019.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from analytics.customers.risk.leaving import Industries, Solved, read_risk
from analytics.stats.multiplicity import holm
from analytics.stats.prediction_interval import Backtest, Prediction, share_to_come
from analytics.study import statement

if TYPE_CHECKING:
    from analytics.filters import Filters
    from analytics.ratings.scale import Scale
    from analytics.store import Reader

NOBODY_AHEAD: dict[str, Any] = {
    "n": 0,
    "bands": [],
    "listed": [],
    "has_stake": False,
    "without_stake": 0,
}


@dataclass(frozen=True, eq=False)
class Churn:
    """`editions`: those on file up to the last chosen (edition_id, place, number, year, name_zh,
    name_en, currency, exhibitors).

    `tests`: one row per edition foretold (place, n, away, learnt, rate, auc, auc_low, auc_high,
    brier, brier_of_rate, gain, gain_low, gain_high, skill, slope, z, observed_to_expected). `bins`:
    of the last test (predicted, share, low, high, n). `coefficients`: of the model of all closed
    editions, in log-odds (column, coefficients, se, low, high, p, p_holm). `bands`: those here now
    by probability (n, expected, stake, stake_expected). `listed`: name, industry, p, stake, reasons
    … Without columns the departures on file bear no model, and only `editions` and `learnt` (rows,
    departures) say why.
    """

    editions: pd.DataFrame
    learnt: tuple[int, int]
    columns: tuple[str, ...]
    left_out: tuple[str, ...]
    industries: Industries
    tests: pd.DataFrame
    bins: pd.DataFrame
    coefficients: pd.DataFrame
    is_separated: bool
    here: int
    bands: pd.DataFrame
    listed: tuple[dict[str, Any], ...]
    has_stake: bool
    without_stake: int
    scale: Scale
    steps: int
    has_profile: bool

    @property
    def now(self) -> dict[str, Any]:
        """The edition whose exhibitors are looked at."""
        return dict(self.editions.iloc[-1])

    @property
    def last_test(self) -> dict[str, Any]:
        return dict(self.tests.iloc[-1])

    @property
    def expected(self) -> float:
        """How many of those here now are expected to stay away."""
        return float(self.bands["expected"].sum())

    @property
    def prediction(self) -> Prediction:
        """The share that will stay away, with the interval that earlier tests give it."""
        tests = [
            Backtest(row.away / row.n / row.observed_to_expected, row.away / row.n, row.n)
            for row in self.tests.itertuples()
            if row.away
        ]
        return share_to_come(self.expected / self.here if self.here else 0.0, self.here, tests)

    @property
    def beats_base_rate(self) -> bool:
        """More than saying the base rate for everybody, beyond chance, at the last edition
        tested.
        """
        return bool(len(self.tests) and self.last_test["gain_low"] > 0)


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> Churn:
    """Raises NothingChosen without participations, NotEnough below 3 editions on file or 50
    exhibitors to learn from.
    """
    solved = read_risk(reader, filters)
    return _answer(reader, solved, has_profile=bool(filters.profile))


def _answer(reader: Reader, solved: Solved, *, has_profile: bool) -> Churn:
    outcome = solved.outcome
    ahead = outcome["ahead"] or NOBODY_AHEAD
    coefficients = pd.DataFrame(outcome["coefficients"]).assign(column=outcome["columns"])
    if len(coefficients):
        coefficients["p_holm"] = holm(coefficients["p"].astype(float)).p
    return Churn(
        editions=solved.editions,
        learnt=tuple(outcome["learnt"]),
        columns=tuple(outcome["columns"]),
        left_out=tuple(outcome["left_out"]),
        tests=pd.DataFrame(outcome["tests"]),
        bins=pd.DataFrame(outcome["bins"]),
        coefficients=coefficients,
        is_separated=outcome.get("is_separated", False),
        here=ahead["n"],
        bands=pd.DataFrame(ahead["bands"]),
        listed=_listed(reader, solved.values, solved.editions, ahead["listed"]),
        has_stake=ahead["has_stake"],
        without_stake=ahead["without_stake"],
        industries=solved.industries,
        scale=solved.scale,
        steps=solved.steps,
        has_profile=has_profile,
    )


def _listed(
    reader: Reader, asked: dict[str, Any], editions: pd.DataFrame, people: list[dict[str, Any]]
) -> tuple[dict[str, Any], ...]:
    ids = [person["exhibitor_id"] for person in people]
    rows = reader.rows(
        statement(__package__, "listed"),
        **asked,
        edition=str(editions["edition_id"].iloc[-1]),
        ids=ids,
    )
    known = {row["exhibitor_id"]: row for row in rows}
    return tuple(
        known.get(person["exhibitor_id"], {"name": person["exhibitor_id"], "industry": None})
        | person
        for person in people
    )
