"""Retention: who stays, counted on lives that are known."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from analytics.studies.retention.compute import solve
from analytics.studies.retention.figures_cohorts import cohort_grid
from analytics.studies.retention.figures_shares import respondents
from tests.simulate.claims import Experiment, Outcome, covers, finds
from tests.simulate.exhibitor_lives import Fair, Stays, live
from tests.simulate.followed_lives import EN, LARGE, NOTHING
from tests.simulate.invented_ratings import within


def retention(stays: Stays) -> Any:
    """From the patterns of presence, as SQL counts them."""
    held = stays.last + 1
    table = pd.DataFrame(
        {
            "edition_id": [f"f-{n + 1}" for n in range(held)],
            "number": range(1, held + 1),
            "year": range(1999, 1999 + held),
            "name_zh": "",
            "name_en": [f"Edition {n + 1}" for n in range(held)],
            "is_held": True,
            "registered": 1,
            "is_on_file": True,
        }
    )
    presence, n = np.unique(stays.present[stays.present.any(axis=1)], axis=0, return_counts=True)
    patterns = [
        {"pattern": ",".join(map(str, np.flatnonzero(row).tolist())), "exhibitors": int(count)}
        for row, count in zip(presence, n, strict=True)
    ]
    answers = []
    for place in range(held):
        here = stays.answered & (stays.place == place)
        answers.append(
            {
                "place": place,
                "respondents": int(here.sum()),
                "repeaters": int((here & (stays.tenure > 0)).sum()),
                "always": int((here & (stays.tenure == place)).sum()),
            }
        )
    return solve(table, patterns, answers, {})


@cache
def _stay_twice() -> float:
    """Of so many that chance no longer counts: those first seen on file need not be new, some had
    come before the file.
    """
    stays = live(np.random.default_rng(3), Fair(**{**vars(NOTHING), "newcomers": LARGE}))
    return float(retention(stays).survival.survival[1])


def _retention(rng: np.random.Generator) -> Outcome:
    answer = retention(live(rng, NOTHING))
    curve, change = answer.survival, answer.change
    cohorts = cohort_grid(answer, EN).finding
    return {
        "survival": within(curve.low[1], _stay_twice(), curve.high[1]),
        "change": not change.low <= 0 <= change.high,
        "cohorts": "from cohort to cohort (p" in cohorts,
        "respondents": respondents(answer, EN).is_established,
    }


RETENTION_EXPERIMENT = Experiment(
    "retention",
    {
        "survival": covers("retention", "newcomers still there after two editions (Kaplan–Meier)"),
        "change": finds("retention", "retention changed"),
        "cohorts": finds("retention", "return rises or falls from cohort to cohort"),
        "respondents": finds("retention", "the survey leans towards the loyal or the new"),
    },
    _retention,
)

EXPERIMENTS = (RETENTION_EXPERIMENT,)
