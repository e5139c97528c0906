"""Do complainers made content come back more often, are they happier, and what is that worth?

Method: firms of every edition that another followed, by the worst outcome of their complaints
(`stats.service_recovery`); the next overall score by Welch. Assumption and source: as there.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from analytics.customers import worth
from analytics.customers.measures import read_measures, register
from analytics.errors import Fault
from analytics.stats.mean import Difference, MeanEstimate, difference, mean_interval
from analytics.stats.service_recovery import (
    OUTCOMES,
    Outcome,
    Recovery,
    Tally,
    recovery,
    worth_of_recovery,
)
from analytics.stats.suppression import NEVER_BELOW
from analytics.study import statement

if TYPE_CHECKING:
    from analytics.filters import Filters
    from analytics.store import Reader

HORIZON, CUT = "5", "median"


@dataclass(frozen=True, slots=True)
class Cap:
    """The most that making one complainer content may cost, from the interval of the difference;
    `value` is the mean future value of an exhibitor here.
    """

    value: float
    most: float
    low: float
    high: float
    currency: str
    is_before_costs: bool


@dataclass(frozen=True, eq=False)
class Recovered:
    """`returns`: who came back, by outcome. `scores`: the next overall score by outcome, as places
    0-1, None below five answers. `unknown`: firms whose complaints were closed nobody knows how.
    """

    returns: Recovery
    scores: dict[Outcome, MeanEstimate | None]
    unknown: int
    cap: Cap | None = field(default=None)

    @property
    def has_both(self) -> bool:
        """Whether both groups of complainers are large enough to be set beside each other."""
        groups = self.returns.groups
        return min(groups["satisfied"].n, groups["unsatisfied"].n) >= NEVER_BELOW

    @property
    def score_difference(self) -> Difference | None:
        """Next score of the satisfied minus that of the others."""
        first, second = self.scores["satisfied"], self.scores["unsatisfied"]
        return difference(first, second) if first and second else None


def read_recovery(reader: Reader, filters: Filters) -> Recovered | None:
    """None where no edition has followed another yet, or nobody complained at one that was."""
    try:
        measures = read_measures(reader, filters)
    except Fault:
        return None
    place = measures.edition.place
    rows = reader.rows(
        statement(__package__, "recovery"), slice=register(filters).slice(), place=place
    )
    if not any(row["outcome"] in ("satisfied", "unsatisfied") for row in rows):
        return None
    recovered = recovered_from(rows)
    return replace(recovered, cap=_cap(reader, filters, recovered))


def recovered_from(rows: list[dict[str, Any]]) -> Recovered:
    """From rows of industry, outcome, n, came, answers, total, squares."""
    strata: dict[str, dict[Outcome, Tally]] = defaultdict(dict)
    for row in rows:
        if row["outcome"] in OUTCOMES:
            strata[row["industry"]][row["outcome"]] = Tally(row["n"], row["came"])
    return Recovered(
        recovery(strata),
        {outcome: _score(rows, outcome) for outcome in OUTCOMES},
        sum(row["n"] for row in rows if row["outcome"] == "unknown"),
    )


def _score(rows: list[dict[str, Any]], outcome: Outcome) -> MeanEstimate | None:
    own = [row for row in rows if row["outcome"] == outcome]
    n, total, squares = (sum(row[name] for row in own) for name in ("answers", "total", "squares"))
    if n < NEVER_BELOW:
        return None
    mean = total / n
    return mean_interval(n, mean, max((squares - n * mean**2) / (n - 1), 0.0))


def _cap(reader: Reader, filters: Filters, recovered: Recovered) -> Cap | None:
    """None where no worth can be known, or a group is too small."""
    if not recovered.has_both:
        return None
    try:
        measures = read_measures(reader, filters, least_editions=worth.LEAST_EDITIONS)
        worth.check_amounts(measures)
        terms = worth.read_terms(reader, filters, measures, HORIZON, CUT)
        chances = worth.chances_by_place(reader, filters, measures)
    except Fault:
        return None
    learnt = chances.get(measures.edition.place)
    if learnt is None:
        return None
    here = measures.now[measures.now["came"].astype(bool)]
    values = worth.worths(here, learnt, terms)["current"].dropna()
    if len(values) < NEVER_BELOW:
        return None
    value, gap = float(values.mean()), recovered.returns.difference("satisfied", "unsatisfied")
    return Cap(
        value,
        worth_of_recovery(value, gap.difference),
        worth_of_recovery(value, gap.low),
        worth_of_recovery(value, gap.high),
        measures.currency,
        terms.margin.source == "none",
    )
