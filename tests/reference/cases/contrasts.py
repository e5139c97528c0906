"""Penalty–reward contrasts; R's words for the factors are the older ones."""

import re

import numpy as np
import pandas as pd

from analytics.stats.penalty_reward import Contrast, impact_class, penalty_reward
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.stats.oracles.cross_products import contrast_products

OLDER_WORDS = {
    "must-be": "basic",
    "performance": "performance",
    "attractive": "excitement",
    "indifferent": "indifferent",
}


def recompute(case: Case) -> dict:
    expected = case.expected
    table = case.table()
    low, high = (
        _cut(expected[rule], table[expected["items"]]) for rule in ("low_rule", "high_rule")
    )
    contrasts = penalty_reward(
        contrast_products(table[expected["items"]], table[expected["y"]], low, high)
    )
    return {
        "y": expected["y"],
        "items": expected["items"],
        "n_used": contrasts.fit.n,
        "intercept": contrasts.fit.coefficients[0],
        "R2": contrasts.fit.r_squared,
        "items_out": [
            _item(*pair) for pair in zip(expected["items"], contrasts.items, strict=True)
        ],
    }


def _cut(rule: str | float, answers: pd.DataFrame) -> float:
    """The last answer that counts: "<= 4" is 4; "< 5" the next answer below."""
    value = float(re.sub(r"[^\d.-]", "", str(rule)))
    if "=" in str(rule) or not re.search("[<>]", str(rule)):
        return value
    points = np.unique(answers.to_numpy(float)[np.isfinite(answers.to_numpy(float))])
    return float(points[points < value].max() if "<" in str(rule) else points[points > value].min())


def _item(name: str, contrast: Contrast) -> dict:
    penalty, reward = contrast.penalty, contrast.reward
    return {
        "item": name,
        "n_low": penalty.n,
        "n_high": reward.n,
        "penalty": penalty.value,
        "penalty_se": penalty.se,
        "penalty_p": penalty.p,
        "reward": reward.value,
        "reward_se": reward.se,
        "reward_p": reward.p,
        "range_of_impact": contrast.range_of_impact,
        "impact_asymmetry": contrast.asymmetry,
        "kano3": OLDER_WORDS[contrast.factor],
        "wrong_sign": [penalty.is_wrong_signed, reward.is_wrong_signed],
        "ia_class": impact_class(contrast.asymmetry),
    }


CHECKER = Checker(
    recompute,
    settings=frozenset({"low_rule", "high_rule"}),
    keys=(frozenset({"penalty", "reward"}), frozenset({"kano3"})),
    words=r"penalty|prca|kano",
)
