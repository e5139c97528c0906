"""How long until a complaint is closed for good, when some still are not?

Method: days from opening to the last closing enter Kaplan–Meier's product limit; a case that is
open on the day of counting, or was reopened and not closed again, is last seen on that day.
A closing on the day of opening is an event at 0 days. Quantiles are the first day on which the
share still open is at most 1 - q; the median's interval is where the log-log limits pass one half
(Brookmeyer & Crowley 1982). Assumption: open cases will be closed at the pace of those that lasted
as long. Source: Kaplan & Meier 1958; Greenwood 1926; Brookmeyer & Crowley 1982.

Impossible dates (no day of opening, opened after the day of counting, closed before opened) are
left out and counted. A closing after the day of counting is not known on that day.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from math import nan

import numpy as np

from analytics.stats.arrays import FloatArray
from analytics.stats.kaplan_meier import SurvivalCurve, kaplan_meier

IMPOSSIBLE = ("no_opening_day", "opened_after", "closed_before_opened")
# A curve that reaches a share by multiplication may miss it in the last digit.
DUST = 1e-12


@dataclass(frozen=True, slots=True)
class Handling:
    """One case: when it was opened, its closings and reopenings, in any order."""

    opened: date | None
    closed: tuple[date, ...] = ()
    reopened: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Durations:
    """Days and events (1 closed, 0 still open) of the cases `used` (their positions), and how many
    were left out for which reason.
    """

    days: FloatArray
    closed: FloatArray
    used: tuple[int, ...]
    left_out: dict[str, int] = field(default_factory=dict)

    @property
    def curve(self) -> SurvivalCurve:
        """The share still open after each day on which something was closed."""
        return kaplan_meier(self.days, self.closed)


def durations(cases: Iterable[Handling], as_of: date) -> Durations:
    """How long each case took, or has taken up to `as_of`."""
    days: list[int] = []
    closed: list[int] = []
    used: list[int] = []
    left_out: Counter[str] = Counter()
    for place, case in enumerate(cases):
        reason = why_impossible(case, as_of)
        if reason or case.opened is None:
            left_out[reason] += 1
            continue
        ended = closed_on(case, as_of)
        used.append(place)
        days.append(((ended or as_of) - case.opened).days)
        closed.append(int(ended is not None))
    return Durations(np.array(days, float), np.array(closed, float), tuple(used), dict(left_out))


def why_impossible(case: Handling, as_of: date) -> str:
    """One of IMPOSSIBLE; '' where the dates can be."""
    if case.opened is None:
        return "no_opening_day"
    if case.opened > as_of:
        return "opened_after"
    is_backwards = bool(case.closed) and min(case.closed) < case.opened
    return "closed_before_opened" if is_backwards else ""


def closed_on(case: Handling, as_of: date) -> date | None:
    """The day of the last closing; None where the case is open, or open again, on `as_of`."""
    closings = [day for day in case.closed if day <= as_of]
    again = [day for day in case.reopened if day <= as_of]
    if not closings or (again and max(again) > max(closings)):
        return None
    return max(closings)


def still_open_after(curve: SurvivalCurve, day: float) -> float:
    """The share still open after a day; 1 before anything was closed."""
    passed = int(np.searchsorted(curve.time, day, side="right"))
    return float(curve.survival[passed - 1]) if passed else 1.0


def days_until(curve: SurvivalCurve, share: float) -> float:
    """The first day by which this share was closed; NaN where it has not come."""
    return _first(curve.time, curve.survival, 1 - share)


def median_limits(curve: SurvivalCurve) -> tuple[float, float]:
    """The interval of the median; NaN for an end that has not come."""
    return _first(curve.time, curve.low, 0.5), _first(curve.time, curve.high, 0.5)


def mean_up_to(curve: SurvivalCurve, days: float) -> float:
    """Mean days open, each counted up to `days`: the area under the curve."""
    inside = curve.time < days
    edges = np.concatenate([[0.0], curve.time[inside], [days]])
    return float(np.diff(edges) @ np.concatenate([[1.0], curve.survival[inside]]))


def _first(time: FloatArray, edge: FloatArray, share: float) -> float:
    reached = np.flatnonzero(edge <= share + DUST)
    return float(time[reached[0]]) if reached.size else nan
