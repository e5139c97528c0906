"""The surveys as they were kept: office lists, a workbook in words, a survey tool's export."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import pandas as pd

from data.sample import visitors
from data.sample.calibrate import stream
from data.sample.fair import Edition
from data.sample.office_files import name_at, open_book, write_csv
from data.sample.population import Population
from data.sample.questionnaire import DIMENSIONS, EDITIONS, items_asked
from data.sample.remarks import DAYS, comments, opening

ATTAINED = {1: "没有达到", 2: "基本达到", 3: "完全达到"}
INTENDED = {1: "不打算参加", 2: "可能参加", 3: "计划参加"}
SATISFIED = {1: "非常不满意", 2: "不满意", 3: "一般", 4: "满意", 5: "非常满意"}
DIGITS = {value: str(value) for value in range(11)}
RECOMMEND = "您向同行推荐本展会的可能性（0-10）"
NOT_APPLICABLE = "不适用"
# Address blocks reserved for documentation: nobody's.
NETWORKS = ("192.0.2", "198.51.100", "203.0.113")


def survey_columns(population: Population, edition: Edition) -> dict[str, list[str]]:
    """The questionnaire's columns under their plain names, in order."""
    answers, number = edition.answers, edition.number
    words = SATISFIED if number == 6 else DIGITS
    columns = _identity(population, edition)
    for dimension in DIMENSIONS:
        for item in items_asked(dimension, number):
            columns[f"{dimension.zh}-{item.zh}"] = _with_gaps(answers[item.zh], words, number)
    if number >= 6:
        columns |= _by_dimension(answers, "importance", "重要程度")
    if number >= 7:
        columns |= _by_dimension(answers, "expectation", "期望程度")
    columns["总体满意度"] = _in_words(answers["overall"], words)
    columns["参展目的是否达到"] = _in_words(answers["goal_attainment"], ATTAINED)
    columns["下届参展意向"] = _in_words(answers["intention"], INTENDED)
    separator = "┋" if number >= 7 else "；"
    columns["参展目的"] = [separator.join(objectives) for objectives in answers["objectives"]]
    if number >= 5:
        columns[RECOMMEND] = _in_words(answers["recommend"], DIGITS)
    columns["意见建议"] = comments(edition)
    return columns


def _by_dimension(answers: pd.DataFrame, key: str, label: str) -> dict[str, list[str]]:
    return {
        f"{dimension.zh}（{label}）": _in_words(answers[f"{key}_{dimension.key}"], DIGITS)
        for dimension in DIMENSIONS
    }


def _identity(population: Population, edition: Edition) -> dict[str, list[str]]:
    rows, number = edition.stands.loc[edition.answers.index, "row"], edition.number
    if number <= 2:
        return {"企业名称": _as_written(name_at(population.people, rows, number), number)}
    codes = {"展商编号": population.people.loc[rows, "code"].tolist()}
    if number < 7:
        return codes
    return codes | {"贵公司行业": population.people.loc[rows, "industry"].tolist()}


def _as_written(names: list[str], edition: int) -> list[str]:
    """Names as people wrote them by hand: stray spaces, other brackets, capitals; about one in
    eighty none at all.
    """
    rng = stream("handwriting", edition)
    ways = rng.choice(5, len(names), p=(0.90, 0.03, 0.03, 0.0275, 0.0125))
    written: dict[int, Callable[[str], str]] = {
        0: lambda name: name,
        1: lambda name: f"{name[:3]}\u3000{name[3:]}",
        2: lambda name: name.replace("（", "(").replace("）", ")") + " ",
        3: str.upper,
        4: lambda name: "",
    }
    return [written[int(way)](name) for way, name in zip(ways, names, strict=True)]


def _in_words(values: pd.Series, words: dict[int, str]) -> list[str]:
    return ["" if pd.isna(value) else words[int(value)] for value in values]


def _with_gaps(values: pd.Series, words: dict[int, str], edition: int) -> list[str]:
    rng = stream(f"gaps {values.name}", edition)
    marked = rng.random(len(values)) < 0.35
    answers = _in_words(values, words)
    return [
        NOT_APPLICABLE if mark and not word else word
        for mark, word in zip(marked, answers, strict=True)
    ]


