"""What first? Importance × gap × reach × what is at stake, part by part, at the edition looked at.

Method: `analytics.stats.action_priority` on sums by group of exhibitors; stakes from
`compute_stakes`. Where no stake is known, or none of those who rated a part low is at risk, the
score without it decides. Assumption: a place in the lowest quarter of the scale is a low rating.
Source: Martilla & James 1977; Efron 1979.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import nan
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from analytics.customers.classing import named
from analytics.errors import NotEnough
from analytics.ratings.editions import Edition, compared, read_editions
from analytics.ratings.levels import Rated, level_shown, rated_in, read_slots
from analytics.ratings.questions import Questionnaire, read_questions
from analytics.ratings.scale import Scale, common
from analytics.stats.action_priority import RATED, SUMS, Priorities, first_place, priorities, ranked
from analytics.stats.group_bootstrap import DRAWS, ResampledIntervals
from analytics.stats.suppression import FAINT_BELOW, HIDDEN_BELOW, NEVER_BELOW
from analytics.studies.priorities.compute_stakes import Stakes, read_stakes
from analytics.study import statement

if TYPE_CHECKING:
    from analytics.filters import Filters
    from analytics.stats.arrays import FloatArray, IntArray
    from analytics.store import Reader
    from analytics.wording import Name

FEWEST_PARTS, FEWEST_GROUPS = 2, 10
LOW_PLACE = 0.25
ONE_EACH_BELOW = 2_000
MOST_LISTED = 30
OVERALL = "overall"
COLUMNS = ("rated", "x", "pairs", "bx", "by_", "bxx", "byy", "bxy", "stake")


@dataclass(frozen=True, eq=False)
class WhatFirst:
    """`parts` in the order of asking, arrays of `result` alike. `hidden` were rated by too few.
    `at_stake`: answers behind each stake. `people`: those at stake with the first part
    (exhibitor_id, name, industry, place, money, p), of `people_count`.
    """

    focus: Edition
    level: str
    parts: tuple[Rated, ...]
    hidden: tuple[Name, ...]
    result: Priorities
    rated: IntArray
    respondents: int
    scale: Scale
    stakes: Stakes
    people: pd.DataFrame
    people_count: int
    at_stake: IntArray

    @property
    def counts_stake(self) -> bool:
        """Whether anything is at stake, so that it can decide."""
        has_any = self.stakes.has_money or self.stakes.has_risk
        return has_any and bool(np.nansum(self.result.stake) > 0)

    @property
    def stake_shown(self) -> FloatArray:
        """Stakes, NaN where fewer than five stand behind one."""
        is_few = (self.at_stake > 0) & (self.at_stake < NEVER_BELOW)
        return np.where(is_few, nan, self.result.stake)

    @property
    def score(self) -> ResampledIntervals:
        """The score that decides."""
        return self.result.score if self.counts_stake else self.result.plain

    @property
    def ranks(self) -> IntArray:
        return ranked(self.score.estimate)

    @property
    def share_first(self) -> FloatArray:
        """Of the resamples in which each part came first."""
        return first_place(self.score.drawn)

    @property
    def first(self) -> int:
        """The place of the part to begin with."""
        return int(np.nanargmax(self.score.estimate))

    @property
    def in_order(self) -> tuple[Rated, ...]:
        """The parts, the one to begin with first."""
        return tuple(self.parts[at] for at in np.argsort(self.ranks, kind="stable"))

    @property
    def worst(self) -> int:
        """The place of the part rated worst."""
        return int(np.nanargmin(self.result.mean))


def analyse(reader: Reader, filters: Filters, options: dict[str, str]) -> WhatFirst:
    """Raises NothingChosen without answers, NotEnough (items, satisfaction) where nothing can be
    ranked.
    """
    focus, _ = compared(read_editions(reader, filters), filters)
    asked = read_questions(reader, filters)
    level = level_shown(focus.key, asked, options["level"])
    parts = rated_in(focus.key, asked, level)
    if len(parts) < FEWEST_PARTS:
        raise NotEnough("items", FEWEST_PARTS, len(parts))
    stakes = read_stakes(reader, filters, focus.key, options)
    values = _values(reader, filters, focus, asked, parts)
    sums, at_stake, respondents = _sums(reader, values, stakes, len(parts))
    rated = sums[..., RATED].sum(axis=0)
    is_shown = rated >= HIDDEN_BELOW
    _check(sums, is_shown, respondents)
    shown = tuple(part for part, is_in in zip(parts, is_shown, strict=True) if is_in)
    answer = WhatFirst(
        focus=focus,
        level=level,
        parts=shown,
        hidden=tuple(part.name for part in parts if part not in shown),
        result=priorities(sums[:, is_shown], (0.0, 1.0), DRAWS),
        rated=rated[is_shown].astype(int),
        respondents=respondents,
        scale=common(asked.of([focus.key]).item_scales()),
        stakes=stakes,
        people=pd.DataFrame(),
        people_count=0,
        at_stake=at_stake[is_shown],
    )
    return _with_people(reader, filters, answer, values)


def _values(
    reader: Reader,
    filters: Filters,
    focus: Edition,
    asked: Questionnaire,
    parts: tuple[Rated, ...],
) -> dict[str, Any]:
    """What the statements ask with. Raises NotEnough where nobody was asked for an overall
    rating.
    """
    scales = asked.of([focus.key]).measure_scales(OVERALL)
    if not scales:
        raise NotEnough("satisfaction", FAINT_BELOW, 0)
    scale, known = next(iter(scales)), read_slots(reader, filters)
    members = [(known[item], at) for at, part in enumerate(parts) for item in part.items]
    return {
        "slice": replace(filters, editions=(focus.key,)).slice(),
        "slots": [slot for slot, _ in members],
        "parts": [at for _, at in members],
        "low": scale.low,
        "span": scale.span,
        "low_place": LOW_PLACE + 1e-9,
        "one_each": ONE_EACH_BELOW,
    }


def _sums(
    reader: Reader, values: dict[str, Any], stakes: Stakes, parts: int
) -> tuple[FloatArray, IntArray, int]:
    """Groups × parts × SUMS, answers behind each stake, and respondents."""
    rows = reader.frame(
        statement(__package__, "sums"),
        **values,
        ids=stakes.people["exhibitor_id"].tolist(),
        worth=stakes.people["worth"].astype(float).tolist(),
    )
    totals = rows[rows["part"].isna()].set_index("part_of")["rated"]
    sums = np.zeros((len(totals), parts, len(SUMS)))
    sums[..., 0] = totals.to_numpy(float)[:, None]
    of_parts = rows[rows["part"].notna()]
    at = totals.index.get_indexer(of_parts["part_of"])
    sums[at, of_parts["part"].astype(int), 1:] = of_parts[list(COLUMNS)].to_numpy(float)
    at_stake = np.zeros(parts, dtype=int)
    np.add.at(at_stake, of_parts["part"].astype(int), of_parts["at_stake"].astype(int))
    return sums, at_stake, int(totals.sum())


def _check(sums: FloatArray, is_shown: np.ndarray, respondents: int) -> None:
    if respondents < FAINT_BELOW or is_shown.sum() < FEWEST_PARTS:
        raise NotEnough("answers", FAINT_BELOW, respondents)
    if len(sums) < FEWEST_GROUPS:
        raise NotEnough("exhibitors", FEWEST_GROUPS, len(sums))
    both = int(sums[..., SUMS.index("both")].sum(axis=0).max())
    if both < FAINT_BELOW:
        raise NotEnough("satisfaction", FAINT_BELOW, both)
    scores = priorities(sums[:, is_shown], (0.0, 1.0), draws=2).plain.estimate
    if not np.isfinite(scores).any():
        raise NotEnough("ratings", FEWEST_PARTS, 0)


def _with_people(
    reader: Reader, filters: Filters, answer: WhatFirst, values: dict[str, Any]
) -> WhatFirst:
    """With the exhibitors at stake with the first part, by name."""
    people = answer.stakes.people
    at_stake = people[people["worth"] > 0]
    known = read_slots(reader, filters)
    rows = reader.frame(
        statement(__package__, "low_raters"),
        slice=values["slice"],
        slots=[known[item] for item in answer.parts[answer.first].items],
        ids=at_stake["exhibitor_id"].tolist(),
        low_place=values["low_place"],
    )
    listed = rows.merge(at_stake, on="exhibitor_id").sort_values(
        ["worth", "p", "exhibitor_id"], ascending=[False, False, True]
    )
    shown = named(reader, filters, listed.head(MOST_LISTED)) if len(listed) else listed
    return replace(answer, people=shown, people_count=len(listed))
