"""What moved, what it stands on, what it may be worth, and the lists of what is done."""

from __future__ import annotations

from collections import Counter
from math import nan
from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Bars, Column, Figure, Grid, Headline, columns
from analytics.figures.base_line import first_to_last
from analytics.figures.claims import Certainty, Claim, claim
from analytics.figures.sentences import interval, notes, sentences
from analytics.studies.actions import EFFECT, GAIN
from analytics.studies.actions import figures_wording as wording
from analytics.studies.actions.figures_lists import board, goals, overdue
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.figures.rows import Row
    from analytics.studies.actions.compute import Outcome, Plan, Tracked, Verdict
    from analytics.studies.actions.compute_effect import Comparison
    from analytics.studies.actions.compute_gain import Gain
    from analytics.wording import Say

POINTS = 2
FEW_UNTOUCHED = 4
ALONE: dict[Verdict, str] = {
    "moved": phrase("{title}: it helped."),
    "did not move": phrase("{title}: it did not help as much as hoped."),
    "cannot tell": phrase("{title}: whether it helped cannot be told yet."),
}


def figures(plan: Plan, say: Say) -> tuple[Figure, ...]:
    lists = (overdue(plan, say), goals(plan, say))
    shown = tuple(figure for figure in lists if figure)
    if not plan.answered:
        return (board(plan, say, "overview"), *shown)
    worth = _gain(plan, say)
    return (
        _overview(plan, say),
        _evidence(plan, say),
        *((worth,) if worth else ()),
        board(plan, say),
        *shown,
    )


def _overview(plan: Plan, say: Say) -> Figure:
    scale = wording.scale_of(plan)
    rows = [
        _row(each, outcome, scale.span, say) | {"rank": rank}
        for rank, (each, outcome) in enumerate(plan.answered)
    ]
    _tell_apart(rows)
    return Figure(
        "overview",
        _finding(plan, scale.span, say),
        wording.base(plan, say),
        Bars(
            "change",
            say("Points beside other questions"),
            _reach(rows),
            has_interval=True,
            is_dots=True,
            reference=0.0,
        ),
        pd.DataFrame(rows),
        (
            Column("label", say("Should move")),
            Column("title", say("Action")),
            Column("value", say("Moved by"), "change", POINTS),
            *columns.interval(say, "change", POINTS),
            Column("target", say("Target"), "change", POINTS),
            Column("verdict", say("Did it help?")),
        ),
        EFFECT,
        Headline(
            say.number(plan.count("moved")),
            say("of {n} actions moved what they should", n=say.number(len(plan.answered))),
        ),
        _notes(plan, say),
        is_established=plan.count("moved") > 0,
        claim=_claim(plan, say),
    )


def _row(each: Tracked, outcome: Outcome, span: float, say: Say) -> Row:
    return {
        "key": str(each.action.id),
        "label": wording.aim(each, say),
        "title": each.action.title,
        "value": outcome.compared.effect.estimate * span,
        "low": outcome.compared.effect.low * span,
        "high": outcome.compared.effect.high * span,
        "target": (each.action.target or nan) / outcome.scale.span * span,
        "verdict": say(wording.VERDICTS[each.verdict]),
        "n": outcome.compared.firms,
        "is_faint": False,
    }


def _tell_apart(rows: list[Row]) -> None:
    """Two actions on one question stand under their own titles."""
    names = Counter(row["label"] for row in rows)
    for row in rows:
        if names[row["label"]] > 1:
            row["label"] = row["title"]


def _reach(rows: list[Row]) -> tuple[float, float]:
    """From the lowest end to the highest, zero among them, with some room."""
    low = min(0.0, *(row["low"] for row in rows if row["low"] == row["low"]), 0.0)
    high = max(0.0, *(row["high"] for row in rows if row["high"] == row["high"]), 0.0)
    room = max(high - low, 0.1) * 0.1
    return low - room, high + room


def _claim(plan: Plan, say: Say) -> Claim:
    moved, count = plan.count("moved"), len(plan.answered)
    certainty: Certainty = "confirmed" if moved else "no evidence"
    if count == 1:
        each, _ = plan.answered[0]
        return claim(say, "change", certainty, ALONE[each.verdict], {"title": each.action.title})
    return claim(
        say,
        "change",
        certainty,
        phrase("{moved} of {n} actions moved what they should."),
        moved=say.number(moved),
        n=say.number(count),
    )


def _finding(plan: Plan, span: float, say: Say) -> str:
    return sentences(
        say, *(_sentence(each, outcome.compared, span, say) for each, outcome in plan.answered)
    )


def _sentence(each: Tracked, compared: Comparison, span: float, say: Say) -> str:
    return say(
        "{aim}: {effect} points beside questions nobody acted on ({interval}): {verdict}.",
        aim=wording.aim(each, say),
        effect=say.signed(compared.effect.estimate * span, POINTS),
        interval=interval(
            say, compared.effect.low * span, compared.effect.high * span, POINTS, is_signed=True
        ),
        verdict=say(wording.VERDICTS[each.verdict]),
    )