def write_exhibitor_surveys(
    folder: Path, names: dict[int, str], population: Population, editions: list[Edition]
) -> None:
    """04: one file an edition, each in the manner of its year."""
    for edition in editions:
        path, columns = folder / names[edition.number], survey_columns(population, edition)
        if edition.number <= 5:
            _write_list(path, columns, edition.number)
        elif edition.number == 6:
            _write_workbook(path, columns)
        else:
            _write_export(path, columns, edition.number)


def _write_list(path: Path, columns: dict[str, list[str]], edition: int) -> None:
    count = len(columns["总体满意度"])
    numbered = {"问卷编号": [f"{edition}{place:04d}" for place in range(1, count + 1)]} | columns
    write_csv(path, list(numbered), zip(*numbered.values(), strict=True), "gb18030")


def _write_workbook(path: Path, columns: dict[str, list[str]]) -> None:
    """The sixth: a title row, ratings in words, importance in digits."""
    count = len(columns["总体满意度"])
    numbered = {"问卷编号": [f"6{place:04d}" for place in range(1, count + 1)]} | columns
    with open_book(path) as book:
        sheet, bold = book.add_worksheet("问卷数据"), book.add_format({"bold": True})
        sheet.merge_range(0, 0, 0, len(numbered) - 1, "第六届参展商满意度调查数据", bold)
        sheet.write_row(1, 0, list(numbered), bold)
        for column, (name, values) in enumerate(numbered.items()):
            is_number = "重要程度" in name or name == RECOMMEND
            for row, value in enumerate(values):
                if value:
                    sheet.write(row + 2, column, int(value) if is_number else value)


def _write_export(path: Path, columns: dict[str, list[str]], edition: int) -> None:
    """The seventh and eighth: columns named by question number."""
    count = len(columns["总体满意度"])
    numbered = _technical(edition, count) | dict(
        zip(_numbered(columns), columns.values(), strict=True)
    )
    write_csv(path, list(numbered), zip(*numbered.values(), strict=True), "utf-8-sig")


def _numbered(names: Iterable[str]) -> list[str]:
    """Question numbers as survey tools write them; the rows of one matrix question share its
    number.
    """
    stems = {
        "贵公司行业": "2、贵公司行业",
        "总体满意度": "5、您对本届展会的总体满意度",
        "展商编号": "1、展商编号",
        "参展目的是否达到": "6、参展目的是否达到",
        "下届参展意向": "7、下届参展意向",
        "参展目的": "8、参展目的",
        RECOMMEND: f"9、{RECOMMEND}",
        "意见建议": "10、意见建议",
    }
    return [stems.get(name) or _matrix(name) + name for name in names]


def _matrix(name: str) -> str:
    """The heading that a row of a matrix question stands under."""
    if name.endswith("（重要程度）"):
        return "4、您认为以下各项的重要程度："
    if name.endswith("（期望程度）"):
        return "11、您参展前对以下各项的期望程度："
    return "3、您对以下各项的满意程度："


def _technical(edition: int, count: int) -> dict[str, list[str]]:
    rng, first = stream("export", edition), opening(edition)
    seconds = np.sort(rng.integers(0, (DAYS + 9) * 86_400 // 3, count))
    start = dt.datetime.combine(first + dt.timedelta(days=2), dt.time(9, 30))
    moments = [
        start + dt.timedelta(days=int(s // 28_800), seconds=int(s % 28_800)) for s in seconds
    ]
    hosts = rng.integers(1, 255, count)
    return {
        "序号": [str(place) for place in range(1, count + 1)],
        "提交答卷时间": [f"{m.year}/{m.month}/{m.day} {m:%H:%M:%S}" for m in moments],
        "所用时间": [f"{int(took)}秒" for took in np.exp(rng.normal(5.6, 0.45, count))],
        "来源": rng.choice(("链接", "邮件"), count, p=(0.6, 0.4)).tolist(),
        "来源详情": ["直接访问"] * count,
        "来自IP": [
            f"{net}.{host}" for net, host in zip(rng.choice(NETWORKS, count), hosts, strict=True)
        ],
    }


def write_visitor_survey(path: Path) -> None:
    """05: one tab-separated UTF-16 file with all editions."""
    frame = pd.concat([visitors.survey(edition) for edition in EDITIONS], ignore_index=True)
    write_csv(path, list(frame), frame.itertuples(index=False), "utf-16-le", separator="\t")
