"""Cronbach's alpha against psych::alpha.

psych takes covariances pair by pair where answers are missing; the reference and the measures by
item are listwise. What psych says of incomplete answers is therefore computed from pairs here.
"""

import numpy as np
import pandas as pd

from analytics.stats.reliability import cronbach_alpha
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.columns import numbers_in
from tests.reference.methods.reliability import reliability_of_rows


def recompute(case: Case) -> dict:
    table = case.table()
    items = case.setting("items") or numbers_in(table)
    answers = table[items].apply(pd.to_numeric, errors="coerce")
    scale, respondents = reliability_of_rows(answers)
    return {
        "items": items,
        "n_complete": respondents,
        "raw_alpha_listwise": scale.alpha,
        "psych_raw_alpha": cronbach_alpha(np.asarray(answers.cov(min_periods=2))),
        "std_alpha": scale.standardised_alpha,
        "average_r": scale.mean_r,
        "alpha_if_dropped": dict(zip(items, scale.alpha_if_dropped, strict=True)),
        "corrected_item_total_r": dict(zip(items, scale.item_rest_r, strict=True)),
    }


CHECKER = Checker(
    recompute,
    keys=(frozenset({"raw_alpha_listwise"}), frozenset({"alpha_if_dropped"})),
    words=r"cronbach|alpha|reliabil",
)
