"""Cronbach's alpha against psych::alpha."""

from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.methods.reliability import reliability_of_rows


def recompute(case: Case) -> dict:
    items = case.expected["items"]
    scale, respondents = reliability_of_rows(case.table()[items])
    return {
        "items": items,
        "n_complete": respondents,
        "raw_alpha_listwise": scale.alpha,
        "psych_raw_alpha": scale.alpha,
        "std_alpha": scale.standardised_alpha,
        "average_r": scale.mean_r,
        "alpha_if_dropped": dict(zip(items, scale.alpha_if_dropped, strict=True)),
        "corrected_item_total_r": dict(zip(items, scale.item_rest_r, strict=True)),
    }


CHECKER = Checker(recompute)
