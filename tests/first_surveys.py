"""A fair's first and only file, as four tools and people make it: small generators."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

WORDS = ("非常不满意", "不满意", "一般", "满意", "非常满意")
ENGLISH = (
    "Very dissatisfied",
    "Somewhat dissatisfied",
    "Neither satisfied nor dissatisfied",
    "Somewhat satisfied",
    "Very satisfied",
)
ASKED = (
    "the hall and its facilities",
    "registration",
    "the quality of visitors",
    "catering",
    "the conference programme",
)
RATED = (
    "展馆照明",
    "电梯运行",
    "场馆标识",
    "空调温度",
    "停车便利",
    "网络信号",
    "服务态度",
    "响应速度",
    "宣传力度",
    "观众邀请",
    "现场论坛",
    "餐饮",
)


def points(chance: random.Random, mood: float, noise: float = 0.8) -> int:
    return min(5, max(1, round(mood + chance.gauss(0, noise))))


def wjx(chance: random.Random) -> list[list[Any]]:
    """问卷星 as it exports a matrix: the question before a dash, points below."""
    before = ["序号", "提交答卷时间", "所用时间", "来源", "来自IP", "1、贵公司所属行业"]
    rated = [f"2、请对以下各项打分—{name}" for name in RATED]
    after = ["3、总体而言，您对本届展会的满意度", "4、您下届是否还会参展"]
    lines: list[list[Any]] = [[*before, *rated, *after]]
    for number in range(220):
        mood = chance.gauss(3.6, 0.8)
        ratings = [points(chance, mood) for _ in rated]
        about = [number + 1, "2024/10/12 10:00:00", "95秒", "微信", "10.0.0.7"]
        industry = chance.choice(["机械", "电子", "纺织"])
        overall = WORDS[points(chance, (mood + ratings[6]) / 2, 0.4) - 1]
        lines.append([*about, industry, *ratings, overall, chance.choice(["会", "可能", "不会"])])
    return lines


def forms(chance: random.Random) -> list[list[Any]]:
    """Microsoft Forms: whole questions as headings, answers in words."""
    rated = [f"How satisfied are you with {what}?" for what in ASKED]
    overall = "Overall, how satisfied are you with the fair?"
    recommend = "How likely are you to recommend us to a friend or colleague?"
    lines: list[list[Any]] = [["ID", "Start time", "Completion time", *rated, overall, recommend]]
    for number in range(160):
        mood = chance.gauss(3.7, 0.8)
        ratings = [points(chance, mood) for _ in rated]
        words = [ENGLISH[rating - 1] for rating in ratings]
        times = ["10/23/2024 9:00:00", "10/23/2024 9:02:11"]
        last = ENGLISH[points(chance, (mood + ratings[2]) / 2, 0.4) - 1]
        lines.append([number + 1, *times, *words, last, min(10, max(0, round(2 * mood)))])
    return lines


def paper(chance: random.Random) -> list[list[Any]]:
    """Six questions on paper, typed into a sheet."""
    heads = ["问卷编号", "场地设施满意度", "工作人员服务满意度", "观众质量满意度", "餐饮满意度"]
    lines: list[list[Any]] = [[*heads, "总体满意度", "下届是否参展"]]
    for number in range(120):
        mood = chance.gauss(3.5, 0.8)
        ratings = [points(chance, mood) for _ in range(4)]
        overall = points(chance, (mood + ratings[1]) / 2, 0.4)
        lines.append([number + 1, *ratings, overall, chance.choice(["会", "可能", "不会"])])
    return lines


def telephone(chance: random.Random) -> list[list[Any]]:
    """A call centre's sheet: a title, answers from 1 to 10, a firm and its hall in every line."""
    rated = ["Stand location", "Set-up and dismantling", "Visitor numbers", "Visitor quality"]
    rated += ["Catering", "Help desk"]
    heads = ["Company", "Hall", *(f"{name} (1-10)" for name in rated), "Overall rating (1-10)"]
    again = "Will you exhibit again?"
    lines: list[list[Any]] = [["Telephone survey of exhibitors, autumn fair"], []]
    lines.append([*heads, again, "Anything else?"])
    for number in range(140):
        mood = chance.gauss(6.8, 1.4)
        ratings = [min(10, max(1, round(mood + chance.gauss(0, 1.4)))) for _ in rated]
        overall = min(10, max(1, round((mood + ratings[3]) / 2 + chance.gauss(0, 0.7))))
        firm, remark = f"Northgate {number} Ltd", chance.choice(["", "", "More signs in hall 3"])
        back = chance.choice(["Yes", "Yes", "Maybe", "No"])
        lines.append([firm, chance.choice("ABC"), *ratings, overall, back, remark])
    return lines


SURVEYS: dict[str, Callable[[random.Random], list[list[Any]]]] = {
    "wjx": wjx,
    "forms": forms,
    "paper": paper,
    "telephone": telephone,
}


def write(name: str, folder: Path) -> Path:
    """The file as its maker hands it over: a sheet where people typed, else text."""
    lines = SURVEYS[name](random.Random(7))
    if name in ("paper", "telephone"):
        return _workbook(lines, folder / f"{name}.xlsx")
    text = io.StringIO()
    csv.writer(text).writerows(lines)
    file = folder / f"{name}.csv"
    file.write_text(text.getvalue(), "utf-8-sig")
    return file


def _workbook(lines: list[list[Any]], file: Path) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in lines:
        sheet.append(line)
    book.save(file)
    return file
