"""Life-cycle stages from strings of coming and skipping, by the product's facts and rule table."""

import numpy as np
import pandas as pd

from analytics.customers import stages as rule
from analytics.customers.measures import Measures
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.cases.register import codes, edition_order, measures_at, register
from tests.reference.cases.retention import CAME, WHEN, WHO
from tests.reference.columns import column, named

NONE = "none"
ORDER = (NONE, "unknown", "nurture", "confirm", "trust", "weakening", "gone")
PHASES = {"nurture": "exploration", "confirm": "formation", "trust": "stability"}
DECLINE = ("weakening", "gone")


def recompute(case: Case) -> dict:
    firms, rows, held = _history(case)
    is_first_ever = bool(case.setting("first_edition_is_first_ever", False))
    with register(rows, held) as store:
        by_edition = {
            str(label): _at(measures_at(store, place), firms, is_first_ever)
            for place, label in enumerate(held, start=1)
            if held[label]
        }
        last = measures_at(store)
    return _summary(by_edition, last, is_first_ever)


def _history(case: Case) -> tuple[list[str], pd.DataFrame, dict]:
    """All firms, rows of who came when, and every edition with whether it was held."""
    table = case.table()
    who = named(table, WHO) or column(table, WHO, numeric=False)
    strings = next((name for name in table if name != who and _is_history(table[name])), None)
    if strings is None:
        return _long(case, table, who)
    texts = table[strings].astype(str)
    places = range(max(texts.str.len()))
    labels = case.setting("edition_labels") or [place + 1 for place in places]
    held = {labels[place]: not (texts.str[place] == "-").all() for place in places}
    rows = [
        (str(firm), labels[place], np.nan)
        for firm, text in zip(table[who], texts, strict=True)
        for place, sign in enumerate(text)
        if sign == "1"
    ]
    return [str(firm) for firm in table[who]], _frame(rows), held


def _is_history(values: pd.Series) -> bool:
    return bool(values.astype(str).str.fullmatch(r"[01-]{2,}").all())


def _long(case: Case, table: pd.DataFrame, who: str) -> tuple[list[str], pd.DataFrame, dict]:
    when = named(table, WHEN, but=[who]) or column(table, WHEN, but=[who])
    came = named(table, CAME, but=[who, when])
    present = table[table[came].astype(float) > 0] if came else table
    held = edition_order([*(case.setting("held") or []), *table[when]])
    rows = _frame([(str(a), b, np.nan) for a, b in zip(present[who], present[when], strict=True)])
    named_held = case.setting("held")
    is_held = {label: named_held is None or label in named_held for label in held}
    return list(dict.fromkeys(table[who].astype(str))), rows, is_held


def _frame(rows: list[tuple]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["who", "edition", "money"])


def _at(measures: Measures, firms: list[str], is_first_ever: bool) -> pd.Series:
    codes_now = rule.stages(measures.now, is_first_ever=is_first_ever)
    known = pd.Series([rule.KEYS[code] for code in codes_now], index=codes(measures.now))
    return known.reindex(firms, fill_value=NONE)


def _summary(by_edition: dict, last: Measures, is_first_ever: bool) -> dict:
    labels = list(by_edition)
    pairs = {
        f"{a}-{b}": _moves(by_edition[a], by_edition[b])
        for a, b in zip(labels, labels[1:], strict=False)
    }
    pooled = np.sum(list(pairs.values()), axis=0)
    totals = pooled.sum(axis=1, keepdims=True)
    shares = [
        [None if not total else float(n / total) for n in row]
        for row, (total,) in zip(pooled, totals, strict=True)
    ]
    now = by_edition[labels[-1]].value_counts()
    phases = {name: int(now.get(stage, 0)) for stage, name in PHASES.items()}
    is_unknown = last.now["is_on_first_register"] & (not is_first_ever)
    return {
        "counts": {
            label: {stage: int((found_at == stage).sum()) for stage in ORDER}
            for label, found_at in by_edition.items()
        },
        "transitions": {pair: _matrix(values.tolist()) for pair, values in pairs.items()},
        "transitions_pooled": _matrix(pooled.tolist()),
        "transition_shares_pooled": _matrix(shares),
        "four_phases_last": phases | {"decline": sum(int(now.get(s, 0)) for s in DECLINE)},
        "reactivated_last": int(rule.is_reactivated(last.now).sum()),
        "start_unknown_last": int(is_unknown.sum()),
    }


def _moves(before: pd.Series, after: pd.Series) -> np.ndarray:
    counted = pd.crosstab(before, after)
    return counted.reindex(index=ORDER, columns=ORDER, fill_value=0).to_numpy()


def _matrix(values: list) -> dict:
    return {"rows": list(ORDER), "cols": list(ORDER), "values": values}


CHECKER = Checker(
    recompute,
    settings=frozenset({"held", "first_edition_is_first_ever"}),
    keys=(
        frozenset({"four_phases_last"}),
        frozenset({"reactivated_last"}),
        frozenset({"transitions_pooled"}),
        frozenset({"transitions", "counts", "nurture"}),
    ),
    words=r"life.?cycle|stages",
)
