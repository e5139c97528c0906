"""At which stage of its life as a customer is each exhibitor?

Method: a rule table on coming and skipping of held editions, first match: never came: not here yet;
missed two or more: gone; missed the last: weakening; came, first time and start not on file:
unknown; first time: nurture; unbroken streak of three or more: trust; else confirm. A firm that
comes back starts a new streak in confirm, flagged as reactivated, and is never nurtured again. With
`shrinking`, firms that still come but whose stand or satisfaction fell twice running are weakening
too. Assumption: registers are complete; the past is labelled with the past only. Source: Dwyer,
Schurr & Oh 1987 for phases of a relationship; Jap & Anderson 2007.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analytics.wording import phrase

if TYPE_CHECKING:
    import pandas as pd

    from analytics.stats.arrays import BoolArray, IntArray

NURTURE, CONFIRM, TRUST, WEAKENING, LOST, UNKNOWN = range(6)
KEYS = ("nurture", "confirm", "trust", "weakening", "gone", "unknown")
STAGES = (
    phrase("Nurture (first time)"),
    phrase("Confirm"),
    phrase("Trust"),
    phrase("Weakening"),
    phrase("Gone"),
    phrase("Start not on file"),
)
NOT_YET = phrase("Not here yet")
TASKS = (
    phrase("promote: make the first visit pay"),
    phrase("raise the effect, so that a third visit follows"),
    phrase("follow what they need next"),
    phrase("find out why, and answer it"),
    phrase("limit the loss; win back where it is worth it"),
    phrase("look the history up and enter it"),
)
"""The work that fits each stage."""
PHASES = (
    phrase("Exploration"),
    phrase("Formation"),
    phrase("Stability"),
    phrase("Decline"),
    phrase("Decline"),
    phrase("Not known"),
)
"""The phase of the four-phase view that a stage belongs to."""
TRUST_STREAK, GONE_GAP = 3, 2


def stages(
    lives: pd.DataFrame,
    *,
    is_first_ever: bool = False,
    with_shrinking: bool = False,
    trust: int = TRUST_STREAK,
    missed: int = GONE_GAP,
) -> IntArray:
    """The stage of every row of measures, by position in `STAGES`. `is_first_ever`: the first
    register on file is of the fair's first edition. `trust`: editions running; `missed`: editions
    missed.
    """
    gap, streak = lives["gap"].to_numpy(), lives["streak"].to_numpy()
    is_first_time = (lives["editions_so_far"] == 1).to_numpy()
    is_unknown = lives["is_on_first_register"].to_numpy(bool) & (not is_first_ever)
    rules = [
        (gap >= missed, LOST),
        (gap >= 1, WEAKENING),
        (is_first_time & is_unknown, UNKNOWN),
        (is_first_time, NURTURE),
        (is_shrinking(lives) if with_shrinking else np.zeros(len(lives), bool), WEAKENING),
        (streak >= trust, TRUST),
    ]
    return np.select([rule for rule, _ in rules], [stage for _, stage in rules], CONFIRM)


def is_reactivated(lives: pd.DataFrame) -> BoolArray:
    """Came now, skipped the held edition before, came earlier."""
    came, streak = lives["came"].to_numpy(bool), lives["streak"].to_numpy()
    return np.asarray(came & (streak == 1) & (lives["editions_so_far"].to_numpy() > 1))


def is_shrinking(lives: pd.DataFrame) -> BoolArray:
    """Still comes, and its stand or its overall satisfaction fell twice running."""
    fell = [_fell_twice(lives, name) for name in ("area", "overall")]
    return np.asarray(lives["came"].to_numpy(bool) & (fell[0] | fell[1]))


def _fell_twice(lives: pd.DataFrame, name: str) -> BoolArray:
    last, middle, first = (
        lives[column].to_numpy(float) for column in (name, f"{name}_1", f"{name}_2")
    )
    with np.errstate(invalid="ignore"):
        return np.asarray((last < middle) & (middle < first))
