"""Recency, frequency and money: fixed bands over held editions, or fifths of a transaction log."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analytics.stats.concentration import concentration
from analytics.stats.priority_scores import (
    fifths,
    frequency_scores,
    money_scores,
    recency_scores,
)
from tests.reference.case import Case
from tests.reference.cases.abc import MONEY
from tests.reference.cases.checker import Checker
from tests.reference.cases.register import edition_order, measures_at, register
from tests.reference.cases.retention import WHEN, WHO
from tests.reference.columns import column, named

HELD = r"(was_|is_)?held|status|took_place"
SCORES = ("5", "4", "3", "2", "1")
KINDS = {
    (True, True): "best",
    (True, False): "frequent",
    (False, True): "spender",
    (False, False): "uncertain",
}


def _rows(table: pd.DataFrame) -> pd.DataFrame:
    who = named(table, WHO) or column(table, WHO, numeric=False)
    when = named(table, WHEN, but=[who]) or column(table, WHEN, but=[who])
    money = named(table, MONEY, but=[who, when]) or column(table, MONEY, but=[who, when])
    amounts = pd.to_numeric(table[money], errors="coerce")
    return pd.DataFrame({"who": table[who].astype(str), "edition": table[when], "money": amounts})


def _held(case: Case, rows: pd.DataFrame) -> dict[object, bool]:
    """Every edition with whether it was held; those after the reference are still to come."""
    path = case.folder / "editions.csv"
    if path.exists():
        table = case.table("editions.csv")
        when = named(table, WHEN) or str(table.columns[0])
        held = named(table, HELD) or str(table.columns[1])
        is_held = table[held].astype(str).str.lower().isin(("1", "1.0", "true", "yes", "held"))
        return {
            label: bool(flag)
            for label, flag in sorted(
                zip(table[when], is_held, strict=True), key=lambda pair: pair[0]
            )
        }
    return dict.fromkeys(edition_order([*rows["edition"]]), True)


def fixed_bands(case: Case) -> dict:
    rows = _rows(case.table())
    held = _held(case, rows)
    with register(rows[rows["edition"].isin(list(held))], held) as store:
        now = measures_at(store).now
    attended, possible = now["editions_so_far"].to_numpy(), now["editions_possible"].to_numpy()
    money = now["money_recent"].to_numpy(float)
    scores = {
        "R": recency_scores(now["gap"].to_numpy(float), _recency_bands(case)),
        "F": frequency_scores(
            attended, possible, case.setting("bands_frequency_share", (0.4, 0.6, 0.8, 1.0))
        ),
        "M": money_scores(money, case.setting("bands_money", ())),
    }
    return {
        "n": len(now),
        "rows_left_out": int((~rows["edition"].map(held).fillna(False).astype(bool)).sum()),
        "newcomers_possible_1": int((possible == 1).sum()),
        "money_missing": int(np.isnan(money).sum()),
        "money_partly_known": _partly_known(rows, held),
        "counts": {name: _counts(values) for name, values in scores.items()},
        "grid_R_by_F_count": _grid(scores, np.ones(len(now))),
        "grid_R_by_F_money": _grid(scores, np.nan_to_num(money)),
        "mean_frequency_share": float((attended / possible).mean()),
    }


def _partly_known(rows: pd.DataFrame, held: dict[object, bool]) -> int:
    """Firms of whose stands at the last three held editions some amounts are known and some not:
    counted stand by stand, while the product keeps one amount an edition.
    """
    recent = [label for label, is_held in held.items() if is_held][-3:]
    known = rows[rows["edition"].isin(recent)].groupby("who")["money"]
    return int(((known.count() > 0) & (known.count() < known.size())).sum())


def _recency_bands(case: Case) -> Sequence[float]:
    bands = case.setting("bands_recency")
    if not isinstance(bands, dict):
        return (0, 1, 2, 3)
    return sorted(float(value) for value in bands.values() if not isinstance(value, str))


def _counts(scores: np.ndarray) -> dict[str, int]:
    return {str(score): int((scores == score).sum()) for score in range(1, 6)}


def _grid(scores: dict[str, np.ndarray], worth: np.ndarray) -> dict:
    values = [
        [
            float(worth[(scores["R"] == int(r)) & (scores["F"] == int(f))].sum())
            for f in reversed(SCORES)
        ]
        for r in SCORES
    ]
    return {"rows": list(SCORES), "cols": list(reversed(SCORES)), "values": values}


def by_fifths(case: Case) -> dict:
    rows = _rows(case.table())
    customers = rows.groupby("who", sort=False).agg(
        last=("edition", "max"), frequency=("edition", "nunique"), monetary=("money", "sum")
    )
    reference = case.setting("reference_t") or customers["last"].max()
    recency = (reference - customers["last"]).to_numpy(float)
    frequency = customers["frequency"].to_numpy(float)
    money = customers["monetary"].to_numpy(float)
    values = {"R": -recency, "F": frequency, "M": money}
    counts = {
        f"{name}_{rule}": _present(fifths(each, is_low=rule == "low"))
        for name, each in values.items()
        for rule in ("low", "high")
    }
    classes, curve = _abc_in_order(customers), concentration(money)
    average = money / frequency
    kinds = [
        KINDS[bool(f), bool(m)]
        for f, m in zip(frequency >= frequency.mean(), average >= average.mean(), strict=True)
    ]
    return {
        "reference_t": reference,
        "n": len(customers),
        "counts": counts | {"abc": _present(classes), "cvm": _present(np.array(kinds))},
        "value_share": {
            name: float(money[classes == name].sum() / money.sum()) for name in ("A", "B", "C")
        },
        "gini": curve.gini,
        "top20_share": curve.top_share,
        "cvm_cut": {
            "frequency_mean": float(frequency.mean()),
            "avg_value_per_visit_mean": float(average.mean()),
        },
    }


def _abc_in_order(customers: pd.DataFrame) -> np.ndarray:
    """The rule of these older cases: sorted by value, then by id, ties split. The product's own
    rule gives equal amounts equal classes and is held by the cases of ABC.
    """
    ids = pd.to_numeric(pd.Series(customers.index), errors="coerce")
    order = np.lexsort((ids.fillna(0), -customers["monetary"].to_numpy()))
    money = customers["monetary"].to_numpy(float)[order]
    before = (np.cumsum(money) - money) / money.sum()
    classes = np.empty(len(money), dtype="<U1")
    classes[order] = np.select([before < 0.80, before < 0.95], ["A", "B"], "C")
    return classes


def _present(values: np.ndarray) -> dict[str, int]:
    names, counts = np.unique(values, return_counts=True)
    return {str(name): int(count) for name, count in zip(names, counts, strict=True)}


FIXED = Checker(
    fixed_bands,
    settings=frozenset({"reference", "money_editions"}),
    keys=(
        frozenset({"grid_R_by_F_count"}),
        frozenset({"mean_frequency_share"}),
        frozenset({"newcomers_possible_1"}),
    ),
    words=r"\brfm\b.*band|recency",
)
FIFTHS = Checker(
    by_fifths,
    settings=frozenset({"score_rules", "abc_rule"}),
    keys=(frozenset({"R_low"}), frozenset({"cvm_cut"}), frozenset({"score_rules"})),
    words=r"\brfm\b",
)