def _notes(plan: Plan, say: Say) -> tuple[str, ...]:
    others = [each for each in plan.actions if not each.outcome and each.verdict != "dropped"]
    few = [each for each, outcome in plan.answered if outcome.compared.untouched < FEW_UNTOUCHED]
    still_open = [each for each, _ in plan.answered if each.action.state == "open"]
    return notes(
        say("{n} further actions have no answer yet: see the board.", n=say.number(len(others)))
        if others
        else "",
        say(
            "Fewer than four questions without an action to compare with: how far questions drift"
            " by themselves is hardly known here."
        )
        if few
        else "",
        say("{n} of these are still open.", n=say.number(len(still_open))) if still_open else "",
    )


def _evidence(plan: Plan, say: Say) -> Figure:
    """What each answer stands on, and what could have been seen."""
    scale = wording.scale_of(plan)
    rows = [
        _evidence_row(each, outcome, say) | {"rank": rank}
        for rank, (each, outcome) in enumerate(plan.answered)
    ]
    least = min(outcome.compared.visible * outcome.scale.span for _, outcome in plan.answered)
    text = claim(
        say,
        "level",
        "confirmed",
        phrase("From {least} points on, an effect would have been seen here."),
        least=say.number(least, POINTS),
    )
    return Figure(
        "evidence",
        text.text,
        wording.base(plan, say),
        Grid(),
        pd.DataFrame(rows),
        _evidence_columns(scale.digits, say),
        EFFECT,
        claim=text,
    )


def _evidence_columns(digits: int, say: Say) -> tuple[Column, ...]:
    return (
        Column("label", say("Should move")),
        Column("title", say("Action")),
        Column("editions", say("Editions")),
        Column("before", say("Before"), "score", digits),
        Column("after", say("After"), "score", digits),
        Column("trend", say("Others moved by"), "change", POINTS),
        Column("value", say("Moved by"), "change", POINTS),
        *columns.interval(say, "change", POINTS),
        columns.visible(say, POINTS),
        Column("drift", say("Questions drift by (SD)"), "number", POINTS),
        Column("untouched", say("Questions without action"), "count"),
        Column("n", say("Firms"), "count"),
        Column("both", say("answered both times"), "count"),
    )


def _evidence_row(each: Tracked, outcome: Outcome, say: Say) -> Row:
    compared, scale = outcome.compared, outcome.scale
    names = (outcome.before.name.worded(say), outcome.after.name.worded(say))
    return {
        "key": str(each.action.id),
        "label": wording.aim(each, say),
        "title": each.action.title,
        "editions": first_to_last(say, names),
        "before": scale.value(compared.before),
        "after": scale.value(compared.after),
        "trend": compared.trend * scale.span,
        "value": compared.effect.estimate * scale.span,
        "low": compared.effect.low * scale.span,
        "high": compared.effect.high * scale.span,
        "visible": compared.visible * scale.span,
        "drift": compared.drift * scale.span,
        "untouched": compared.untouched,
        "n": compared.firms,
        "both": compared.firms_both,
    }


def _gain(plan: Plan, say: Say) -> Figure | None:
    """What effects above zero may be worth an edition; None where none has cost and a link."""
    valued = [
        (each, outcome.gain)
        for each, outcome in plan.answered
        if outcome.gain and outcome.compared.effect.estimate > 0
    ]
    if not valued:
        return None
    paid = [worth for _, worth in valued if worth.low > worth.cost]
    text = claim(
        say,
        "link",
        "a sign" if paid else "no evidence",
        phrase("{n} of {all} actions may have paid for themselves."),
        n=say.number(len(paid)),
        all=say.number(len(valued)),
    )
    return Figure(
        "gain",
        text.text,
        wording.base(plan, say),
        Grid(),
        pd.DataFrame(
            [_gain_row(each, worth) | {"rank": rank} for rank, (each, worth) in enumerate(valued)]
        ),
        (
            Column("label", say("Action")),
            Column("cost", say("Cost"), "money", 0),
            Column("currency", say("Currency")),
            Column("value", say("May bring an edition"), "money", 0),
            *columns.interval(say, "money", 0),
            Column("returned", say("Return on cost (ROI)"), "share", 0),
            Column("returned_low", say("ROI from"), "share", 0),
            Column("returned_high", say("ROI to"), "share", 0),
        ),
        GAIN,
        claim=text,
        is_established=False,
    )


def _gain_row(each: Tracked, worth: Gain) -> Row:
    return {
        "key": str(each.action.id),
        "label": each.action.title,
        "cost": worth.cost,
        "currency": worth.currency,
        "value": worth.value,
        "low": worth.low,
        "high": worth.high,
        "returned": worth.returned,
        "returned_low": worth.returned_low,
        "returned_high": worth.returned_high,
    }
