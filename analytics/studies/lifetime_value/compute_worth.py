"""What all of it is worth: BG/BB times gamma-gamma, with its interval and what moves it most."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from analytics.stats import bgbb, bgbb_futures, gamma_gamma
from analytics.stats.margin_multiple import margin_multiple
from analytics.studies.lifetime_value.compute_model import discount_of

if TYPE_CHECKING:
    import pandas as pd

    from analytics.stats.arrays import FloatArray
    from analytics.stats.gamma_gamma import GammaGamma
    from analytics.studies.lifetime_value.compute_model import Attendance
    from analytics.studies.lifetime_value.compute_money import Spending, Way
    from analytics.worth_settings import Margin, WorthSettings

DRAWS, FUTURES = 200, 1000
INSIDE = (0.1, 0.9)
MIDDLE = (0.025, 0.975)
STATE = ["entry", "came", "last"]
Cause = Literal["margin", "discount", "coming", "money"]


@dataclass(frozen=True, eq=False)
class Effect:
    """What the total is at the two ends of one cause."""

    cause: Cause
    low_at: float
    high_at: float
    low: float
    high: float


@dataclass(frozen=True, eq=False)
class Worth:
    """`by_missed`: one row by held editions missed since the last participation, newcomers apart
    (missed, is_new, firms, expected, alive_last, alive_next, comes_next: sums; worth).

    `total` with the 95 % interval of the two models' parameters, drawn from their normal
    approximation; `effects` move one cause at a time. `short`: those at the last edition by margin
    × money × r/(1 + i − r), and `long`: the same exhibitors by the model.
    """

    model: GammaGamma | None
    way: Way
    by_missed: pd.DataFrame | None
    total: float
    low: float
    high: float
    effects: tuple[Effect, ...]
    short: float
    long: float
    margin: float
    discount: float

    @property
    def has_money(self) -> bool:
        """Whether worth is money, and no number of participations."""
        return self.way != "none"

    def ranges(self, attendance: Attendance) -> Callable[[dict[str, Any]], dict[str, float]]:
        """Worth of one listed exhibitor, and between what eight of ten such exhibitors lie."""
        futures: dict[tuple[int, int, int], FloatArray] = {}

        def of(row: dict[str, Any]) -> dict[str, float]:
            state = (row["came"] - 1, row["last"] - row["entry"], attendance.place - row["entry"])
            if state not in futures and attendance.model:
                model = attendance.model
                futures[state] = bgbb_futures.discounted_futures(
                    model, *state, self.discount, FUTURES
                )
            return self._range(row, futures[state])

        return of

    def _range(self, row: dict[str, Any], futures: FloatArray) -> dict[str, float]:
        """Money may be off too where a model says how far."""
        each: FloatArray | float = self.margin * row["spend"] if self.has_money else 1.0
        if self.model is not None:
            draws = gamma_gamma.spend_draws(self.model, row["paid"], row["mean"], FUTURES)
            each = self.margin * draws
        low, high = np.quantile(futures * each, INSIDE)
        return {"low": float(low), "high": float(high)}


def no_worth() -> Worth:
    """Where nobody can say who comes again."""
    return Worth(None, "none", None, nan, nan, nan, (), nan, nan, nan, nan)


def worth_of(
    attendance: Attendance, spending: Spending, settings: WorthSettings, margin: Margin
) -> Worth:
    """Of everybody on file; in money where there is a model of money, else in participations."""
    discount = discount_of(settings)
    # Without money, worth counts discounted participations.
    share = margin.share if spending.way != "none" else 1.0
    table = _table(attendance, spending, share)
    here = table["missed"] == 0
    low, high = _interval(attendance, table, spending, share, discount)
    multiple = margin_multiple(attendance.retention, discount)
    return Worth(
        model=spending.model,
        way=spending.way,
        by_missed=_by_missed(table),
        total=float(table["worth"].sum()),
        low=low,
        high=high,
        effects=_effects(attendance, table, spending, settings, margin),
        short=share * float(table.loc[here, "spend"].sum()) * multiple,
        long=float(table.loc[here, "worth"].sum()),
        margin=share,
        discount=discount,
    )


def _table(attendance: Attendance, spending: Spending, share: float) -> pd.DataFrame:
    """States by number of known amounts, with what their exhibitors spend and are worth."""
    place = attendance.place
    outlooks = attendance.states.drop(columns=["firms", "x", "t_x", "n"])
    table = spending.by_state.merge(outlooks, on=STATE, how="left")
    table = table.assign(
        spend=_spend(spending.model, spending, table),
        missed=place - table["last"],
        is_new=table["entry"] == place,
        x=table["came"] - 1,
        t_x=table["last"] - table["entry"],
        n=place - table["entry"],
    )
    return table.assign(worth=share * table["spend"] * table["discounted"])


def _spend(model: GammaGamma | None, spending: Spending, table: pd.DataFrame) -> FloatArray:
    """Expected money per edition of a row's exhibitors together; 1 each where none is known."""
    if model is None and spending.way != "own":
        return np.asarray(table["firms"], dtype=np.float64)
    if model is None:
        own = table["mean"].where(table["paid"] > 0, spending.typical * table["firms"])
        return np.asarray(own, dtype=np.float64)
    below = table["paid"] * model.p + model.q - 1
    paid = (table["paid"] * table["mean"]).to_numpy()
    return np.asarray((model.c * table["firms"] + paid) * model.p / below, dtype=np.float64)


