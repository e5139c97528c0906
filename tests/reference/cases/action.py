"""The effect of an action against R: item effects + after + after × acted-on, CR1 and CR2."""

import re

import numpy as np
import pandas as pd

from analytics.stats.action_effect import action_effect, verdict
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.cases.recovery import EDITION, FIRM
from tests.reference.columns import COUNTER, named

ITEM = r".*(item|question|topic|dimension|aspect|attribute).*"
SCORE = r".*(score|rating|answer|grade|mark|value|points).*"
MOMENT = rf"{EDITION}|.*(period|time|moment|after|phase|edition|year|wave).*"


def recompute(case: Case) -> dict:
    rows = _rows(case.table())
    listed = case.setting("acted_on", [])
    acted_on = {str(name) for name in ([listed] if isinstance(listed, str) else listed)}
    is_acted = rows["item"].isin(acted_on).to_numpy()
    columns = (rows["firm"], rows["item"], rows["after"], rows["score"])
    result = action_effect(*columns, is_acted)
    without = action_effect(rows["firm"], is_acted, rows["after"], rows["score"], is_acted)
    target = float(case.setting("target", 0.0))
    return {
        "target": target,
        "n_answers": result.n,
        "firms": result.firms,
        "items": [_item(name, group, acted_on) for name, group in _in_order(case, rows)],
        "estimate": result.effect.estimate,
        "se_cr1": result.effect.se,
        "df": result.effect.df,
        "ci95": [result.effect.low, result.effect.high],
        "p": result.effect.p,
        "se_cr2": result.se_cr2,
        "df_satterthwaite": result.df_satterthwaite,
        "trend_of_untouched": result.trend.estimate,
        "trend_se_cr1": result.trend.se,
        "verdict": verdict(result.effect, target),
        "without_item_effects": {
            "estimate": without.effect.estimate,
            "se_cr1": without.effect.se,
        },
    }


def _rows(table: pd.DataFrame) -> pd.DataFrame:
    names: dict[str, str] = {}
    for key, pattern in {
        "item": ITEM,
        "score": SCORE,
        "edition": MOMENT,
        "firm": f"{FIRM}|{COUNTER}",
    }.items():
        name = named(table, pattern, but=names)
        if name is None:
            raise ValueError(f"no column of the {key} among {list(table)}")
        names[name] = key
    rows = table.rename(columns=names)[list(names.values())]
    rows = rows.assign(score=pd.to_numeric(rows["score"], errors="coerce"))
    rows = rows[rows["score"].notna()].astype({"item": str, "firm": str})
    return rows.assign(after=(rows["edition"].astype(str) == _later(rows["edition"])).astype(int))


def _later(editions: pd.Series) -> str:
    labels = sorted(editions.unique())
    words = [str(label) for label in labels]
    return next((word for word in words if word.lower() == "after"), words[-1])


def _in_order(case: Case, rows: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    listed = [str(row["item"]) for row in case.expected.get("items", [])]
    names = listed or sorted(rows["item"].unique())
    return [(name, rows[rows["item"] == name]) for name in names]


def _item(name: str, rows: pd.DataFrame, acted_on: set[str]) -> dict:
    before, after = (rows.loc[rows["after"] == moment, "score"] for moment in (0, 1))
    return {
        "item": name,
        "acted_on": name in acted_on,
        "n_before": len(before),
        "n_after": len(after),
        "before": float(before.mean()) if len(before) else np.nan,
        "after": float(after.mean()) if len(after) else np.nan,
    }


def _same_verdict(expected: object, actual: object) -> bool:
    """By its words: a verdict may be written with blanks, dashes, or "by the target" at its end."""
    first, second = (re.sub(r"[\s_-]+", " ", str(word)).lower() for word in (expected, actual))
    return first.startswith(second)


CHECKER = Checker(
    recompute,
    rules={"verdict": _same_verdict},
    settings=frozenset({"acted_on"}),
    keys=(frozenset({"trend_of_untouched"}), frozenset({"without_item_effects"})),
    words=r"action effect|difference.in.differences",
)
