"""Key accounts that shrank, that are gone, and small accounts that grow three editions running.

Method: a key account is an A at the edition before; it shrank where it came again and both amounts
are known and the later one is less; it is gone where it did not come. A small account was no A at
the first of the last four held editions and grew at each of the three that followed, all four
amounts known. Assumption: amounts of two editions are in the same currency and prices. Source: none
needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analytics.stats.concentration import abc_classes

if TYPE_CHECKING:
    import pandas as pd

    from analytics.stats.arrays import BoolArray, FloatArray, IntArray

A = 0


def shrank(now: pd.DataFrame, class_before: IntArray) -> BoolArray:
    """Key accounts of the edition before that came again, with less money."""
    came = now["came"].to_numpy(bool)
    return np.asarray(came & (class_before == A) & _rose(now["money"], now["money_1"]))


def left(now: pd.DataFrame, class_before: IntArray) -> BoolArray:
    """Key accounts of the edition before that are not here."""
    return np.asarray(~now["came"].to_numpy(bool) & (class_before == A))


def grew_three_times(now: pd.DataFrame, a: float, b: float) -> BoolArray:
    """No A three editions ago, and three rises since; nobody where there are fewer than four."""
    amounts = [now[name] for name in ("money_3", "money_2", "money_1", "money")]
    first = abc_classes(amounts[0].to_numpy(float), a, b)
    was_small = first > A
    rises = [_rose(early, late) for early, late in zip(amounts, amounts[1:], strict=False)]
    return np.asarray(was_small & np.logical_and.reduce(rises))


def _rose(early: pd.Series[float], late: pd.Series[float]) -> BoolArray:
    first, second = np.asarray(early, dtype=float), np.asarray(late, dtype=float)
    with np.errstate(invalid="ignore"):
        return np.asarray(second > first)


def money_before(now: pd.DataFrame) -> FloatArray:
    """What each exhibitor brought at the edition before."""
    return np.asarray(now["money_1"], dtype=float)
