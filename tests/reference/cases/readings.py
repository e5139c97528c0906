"""What retention is worth, against R: three readings of a change, two sums, a cap."""

from typing import Any

import pandas as pd

from analytics.stats.margin_multiple import multiple_with_first_now
from analytics.stats.retention_readings import READINGS, Worth, read, worth
from analytics.stats.service_recovery import worth_of_recovery
from tests.reference.case import Case
from tests.reference.cases.checker import Checker
from tests.reference.columns import named

MARGIN = r".*(margin|profit|contribution).*"
RATE = r".*(retention|renewal|stay|repeat).*|r|rate"
DISCOUNT = r".*(discount|interest).*|i"
CHANGE = r".*(change|increase|delta|step|improv).*"
HORIZON = r".*(horizon|editions|periods|years).*|k"


def recompute(case: Case) -> dict:
    table = case.table()
    return {
        "rows": [_row(row) for row in _renamed(table).to_dict("records")],
        "complaint_cap": [
            row
            | {
                "cap": worth_of_recovery(
                    row["future_value"], row["stays_if_made_good"] - row["stays_if_not"]
                )
            }
            for row in case.expected.get("complaint_cap", [])
        ],
    }


def _renamed(table: pd.DataFrame) -> pd.DataFrame:
    names: dict[str, str] = {}
    for key, pattern in {
        "margin": MARGIN,
        "discount": DISCOUNT,
        "change": CHANGE,
        "horizon": HORIZON,
        "retention": RATE,
    }.items():
        name = named(table, pattern, but=names)
        if name is not None:
            names[name] = key
    return table.rename(columns=names)


def _row(row: dict[str, Any]) -> dict:
    margin, today, discount = (float(row[key]) for key in ("margin", "retention", "discount"))
    change, horizon = float(row["change"]), int(row["horizon"])
    rates = {"now": today} | {name: read(today, change, name) for name in READINGS}
    return {
        "margin": margin,
        "discount": discount,
        "change": change,
        "horizon": horizon,
        **{
            name: _worth(worth(margin, rate, discount, horizon, today))
            for name, rate in rates.items()
        },
        "elasticity_of_value": multiple_with_first_now(today, discount),
        "multiple_first_margin_now": multiple_with_first_now(today, discount),
    }


def _worth(result: Worth) -> dict:
    return {
        "retention": result.retention,
        "possible": result.is_possible,
        "multiple": result.multiple,
        "value": result.value,
        "value_change": result.value_change,
        "multiple_over_horizon": result.multiple_over_horizon,
        "value_over_horizon": result.value_over_horizon,
        "value_change_over_horizon": result.value_change_over_horizon,
    }


CHECKER = Checker(
    recompute,
    keys=(frozenset({"fewer_leave"}), frozenset({"multiple_first_margin_now"})),
    words=r"retention to profit",
)
