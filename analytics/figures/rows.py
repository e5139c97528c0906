"""Estimate -> row: what every form reads of a mean, a share or a difference.

A row says where it stands in keywords (`key`, `label`, `rank`, `series`, `x` …); the estimate gives
`value`, `low`, `high`, `n`, `n_eff` and `is_faint`. No estimate (hidden, or never asked) is a row
of NaN that is not pale.
"""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING, Any

from analytics.figures.small_bases import is_pale

if TYPE_CHECKING:
    from analytics.stats.mean import Difference, MeanEstimate
    from analytics.stats.proportion import Proportion

Row = dict[str, Any]
NOTHING: Row = {
    "value": nan,
    "low": nan,
    "high": nan,
    "n": nan,
    "n_eff": nan,
    "is_faint": False,
}


def of_mean(estimate: MeanEstimate | None, **place: Any) -> Row:
    """A mean; `n` are answers, pale by these."""
    if estimate is None:
        return place | NOTHING
    return place | {
        "value": estimate.mean,
        "low": estimate.low,
        "high": estimate.high,
        "n": estimate.n,
        "n_eff": estimate.n_eff,
        "is_faint": is_pale(estimate.n),
    }


def of_share(share: Proportion | None, **place: Any) -> Row:
    """A share; `n` are answers, whatever they are worth, and pale by these."""
    if share is None:
        return place | NOTHING
    return place | {
        "value": share.share,
        "low": share.low,
        "high": share.high,
        "n": int(share.answers),
        "n_eff": share.n,
        "is_faint": is_pale(share.answers),
    }


def of_difference(gap: Difference, n: int, n_eff: float, **place: Any) -> Row:
    """A difference of two means, on the smaller of their bases."""
    return place | {
        "value": gap.difference,
        "low": gap.low,
        "high": gap.high,
        "n": n,
        "n_eff": n_eff,
        "is_faint": is_pale(n),
    }


def along(axis: str, row: Row) -> Row:
    """The same row for one axis of a scatter: `y`, `y_low`, `y_high` in the place of `value` …"""
    names = {"value": axis, "low": f"{axis}_low", "high": f"{axis}_high"}
    return {names.get(name, name): value for name, value in row.items()}


def change_cells(gap: Difference | None, p: float) -> Row:
    """What the columns of a change read: `change`, its interval and its p; None without one."""
    return {
        "change": gap.difference if gap else None,
        "change_low": gap.low if gap else None,
        "change_high": gap.high if gap else None,
        "change_p": p if gap else None,
    }
