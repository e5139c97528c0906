"""Who is about to leave? The odds of staying away from the next edition, learnt on closed editions,
tested on the next.

Method: SQL gives one row of numbers per exhibitor and edition, streamed to a file; a child process
learns and tests (`compute_model`), so that neither process holds the rows. Exhibitors are judged by
what was known at their edition only. Assumption: registers are complete; absent from the next
edition is what counts as leaving, though some will be back. Source: Allison 1982; Singer & Willett
1993; Steyerberg 2019.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from analytics import worker
from analytics.errors import NotEnough, NothingChosen
from analytics.ratings.followed_answers import each_part, parts_of, steps_of
from analytics.ratings.scale import HUNDRED, Scale, common
from analytics.stats.multiplicity import holm
from analytics.stats.prediction_interval import Backtest, Prediction, share_to_come
from analytics.studies.churn.compute_periods import write
from analytics.study import statement

if TYPE_CHECKING:
    import pandas as pd

    from analytics.filters import Filters
    from analytics.store import Reader

EDITIONS_NEEDED = 3
EXHIBITORS_NEEDED = 50
MOST_INDUSTRIES = 12
SMALLEST_INDUSTRY, SMALLEST_SHARE = 50, 0.03
ROWS_AT_ONCE = 200_000
NOBODY_AHEAD: dict[str, Any] = {
    "n": 0,
    "bands": [],
    "listed": [],
    "has_stake": False,
    "without_stake": 0,
}
TASK = "analytics.studies.churn.compute_model:solve"


@dataclass(frozen=True, slots=True)
class Industries:
    """`usual` is the largest: the others are compared with it. Small ones and unknown share a
    column, or join the usual one.
    """

    usual: str
    named: tuple[str, ...]
    has_other: bool

    @property
    def other(self) -> int:
        """The code of those without a column of their own."""
        return len(self.named) + 1 if self.has_other else 0

    @property
    def count(self) -> int:
        """Columns."""
        return len(self.named) + int(self.has_other)


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
    register = replace(filters, editions=(), profile=(), audience="exhibitor").slice()
    asked: dict[str, Any] = {
        "register": register,
        "fair": filters.fair,
        "editions": list(filters.editions) or None,
    }
    editions = reader.frame(statement(__package__, "editions"), **asked)
    _check(editions)
    last = int(editions["place"].iloc[-1])
    industries = _industries(reader.rows(statement(__package__, "industries"), **asked, last=last))
    asked |= {
        "last": last,
        "industries": list(industries.named),
        "usual_industry": industries.usual,
        "other_industry": industries.other,
    }
    scale = _scale(reader, filters.fair)
    steps = steps_of(scale)
    solved = _solve(reader, asked, last, steps, industries.count)
    return _answer(
        reader,
        asked,
        editions,
        solved,
        industries=industries,
        scale=scale,
        steps=steps,
        has_profile=bool(filters.profile),
    )


def _check(editions: pd.DataFrame) -> None:
    if not len(editions) or not editions["exhibitors"].sum():
        raise NothingChosen("participations")
    if len(editions) < EDITIONS_NEEDED:
        raise NotEnough("editions", EDITIONS_NEEDED, len(editions))
    known = int(editions["exhibitors"].iloc[:-2].sum())
    if known < EXHIBITORS_NEEDED or not editions["exhibitors"].iloc[-2]:
        raise NotEnough("participations", EXHIBITORS_NEEDED, known)
    if not editions["exhibitors"].iloc[-1]:
        raise NothingChosen("participations")


def _industries(rows: list[dict[str, Any]]) -> Industries:
    needed = max(SMALLEST_INDUSTRY, SMALLEST_SHARE * sum(row["n"] for row in rows))
    named = [str(row["industry"]) for row in rows if row["industry"] and row["n"] >= needed]
    large = named[: MOST_INDUSTRIES + 1]
    if not large:
        return Industries("", (), False)
    others = sum(row["n"] for row in rows if row["industry"] not in large)
    return Industries(large[0], tuple(large[1:]), others >= SMALLEST_INDUSTRY)


def _scale(reader: Reader, fair: str) -> Scale:
    asked = reader.rows(statement(__package__, "scale"), fair=fair)
    return common(Scale(row["scale_min"], row["scale_max"]) for row in asked) if asked else HUNDRED


def _solve(
    reader: Reader, asked: dict[str, Any], last: int, steps: int, industries: int
) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parts = parts_of(reader, asked["fair"], ROWS_AT_ONCE)
        batches = (
            batch
            for values in each_part(asked, parts)
            for batch in reader.batches(statement(__package__, "periods"), **values)
        )
        write(batches, folder, last)
        values = {"last": last, "steps": steps, "industries": industries}
        return cast("dict[str, Any]", worker.run(TASK, values, folder, limits=worker.LONG))


def _answer(
    reader: Reader,
    asked: dict[str, Any],
    editions: pd.DataFrame,
    solved: dict[str, Any],
    **details: Any,
) -> Churn:
    """`details`: the fields of Churn that the child does not know."""
    import pandas as pd

    ahead = solved["ahead"] or NOBODY_AHEAD
    coefficients = pd.DataFrame(solved["coefficients"]).assign(column=solved["columns"])
    if len(coefficients):
        coefficients["p_holm"] = holm(coefficients["p"].astype(float)).p
    return Churn(
        editions=editions,
        learnt=tuple(solved["learnt"]),
        columns=tuple(solved["columns"]),
        left_out=tuple(solved["left_out"]),
        tests=pd.DataFrame(solved["tests"]),
        bins=pd.DataFrame(solved["bins"]),
        coefficients=coefficients,
        is_separated=solved.get("is_separated", False),
        here=ahead["n"],
        bands=pd.DataFrame(ahead["bands"]),
        listed=_listed(reader, asked, editions, ahead["listed"]),
        has_stake=ahead["has_stake"],
        without_stake=ahead["without_stake"],
        **details,
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
