"""Who brings the turnover? Exhibitors classed by what they brought at the edition looked at.

Method: classes by the share before each amount (`analytics.stats.concentration`), at this edition
and the one before; lists of key accounts (`analytics.customers.key_accounts`). Assumption: amounts
are in one currency; what is missing is not zero. Source: Dickie 1951; Juran 1954.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from analytics.customers import key_accounts
from analytics.customers.classing import MOST_LISTED, Classed, Classing, classed, named
from analytics.customers.measures import LEAST_EXHIBITORS, Measures, read_measures
from analytics.errors import NotEnough, NothingChosen
from analytics.stats.concentration import abc_classes, usable
from analytics.wording import phrase

if TYPE_CHECKING:
    import pandas as pd

    from analytics.filters import Filters
    from analytics.stats.arrays import IntArray
    from analytics.store import Reader

NAMES = ("A", "B", "C")
NO_AMOUNT = phrase("not here, or no amount known")
LISTS = ("shrinking", "left", "growing")


@dataclass(frozen=True, eq=False)
class Abc:
    """`lists`: by key the exhibitors that shrank, left and grew, the largest first (as the members
    of `classed`), and `counts` how many there are of each. `negative`: amounts below zero.
    """

    classed: Classed
    lists: dict[str, pd.DataFrame]
    counts: dict[str, int]
    lines: tuple[float, float]
    negative: int
    zero: int


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> Abc:
    """Raises NothingChosen without participations or without any amount, NotEnough with fewer than
    five known amounts.
    """
    a, b = int(options.get("a", "80")) / 100, int(options.get("b", "95")) / 100
    measures = read_measures(reader, filters, options.get("money", "auto"))
    money = measures.now["money"].to_numpy(float)
    _check(money)
    rule = partial(_rule, a=a, b=b)
    answer = classed(reader, filters, measures, Classing(NAMES, rule, NO_AMOUNT))
    lists = _lists(measures, answer, a, b)
    return Abc(
        answer,
        {key: named(reader, filters, rows.head(MOST_LISTED)) for key, rows in lists.items()},
        {key: len(rows) for key, rows in lists.items()},
        (a, b),
        int((money < 0).sum()),
        int((money == 0).sum()),
    )


def _check(money: np.ndarray) -> None:
    known = int(usable(money).sum())
    if not np.nansum(money[usable(money)]) > 0:
        raise NothingChosen("amounts")
    if known < LEAST_EXHIBITORS:
        raise NotEnough("amounts", LEAST_EXHIBITORS, known)


def _rule(lives: pd.DataFrame, a: float, b: float) -> IntArray:
    return abc_classes(lives["money"].to_numpy(float), a, b)


def _lists(measures: Measures, answer: Classed, a: float, b: float) -> dict[str, pd.DataFrame]:
    now = measures.now.assign(
        **{"class": answer.codes, "class_before": answer.codes_before},
        money_before=measures.now["money_1"],
    )
    chosen_rows = (
        key_accounts.shrank(now, answer.codes_before),
        key_accounts.left(now, answer.codes_before),
        key_accounts.grew_three_times(now, a, b),
    )
    order = ("money_before", "money_before", "money")
    return {
        key: now[rows].sort_values([by, "exhibitor_id"], ascending=[False, True])
        for key, rows, by in zip(LISTS, chosen_rows, order, strict=True)
    }
