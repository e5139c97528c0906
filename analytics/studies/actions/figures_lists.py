"""The board, what is overdue, and the goals sheet by department."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.figures import Column, Figure, Grid
from analytics.figures.claims import Claim, claim
from analytics.studies.actions import BOARD
from analytics.studies.actions import figures_wording as wording
from analytics.wording import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analytics.studies.actions.compute import Plan, Tracked
    from analytics.wording import Say


def board(plan: Plan, say: Say, key: str = "board") -> Figure:
    """Every action as it stands."""
    under_way = sum(each.action.state == "open" for each in plan.actions)
    sentence = phrase("{n} actions are under way, {late} of them overdue.")
    if not under_way:
        sentence = phrase("All {all} actions are done or dropped.")
    text = claim(
        say,
        "level",
        "confirmed",
        sentence,
        n=say.number(under_way),
        late=say.number(len(plan.overdue)),
        all=say.number(len(plan.actions)),
    )
    return _listed(plan, plan.actions, key, text, say)


def overdue(plan: Plan, say: Say) -> Figure | None:
    """What is past its day; None where nothing is."""
    if not plan.overdue:
        return None
    text = claim(
        say,
        "level",
        "confirmed",
        phrase("{n} actions are past their day."),
        n=say.number(len(plan.overdue)),
    )
    return _listed(plan, plan.overdue, "overdue", text, say)


def _listed(plan: Plan, actions: Sequence[Tracked], key: str, text: Claim, say: Say) -> Figure:
    return Figure(
        key,
        text.text,
        wording.base(plan, say),
        Grid(),
        _table(actions, say),
        _columns(say),
        BOARD,
        claim=text,
    )


def _table(actions: Sequence[Tracked], say: Say) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "key": str(each.action.id),
                "label": each.action.title,
                "rank": rank,
                "aim": wording.aim(each, say),
                "target": wording.target(each, say),
                "owner": each.action.owner or "–",
                "department": each.action.department or "–",
                "due": str(each.action.due_on or "–"),
                "state": _state(each, say),
                "cost": wording.cost(each, say),
                "verdict": say(wording.VERDICTS[each.verdict]),
            }
            for rank, each in enumerate(actions)
        ]
    )


def _state(each: Tracked, say: Say) -> str:
    return say("overdue") if each.is_overdue else say(wording.STATES[each.action.state])


def _columns(say: Say) -> tuple[Column, ...]:
    return (
        Column("label", say("Action")),
        Column("aim", say("Should move")),
        Column("target", say("By (points)")),
        Column("owner", say("Responsible")),
        Column("department", say("Department")),
        Column("due", say("Due")),
        Column("state", say("State")),
        Column("cost", say("Cost")),
        Column("verdict", say("Did it help?")),
    )


def goals(plan: Plan, say: Say) -> Figure | None:
    """Each department with what it does, and what came of it; None where none is named."""
    departments = sorted({each.action.department for each in plan.actions} - {""})
    if not departments:
        return None
    rows = [
        _goal(rank, name, [each for each in plan.actions if each.action.department == name], say)
        for rank, name in enumerate(departments)
    ]
    text = claim(
        say,
        "level",
        "confirmed",
        phrase("Goals by department: {n}."),
        n=say.number(len(departments)),
    )
    return Figure(
        "goals",
        text.text,
        wording.base(plan, say),
        Grid(),
        pd.DataFrame(rows),
        (
            Column("label", say("Department")),
            Column("aims", say("Should move")),
            Column("n", say("Actions"), "count"),
            Column("done", say("Done"), "count"),
            Column("late", say("Overdue"), "count"),
            Column("moved", say("Moved"), "count"),
            Column("cost", say("Cost")),
        ),
        BOARD,
        claim=text,
    )


def _goal(rank: int, name: str, own: Sequence[Tracked], say: Say) -> dict[str, object]:
    aims = {
        say("{aim} {target}", aim=wording.aim(each, say), target=wording.target(each, say)): None
        for each in own
    }
    return {
        "label": name,
        "rank": rank,
        "aims": say.listed(tuple(aims)),
        "n": len(own),
        "done": sum(each.action.state == "done" for each in own),
        "late": sum(each.is_overdue for each in own),
        "moved": sum(each.verdict == "moved" for each in own),
        "cost": _costs(own, say),
    }


def _costs(own: Sequence[Tracked], say: Say) -> str:
    """Sums by currency: amounts of two are never added."""
    sums: dict[str, float] = {}
    for each in own:
        if each.action.costs.total is not None:
            currency = each.action.currency
            sums[currency] = sums.get(currency, 0.0) + each.action.costs.total
    worded = [
        say("{amount} {currency}", amount=say.number(total), currency=currency)
        if currency
        else say("{amount} (no currency)", amount=say.number(total))
        for currency, total in sorted(sums.items())
    ]
    return " · ".join(worded) or "–"
