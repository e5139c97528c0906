"""What to do next with an exhibitor, and why: rules in their order, for one and for many.

Method: the first rule that fits gives the next step; all that fit are reasons to call. The share
that did not come is of all that stood at the same stage one edition earlier. Assumption: what held
for others at its stage holds for this one. Source: none needed: rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from analytics.customers import stages as stage_rule
from analytics.stats.suppression import FAINT_BELOW
from analytics.wording import phrase

if TYPE_CHECKING:
    import pandas as pd

    from analytics.customers.measures import Measures
    from analytics.stats.arrays import BoolArray, IntArray
    from analytics.wording import Say

MIDDLE = 0.5
STEPS = ("complaint", "dissatisfied", "weakening", "gone", "first", "shrank", "stage")
NEXT_STEPS = {
    "complaint": phrase(
        "Close the open complaint first, and say so to them (rule: complaint open)."
    ),
    "dissatisfied": phrase(
        "Call and ask what went wrong before any offer (rule: overall below the middle)."
    ),
    "weakening": phrase("Find out why they missed the last edition (rule: missed the last)."),
    "gone": phrase("Win back only where it is worth it (rule: missed two or more)."),
    "first": phrase("Make the first visit pay: ask what came of it (rule: first time)."),
    "shrank": phrase("Ask why they brought less than last time (rule: key account that shrank)."),
}
REASONS = {
    "complaint": phrase("complaint open"),
    "dissatisfied": phrase("overall below the middle"),
    "weakening": phrase("missed the last edition"),
    "gone": phrase("missed two or more editions"),
    "first": phrase("first time here"),
    "shrank": phrase("key account that shrank"),
}
"""The rules as reasons for a call; the stage alone is none."""


def rules(rows: pd.DataFrame, stage: IntArray, abc_before: IntArray) -> dict[str, BoolArray]:
    """Which rules fit each row of measures, in the order of `STEPS`."""
    money, before = (rows[name].to_numpy(float) for name in ("money", "money_1"))
    overall = rows["overall"].to_numpy(float)
    with np.errstate(invalid="ignore"):
        is_low, has_shrunk = overall < MIDDLE, (abc_before == 0) & (money < before)
    return {
        "complaint": rows["complaints_open"].to_numpy() > 0,
        "dissatisfied": is_low,
        "weakening": stage == stage_rule.WEAKENING,
        "gone": stage == stage_rule.LOST,
        "first": stage == stage_rule.NURTURE,
        "shrank": has_shrunk,
        "stage": np.ones(len(rows), bool),
    }


def first_step(row: pd.Series[Any], stage: int, abc_before: int) -> str:
    """The first rule that fits one exhibitor."""
    fits = rules(row.to_frame().T, np.array([stage]), np.array([abc_before]))
    return next(step for step in STEPS if fits[step][0])


def worded_step(step: str, stage: int, say: Say) -> str:
    """What to do, with the rule behind it."""
    if step in NEXT_STEPS:
        return say(NEXT_STEPS[step])
    task = say(stage_rule.TASKS[stage])
    return say("{task} (rule: stage).", task=task[:1].upper() + task[1:])


def share_away(measures: Measures, stage: int) -> tuple[float | None, int]:
    """The share of those at this stage at the edition before that did not come to this one, of how
    many; None below thirty.
    """
    before = measures.before
    if before.empty:
        return None, 0
    codes = stage_rule.stages(before, is_first_ever=measures.settings.is_first_ever)
    alike = before["exhibitor_id"][codes == stage]
    came = measures.now.set_index("exhibitor_id")["came"].reindex(alike)
    n = len(alike)
    return (None if n < FAINT_BELOW else float(1 - came.astype(bool).mean())), n
