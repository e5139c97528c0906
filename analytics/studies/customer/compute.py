"""What do we know about one exhibitor?

Method: rows of the facts for one exhibitor; stage and class by the rules that hold for all; risk as
the share of those at the same stage one edition earlier that did not come. Assumption: registers
are complete. Source: none needed beyond the rules' own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from analytics.customers import stages as stage_rule
from analytics.customers.details import read_details
from analytics.customers.measures import Measures, read_measures, register
from analytics.customers.next_steps import first_step, share_away
from analytics.customers.worth import worth_by_exhibitor
from analytics.errors import UnknownChoice
from analytics.stats.concentration import abc_classes
from analytics.study import statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analytics.filters import Filters
    from analytics.store import Reader


@dataclass(frozen=True, eq=False)
class Customer:
    """`profile`: name, industry …; `life`: one row per edition (place, came, money, area …);
    `rated`: items; `remarks`: comments and complaints; `contacts`: its log. `stage` and `abc`:
    places among the stages and A, B, C (-1: none); `risk`: share of `comparable` exhibitors that
    did not come next, None below thirty. `step`: which rule of `STEPS` fits first. `worth`:
    current with its range, potential, class.
    """

    measures: Measures
    profile: dict[str, Any]
    life: pd.DataFrame
    rated: pd.DataFrame
    remarks: pd.DataFrame
    contacts: pd.DataFrame
    stage: int
    abc: int
    abc_before: int
    risk: float | None
    comparable: int
    step: str
    worth: dict[str, Any] | None = None

    @property
    def last(self) -> dict[str, Any]:
        """How it stands at the edition looked at."""
        return dict(self.life.iloc[-1])

    @property
    def comments(self) -> list[tuple[int, str]]:
        """Its comments, the newest first: the edition's number and the text."""
        rows = self.remarks[self.remarks["kind"] == "comment"]
        return list(zip(rows["number"].tolist(), rows["text"].tolist(), strict=True))


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> Customer:
    """Of the exhibitor chosen, else of the one with most money at the edition looked at. Raises
    UnknownChoice for one that is not in the register, or not yet by that edition; and what
    `read_measures` raises.
    """
    measures = read_measures(reader, filters, options.get("money", "auto"), least_exhibitors=1)
    exhibitor = options.get("exhibitor") or _largest(measures.now)
    return _several(reader, filters, measures, [exhibitor])[0]


def several(
    reader: Reader, filters: Filters, options: dict[str, str], exhibitors: Sequence[str]
) -> list[Customer]:
    """Of each of these exhibitors, in their order. Raises as `analyse`."""
    measures = read_measures(reader, filters, options.get("money", "auto"), least_exhibitors=1)
    return _several(reader, filters, measures, exhibitors)


def _several(
    reader: Reader, filters: Filters, measures: Measures, exhibitors: Sequence[str]
) -> list[Customer]:
    values: dict[str, Any] = {
        "fair": filters.fair,
        "ids": list(exhibitors),
        "slice": register(filters).slice(),
        "money": measures.money,
        "place": measures.edition.place,
        "number": measures.edition.number,
    }
    file = {name: reader.frame(statement(__package__, name), **values) for name in STATEMENTS}
    file["details"] = read_details(reader, filters.fair, values["number"], exhibitors)
    standings = _standings(reader, filters, measures)
    known = set(standings.index) & set(file["person"]["exhibitor_id"])
    for exhibitor in exhibitors:
        if exhibitor not in known:
            raise UnknownChoice("exhibitor", exhibitor)
    return [_of(measures, standings.loc[each], _rows_of(file, each)) for each in exhibitors]


def _rows_of(file: dict[str, pd.DataFrame], exhibitor: str) -> dict[str, pd.DataFrame]:
    return {
        name: rows[rows["exhibitor_id"] == exhibitor].reset_index(drop=True)
        for name, rows in file.items()
    }


def _standings(reader: Reader, filters: Filters, measures: Measures) -> pd.DataFrame:
    """Every exhibitor's measures by its id, with what the rules make of them: stage, abc,
    abc_before, and current, potential and class of value where these are known.
    """
    now = measures.now
    stages = stage_rule.stages(now, is_first_ever=measures.settings.is_first_ever)
    abc, before = (abc_classes(now[name].to_numpy(float)) for name in MONEYS)
    standings = now.assign(stage=stages, abc=abc, abc_before=before).set_index("exhibitor_id")
    worth = worth_by_exhibitor(reader, filters, measures)
    return standings if worth is None else standings.join(worth)


def _of(measures: Measures, standing: pd.Series[Any], file: dict[str, pd.DataFrame]) -> Customer:
    stage, abc_before = int(standing["stage"]), int(standing["abc_before"])
    risk, comparable = share_away(measures, stage)
    profile = file["person"].iloc[0].to_dict() | file["details"].iloc[0].to_dict()
    worth = {name: standing[name] for name in WORTH} if "current" in standing else None
    return Customer(
        measures,
        {name: None if value != value else value for name, value in profile.items()},
        file["life"],
        file["rated"],
        file["remarks"],
        file["contacts"],
        stage,
        int(standing["abc"]),
        abc_before,
        risk,
        comparable,
        first_step(standing, stage, abc_before),
        worth,
    )


MONEYS = ("money", "money_1")
WORTH = ("current", "current_low", "current_high", "potential", "class")
STATEMENTS = ("person", "life", "rated", "remarks", "contacts")


def _largest(now: pd.DataFrame) -> str:
    order = now.sort_values(["money", "exhibitor_id"], ascending=[False, True])
    return str(order["exhibitor_id"].iloc[0])
