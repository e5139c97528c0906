"""The account owners' log of contacts: kept from the fifth edition on, by whoever thought of it.

Bigger exhibitors are called more often, and some that stayed away are called to win them back. Who
was called came no more and no less often for it: nothing follows from a contact.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import numpy as np

from data.sample.calibrate import Floats, stream
from data.sample.fair import Edition
from data.sample.office_files import write_csv
from data.sample.population import Population
from data.sample.questionnaire import EDITIONS
from data.sample.remarks import opening

FIRST_LOGGED = 5
HEADER = (
    "展商编号",
    "企业名称",
    "联系日期",
    "联系方式",
    "我方人员",
    "联系人",
    "职务",
    "沟通内容",
    "下一步",
    "下次联系日期",
)
WAYS = ("电话", "拜访", "电子邮件", "来访")
WAY_SHARES = (0.52, 0.20, 0.20, 0.08)
SURNAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗"
ROLES = ("市场部经理", "总经理助理", "销售总监", "展览专员", "副总经理")
TO_CUSTOMERS = (
    "询问对上届的意见，总体认可",
    "介绍下届招展方案和展位图",
    "希望提前预订靠近主通道的展位",
    "对参展费用有顾虑，需请示总部",
    "希望多安排对口买家见面",
    "确认展位面积和搭建要求",
    "了解新产品发布计划",
)
TO_LAPSED = (
    "询问上届未参展的原因：档期冲突",
    "询问上届未参展的原因：效果不如预期",
    "暂无参展计划，明年再联系",
    "表示愿意考虑，需要最新的观众数据",
)
STEPS = ("寄送招展资料", "发送报价", "安排拜访", "确认展位", "电话回访", "提供观众数据")
NEXT_SHARE = 0.6
WON_BACK_SHARE = 0.08
WRITTEN_UNTIL = dt.date(2007, 1, 12)


def write_contacts(path: Path, population: Population, editions: list[Edition]) -> None:
    """08: one line a contact, in the order of the days."""
    rows = [
        row
        for number in range(FIRST_LOGGED, max(EDITIONS) + 2)
        for row in _before(population, editions, number)
    ]
    write_csv(path, HEADER, sorted(rows, key=lambda row: row[2]), "utf-8-sig")


def _before(population: Population, editions: list[Edition], number: int) -> list[list[Any]]:
    """The contacts between the edition before this one and this one."""
    rng = stream("contacts", number)
    rows = np.repeat(*_called(population, editions[number - 2], number, rng))
    start = opening(number - 1) + dt.timedelta(days=20)
    end = opening(number) if number in EDITIONS else WRITTEN_UNTIL
    days = rng.integers(0, (end - start).days - 5, len(rows))
    names = population.people.loc[rows, "name"]
    came = population.came[rows, number - 1]
    return [
        _line(population, rng, int(row), name, start + dt.timedelta(days=int(day)), bool(is_here))
        for row, name, day, is_here in zip(rows, names, days, came, strict=True)
    ]


def _called(
    population: Population, last: Edition, number: int, rng: np.random.Generator
) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Exhibitors and how often each is called: those of the last edition, and some that stayed
    away from it.
    """
    here = last.stands["row"].to_numpy()
    size: Floats = population.people["log_area"].to_numpy()[here]
    calls = rng.poisson(0.25 * np.exp(0.5 * size))
    ever = np.flatnonzero(population.came[:, 1:number].any(axis=1))
    away = ever[~population.came[ever, number - 1]]
    back = away[rng.random(len(away)) < WON_BACK_SHARE]
    return np.concatenate([here, back]), np.concatenate([calls, np.ones(len(back), dtype=int)])


def _line(
    population: Population,
    rng: np.random.Generator,
    row: int,
    name: str,
    day: dt.date,
    is_here: bool,
) -> list[Any]:
    person = population.people.loc[row]
    has_next = rng.random() < NEXT_SHARE
    title = str(rng.choice(("先生", "女士")))
    following = day + dt.timedelta(days=int(rng.integers(7, 60)))
    return [
        person["code"],
        name,
        day.isoformat(),
        str(rng.choice(WAYS, p=WAY_SHARES)),
        person["owner"],
        SURNAMES[int(rng.integers(len(SURNAMES)))] + title,
        str(rng.choice(ROLES)),
        str(rng.choice(TO_CUSTOMERS if is_here else TO_LAPSED)),
        str(rng.choice(STEPS)) if has_next else "",
        following.isoformat() if has_next else "",
    ]
