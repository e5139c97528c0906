"""Who comes back? New, returning, reactivated and lapsed exhibitors; three retention measures;
cohorts.

Method: counts over a table of participations, one row per exhibitor (or per pattern with the number
of exhibitors sharing it), one column per edition *held*, oldest first. Retention = here now and
last time ÷ here last time. Repeat share = seen before ÷ here now. All-editions share = at every
edition so far ÷ here now. Two denominators, never mixed. Assumption: an edition not held has no
column; whoever came before the first column looks new there. Source: Farris, Bendle, Pfeifer &
Reibstein 2010, Marketing Metrics.

A share of nobody is NaN. Exhibitors lapsed from the last edition are only absent so far, and the
latest cohorts have not had their chance yet: leave them out of averages. The first cohort mixes
truly new exhibitors with older ones.
"""

from dataclasses import dataclass
from math import nan

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import BoolArray, FloatArray, IntArray


@dataclass(frozen=True, slots=True)
class EditionFlow:
    """One held edition (`edition` = column, from 0). new + returning + reactivated = exhibitors.

    returning + lapsed = exhibitors of the edition before. The three shares (0–1) are NaN at the
    first edition.
    """

    edition: int
    exhibitors: int
    new: int
    returning: int
    reactivated: int
    lapsed: int
    retention: float
    repeat_share: float
    all_editions_share: float


@dataclass(frozen=True, slots=True, eq=False)
class Cohort:
    """Exhibitors whose first edition is `entry` (a column, from 0). Arrays run over age 0, 1, … to
    the last edition held.

    `attended`: how many were present at that age, `classic`: their share (can rise); `unbroken`:
    share present every time so far; `ever_after`: share present then or at any later time.
    """

    entry: int
    size: int
    attended: IntArray
    classic: FloatArray
    unbroken: FloatArray
    ever_after: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Transitions:
    """By tenure 1, 2, …: exhibitors who could have made their first break then, and who did."""

    at_risk: IntArray
    left: IntArray


def edition_flows(
    attended: npt.ArrayLike, counts: npt.ArrayLike | None = None
) -> tuple[EditionFlow, ...]:
    """One flow a column of `attended` (rows × editions, true/false); a row stands for `counts`."""
    present, weights = _table(attended, counts)
    return tuple(_flow(present, weights, edition) for edition in range(present.shape[1]))


def cohorts(attended: npt.ArrayLike, counts: npt.ArrayLike | None = None) -> tuple[Cohort, ...]:
    """One `Cohort` per column of `attended`; where nobody was new, of size 0 and shares NaN."""
    present, weights = _table(attended, counts)
    first = _first_column(present)
    return tuple(
        _cohort(present[first == entry, entry:], weights[first == entry], entry)
        for entry in range(present.shape[1])
    )


def participation_counts(attended: npt.ArrayLike, counts: npt.ArrayLike | None = None) -> IntArray:
    """How many exhibitors took part in exactly 0, 1, 2, … editions; length editions + 1."""
    present, weights = _table(attended, counts)
    return np.bincount(present.sum(axis=1), weights, minlength=present.shape[1] + 1).astype(
        np.int64
    )


def transitions(
    attended: npt.ArrayLike, counts: npt.ArrayLike | None = None, with_first_edition: bool = False
) -> Transitions:
    """Steps from held edition to held edition until the first break, for
    `kaplan_meier.survival_by_step`.

    An exhibitor is at risk at step k when present at its first k editions in a row and one more
    edition was held; the last edition held therefore censors at the last *observed* step.
    Exhibitors first seen at the first edition on file have an unknown past and are left out unless
    `with_first_edition`.
    """
    present, weights = _table(attended, counts)
    first, steps = _first_column(present), present.shape[1] - 1
    at_risk, left = np.zeros(steps, dtype=np.int64), np.zeros(steps, dtype=np.int64)
    for entry in range(0 if with_first_edition else 1, steps):
        unbroken = np.logical_and.accumulate(present[first == entry, entry:], axis=1)
        staying = weights[first == entry] @ unbroken
        at_risk[: staying.size - 1] += staying[:-1]
        left[: staying.size - 1] += staying[:-1] - staying[1:]
    return Transitions(at_risk, left)


def _table(attended: npt.ArrayLike, counts: npt.ArrayLike | None) -> tuple[BoolArray, IntArray]:
    present = np.asarray(attended, dtype=bool)
    if present.ndim != 2 or present.shape[1] == 0:
        raise ValueError(
            f"attended must be exhibitors × held editions, not of shape {present.shape}"
        )
    weights = np.asarray(np.ones(len(present)) if counts is None else counts, dtype=np.int64)
    if weights.shape != (len(present),) or (weights < 0).any():
        raise ValueError("counts must give one number, not negative, per row of attended")
    return present, weights


def _first_column(present: BoolArray) -> IntArray:
    """Each row's first edition; -1 for rows that never took part."""
    return np.where(present.any(axis=1), present.argmax(axis=1), -1).astype(np.int64)


def _flow(present: BoolArray, weights: IntArray, edition: int) -> EditionFlow:
    now, before = present[:, edition], present[:, :edition].any(axis=1)
    last = present[:, edition - 1] if edition else np.zeros_like(now)

    def count(rows: BoolArray) -> int:
        return int(weights[rows].sum())

    exhibitors, returning, previous = count(now), count(now & last), count(last)
    always = count(np.all(present[:, : edition + 1], axis=1))
    return EditionFlow(
        edition=edition,
        exhibitors=exhibitors,
        new=count(now & ~before),
        returning=returning,
        reactivated=count(now & before & ~last),
        lapsed=previous - returning,
        retention=_share(returning, previous),
        repeat_share=_share(count(now & before), exhibitors) if edition else nan,
        all_editions_share=_share(always, exhibitors) if edition else nan,
    )


def _cohort(present: BoolArray, weights: IntArray, entry: int) -> Cohort:
    """`present` holds the cohort's rows from its first edition on."""
    size = int(weights.sum())
    attended = weights @ present
    unbroken = weights @ np.logical_and.accumulate(present, axis=1)
    later = weights @ np.logical_or.accumulate(present[:, ::-1], axis=1)[:, ::-1]
    base = size if size else nan
    return Cohort(
        entry, size, attended.astype(np.int64), attended / base, unbroken / base, later / base
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else nan
