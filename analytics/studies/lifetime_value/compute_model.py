"""Who comes again: BG/BB with its hold-out on the last edition, and sBG for unbroken attendance."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING, Literal

import numpy as np

from analytics.stats.bgbb import BgBb, fit_bgbb, outlook
from analytics.stats.calibration import Bin, reliability_bins, spiegelhalter_z
from analytics.stats.mean import Difference, paired_difference
from analytics.stats.sbg import Sbg, fit_sbg

if TYPE_CHECKING:
    import pandas as pd

    from analytics.stats.arrays import FloatArray, IntArray
    from analytics.worth_settings import WorthSettings

EDITIONS_NEEDED = 4
FIRMS_NEEDED = 30
LEAVERS_NEEDED = 10
Refusal = Literal["", "editions", "starts", "one cohort", "never again", "always"]


@dataclass(frozen=True, eq=False)
class HoldOut:
    """The last edition, foretold by a model that had not seen it. Every exhibitor that had come by
    the edition before is judged: `expected` and `came` of `firms`; `bins` by rising chance.

    `gain`: how much smaller the Brier score is than with `rate` for everybody, the share of those
    on file that came to the edition before; `z` is Spiegelhalter's.
    """

    model: BgBb
    firms: int
    expected: float
    came: int
    brier: float
    rate: float
    brier_of_rate: float
    gain: Difference
    z: float
    bins: tuple[Bin, ...]

    @property
    def beats_base_rate(self) -> bool:
        return bool(self.gain.low > 0)

    @property
    def is_calibrated(self) -> bool:
        """No evidence that its chances are off."""
        return isnan(self.z) or abs(self.z) < 1.96


@dataclass(frozen=True, eq=False)
class Staying:
    """Unbroken attendance by step after the first edition: at risk, left; the model where enough
    left and enough stayed.
    """

    at_risk: IntArray
    left: IntArray
    model: Sbg | None


@dataclass(frozen=True, eq=False)
class Attendance:
    """`states`: one row a state at the last edition (entry, came, last as places from 1; x, t_x, n,
    firms, is_fitted, and with a model alive_last, alive_next, comes_next, expected over the
    editions asked for, discounted).

    Without a model `refusal` says why; `unknown_start` exhibitors were at the first edition on
    file. `retention`: of those at the edition before the last, the share that came to the last.
    """

    place: int
    states: pd.DataFrame
    model: BgBb | None
    hold_out: HoldOut | None
    refusal: Refusal
    staying: Staying
    exhibitors: int
    fitted: int
    entered_last: int
    unknown_start: int
    retention: float

    @property
    def has_forecast(self) -> bool:
        return self.model is not None and self.hold_out is not None


def attendance_of(
    rows: pd.DataFrame, place: int, settings: WorthSettings, ahead: int
) -> Attendance:
    """From the sequences that firms.sql counts, at the last place; fitted on those whose start is
    known.
    """
    known_from = 1 if settings.is_first_ever else 2
    states = _states_now(rows, place, known_from)
    fitted = states[states["is_fitted"] & (states["n"] > 0)]
    before = _states_before(rows, place, known_from)
    refusal = _refusal(place, fitted, before[before["is_fitted"] & (before["n"] > 0)])
    model = hold_out = None
    if not refusal:
        model, hold_out = _fit(fitted), _held_out(before, place)
        states = _with_outlook(states, model, settings, ahead)
    was_there = rows["last_before"] == place - 1
    return Attendance(
        place=place,
        states=states,
        model=model,
        hold_out=hold_out,
        refusal=refusal,
        staying=_staying(rows, place, known_from),
        exhibitors=int(states["firms"].sum()),
        fitted=int(fitted["firms"].sum()),
        entered_last=int(states.loc[states["n"] == 0, "firms"].sum()),
        unknown_start=int(states.loc[states["entry"] < known_from, "firms"].sum()),
        retention=_share(rows[was_there & rows["came_now"]], rows[was_there]),
    )


def _share(part: pd.DataFrame, whole: pd.DataFrame) -> float:
    return float(part["firms"].sum() / whole["firms"].sum()) if len(whole) else float("nan")


def _states_now(rows: pd.DataFrame, place: int, known_from: int) -> pd.DataFrame:
    now = rows["came_now"].astype(int)
    table = rows.assign(
        came=rows["came_before"] + now, last=rows["last_before"].where(now == 0, place)
    )
    return _counted(table, place, known_from)


def _states_before(rows: pd.DataFrame, place: int, known_from: int) -> pd.DataFrame:
    """Those on file before the last edition as they stood then; `came_now` says what became."""
    earlier = rows[rows["entry"] < place]
    table = earlier.assign(came=earlier["came_before"], last=earlier["last_before"])
    return _counted(table, place - 1, known_from, "came_now")


def _counted(table: pd.DataFrame, place: int, known_from: int, *more: str) -> pd.DataFrame:
    states = table.groupby(["entry", "came", "last", *more], as_index=False)["firms"].sum()
    return states.assign(
        x=states["came"] - 1,
        t_x=states["last"] - states["entry"],
        n=place - states["entry"],
        is_fitted=states["entry"] >= known_from,
    )


def _refusal(place: int, fitted: pd.DataFrame, before: pd.DataFrame) -> Refusal:
    """Why the sequences bear no model with a hold-out; empty where they do."""
    if place < EDITIONS_NEEDED:
        return "editions"
    if min(fitted["firms"].sum(), before["firms"].sum()) < FIRMS_NEEDED:
        return "starts"
    if before["n"].max() < 2:
        return "one cohort"
    if not all(len(states[states["x"] > 0]) for states in (fitted, before)):
        return "never again"
    if not all(len(states[states["x"] < states["n"]]) for states in (fitted, before)):
        return "always"
    return ""


def _fit(states: pd.DataFrame) -> BgBb:
    by_state = states.groupby(["x", "t_x", "n"], as_index=False)["firms"].sum()
    return fit_bgbb(by_state["x"], by_state["t_x"], by_state["n"], by_state["firms"])


def _with_outlook(
    states: pd.DataFrame, model: BgBb, settings: WorthSettings, ahead: int
) -> pd.DataFrame:
    numbers = outlook(model, states["x"], states["t_x"], states["n"], ahead, discount_of(settings))
    return states.assign(
        alive_last=numbers.alive_at_last,
        alive_next=numbers.alive_next,
        comes_next=numbers.comes_next,
        expected=numbers.expected_next,
        discounted=numbers.discounted,
    )


def discount_of(settings: WorthSettings) -> float:
    """At least 1 %: without any, money far away counts like money now and the sum has no end."""
    return max(settings.discount, 0.01)


def _held_out(before: pd.DataFrame, place: int) -> HoldOut:
    model = _fit(before[before["is_fitted"] & (before["n"] > 0)])
    chances = outlook(model, before["x"], before["t_x"], before["n"]).comes_next
    counts = before["firms"].to_numpy()
    p = np.repeat(np.clip(chances, 0.0, 1.0), counts)
    y = np.repeat(before["came_now"].to_numpy(dtype=float), counts)
    rate = _base_rate(before, place)
    by_firm = (rate - y) ** 2 - (p - y) ** 2
    spread = float(by_firm.var(ddof=1)) if by_firm.size > 1 else 0.0
    return HoldOut(
        model=model,
        firms=int(y.size),
        expected=float(p.sum()),
        came=int(y.sum()),
        brier=float(np.mean((p - y) ** 2)),
        rate=rate,
        brier_of_rate=float(np.mean((rate - y) ** 2)),
        gain=paired_difference(y.size, float(by_firm.mean()), spread),
        z=spiegelhalter_z(p, y),
        bins=_bins(p, y),
    )


def _base_rate(before: pd.DataFrame, place: int) -> float:
    """Of those on file before the last edition but one, the share that came to it."""
    older = before[before["entry"] < place - 1]
    return _share(older[older["last"] == place - 1], older)


def _bins(p: FloatArray, y: FloatArray) -> tuple[Bin, ...]:
    """Ten at most; fewer where they would hold fewer than thirty."""
    return reliability_bins(p, y, max(1, min(10, y.size // 30)))


def _staying(rows: pd.DataFrame, place: int, known_from: int) -> Staying:
    """Steps from each exhibitor's first edition to the first one it missed."""
    known = rows[(rows["entry"] >= known_from) & (rows["entry"] < place)]
    steps = place - known_from
    at_risk, left = np.zeros(steps, dtype=np.int64), np.zeros(steps, dtype=np.int64)
    for row in known.itertuples():
        end = int(row.first_missed or place + 1) - int(row.entry)
        at_risk[: min(end, place - int(row.entry))] += int(row.firms)
        if row.first_missed:
            left[end - 1] += int(row.firms)
    stayed = int((at_risk - left).sum())
    can_fit = at_risk[:1].sum() >= FIRMS_NEEDED and min(left.sum(), stayed) >= LEAVERS_NEEDED
    return Staying(at_risk, left, fit_sbg(at_risk, left) if can_fit else None)
