"""Words that the figures of actions share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analytics.figures.base_line import base_line
from analytics.ratings.scale import Scale, common
from analytics.wording import phrase

if TYPE_CHECKING:
    from analytics.action_plan import State
    from analytics.studies.actions.compute import Plan, Tracked, Verdict
    from analytics.wording import Say

VERDICTS: dict[Verdict, str] = {
    "moved": phrase("moved"),
    "did not move": phrase("did not move by as much"),
    "cannot tell": phrase("cannot tell yet"),
    "waiting": phrase("waits for the next edition"),
    "dropped": phrase("dropped"),
    "no such edition": phrase("its edition is no longer on file"),
    "no such question": phrase("its question is no longer on file"),
    "not asked before": phrase("its question was not asked at that edition"),
    "not asked after": phrase("its question was not asked again"),
    "nothing untouched": phrase("no question without an action to compare with"),
    "too few": phrase("too few answered both times"),
}
STATES: dict[State, str] = {
    "open": phrase("under way"),
    "done": phrase("done"),
    "dropped": phrase("dropped"),
}


def scale_of(plan: Plan) -> Scale:
    """The scale that all answered actions share, else 0–100."""
    return common(outcome.scale for _, outcome in plan.answered)


def aim(each: Tracked, say: Say) -> str:
    """What the action should move; the key it was entered with where nobody knows it any more."""
    return each.aim.worded(say) if each.aim else each.action.aim_key


def target(each: Tracked, say: Say) -> str:
    """+0.3, or a dash."""
    return say.signed(each.action.target, 2) if each.action.target else "–"


def cost(each: Tracked, say: Say) -> str:
    """120,000 CNY, or a dash; without a currency it says so."""
    total = each.action.costs.total
    if total is None:
        return "–"
    if not each.action.currency:
        return say("{amount} (no currency)", amount=say.number(total))
    return say("{amount} {currency}", amount=say.number(total), currency=each.action.currency)


def base(plan: Plan, say: Say) -> str:
    """How many actions, as of which day."""
    return base_line(
        say("{n} actions", n=say.number(len(plan.actions))), say("as of {day}", day=plan.today)
    )
