"""What those who stayed away had rated lower than those who came again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.customers import figures_wording as wording
from analytics.figures import Bars, Column, Figure, columns
from analytics.figures.base_line import base_line
from analytics.figures.claims import by_p, claim
from analytics.figures.families import family
from analytics.figures.small_bases import is_pale
from analytics.studies.lifecycle import DECLINE
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures.claims import Claim
    from analytics.studies.lifecycle.compute import Lifecycle
    from analytics.studies.lifecycle.compute_decline import ItemGap
    from analytics.wording import Say


def weakest(answer: Lifecycle) -> ItemGap | None:
    """The item furthest behind; None where none can be compared, or none is behind."""
    gaps = answer.decline.gaps
    return gaps[0] if gaps and gaps[0].gap.difference < 0 else None


def weakest_sentence(answer: Lifecycle, say: Say) -> str:
    """The item furthest behind, with its means and interval; empty where there is none."""
    item = weakest(answer)
    if item is None:
        return ""
    scale = answer.decline.scale
    gap = scale.difference(item.gap)
    return say(
        "Furthest behind: {item}, {away} of those who stayed away against {came} of those who came"
        " again (difference {gap}, 95% interval {low} to {high}).",
        item=item.name.worded(say),
        away=say.number(scale.value(item.away), scale.digits),
        came=say.number(scale.value(item.came), scale.digits),
        gap=say.signed(gap.difference, scale.digits),
        low=say.signed(gap.low, scale.digits),
        high=say.signed(gap.high, scale.digits),
    )


def decline(answer: Lifecycle, say: Say) -> Figure | None:
    """Every item, the one furthest behind first; None where none can be compared."""
    items, scale = answer.decline.gaps, answer.decline.scale
    if not items:
        return None
    title = say("Stayed away minus came again (points)")
    before = wording.edition_name(answer.classed.measures, say, 1)
    return Figure(
        "decline",
        weakest_sentence(answer, say)
        or say("Those who stayed away rated nothing lower than those who came again."),
        base_line(
            say(
                "n = {away} who stayed away, {came} who came again",
                away=say.number(max(item.n_away for item in items)),
                came=say.number(max(item.n_came for item in items)),
            ),
            say("ratings of {edition}", edition=before),
            scale.worded(say),
        ),
        Bars("change", title, has_interval=True, is_dots=True, reference=0.0, digits=scale.digits),
        _table(answer, say),
        (
            Column("label", say("Item")),
            Column("away", say("Mean of those who stayed away"), "score", scale.digits),
            Column("came", say("Mean of those who came again"), "score", scale.digits),
            Column("value", title, "change", scale.digits),
            *columns.interval(say, "change", scale.digits),
            columns.p(say),
            Column("n", say("Stayed away (answers)"), "count"),
            Column("n_came", say("Came again (answers)"), "count"),
        ),
        DECLINE,
        is_established=any(item.p_holm <= 0.05 and item.gap.difference < 0 for item in items),
        families=family(say("Items, stayed away against came again"), [i.p_holm for i in items]),
        claim=_claim(answer, say),
    )


def _claim(answer: Lifecycle, say: Say) -> Claim:
    item = weakest(answer)
    if item is None:
        return claim(
            say, "difference", "no evidence", phrase("Who stayed away rated nothing lower.")
        )
    return claim(
        say,
        "difference",
        by_p(item.p_holm, item.gap.p),
        phrase("Who stayed away rated {item} lowest against who came again: {gap}."),
        {"item": item.name.worded(say)},
        gap=say.signed(
            answer.decline.scale.difference(item.gap).difference, answer.decline.scale.digits
        ),
    )


def _table(answer: Lifecycle, say: Say) -> pd.DataFrame:
    items, scale = answer.decline.gaps, answer.decline.scale
    rows = []
    for rank, item in enumerate(items):
        gap = scale.difference(item.gap)
        rows.append(
            {
                "key": str(item.slot),
                "label": item.name.worded(say),
                "rank": rank,
                "value": gap.difference,
                "low": gap.low,
                "high": gap.high,
                "away": scale.value(item.away),
                "came": scale.value(item.came),
                "p": item.p_holm,
                "n": item.n_away,
                "n_came": item.n_came,
                "is_faint": is_pale(min(item.n_away, item.n_came)),
            }
        )
    return pd.DataFrame(rows)
