"""Scores from 1 to 5 for recency, frequency and money, and the classes made of them.

Method: `analytics.stats.priority_scores` on held editions; the bounds of money are round amounts
near the fifths of what was paid at the edition looked at. Assumption: as said of the scores.
Source: Hughes 1994.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analytics.stats.priority_scores import (
    fifths,
    frequency_scores,
    money_scores,
    recency_scores,
)
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.stats.arrays import IntArray

LEAST_EDITIONS = 2
HIGH = 4
CORE, REGULAR, OCCASIONAL, NEW, SLIPPING, LAPSED = range(6)
NAMES = (
    phrase("Core"),
    phrase("Regulars"),
    phrase("Occasional"),
    phrase("Newcomers"),
    phrase("Slipping"),
    phrase("Lapsed"),
)
NOT_YET = phrase("Not here yet")


def scores(lives: pd.DataFrame, bounds: list[float], by: str) -> pd.DataFrame:
    """recency, frequency, worth: scores of each exhibitor, 0 where its money is missing."""
    gap, money = lives["gap"].to_numpy(float), lives["money_recent"].to_numpy(float)
    attended, possible = (
        lives[name].to_numpy(int) for name in ("editions_so_far", "editions_possible")
    )
    if by == "fifths":
        columns = (fifths(-gap), fifths(attended.astype(float)), fifths(money))
    else:
        columns = (
            recency_scores(gap),
            frequency_scores(attended, possible),
            money_scores(money, bounds),
        )
    return pd.DataFrame(dict(zip(("recency", "frequency", "worth"), columns, strict=True)))


def classes_of(lives: pd.DataFrame, bounds: list[float], by: str) -> IntArray:
    scored = scores(lives, bounds, by)
    gap = lives["gap"].to_numpy()
    is_often, is_rich = scored["frequency"] >= HIGH, scored["worth"] >= HIGH
    rules = [
        (gap > 1, LAPSED),
        (gap == 1, SLIPPING),
        (lives["editions_possible"] == 1, NEW),
        (is_often & is_rich, CORE),
        (is_often, REGULAR),
    ]
    return np.select([rule for rule, _ in rules], [code for _, code in rules], OCCASIONAL)
