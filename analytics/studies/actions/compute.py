"""Which actions are there, who does what by when, and did what they aimed at move?

Method: the items an action aims at, at the edition it was decided on and the next one held with
answers, against items that no action aimed at (`compute_effect`). "Moved" where the interval lies
above zero, "did not move" where its upper end is below the target, else "cannot tell". Assumption
and source: as there.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from analytics import clock
from analytics.action_plan import Action, read_actions
from analytics.errors import NothingChosen
from analytics.figures.small_bases import smallest
from analytics.ratings.editions import Edition
from analytics.ratings.scale import Scale, common
from analytics.stats.action_effect import verdict
from analytics.studies.actions.compute_asked import Asked, read_asked
from analytics.studies.actions.compute_effect import Cell, Comparison, Fit, compare, fit
from analytics.studies.actions.compute_gain import Gain, gain, read_money
from analytics.study import statement
from analytics.wording import Name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analytics.filters import Filters
    from analytics.stats.arrays import FloatArray
    from analytics.store import Reader

Verdict = Literal[
    "moved",
    "did not move",
    "cannot tell",
    "waiting",
    "dropped",
    "no such edition",
    "no such question",
    "not asked before",
    "not asked after",
    "nothing untouched",
    "too few",
]
VERDICTS: dict[str, Verdict] = {
    "moved": "moved",
    "did_not_move": "did not move",
    "cannot_tell": "cannot tell",
}
LEAST_FIRMS = 10


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the answers say of an action: its effect between two editions, on `scale`."""

    before: Edition
    after: Edition
    scale: Scale
    compared: Comparison
    gain: Gain | None = None


@dataclass(frozen=True, slots=True)
class Tracked:
    """An action with what became of it. `aim` is the name of what it should move, where it is still
    known.
    """

    action: Action
    verdict: Verdict
    aim: Name | None = None
    outcome: Outcome | None = None
    is_overdue: bool = False


@dataclass(frozen=True)
class Plan:
    """Every action of the fair, the first due first; `today` is the day of the answer."""

    actions: tuple[Tracked, ...]
    today: date

    @property
    def answered(self) -> tuple[tuple[Tracked, Outcome], ...]:
        """Those that the answers decide on, the largest effect first."""
        answered = [(each, each.outcome) for each in self.actions if each.outcome]
        return tuple(
            sorted(answered, key=lambda pair: pair[1].compared.effect.estimate, reverse=True)
        )

    @property
    def overdue(self) -> tuple[Tracked, ...]:
        return tuple(each for each in self.actions if each.is_overdue)

    def count(self, verdict: Verdict) -> int:
        return sum(each.verdict == verdict for each in self.actions)


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> Plan:
    """Raises NothingChosen where no action was entered."""
    actions = read_actions(reader, filters.fair)
    if not actions:
        raise NothingChosen("actions")
    today, least = clock.today(), max(smallest(options), LEAST_FIRMS)
    tracked: dict[int, Tracked] = {}
    for audience in sorted({action.audience for action in actions}):
        asked = read_asked(reader, filters, audience)
        own = [action for action in actions if action.audience == audience]
        tracked |= {each.action.id: each for each in _tracked(reader, asked, own, least)}
    return Plan(
        tuple(
            replace(tracked[action.id], is_overdue=action.is_overdue(today)) for action in actions
        ),
        today,
    )


@dataclass(frozen=True, slots=True)
class Comparable:
    """An action whose questions were asked at both editions of a pair."""

    tracked: Tracked
    before: Edition
    after: Edition
    items: frozenset[str]


def _tracked(reader: Reader, asked: Asked, actions: Sequence[Action], least: int) -> list[Tracked]:
    """What became of the actions of one audience, those of a pair of editions together."""
    tracked, pairs = [], defaultdict[tuple[str, str], list[Comparable]](list)
    for action in actions:
        start = _start(asked, action)
        if isinstance(start, Comparable):
            pairs[start.before.key, start.after.key].append(start)
        else:
            tracked.append(start)
    for started in pairs.values():
        tracked += _of_pair(reader, asked, started, least)
    return tracked


def _start(asked: Asked, action: Action) -> Tracked | Comparable:
    """What can be said before any answer is counted, or what is to be compared."""
    before, name = asked.edition(action.edition), asked.name(action)
    if action.state == "dropped":
        return Tracked(action, "dropped", name)
    if before is None:
        return Tracked(action, "no such edition", name)
    if name is None:
        return Tracked(action, "no such question")
    items = asked.items(action, before.key)
    if not items:
        return Tracked(action, "not asked before", name)
    after = asked.after(before.key)
    if after is None:
        return Tracked(action, "waiting", name)
    shared = frozenset(items & asked.items(action, after.key))
    if not shared:
        return Tracked(action, "not asked after", name)
    return Comparable(Tracked(action, "cannot tell", name), before, after, shared)


