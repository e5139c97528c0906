"""The probability that each exhibitor here now stays away from the next edition.

Method: SQL gives one row of numbers per exhibitor and edition, streamed to a file; a child process
learns and tests (`model`), so that neither process holds the rows. Exhibitors are judged by what
was known at their edition only. Assumption: registers are complete; absent from the next edition is
what counts as leaving, though some will be back. Source: Allison 1982; Singer & Willett 1993;
Steyerberg 2019.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pandas as pd

from analytics import worker
from analytics.customers.risk.ahead import PROBABILITIES
from analytics.customers.risk.periods import IDS, write
from analytics.errors import NotEnough, NothingChosen
from analytics.ratings.followed_answers import each_part, parts_of, steps_of
from analytics.ratings.scale import HUNDRED, Scale, common
from analytics.study import statement

if TYPE_CHECKING:
    from analytics.filters import Filters
    from analytics.store import Reader

EDITIONS_NEEDED = 3
EXHIBITORS_NEEDED = 50
MOST_INDUSTRIES = 12
SMALLEST_INDUSTRY, SMALLEST_SHARE = 50, 0.03
ROWS_AT_ONCE = 200_000
TASK = "analytics.customers.risk.model:solve"


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
class Solved:
    """`editions`: those on file up to the last chosen (edition_id, place, number, year, name_zh,
    name_en, currency, exhibitors). `outcome`: what the child found; `probability`: of staying away
    next time, by id of each exhibitor here now (empty where no model can be learnt). `values` are
    what the statements were asked with.
    """

    editions: pd.DataFrame
    industries: Industries
    scale: Scale
    steps: int
    values: dict[str, Any]
    outcome: dict[str, Any]
    probability: pd.Series[float]


def read_risk(reader: Reader, filters: Filters) -> Solved:
    """Raises NothingChosen without participations, NotEnough below 3 editions on file or 50
    exhibitors to learn from.
    """
    register = replace(filters, editions=(), profile=(), audience="exhibitor").slice()
    values: dict[str, Any] = {
        "register": register,
        "fair": filters.fair,
        "editions": list(filters.editions) or None,
    }
    editions = reader.frame(statement(__package__, "editions"), **values)
    _check(editions)
    last = int(editions["place"].iloc[-1])
    industries = _industries(reader.rows(statement(__package__, "industries"), **values, last=last))
    values |= {
        "last": last,
        "industries": list(industries.named),
        "usual_industry": industries.usual,
        "other_industry": industries.other,
    }
    scale = _scale(reader, filters.fair)
    steps = steps_of(scale)
    outcome, probability = _solve(reader, values, last, steps, industries.count)
    return Solved(editions, industries, scale, steps, values, outcome, probability)


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
) -> tuple[dict[str, Any], pd.Series[float]]:
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
        outcome = worker.run(TASK, values, folder, limits=worker.LONG)
        return cast("dict[str, Any]", outcome), _probabilities(folder)


def _probabilities(folder: Path) -> pd.Series[float]:
    """What the child left of each exhibitor here now, in the order of their ids."""
    if not (folder / PROBABILITIES).exists():
        return pd.Series(dtype=float)
    ids = (folder / IDS).read_text("utf-8").split("\n")[:-1]
    return pd.Series(np.fromfile(folder / PROBABILITIES), index=ids)
