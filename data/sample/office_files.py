"""Register, participations, editions, visitor counts and complaints, as the files an organiser's
office keeps.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import xlsxwriter

from data.sample.calibrate import stream
from data.sample.fair import Edition
from data.sample.outcomes import complaint_cases
from data.sample.population import Population
from data.sample.questionnaire import ORDINALS
from data.sample.remarks import DAYS, opening

WRITTEN_ON = dt.datetime(2007, 1, 15, 9, 0)
TURNOVER_100M_USD = (43.6, 40.0, 52.4, 68.6, 70.1, 65.4, 71.2, 86.7)
AUDIENCES = {"专业观众": 0.34, "普通观众": 0.645, "媒体": 0.015}
VISITORS = (268_000, 291_000, 305_000, 322_000, 318_000, 356_000, 389_000, 421_000)
BY_DAY = (0.21, 0.22, 0.19, 0.15, 0.14, 0.09)
EDITIONS_HEADER = (
    "届次",
    "年份",
    "开幕日期",
    "闭幕日期",
    "是否举办",
    "币种",
    "成交额（亿美元）",
    "收入（万元）",
    "成本（万元）",
)
REGISTER_HEADER = (
    ("企业信息", ("展商编号", "企业名称", "曾用名")),
    ("分类", ("国家/地区", "区域", "行业", "企业性质", "企业规模")),
    ("服务", ("客户经理",)),
)
REGISTER_FIELDS = [
    "code",
    "name",
    "former",
    "country",
    "region",
    "industry",
    "ownership",
    "size",
    "owner",
]
PARTICIPATIONS_HEADER = (
    "届次",
    "展商编号",
    "企业名称",
    "展位面积（㎡）",
    "展位类型",
    "展馆",
    "参展费（元）",
    "成交额（万美元）",
    "意向客户数",
)
COMPLAINTS_HEADER = (
    "届次",
    "展商编号",
    "企业名称",
    "投诉主题",
    "渠道",
    "受理日期",
    "办结日期",
    "状态",
    "内容",
    "是否满意",
    "重新受理日期",
)
Row = Sequence[Any]


def write_csv(
    path: Path, header: Row, rows: Iterable[Row], encoding: str, separator: str = ","
) -> None:
    """A text file as office programmes write it: CRLF, quoted only where needed."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    bom = "\ufeff" if encoding == "utf-16-le" else ""
    path.write_bytes((bom + text.getvalue()).encode(encoding))


def open_book(path: Path) -> xlsxwriter.Workbook:
    """A workbook that is the same, byte for byte, whenever it is written."""
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"})
    book.set_properties({"created": WRITTEN_ON, "author": "ExpoLens demo fair"})
    return book


def number(value: Any) -> str:
    """A number as text, blank where there is none."""
    return "" if pd.isna(value) else f"{value:g}"


def name_at(people: pd.DataFrame, rows: Iterable[int], edition: int) -> list[str]:
    """What each exhibitor was called at this edition."""
    known = people.loc[list(rows)]
    earlier = (known["renamed"] > edition).to_numpy()
    return [str(name) for name in np.where(earlier, known["former"], known["name"])]


def write_editions(path: Path, editions: list[Edition]) -> None:
    """01: a title above the header; revenue and cost in ten thousand yuan."""
    with open_book(path) as book:
        sheet, bold = book.add_worksheet("历届概况"), book.add_format({"bold": True})
        sheet.merge_range(0, 0, 0, len(EDITIONS_HEADER) - 1, "历届展会基本情况", bold)
        sheet.write_row(1, 0, EDITIONS_HEADER, bold)
        for place, edition in enumerate(editions):
            sheet.write_row(place + 2, 0, _edition_row(place, edition))
        sheet.set_column(0, len(EDITIONS_HEADER) - 1, 14)


def _edition_row(place: int, edition: Edition) -> Row:
    first = opening(edition.number)
    last = first + dt.timedelta(days=DAYS - 1)
    revenue = round(edition.stands["fee"].sum() / 10_000 * (1.22 + 0.02 * place))
    cost = round(revenue * (0.86 - 0.012 * place) + 240)
    turnover = TURNOVER_100M_USD[place]
    return (ORDINALS[place], first.year, first, last, "是", "USD", turnover, revenue, cost)


