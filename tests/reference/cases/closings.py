"""Time to the last closing of complaints, against R's survival package."""

import re
from datetime import date

import pandas as pd

from analytics.stats.kaplan_meier import log_rank
from analytics.stats.time_to_close import (
    Durations,
    Handling,
    days_until,
    durations,
    mean_up_to,
    median_limits,
    still_open_after,
)
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.columns import in_order, named, words

OPENED = r".*(open(ed|ing)?|receiv\w*|start\w*|report\w*|raised|filed|begin|logged)(_.*)?"
CLOSED = r".*(clos\w*|resol\w*|settled|ended|finished|solved)(_.*)?"
REOPENED = r".*re_?open\w*(_.*)?"
GROUPS = r".*(channel|topic|group|kind|type|category|owner|segment|source|team|hall|stratum).*"
AS_OF = ("as_of", "asof", "as_of_day", "today", "counted_on", "censored_at", "cutoff", "on")
DAYS = (0, 1, 3, 7, 14, 30)


def recompute(case: Case) -> dict:
    table, as_of = case.table(), _as_of(case)
    cases = _cases(table)
    whole = durations([handling for handling, _ in cases], as_of)
    key, group = _group(case, table)
    answer = _counts(whole) | {
        "as_of": as_of.isoformat(),
        "overall": _part(whole, case.result.get("overall", {})),
    }
    if group is None:
        return answer
    labels = [str(row) for row in words(table[group])]
    of_used = [labels[cases[place][1]] for place in whole.used]
    expected = case.result.get(key, {})
    parts = {
        name: _part(_only(whole, [label == name for label in of_used]), expected.get(name, {}))
        for name in in_order(set(of_used), expected)
    }
    test = log_rank(whole.days, whole.closed, of_used)
    return answer | {
        key: parts,
        "log_rank": {"chi2": test.chi_square, "chisq": test.chi_square, "df": test.df, "p": test.p},
    }


def _as_of(case: Case) -> date:
    for name in AS_OF:
        if case.setting(name):
            return date.fromisoformat(str(case.setting(name)))
    match = re.search(r"as of (\d{4}-\d\d-\d\d)", case.how)
    if match is None:
        raise ValueError("the case does not say on which day it was counted")
    return date.fromisoformat(match.group(1))


def _cases(table: pd.DataFrame) -> list[tuple[Handling, int]]:
    """Each line's dates, with the line's place."""
    opened = named(table, OPENED, but=_like(table, REOPENED))
    again = _like(table, REOPENED)
    closed = [name for name in _like(table, CLOSED) if name not in again]
    is_again = _is_open_again(table)
    days = {
        name: [_day(value) for value in table[name]]
        for name in [opened, *again, *closed]
        if name is not None
    }
    return [
        (
            Handling(
                days[opened][place] if opened else None,
                ()
                if is_again[place]
                else tuple(day for name in closed if (day := days[name][place])),
                tuple(day for name in again if (day := days[name][place])),
            ),
            place,
        )
        for place in range(len(table))
    ]


def _is_open_again(table: pd.DataFrame) -> list[bool]:
    """Lines whose status says that they were reopened, or are open: no closing ended them."""
    status = named(table, r".*(status|state).*")
    if status is None:
        return [False] * len(table)
    return [bool(re.search(r"\b(re-?)?open", str(word).lower())) for word in table[status]]


def _like(table: pd.DataFrame, pattern: str) -> list[str]:
    """All columns whose name fits and whose cells are days."""
    fitting: list[str] = []
    while (name := named(table, pattern, but=fitting)) is not None:
        fitting.append(name)
    return [name for name in fitting if any(map(_day, table[name]))]


def _day(value: object) -> date | None:
    is_day = bool(re.match(r"\d{4}\D|\d{1,2}\D\d{1,2}\D\d{4}", str(value)))
    day = pd.to_datetime(str(value), errors="coerce") if is_day else pd.NaT
    return None if pd.isna(day) else day.date()


def _group(case: Case, table: pd.DataFrame) -> tuple[str, str | None]:
    """The key that expected.json has the groups under, and their column."""
    key = next((key for key in case.result if key.startswith("by_")), None)
    if key is None:
        return "by_group", None
    name = key.removeprefix("by_")
    return key, named(table, re.escape(name)) or named(table, GROUPS)


def _only(whole: Durations, chosen: list[bool]) -> Durations:
    return Durations(whole.days[chosen], whole.closed[chosen], ())


def _counts(whole: Durations) -> dict:
    left = {
        "closed_before_opened": whole.left_out.get("closed_before_opened", 0),
        "opened_after_as_of": whole.left_out.get("opened_after", 0),
        "no_opening_day": whole.left_out.get("no_opening_day", 0),
    }
    total = sum(left.values())
    counts = left | {"total": total, "n": total}
    return left | {
        "used": len(whole.days),
        "n": len(whole.days) + total,
        "left_out": counts,
        "excluded": counts,
        "impossible": counts,
        "left_out_total": total,
    }


def _part(part: Durations, expected: dict) -> dict:
    curve = part.curve
    days = expected.get("still_open_after", {}).get("day", DAYS)
    means = {
        key: mean_up_to(curve, float(match.group(1)))
        for key in expected
        if (match := re.fullmatch(r"mean_up_to_(\d+)", key))
    }
    return means | {
        "n": len(part.days),
        "closed": int(part.closed.sum()),
        "open": int(len(part.days) - part.closed.sum()),
        "table": {
            "day": curve.time,
            "at_risk": curve.at_risk,
            "closed": curve.events,
            "still_open": curve.survival,
            "se": curve.se,
        },
        "still_open_after": {"day": days, "share": [still_open_after(curve, day) for day in days]},
        "median": days_until(curve, 0.5),
        "quartile1": days_until(curve, 0.25),
        "quartile3": days_until(curve, 0.75),
        "median_ci95": list(median_limits(curve)),
    }


CHECKER = Checker(
    recompute,
    keys=(frozenset({"still_open_after"}), frozenset({"median_ci95", "quartile1"})),
    words=r"complaint|time to (close|closing|resolution)|resolution",
)