def _of_pair(
    reader: Reader, asked: Asked, started: Sequence[Comparable], least: int
) -> list[Tracked]:
    pair = started[0].before.key, started[0].after.key
    filters = replace(asked.filters, editions=pair)
    values = {
        "slice": filters.slice(),
        "fair": filters.fair,
        "audience": filters.audience,
        "before": pair[0],
        "after": pair[1],
    }
    cells = _cells(reader.rows(statement(__package__, "cells"), **values), least)
    touched = frozenset[str]().union(*(each.items for each in started))
    fits = {
        each.tracked.action.id: fit(
            [cell for cell in cells if cell.item in each.items or cell.item not in touched],
            each.items,
            pair[1],
        )
        for each in started
    }
    sums = _sums(reader, values, fits)
    earlier = _earlier(reader, asked.filters, pair[0], touched, least)
    scale = common(asked.questions.of(pair).item_scales())
    known = {cell.item for cell in cells}
    answered = [_answered(each, known, fits, sums, scale, earlier) for each in started]
    return _with_gains(reader, filters, started, answered)


def _with_gains(
    reader: Reader, filters: Filters, started: Sequence[Comparable], answered: Sequence[Tracked]
) -> list[Tracked]:
    """What the effects may be worth, where an action has a cost."""
    costly = [each for each in answered if each.outcome and each.action.costs.total]
    money = read_money(reader, filters) if costly else None
    if money is None:
        return list(answered)
    items = {each.tracked.action.id: sorted(each.items) for each in started}
    valued = []
    for each in answered:
        if each.outcome and each in costly:
            worth = gain(
                reader, filters, each.action, items[each.action.id], each.outcome.compared, money
            )
            each = replace(each, outcome=replace(each.outcome, gain=worth))
        valued.append(each)
    return valued


def _cells(rows: Sequence[dict[str, Any]], least: int) -> list[Cell]:
    """Items that enough answered both times."""
    cells = [
        Cell(row["item_id"], row["slot"], row["edition_id"], row["n"], row["total"] / row["n"])
        for row in rows
        if row["n"] >= least
    ]
    counts = Counter(cell.item for cell in cells)
    return [cell for cell in cells if counts[cell.item] == 2]


def _sums(
    reader: Reader,
    values: Mapping[str, Any],
    fits: Mapping[int, Fit | None],
) -> dict[int, dict[str, Any]]:
    """The sums over firms that the intervals stand on, by action."""
    listed = [
        {
            "action": number,
            "slot": cell.slot,
            "edition_id": cell.edition,
            "pull": float(fitted.pull[at]),
            "fitted": float(fitted.fitted[at]),
        }
        for number, fitted in fits.items()
        if fitted
        for at, cell in enumerate(fitted.cells)
    ]
    if not listed:
        return {}
    rows = reader.rows(statement(__package__, "clusters"), **values, cells=listed)
    return {row["action"]: row for row in rows}


def _earlier(
    reader: Reader, filters: Filters, before: str, touched: frozenset[str], least: int
) -> list[FloatArray]:
    """What items nobody acts on changed by from one earlier edition to the next."""
    rows = reader.rows(
        statement(__package__, "earlier"), slice=filters.slice(), before=before, least=least
    )
    means: dict[int, dict[str, float]] = defaultdict(dict)
    for row in rows:
        if row["item_id"] not in touched:
            means[row["number"]][row["item_id"]] = row["mean"]
    return [
        np.array([now[item] - then[item] for item in then.keys() & now.keys()])
        for then, now in pairwise(means.values())
    ]


def _answered(
    each: Comparable,
    known: set[str],
    fits: Mapping[int, Fit | None],
    sums: Mapping[int, dict[str, Any]],
    scale: Scale,
    earlier: Sequence[FloatArray],
) -> Tracked:
    action = each.tracked.action
    if not each.items & known:
        return replace(each.tracked, verdict="too few")
    fitted = fits[action.id]
    if fitted is None:
        return replace(each.tracked, verdict="nothing untouched")
    row = sums[action.id]
    if row["firms"] < LEAST_FIRMS:
        return replace(each.tracked, verdict="too few")
    compared = compare(fitted, row, each.before.key, earlier)
    return replace(
        each.tracked,
        verdict=VERDICTS[verdict(compared.effect, (action.target or 0.0) / scale.span)],
        outcome=Outcome(each.before, each.after, scale, compared),
    )
