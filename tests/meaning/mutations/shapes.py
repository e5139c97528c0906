"""Laws 9 and 12: tables of other shapes, and files that are none of ours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from tests.meaning.manifest import Entry
from tests.meaning.mutations.drawn_file import EDITION, STORED, Drawn, mean, steps

REFUSED = ("refused",)
NOT_TAKEN = ("asked", "refused")
FIRMS = (
    "Alder Tools Ltd",
    "Birch Optics GmbH",
    "青松仪器有限公司",
    "白桦光学有限公司",
    "Cedar Srl",
)
RATED = {
    True: ("总体满意度", "餐饮满意度", "展馆满意度", "班车满意度"),
    False: ("Overall satisfaction", "Catering satisfaction", "Hall satisfaction", "Wifi rating"),
}
STRANGE = (
    ("Meter", "Tariff", "Peak kWh", "Amount due"),
    ("户号", "峰电量", "谷电量", "应缴电费"),
    ("Dish", "Minutes", "Servings", "Difficulty"),
    ("姓名", "部门", "工龄", "月薪"),
    ("Ticket", "Gate", "Scans", "Lane"),
    ("Match", "Goals home", "Goals away", "Round"),
)


@dataclass(frozen=True)
class DrawnTable(Drawn):
    """A table whose kind nobody names."""

    args: tuple[str, ...] = ("--edition", EDITION)

    def entry(self, name: str) -> Entry:
        return replace(super().entry(name), args=(self.args,))


def draw(rng: Random) -> Drawn:
    ways = (_wide, _bare_years, _long, _summary, _on_its_side, _none_of_ours, _clean)
    return rng.choice(ways)(rng)


def firms(rng: Random, rows: int) -> list[str]:
    return [f"{rng.choice(FIRMS)} {number}" for number in range(rows)]


def _wide(rng: Random) -> Drawn:
    """One column an edition, and what it measures."""
    is_chinese, rows = rng.random() < 0.5, rng.randint(6, 30)
    first, many = rng.randint(3, 8), rng.randint(2, 4)
    editions = [first + step for step in range(many)]
    columns: dict[str, Sequence[Any]] = {
        "企业名称" if is_chinese else "Company": firms(rng, rows),
    }
    filled, total = 0, 0.0
    for edition in editions:
        name = f"第{edition}届参展费（元）" if is_chinese else f"Edition {edition} Fee (EUR)"
        cells = [rng.choice(("", 900, 1800, 2700)) for _ in range(rows)]
        filled += sum(cell != "" for cell in cells)
        total += sum(float(cell or 0) for cell in cells)
        columns[name] = cells
    stored = [{"table": "participations", "count": filled}, {"sum": "fee", "value": total}]
    return DrawnTable("one column an edition", columns, STORED, stored)


def _bare_years(rng: Random) -> Drawn:
    """One column a year, and nobody says of what."""
    rows, first = rng.randint(6, 30), rng.randint(2015, 2022)
    columns: dict[str, Sequence[Any]] = {"Company": firms(rng, rows)}
    for year in range(first, first + rng.randint(2, 4)):
        columns[str(year)] = [rng.choice(("", 9, 18, 36)) for _ in range(rows)]
    return DrawnTable("bare years", columns, NOT_TAKEN)


def _long(rng: Random) -> Drawn:
    """One line an answer."""
    is_chinese, people = rng.random() < 0.5, rng.randint(6, 25)
    names = RATED[is_chinese][: rng.randint(2, 4)]
    marks = {name: steps(rng, people) for name in names}
    pairs = [(person, name) for person in range(people) for name in names]
    heads = ("答卷编号", "题目", "得分") if is_chinese else ("Response ID", "Question", "Answer")
    columns: dict[str, Sequence[Any]] = {
        heads[0]: [f"R{person}" for person, _ in pairs],
        heads[1]: [name for _, name in pairs],
        heads[2]: [marks[name][person] for person, name in pairs],
    }
    stored = [
        {"table": "responses", "count": people},
        {"measure": "overall", "n": people, "mean": mean(marks[names[0]])},
    ]
    return DrawnTable("one line an answer", columns, STORED, stored)


def _summary(rng: Random) -> Drawn:
    """Answers with their counts."""
    is_chinese = rng.random() < 0.5
    words = ("非常满意", "满意", "一般", "不满意")
    if not is_chinese:
        words = ("Very satisfied", "Satisfied", "Neutral", "Dissatisfied")
    counts = [rng.randint(5, 200) for _ in words]
    heads = ("选项", "小计", "比例") if is_chinese else ("Answer Choices", "Responses", "Percent")
    shares = [f"{100 * count / sum(counts):.1f}%" for count in counts]
    return DrawnTable(
        "counts by answer", dict(zip(heads, (words, counts, shares), strict=True)), REFUSED
    )


def _on_its_side(rng: Random) -> Drawn:
    """Respondents in columns."""
    is_chinese, people = rng.random() < 0.5, rng.randint(6, 20)
    names = RATED[is_chinese]
    columns: dict[str, Sequence[Any]] = {"问卷编号" if is_chinese else "Respondent": names}
    marks = [steps(rng, people) for _ in names]
    for person in range(people):
        columns[f"R{person}"] = [mark[person] for mark in marks]
    return DrawnTable("respondents in columns", columns, REFUSED)


def _none_of_ours(rng: Random) -> Drawn:
    """Small numbers of another trade."""
    rows, names = rng.randint(10, 40), rng.choice(STRANGE)
    columns: dict[str, Sequence[Any]] = {names[0]: [f"X{number}" for number in range(rows)]}
    for name in names[1:3]:
        columns[name] = [rng.randint(1, 5) for _ in range(rows)]
    columns[names[3]] = [rng.randint(50, 5_000) for _ in range(rows)]
    return DrawnTable("none of ours", columns, NOT_TAKEN)


def _clean(rng: Random) -> Drawn:
    """One line a respondent: nothing to turn, nothing to ask."""
    is_chinese, people = rng.random() < 0.5, rng.randint(10, 40)
    names = RATED[is_chinese]
    columns: dict[str, Sequence[Any]] = {
        "问卷编号" if is_chinese else "Response ID": [f"R{person}" for person in range(people)]
    }
    columns |= {name: steps(rng, people) for name in names}
    stored = [{"measure": "overall", "n": people, "mean": mean(columns[names[0]])}]
    return DrawnTable("one line a respondent", columns, STORED, stored)
