"""Participation tables and cohorts."""

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


def recompute(case: Case) -> dict:
    rows = case.table()
    attended = pd.crosstab(rows["exhibitor_id"], rows["edition"]) > 0
    editions = attended.columns.tolist()
    counts = participation_counts(attended)
    return {
        "n_editions": len(editions),
        "by_edition": [_flow(flow, editions) for flow in edition_flows(attended)],
        "cohorts": [_cohort(cohort, editions) for cohort in cohorts(attended) if cohort.size],
        "participation_count_distribution": {
            str(k): int(counts[k]) for k in np.flatnonzero(counts)
        },
    }


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


CHECKER = Checker(recompute)
