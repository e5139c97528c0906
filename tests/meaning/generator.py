"""Small files of our own for mutations: whole surveys and registers without any fault, made from a
seed, and what has to be stored of them.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

Line = list[str]
Values = dict[str, Any]
ITEMS_ZH = (
    "餐饮",
    "物流运输",
    "现场秩序",
    "展位搭建",
    "网络",
    "停车",
    "保洁",
    "登记入场",
    "标识指引",
    "班车",
    "咨询服务",
    "空调",
    "论坛活动",
    "商务配对",
    "酒店预订",
    "安保",
)
ITEMS_EN = (
    "Catering",
    "Freight",
    "Signage",
    "Stand building",
    "Wifi",
    "Parking",
    "Cleaning",
    "Registration",
    "Shuttle bus",
    "Help desk",
    "Conference",
    "Matchmaking",
    "Hotels",
    "Security",
    "Heating",
)
FIRMS = (
    "海蓝",
    "百川",
    "锦程",
    "永固",
    "青松",
    "白桦",
    "红杉",
    "银杏",
    "榆木",
    "冷杉",
    "榛子",
    "常春藤",
)
TRADES = ("五金", "电器", "纺织", "工具", "仪器", "光学")


@dataclass(frozen=True)
class Table:
    """A file's lines, the header first; `checks` are a manifest's `stored`, `rated` the columns
    that rate.
    """

    lines: tuple[tuple[str, ...], ...]
    checks: tuple[Values, ...] = ()
    rated: tuple[str, ...] = field(default=())

    @property
    def header(self) -> tuple[str, ...]:
        return self.lines[0]

    def column(self, name: str) -> list[str]:
        place = self.header.index(name)
        return [line[place] for line in self.lines[1:]]

    def with_column(self, name: str, cells: list[str], at: int | None = None) -> Table:
        """With one more column, at the end where no place is said."""
        place = len(self.header) if at is None else at
        lines = [
            (*line[:place], cell, *line[place:])
            for line, cell in zip(self.lines, [name, *cells], strict=True)
        ]
        return replace(self, lines=tuple(lines))

    def renamed(self, names: dict[str, str]) -> Table:
        header = tuple(names.get(name, name) for name in self.header)
        return replace(self, lines=(header, *self.lines[1:]))

    def with_cells(self, names: dict[str, str], of: tuple[str, ...] = ()) -> Table:
        """With texts exchanged, in some columns or in all."""
        places = {place for place, name in enumerate(self.header) if not of or name in of}
        lines = [
            tuple(names.get(c, c) if place in places else c for place, c in enumerate(line))
            for line in self.lines[1:]
        ]
        return replace(self, lines=(self.header, *lines))

    def csv(self) -> bytes:
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(self.lines)
        return text.getvalue().encode("utf-8-sig")


def ratings(rng: Random, size: int, low: int = 1, high: int = 5) -> list[int]:
    """Answers that use the whole scale."""
    answers = list(range(low, high + 1))
    answers += [min(high, max(low, round(rng.gauss(3.6, 1.1)))) for _ in range(size - len(answers))]
    rng.shuffle(answers)
    return answers


def survey(
    rng: Random, items: int = 4, size: int = 0, language: str = "", endings: bool = True
) -> Table:
    """A survey of whole numbers 1–5: a number, the overall rating and some items."""
    language = language or rng.choice(("zh", "en"))
    size = size or rng.randint(24, 60)
    names = rng.sample(ITEMS_ZH if language == "zh" else ITEMS_EN, items)
    ending = ("满意度" if language == "zh" else " satisfaction") if endings else ""
    number, overall = (
        ("问卷编号", "总体满意度") if language == "zh" else ("ID", "Overall satisfaction")
    )
    header = (number, overall, *(f"{name}{ending}" for name in names))
    answers = [ratings(rng, size) for _ in header[1:]]
    lines = [(str(n + 1), *(str(column[n]) for column in answers)) for n in range(size)]
    checks = [{"measure": "overall", **mean_of(answers[0])}]
    checks += [
        {"measure": name, **mean_of(column)}
        for name, column in zip(names, answers[1:], strict=True)
    ]
    checks.append({"table": "items", "count": items})
    return Table((header, *lines), tuple(checks), header[1:])


def mean_of(answers: list[int]) -> Values:
    """A manifest's n and mean."""
    return {"n": len(answers), "mean": round(sum(answers) / len(answers), 6) + 0.0}


def register(rng: Random, size: int = 0) -> Table:
    """A list of exhibitors with industry and region."""
    size = size or rng.randint(12, 30)
    places = [(first, trade) for first in FIRMS for trade in TRADES]
    names = [f"{first}{trade}有限公司" for first, trade in rng.sample(places, size)]
    industries = [rng.choice(("软件", "机械", "纺织")) for _ in names]
    regions = [rng.choice(("广东", "浙江", "江苏")) for _ in names]
    lines = [tuple(row) for row in zip(names, industries, regions, strict=True)]
    return Table((("企业名称", "所属行业", "地区"), *lines))
