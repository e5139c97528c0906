"""ABC classes by edition: the product's register, classes, curve and lists of key accounts."""

import numpy as np
import pandas as pd

from analytics.customers import key_accounts
from analytics.customers.measures import Measures
from analytics.stats.concentration import abc_classes, concentration
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.cases.register import codes, edition_order, measures_at, register
from tests.reference.cases.retention import WHEN, WHO
from tests.reference.columns import column, named

MONEY = r"(declared_)?(turnover|revenue|sales|fees?|amount|money|value|spend|paid)(_.*)?"
NAMES = ("A", "B", "C")


def recompute(case: Case) -> dict:
    table = case.table()
    rows, held = _rows(case, table)
    lines = case.setting("a", 0.8), case.setting("b", 0.95)
    with register(rows, dict.fromkeys(held, True)) as store:
        by_edition = {
            str(label): measures_at(store, place) for place, label in enumerate(held, start=1)
        }
    last = list(by_edition.values())[-1]
    return {
        "by_edition": {label: _edition(measures, *lines) for label, measures in by_edition.items()},
        **_last(last, *lines),
    }


def _rows(case: Case, table: pd.DataFrame) -> tuple[pd.DataFrame, list]:
    when = named(table, WHEN) or column(table, WHEN)
    who = named(table, WHO, but=[when]) or column(table, WHO, but=[when], numeric=False)
    money = named(table, MONEY, but=[when, who]) or column(table, MONEY, but=[when, who])
    rows = pd.DataFrame(
        {
            "who": table[who].astype(str),
            "edition": table[when],
            "money": pd.to_numeric(table[money], errors="coerce"),
        }
    )
    held = edition_order([*(case.setting("editions") or []), *rows["edition"]])
    return rows, held


def _edition(measures: Measures, a: float, b: float) -> dict:
    came = measures.now[measures.now["came"]]
    money = came["money"].to_numpy(float)
    classes, curve = abc_classes(money, a, b), concentration(money)
    counts = {name: int((classes == code).sum()) for code, name in enumerate(NAMES)}
    shares = {
        name: float(money[classes == code].sum() / curve.total) for code, name in enumerate(NAMES)
    }
    return {
        "n_firms": len(came),
        "n_missing": int(np.isnan(money).sum()),
        "n_negative": int((money < 0).sum()),
        "n_zero": int((money == 0).sum()),
        "n_used": curve.n,
        "total": curve.total,
        "counts": counts,
        "money_share": shares,
        "gini": curve.gini,
        "gini_positive_only": curve.gini_of_positive,
        "top20_n": curve.top_n,
        "top20_share": curve.top_share,
        "firms_for_80": curve.fewest,
        "firms_for_80_share": curve.fewest / curve.n,
        "is_80_20": curve.is_80_20,
        "pareto_deciles": {
            "firms": curve.firms.tolist(),
            "money_share": curve.money_share.tolist(),
        },
    }


def _last(measures: Measures, a: float, b: float) -> dict:
    now, names = measures.now, codes(measures.now)
    classes = abc_classes(now["money"].to_numpy(float), a, b)
    before = abc_classes(key_accounts.money_before(now), a, b)
    lists = {
        "key_accounts_that_shrank": key_accounts.shrank(now, before),
        "key_accounts_gone": key_accounts.left(now, before),
        "small_growing_three_times": key_accounts.grew_three_times(now, a, b),
    }
    moves = [
        [int(((before == row) & (classes == code)).sum()) for code in range(3)] for row in range(3)
    ]
    return {
        "last_edition_class": {
            name: NAMES[code] for name, code in zip(names, classes, strict=True) if code >= 0
        },
        "moves_previous_to_last": {"rows": list(NAMES), "cols": list(NAMES), "values": moves},
        **{key: sorted(names[mask]) for key, mask in lists.items()},
    }


CHECKER = Checker(
    recompute,
    settings=frozenset({"a", "b", "editions"}),
    keys=(
        frozenset({"pareto_deciles"}),
        frozenset({"gini_positive_only"}),
        frozenset({"key_accounts_that_shrank"}),
        frozenset({"last_edition_class", "moves_previous_to_last"}),
    ),
    words=r"\babc\b|pareto",
)
