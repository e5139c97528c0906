"""What do we know about one exhibitor?

Method: rows of the facts for one exhibitor; stage and class by the rules that hold for all; risk as
the share of those at the same stage one edition earlier that did not come. Assumption: registers
are complete. Source: none needed beyond the rules' own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from analytics.customers import stages as stage_rule
from analytics.customers.measures import Measures, read_measures, register
from analytics.customers.next_steps import first_step, share_away
from analytics.errors import UnknownChoice
from analytics.stats.concentration import abc_classes
from analytics.study import statement

if TYPE_CHECKING:
    import pandas as pd

    from analytics.filters import Filters
    from analytics.store import Reader


@dataclass(frozen=True, eq=False)
class Customer:
    """`profile`: name, industry …; `life`: one row per edition (place, came, money, area …);
    `rated`: items; `remarks`: comments and complaints. `stage` and `abc`: places among the stages
    and A, B, C (-1: none); `risk`: share of `comparable` exhibitors that did not come next, None
    below thirty. `step`: which rule of `STEPS` fits first.
    """

    measures: Measures
    profile: dict[str, Any]
    life: pd.DataFrame
    rated: pd.DataFrame
    remarks: pd.DataFrame
    stage: int
    abc: int
    abc_before: int
    risk: float | None
    comparable: int
    step: str

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
    now = measures.now
    exhibitor = options.get("exhibitor") or _largest(now)
    at = now.index[now["exhibitor_id"] == exhibitor]
    values: dict[str, Any] = {
        "fair": filters.fair,
        "exhibitor": exhibitor,
        "slice": register(filters).slice(),
        "money": measures.money,
        "place": measures.edition.place,
        "number": measures.edition.number,
    }
    people = reader.rows(statement(__package__, "person"), **values)
    if not len(at) or not people:
        raise UnknownChoice("exhibitor", exhibitor)
    codes = stage_rule.stages(now, is_first_ever=measures.settings.is_first_ever)
    stage, row = int(codes[at[0]]), now.loc[at[0]]
    abc, abc_before = (int(abc_classes(now[name].to_numpy(float))[at[0]]) for name in MONEYS)
    values["industry"] = people[0]["industry"]
    risk, comparable = share_away(measures, stage)
    return Customer(
        measures,
        people[0],
        reader.frame(statement(__package__, "life"), **values),
        reader.frame(statement(__package__, "rated"), **values),
        reader.frame(statement(__package__, "remarks"), **values),
        stage,
        abc,
        abc_before,
        risk,
        comparable,
        first_step(row, stage, abc_before),
    )


MONEYS = ("money", "money_1")


def _largest(now: pd.DataFrame) -> str:
    order = now.sort_values(["money", "exhibitor_id"], ascending=[False, True])
    return str(order["exhibitor_id"].iloc[0])
