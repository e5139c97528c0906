"""What the organiser did between two editions, as the demo fair has it: two items that moved, and
one that did not.

The survey answers are as they are; the actions were chosen to fit them. What moved, moved against
the other items among exhibitors that answered at both editions (`tests/sample` computes it).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Action:
    """`before` and `after`: editions; `target`: by how many points of five the item's mean should
    rise more than the other items; costs in yuan, by five heads.
    """

    item: str
    title: str
    department: str
    owner: str
    due: str
    before: int
    after: int
    target: float
    training: int
    software: int
    implementation: int
    further_work: int
    upkeep: int
    has_moved: bool

    def as_entered(self) -> dict[str, Any]:
        """What the organiser entered when it was decided: nothing of what came of it."""
        entered = asdict(self)
        del entered["after"], entered["has_moved"]
        return entered


ACTIONS = (
    Action(
        "网上报名",
        "网上报名系统改版，填写时间由二十分钟缩短到五分钟",
        "信息中心",
        "谭嘉明",
        "2002-08-31",
        3,
        4,
        0.10,
        12_000,
        85_000,
        140_000,
        30_000,
        24_000,
        True,
    ),
    Action(
        "专场发布会",
        "专场发布会提前三个月排期，向观众统一推送邀请",
        "活动部",
        "薛景行",
        "2001-09-20",
        2,
        3,
        0.15,
        6_000,
        0,
        120_000,
        45_000,
        60_000,
        True,
    ),
    Action(
        "证件办理",
        "证件办理手续由五步减为三步",
        "观众服务部",
        "苏一鸣",
        "2006-08-31",
        7,
        8,
        0.15,
        18_000,
        60_000,
        22_000,
        10_000,
        8_000,
        False,
    ),
)


def actions_as_json() -> list[dict[str, Any]]:
    """The actions as `model.json` states them."""
    return [asdict(action) for action in ACTIONS]