def write_register(path: Path, people: pd.DataFrame) -> None:
    """02: a header of two rows, merged over groups of columns; a few fields never filled in."""
    rng, known = stream("register gaps"), people[REGISTER_FIELDS].copy()
    for name, share in (("ownership", 0.02), ("size", 0.03), ("owner", 0.05), ("industry", 0.008)):
        known.loc[rng.random(len(known)) < share, name] = ""
    with open_book(path) as book:
        sheet = book.add_worksheet("参展商")
        _write_grouped_header(
            sheet, book.add_format({"bold": True, "align": "center", "border": 1})
        )
        for place, row in enumerate(known.itertuples(index=False)):
            for column, value in enumerate(row):
                if value:
                    sheet.write_string(place + 2, column, value)
        sheet.set_column(0, 0, 10)
        sheet.set_column(1, 2, 34)


def _write_grouped_header(sheet: Any, style: Any) -> None:
    column = 0
    for group, names in REGISTER_HEADER:
        if len(names) > 1:
            sheet.merge_range(0, column, 0, column + len(names) - 1, group, style)
        else:
            sheet.write(0, column, group, style)
        sheet.write_row(1, column, names, style)
        column += len(names)


def write_participations(path: Path, population: Population, editions: list[Edition]) -> None:
    """03: one row a stand; in the first editions a few carry no code, only that time's name."""
    rows: list[Row] = []
    for edition in editions:
        stands, rng = edition.stands, stream("participation codes", edition.number)
        uncoded = rng.random(len(stands)) < (0.02 if edition.number <= 3 else 0.0)
        codes = np.where(uncoded, "", population.people.loc[stands["row"], "code"])
        rows += zip(
            [ORDINALS[edition.number - 1]] * len(stands),
            codes,
            name_at(population.people, stands["row"], edition.number),
            stands["area"].map(number),
            stands["booth_type"],
            stands["hall"],
            stands["fee"].map("{:.0f}".format),
            stands["turnover"].map(number),
            stands["leads"],
            strict=True,
        )
    write_csv(path, PARTICIPATIONS_HEADER, rows, "gb18030")


def write_attendance(path: Path) -> None:
    """06: visitors by day and kind."""
    rows: list[Row] = []
    for place, total in enumerate(VISITORS):
        rng = stream("attendance", place + 1)
        for day, share in enumerate(BY_DAY):
            date = opening(place + 1) + dt.timedelta(days=day)
            for audience, part in AUDIENCES.items():
                trade = 1.25 if audience == "专业观众" and day < 3 else 1.0
                count = round(total * share * part * trade * float(rng.normal(1, 0.03)))
                rows.append((ORDINALS[place], date.isoformat(), audience, count))
    write_csv(path, ("届次", "日期", "观众类别", "人数"), rows, "utf-8")


def write_complaints(path: Path, population: Population, editions: list[Edition]) -> None:
    """07: the complaints desk's list of all editions."""
    with open_book(path) as book:
        sheet, bold = book.add_worksheet("投诉记录"), book.add_format({"bold": True})
        sheet.write_row(0, 0, COMPLAINTS_HEADER, bold)
        line = 1
        for edition in editions:
            of_edition = complaint_cases(population, edition)
            names = name_at(population.people, of_edition["row"], edition.number)
            for name, row in zip(names, of_edition.itertuples(index=False), strict=True):
                code, ordinal = population.people.loc[row.row, "code"], ORDINALS[edition.number - 1]
                sheet.write_row(
                    line, 0, (ordinal, code, name, row.topic, row.channel, row.received)
                )
                if not pd.isna(row.resolved):
                    sheet.write(line, 6, row.resolved)
                sheet.write_row(line, 7, (row.status, row.text, row.outcome))
                if row.reopened:
                    sheet.write(line, 10, row.reopened)
                line += 1
        sheet.set_column(2, 10, 16)
