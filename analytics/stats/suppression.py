"""May this figure be shown? The one rule for small bases, and the cells that must go with a hidden
one.

Method: a base below 5 is never shown, 5–9 only when the reader asks, 10–29 faint with a word of
warning. On demand a share is also hidden when its effective base is below 30 or its interval is
wider than .30. In a table with totals, cells that would give a hidden one away are hidden with it:
a hidden count stays unknown when another table with the same visible numbers holds another count
there, and the cheapest ring of cells that allows this is hidden. Assumption: readers know every
visible number and total of this table, and nothing about it from elsewhere. Source: Parker et al.
2017 (NCHS, Vital Health Stat 2(175)) for shares; Cox 1980 and Gusfield 1988 for rings in a table.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan
from typing import Literal

import numpy as np
import numpy.typing as npt

from analytics.stats.arrays import BoolArray, FloatArray, IntArray, matrix

Visibility = Literal["shown", "faint", "hidden", "never"]


@dataclass(frozen=True, slots=True)
class SmallBases:
    """The limits. `reveals_hidden`: the reader asked for 5–9; `strict_shares`: the NCHS limits for
    shares as well.
    """

    never_below: int = 5
    hidden_below: int = 10
    faint_below: int = 30
    reveals_hidden: bool = False
    strict_shares: bool = False
    smallest_effective: float = 30
    widest_interval: float = 0.30


USUAL = SmallBases()
NEVER_BELOW, HIDDEN_BELOW, FAINT_BELOW = USUAL.never_below, USUAL.hidden_below, USUAL.faint_below


@dataclass(frozen=True, slots=True, eq=False)
class HiddenCells:
    """True where a count of a table with totals must not be shown."""

    cells: BoolArray
    row_totals: BoolArray
    column_totals: BoolArray
    total: bool


def visibility(n: float, rule: SmallBases = USUAL) -> Visibility:
    """How a figure on `n` answers (people, not weights) may be shown; "hidden" waits for the reader
    to ask.
    """
    if isnan(n) or n < rule.never_below:
        return "never"
    if n < rule.hidden_below and not rule.reveals_hidden:
        return "hidden"
    return "faint" if n < rule.faint_below else "shown"


def visibility_of_share(
    n: float, n_eff: float, low: float, high: float, rule: SmallBases = USUAL
) -> Visibility:
    """As `visibility`; with `strict_shares` also hidden when the effective base or the interval is
    not good enough.
    """
    plain = visibility(n, rule)
    is_loose = not (n_eff >= rule.smallest_effective and high - low <= rule.widest_interval)
    if not (rule.strict_shares and is_loose) or plain in ("never", "hidden"):
        return plain
    return "faint" if rule.reveals_hidden else "hidden"


def hidden_cells(counts: npt.ArrayLike, rule: SmallBases = USUAL) -> HiddenCells:
    """What to hide of a table of people, rows × columns, that is shown with its totals.

    Cells and totals below `never_below` (0 among them), and others that would give them away. What
    the reader may ask to see does not count as hidden here, for whoever asks must not learn more.
    One list of counts is a table of one row. ValueError when a count is negative.
    """
    table = matrix(np.atleast_2d(np.asarray(counts, dtype=np.float64)), "counts")
    if (table < 0).any():
        raise ValueError("counts must not be negative")
    whole = np.vstack([table, table.sum(axis=0)])
    whole = np.column_stack([whole, whole.sum(axis=1)])
    is_wide = whole.shape[1] > whole.shape[0]
    upright = whole.T if is_wide else whole
    closed = _closed(upright, upright < rule.never_below)
    hidden = closed.T if is_wide else closed
    return HiddenCells(hidden[:-1, :-1], hidden[:-1, -1], hidden[-1, :-1], bool(hidden[-1, -1]))


def visible_parts(bases: Sequence[float], least: float, unplaced: float = 0) -> list[bool]:
    """Which parts of a whole may be shown beside it. `unplaced` answers belong to the whole and to
    no part.

    A part below `least` is hidden. Whoever knows the whole must not be able to compute it: where it
    would stand alone, or what is hidden would amount to 1 to 4 answers, the next smallest part is
    hidden with it. Nothing is not hidden from anybody, so empty parts need no company.
    """
    shown = [base >= least for base in bases]
    while _is_given_away(
        [base for base, is_shown in zip(bases, shown, strict=True) if not is_shown and base],
        unplaced,
    ):
        still = [place for place, is_shown in enumerate(shown) if is_shown]
        if not still:
            break
        shown[min(still, key=lambda place: bases[place])] = False
    return shown


def _is_given_away(hidden: list[float], unplaced: float) -> bool:
    is_alone = len(hidden) == 1 and not unplaced
    return bool(hidden) and (is_alone or unplaced + sum(hidden) < NEVER_BELOW)


# A table with totals is a round flow: from each row to the columns, from these to their totals, on
# to the grand total and back to the rows by theirs. One more person in a cell leaves all visible
# numbers as they are when a ring of hidden cells leads from its end back to its start, along a cell
# (one more there) or against one that is not 0 (one less).


def _closed(whole: FloatArray, hidden: BoolArray) -> BoolArray:
    """The hidden cells with those that must go with them, so that each lies on a ring."""
    lines = sum(whole.shape)
    row, column = (place.ravel() for place in np.indices(whole.shape))
    column = column + len(whole)
    runs_back = (row == len(whole) - 1) != (column == lines - 1)
    start, end = np.where(runs_back, column, row), np.where(runs_back, row, column)
    cell_at, price = np.full((lines, lines), -1), np.full((lines, lines), np.inf)
    cell_at[start, end] = cell_at[end, start] = np.arange(whole.size)
    is_total = (row == len(whole) - 1) | (column == lines - 1)
    cost = np.where(hidden.ravel(), 0.0, 1 + whole.ravel() + np.where(is_total, whole.sum(), 0.0))
    price[start, end], price[end, start] = cost, np.where(whole.ravel() > 0, cost, np.inf)
    is_safe = np.zeros(whole.size, dtype=bool)
    for cell in np.flatnonzero(hidden):
        if is_safe[cell]:
            continue
        here, there = int(start[cell]), int(end[cell])
        own = price[here, there], price[there, here]
        price[here, there] = price[there, here] = np.inf
        way = _cheapest_way(price, there, here)
        price[here, there], price[there, here] = own
        _make_free(price, way)
        is_safe[cell_at[way[:-1], way[1:]]] = True
    return hidden | is_safe.reshape(whole.shape)


def _make_free(price: FloatArray, way: IntArray) -> None:
    """Hidden cells cost nothing more, in the directions they can be passed."""
    for one, other in ((way[:-1], way[1:]), (way[1:], way[:-1])):
        price[one, other] = np.where(np.isfinite(price[one, other]), 0.0, np.inf)


def _cheapest_way(price: FloatArray, start: int, end: int) -> IntArray:
    """Lines from start to end, by Dijkstra; there is always one, for the flow itself may grow."""
    paid = np.full(len(price), np.inf)
    paid[start] = 0.0
    before, is_open = np.full(len(price), -1), np.ones(len(price), dtype=bool)
    while is_open[end] and paid[end] > 0:
        # Among equals the last: the columns, which are few.
        here = len(price) - 1 - int(np.argmin(np.where(is_open, paid, np.inf)[::-1]))
        is_open[here] = False
        cheaper = is_open & (paid[here] + price[here] < paid)
        paid[cheaper], before[cheaper] = paid[here] + price[here][cheaper], here
    way = [end]
    while way[-1] != start:
        way.append(int(before[way[-1]]))
    return np.array(way[::-1], dtype=np.int64)
