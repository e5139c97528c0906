"""Service recovery against R: shares, Newcombe, standardised and Mantel–Haenszel."""

import re
from collections import defaultdict

import pandas as pd

from analytics.stats.proportion import Proportion
from analytics.stats.service_recovery import (
    Outcome,
    Recovery,
    RiskDifference,
    Tally,
    recovery,
    worst,
    worth_of_recovery,
)
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.columns import COUNTER, named

FIRM = r".*(exhibitor|firm|company|customer|member|account|client).*|id"
EDITION = r"edition|wave|year|fair|show|round"
STRATUM = r".*(industr|stratum|strata|segment|sector|branch|group|category|class|hall|size).*"
OUTCOME = r".*(outcome|result|satisf|resol|complain|recover|status|handled).*"
CAME = r".*(return|came|back|again|next|rebook|stay|retain|renew|repeat).*"
YES = {"1", "yes", "y", "true", "satisfied", "content", "solved", "resolved", "happy"}
NEVER = {"", "nan", "none", "never", "na", "no complaint", "did not complain", "no_complaint"}


def recompute(case: Case) -> dict:
    result = recovery(_strata(case.table()))
    value = float(case.setting("future_value", 0) or 0)
    return {
        "groups": {name: _group(share) for name, share in result.groups.items()},
        "satisfied_minus_unsatisfied": _gap(result, "satisfied", "unsatisfied"),
        "satisfied_minus_never": _gap(result, "satisfied", "never"),
        "unsatisfied_minus_never": _gap(result, "unsatisfied", "never"),
        "standardised": _standardised(result),
        "mantel_haenszel": _difference(result.mantel_haenszel),
        "recovery_worth": _worth(result, value),
    }


def _strata(table: pd.DataFrame) -> dict[str, dict[Outcome, Tally]]:
    """A line a firm (and edition); where it stands in several lines, the worst outcome counts."""
    names = _names(table)
    rows = table[table[names["came"]].notna()]
    keys = [names["firm"], *([names["edition"]] if names["edition"] else [])]
    strata: dict[str, dict[Outcome, Tally]] = defaultdict(dict)
    for _, lines in rows.groupby(keys, sort=False):
        outcome = worst(_outcome(value) for value in lines[names["outcome"]])
        stratum = str(lines[names["stratum"]].iloc[0]) if names["stratum"] else ""
        came = int(str(lines[names["came"]].iloc[0]).strip().lower() in YES | {"1.0"})
        strata[stratum][outcome] = strata[stratum].get(outcome, Tally()) + Tally(1, came)
    return strata


def _names(table: pd.DataFrame) -> dict[str, str | None]:
    names: dict[str, str | None] = {}
    for key, pattern in {
        "came": CAME,
        "outcome": OUTCOME,
        "edition": EDITION,
        "stratum": STRATUM,
        "firm": f"{FIRM}|{COUNTER}",
    }.items():
        names[key] = named(table, pattern, but=[name for name in names.values() if name])
    return names


def _outcome(value: object) -> Outcome:
    word = re.sub(r"\s+", " ", str(value)).strip().lower()
    if pd.isna(value) or word in NEVER:
        return "never"
    return "satisfied" if word in YES else "unsatisfied"


def _group(share: Proportion) -> dict:
    return {
        "n": int(share.n),
        "returned": int(share.count),
        "share": share.share,
        "wilson95": [share.low, share.high],
    }


def _gap(result: Recovery, first: Outcome, second: Outcome) -> dict:
    gap = result.difference(first, second)
    return {"diff": gap.difference, "newcombe95": [gap.low, gap.high], "p": gap.p}


def _standardised(result: Recovery) -> dict:
    whole = result.standardised
    return _difference(whole.difference) | {
        "strata_used": list(whole.strata_used),
        "strata_left_out": list(whole.strata_left_out),
        "firms_left_out": whole.firms_left_out,
        "share_satisfied": whole.satisfied,
        "share_unsatisfied": whole.unsatisfied,
    }


def _difference(gap: RiskDifference) -> dict:
    return {"diff": gap.difference, "se": gap.se, "ci95": [gap.low, gap.high]}


def _worth(result: Recovery, value: float) -> dict:
    gap = result.difference("satisfied", "unsatisfied")
    standardised = result.standardised.difference.difference
    return {
        "future_value": value,
        "cap": worth_of_recovery(value, gap.difference),
        "cap_interval": [worth_of_recovery(value, edge) for edge in (gap.low, gap.high)],
        "cap_standardised": worth_of_recovery(value, standardised),
    }


CHECKER = Checker(
    recompute,
    keys=(frozenset({"satisfied_minus_unsatisfied"}), frozenset({"recovery_worth"})),
    words=r"recovery",
)
