"""Participation tables and cohorts. The editions held are those of the case: one that nobody joined
is held and empty.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analytics.stats.retention import (
    Cohort,
    EditionFlow,
    cohorts,
    edition_flows,
    participation_counts,
)
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.columns import column, named

WHEN = r"editions?|years?|waves?|fair|periods?|time|t|届次?|年份?"
WHO = (
    r"(exhibitor|firm|company|customer|visitor|organi[sz]ation|member|account)?_?(id|no|code|name)?"
)
CAME = r"attended|present|came|participated|took_part"


def recompute(case: Case) -> dict:
    attended = _attended(case)
    editions, expected = attended.columns.tolist(), case.result
    listed = {str(row["cohort"]) for row in expected.get("cohorts", [])}
    counts = participation_counts(attended)
    return {
        "n_editions": len(editions),
        "by_edition": [_flow(flow, editions) for flow in edition_flows(attended)],
        "cohorts": [
            _cohort(cohort, editions)
            for cohort in cohorts(attended)
            if cohort.size or str(editions[cohort.entry]) in listed
        ],
        "participation_count_distribution": {
            str(k): int(counts[k]) for k in np.flatnonzero(counts)
        },
    }


def _attended(case: Case) -> pd.DataFrame:
    """Exhibitors × editions held, oldest first."""
    table = case.table()
    when = named(table, WHEN) or column(table, WHEN)
    who = named(table, WHO, but=[when]) or column(table, WHO, but=[when], numeric=False)
    came = named(table, CAME, but=[when, who])
    rows = table[table[came].astype(float) > 0] if came else table
    rows = rows.dropna(subset=[who, when])
    present = pd.crosstab(rows[who], rows[when]) > 0
    held = _held(case, present.columns.tolist())
    return present.reindex(columns=held, fill_value=False)


def _held(case: Case, on_file: list) -> list:
    named_editions = case.setting("editions") or [
        row["edition"] for row in case.result.get("by_edition", [])
    ]
    labels = {str(label): label for label in [*named_editions, *on_file]}
    return sorted(labels.values(), key=_in_time)


def _in_time(label: object) -> tuple[float, str]:
    """Numbers by size, words by their letters."""
    try:
        return float(str(label)), ""
    except ValueError:
        return float("inf"), str(label)


def _flow(flow: EditionFlow, editions: Sequence[int]) -> dict:
    return {
        "edition": editions[flow.edition],
        "exhibitors": flow.exhibitors,
        "new": flow.new,
        "returning_from_previous": flow.returning,
        "reactivated": flow.reactivated,
        "lapsed_from_previous": flow.lapsed,
        "retention_rate_of_previous": flow.retention,
        "repeat_share_of_current": flow.repeat_share,
    }


def _cohort(cohort: Cohort, editions: Sequence[int]) -> dict:
    return {
        "cohort": editions[cohort.entry],
        "size": cohort.size,
        "attended_at_age": cohort.attended,
        "classic_retention": cohort.classic,
        "unbroken_retention": cohort.unbroken,
        "ever_after": cohort.ever_after,
    }


CHECKER = Checker(
    recompute,
    settings=frozenset({"editions"}),
    keys=(frozenset({"by_edition", "cohorts"}), frozenset({"unbroken_retention"})),
    words=r"participation|retention",
)
