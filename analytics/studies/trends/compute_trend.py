"""Is there a trend over the editions, and how steep is it?

Method: Mann–Kendall's test, exact up to ten editions, and Sen's slope over the years the fair was
held (over edition numbers where a year is not known). Assumption: without a trend every order of
the editions is equally likely; a series that remembers its past is not so. Source: Mann 1945;
Kendall 1975; Sen 1968.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from analytics.errors import NotEnough
from analytics.ratings.editions import Edition
from analytics.stats.mann_kendall import MannKendall, mann_kendall
from analytics.stats.multiplicity import LEVEL_OF_P
from analytics.stats.sen import SenSlope, sen_slope

LEAST_EDITIONS = 3
LEAST_TO_ESTABLISH = 5


@dataclass(frozen=True, slots=True)
class Trend:
    """`slope` in units of the value per `unit`."""

    test: MannKendall
    slope: SenSlope
    unit: Literal["year", "edition"]
    rises: int
    falls: int

    @property
    def is_established(self) -> bool:
        return self.test.p <= LEVEL_OF_P


def trend(editions: Sequence[Edition], values: Sequence[float]) -> Trend:
    """The trend of one value an edition. Raises NotEnough below three editions."""
    if len(values) < LEAST_EDITIONS:
        raise NotEnough("editions", LEAST_EDITIONS, len(values))
    years = [edition.year for edition in editions if edition.year is not None]
    has_years = len(set(years)) == len(editions)
    times = years if has_years else [edition.number for edition in editions]
    steps = [after - before for before, after in zip(values[:-1], values[1:], strict=True)]
    return Trend(
        mann_kendall(values, times),
        sen_slope(values, times),
        "year" if has_years else "edition",
        sum(step > 0 for step in steps),
        sum(step < 0 for step in steps),
    )


def trend_or_fault(editions: Sequence[Edition], values: Sequence[float]) -> Trend | NotEnough:
    """The trend, or the reason why there is none: the change from one edition to the next can still
    be shown.
    """
    try:
        return trend(editions, values)
    except NotEnough as fault:
        return fault
