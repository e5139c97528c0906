"""What is a customer worth from here on? How likely each comes again, how often, and for how much.

Method: SQL counts exhibitors by state of their come-or-skip sequence (registers of held editions)
and sums money by state; BG/BB is fitted on those whose start is known, without the entrants of the
last edition, and judged on the last edition by a fit that had not seen it (`compute_model`); sBG on
unbroken attendance; gamma-gamma for money after its independence of frequency was looked at
(`compute_money`). Worth = margin x expected money x discounted participations to come. Assumption:
registers are complete; firms go on as they did. Source: Fader, Hardie & Shang 2010; Fader & Hardie
2007, 2013.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING, Any

from analytics.customers.measures import (
    Edition,
    Money,
    money_of_fair,
    read_editions,
    register,
)
from analytics.errors import NotEnough
from analytics.studies.lifetime_value.compute_model import Attendance, attendance_of
from analytics.studies.lifetime_value.compute_money import EXACT, Amounts, Spending, spending_of
from analytics.studies.lifetime_value.compute_worth import Worth, no_worth, worth_of
from analytics.study import statement
from analytics.worth_settings import Margin, WorthSettings, read_margin, read_settings

if TYPE_CHECKING:
    import pandas as pd

    from analytics.filters import Filters
    from analytics.store import Reader

EDITIONS_NEEDED = 3
EXHIBITORS_NEEDED = 10
MOST_LISTED = 50


@dataclass(frozen=True, eq=False)
class LifetimeValue:
    """`editions` with a register, up to the last chosen. `attendance`: who comes again; `spending`:
    how much they spend when they come; `worth`: both together, `listed`: the exhibitors worth most,
    by name (exhibitor_id, name, industry, entry, came, last, paid, mean, spend, and from the
    model alive, comes, expected, discounted, worth, low, high).

    `money` says what counts as money, `is_one_of_both` that fees and turnover were to be added but
    are in two currencies; `ahead` for how many editions participations are summed.
    """

    editions: tuple[Edition, ...]
    attendance: Attendance
    spending: Spending
    worth: Worth
    listed: tuple[dict[str, Any], ...]
    money: Money
    is_one_of_both: bool
    settings: WorthSettings
    margin: Margin
    ahead: int
    has_profile: bool

    @property
    def currency(self) -> str:
        """What amounts are in; empty where no file says it."""
        last = self.editions[-1]
        return last.turnover_currency if self.money == "turnover" else last.fee_currency

    @property
    def has_forecast(self) -> bool:
        """Whether the sequences bear a model that was judged on an edition it had not seen."""
        return self.attendance.has_forecast

    @property
    def has_money(self) -> bool:
        """Whether worth can be said in money."""
        return self.has_forecast and self.worth.has_money


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> LifetimeValue:
    """Raises NothingChosen without participations, NotEnough below 3 editions on file or 10
    exhibitors.
    """
    editions = read_editions(reader, filters)
    if len(editions) < EDITIONS_NEEDED:
        raise NotEnough("editions", EDITIONS_NEEDED, len(editions))
    settings = read_settings(reader, filters.fair)
    margin = read_margin(reader, filters.fair, settings)
    ahead = int(options.get("ahead", "3"))
    money, is_one_of_both = money_of_fair(options.get("money", "auto"), settings, editions)
    asked: dict[str, Any] = {
        "slice": register(filters).slice(),
        "fair": filters.fair,
        "place": editions[-1].place,
        "money": money,
    }
    rows = reader.frame(statement(__package__, "firms"), **asked, exact=EXACT)
    attendance = attendance_of(_grain(rows, "sequence"), editions[-1].place, settings, ahead)
    if attendance.exhibitors < EXHIBITORS_NEEDED:
        raise NotEnough("exhibitors", EXHIBITORS_NEEDED, attendance.exhibitors)
    spending = _spending(rows)
    worth = (
        worth_of(attendance, spending, settings, margin) if attendance.has_forecast else no_worth()
    )
    return LifetimeValue(
        editions=editions,
        attendance=attendance,
        spending=spending,
        worth=worth,
        listed=_listed(reader, asked, attendance, spending, worth),
        money=money,
        is_one_of_both=is_one_of_both,
        settings=settings,
        margin=margin,
        ahead=ahead,
        has_profile=bool(filters.profile),
    )


def _grain(rows: pd.DataFrame, grain: str) -> pd.DataFrame:
    """The rows of one grain, with the columns it has, in whole numbers but for money."""
    part = rows[rows["grain"] == grain].dropna(axis="columns", how="all").drop(columns="grain")
    whole = [name for name in part if name not in ("mean", "came_now")]
    types = dict.fromkeys(whole, "int64") | ({"came_now": "bool"} if "came_now" in part else {})
    return part.astype(types).reset_index(drop=True)


def _spending(rows: pd.DataFrame) -> Spending:
    whole = _grain(rows, "all").iloc[0]
    amounts = Amounts(
        participations=int(whole["came"]),
        paid=int(whole["paid"]),
        free=int(whole["free"]),
        negative=int(whole["negative"]),
        elsewhere=int(whole["elsewhere"]),
    )
    sizes = rows[rows["grain"] == "amount"]
    return spending_of(_grain(rows, "state"), sizes, amounts)


def _listed(
    reader: Reader,
    asked: dict[str, Any],
    attendance: Attendance,
    spending: Spending,
    worth: Worth,
) -> tuple[dict[str, Any], ...]:
    """Those worth most; where worth is not known in money, those expected most often."""
    if not attendance.has_forecast:
        return ()
    states, model = attendance.states, spending.model
    rows = reader.rows(
        statement(__package__, "listed"),
        **asked,
        entry=states["entry"].tolist(),
        came=states["came"].tolist(),
        last=states["last"].tolist(),
        discounted=states["discounted"].tolist(),
        way=spending.way,
        typical=spending.typical,
        p=model.p if model else nan,
        q=model.q if model else nan,
        c=model.c if model else nan,
        most=MOST_LISTED,
    )
    by_state = states.set_index(["entry", "came", "last"]).to_dict("index")
    ranges = worth.ranges(attendance)
    return tuple(
        row | _outlook(by_state[row["entry"], row["came"], row["last"]], row, worth) | ranges(row)
        for row in rows
    )


def _outlook(state: dict[str, Any], row: dict[str, Any], worth: Worth) -> dict[str, float]:
    names = ("alive_next", "comes_next", "expected", "discounted")
    numbers = {name: float(state[name]) for name in names}
    return numbers | {"worth": worth.margin * row["spend"] * numbers["discounted"]}
