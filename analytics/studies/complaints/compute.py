"""Is the loop closed? How many complaints are open, how long they take, and what follows.

Method: cases as the facts have them today; Kaplan–Meier to the last closing; groups by outcome.
Assumption: the log is complete. Source: see the study's methods.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd

from analytics import clock
from analytics.complaints.topics import grouped, read_joins
from analytics.errors import NothingChosen
from analytics.stats.kaplan_meier import log_rank
from analytics.stats.time_to_close import Durations, Handling, durations
from analytics.studies.complaints.compute_recovery import Recovered, read_recovery
from analytics.study import statement
from analytics.wording import Name

if TYPE_CHECKING:
    from analytics.filters import Filters
    from analytics.store import Reader


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition, and how many exhibitors had a stand there."""

    number: int
    name: Name
    stands: int


@dataclass(frozen=True, eq=False)
class Times:
    """`last`: of the last edition with complaints, `before`: of those before it, `whole`: of all;
    `p` of the log-rank test between the two, NaN where there is one alone. `no_closing_day`: closed
    on a day that nobody wrote down.
    """

    whole: Durations
    last: Durations
    before: Durations
    p: float
    no_closing_day: int


@dataclass(frozen=True, eq=False)
class Complaints:
    """`cases`: one row per complaint (number, topic_group, channel, received_on, is_open, outcome,
    owner, due_on, reopened …). `spellings`: how many ways of writing stand behind the topics.
    """

    cases: pd.DataFrame
    editions: tuple[Edition, ...]
    times: Times
    recovered: Recovered | None
    spellings: int
    unknown_exhibitors: int
    today: date

    @property
    def open(self) -> int:
        return int(self.cases["is_open"].sum())

    @property
    def overdue(self) -> int:
        return int(is_overdue(self.cases, self.today).sum())

    @property
    def with_cases(self) -> tuple[Edition, ...]:
        """The editions that somebody complained at."""
        numbers = set(self.cases["number"])
        return tuple(edition for edition in self.editions if edition.number in numbers)


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> Complaints:
    """Raises NothingChosen where nobody complained."""
    slice_ = filters.slice()
    rows = reader.rows(statement(__package__, "cases"), slice=slice_)
    if not rows:
        raise NothingChosen("complaints")
    cases = pd.DataFrame(rows, dtype=object).astype({"number": int, "is_open": bool})
    editions = reader.rows(statement(__package__, "editions"), slice=slice_)
    topics = cases["topic"].dropna()
    names = grouped(topics, read_joins(reader, filters.fair))
    cases["topic_group"] = cases["topic"].map(names)
    is_unknown = cases["exhibitor_id"].isna() & cases["exhibitor_name"].notna()
    return Complaints(
        cases,
        tuple(
            Edition(row["number"], Name(row["name_zh"], row["name_en"]), row["stands"])
            for row in editions
        ),
        times_of(cases, clock.today()),
        read_recovery(reader, filters),
        int(topics.nunique() - len(set(names.values()))),
        int(is_unknown.sum()),
        clock.today(),
    )


def times_of(cases: pd.DataFrame, today: date) -> Times:
    """How long complaints took, or have taken up to today."""
    has_day = cases["is_open"] | cases["resolved_on"].notna()
    dated = cases[has_day]
    whole = durations([_handling(row) for row in dated.to_dict("records")], today)
    number = dated["number"].to_numpy()[list(whole.used)]
    is_last = number == cases["number"].max()
    parts = [Durations(whole.days[mask], whole.closed[mask], ()) for mask in (is_last, ~is_last)]
    has_both = is_last.any() and not is_last.all()
    p = log_rank(whole.days, whole.closed, is_last).p if has_both else float("nan")
    return Times(whole, parts[0], parts[1], p, int((~has_day).sum()))


def is_overdue(cases: pd.DataFrame, today: date) -> pd.Series[bool]:
    """Open after the day they were due."""
    is_past = [isinstance(day, date) and day < today for day in cases["due_on"]]
    return cases["is_open"] & pd.Series(is_past, index=cases.index)


def _handling(row: dict[str, Any]) -> Handling:
    """A case that stands open (again) has no closing that ended it."""
    closings = () if row["is_open"] else tuple(row["closings"])
    return Handling(row["received_on"], closings, tuple(row["reopenings"]))