def _by_missed(table: pd.DataFrame) -> pd.DataFrame:
    """Sums over exhibitors; three editions missed or more together."""
    firms = table["firms"]
    sums = {
        name: table[name] * firms
        for name in ("alive_last", "alive_next", "comes_next", "expected", "discounted")
    }
    return (
        table.assign(**sums, missed=table["missed"].clip(upper=3))
        .groupby(["missed", "is_new"], as_index=False)[["firms", *sums, "worth"]]
        .sum()
        .sort_values(["missed", "is_new"])
        .reset_index(drop=True)
    )


def _total(
    coming: bgbb.BgBb, table: pd.DataFrame, spend: FloatArray, margin: float, discount: float
) -> float:
    ahead = bgbb.outlook(coming, table["x"], table["t_x"], table["n"], discount=discount)
    return float(margin * (spend @ ahead.discounted))


def _interval(
    attendance: Attendance,
    table: pd.DataFrame,
    spending: Spending,
    margin: float,
    discount: float,
) -> tuple[float, float]:
    """Both models' parameters drawn together; NaN where the data leave a ridge."""
    coming = attendance.model
    if coming is None:
        return nan, nan
    of_coming = bgbb_futures.drawn_models(coming, DRAWS)
    of_money: list[GammaGamma | None] = [*_drawn(spending)] or [None] * DRAWS
    totals = [
        _total(first, table, _spend(second, spending, table), margin, discount)
        for first, second in zip(of_coming, of_money, strict=False)
        if second is None or second.q > 1
    ]
    return _middle(totals)


def _drawn(spending: Spending) -> list[GammaGamma]:
    return gamma_gamma.drawn_models(spending.model, DRAWS) if spending.model else []


def _middle(totals: list[float]) -> tuple[float, float]:
    if len(totals) < DRAWS // 2:
        return nan, nan
    low, high = np.quantile(totals, MIDDLE)
    return float(low), float(high)


def _effects(
    attendance: Attendance,
    table: pd.DataFrame,
    spending: Spending,
    settings: WorthSettings,
    margin: Margin,
) -> tuple[Effect, ...]:
    """Each cause from its one end to the other, the others held; the widest first."""
    coming, discount = attendance.model, discount_of(settings)
    if coming is None or spending.way == "none":
        return ()
    spend = _spend(spending.model, spending, table)
    effects = _by_settings(coming, table, spend, settings, margin)
    of_coming = [
        _total(drawn, table, spend, margin.share, discount)
        for drawn in bgbb_futures.drawn_models(coming, DRAWS)
    ]
    discounted = table["discounted"].to_numpy()
    of_money = [
        margin.share * float(_spend(drawn, spending, table) @ discounted)
        for drawn in _drawn(spending)
        if drawn.q > 1
    ]
    effects += [_drawn_effect("coming", of_coming), _drawn_effect("money", of_money)]
    known = [effect for effect in effects if effect.low == effect.low]
    return tuple(sorted(known, key=lambda effect: effect.low - effect.high))


def _by_settings(
    coming: bgbb.BgBb,
    table: pd.DataFrame,
    spend: FloatArray,
    settings: WorthSettings,
    margin: Margin,
) -> list[Effect]:
    """What the margin and the discount might as well be; no margin, no effect of it."""
    discount = discount_of(settings)
    dear = min(discount + settings.discount_range, 1.0)
    cheap = max(discount - settings.discount_range, 0.01)
    low, high = (_total(coming, table, spend, margin.share, rate) for rate in (dear, cheap))
    effects = [Effect("discount", dear, cheap, low, high)]
    if margin.source != "none":
        least = max(margin.share - settings.margin_range, 0.0)
        most = min(margin.share + settings.margin_range, 1.0)
        low, high = (_total(coming, table, spend, end, discount) for end in (least, most))
        effects.append(Effect("margin", least, most, low, high))
    return effects


def _drawn_effect(cause: Cause, totals: list[float]) -> Effect:
    low, high = _middle(totals)
    return Effect(cause, nan, nan, low, high)
