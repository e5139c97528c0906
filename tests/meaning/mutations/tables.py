"""Sound tables to put faults into: surveys and registers of several languages and styles."""

from __future__ import annotations

import csv
import io
import random
from dataclasses import dataclass, replace
from typing import Any

import xlsxwriter

Cells = list[str]


@dataclass(frozen=True)
class Style:
    """What the columns of a table are called and what its texts say, in one language."""

    number: str
    overall: str
    items: tuple[str, ...]
    region: str
    comment: str
    regions: tuple[str, ...]
    comments: tuple[str, ...]
    firm: str
    hall: str
    area: str
    fee: str
    firms: tuple[str, ...]
    halls: tuple[str, ...]
    total: tuple[str, ...]


ZH = Style(
    "问卷编号",
    "总体满意度",
    ("餐饮满意度", "班车满意度", "场馆硬件满意度"),
    "所在地区",
    "意见建议",
    ("广东", "浙江", "江苏", "山东"),
    ("服务很好", "餐饮太贵", "排队太久", "观众质量不错", "希望增加指引"),
    "企业名称",
    "展馆",
    "展位面积",
    "参展费(元)",
    ("海蓝五金有限公司", "百川电器厂", "锦程纺织有限公司", "永固工具有限公司"),
    ("1号馆", "2号馆", "3号馆"),
    ("小计", "合计", "本馆合计", "共计："),
)
EN = Style(
    "Response ID",
    "Overall satisfaction",
    ("Catering satisfaction", "Shuttle bus satisfaction", "Wifi satisfaction"),
    "Region",
    "Comments",
    ("North", "South", "East", "West"),
    ("Very good", "Food too dear", "Long queues", "More signs please"),
    "Company",
    "Hall",
    "Stand area (m2)",
    "Fee (EUR)",
    ("Tools Ltd", "Optics GmbH", "Robotics Inc", "Textiles SA"),
    ("Hall 1", "Hall 2", "Hall 3"),
    ("Subtotal", "Total", "Hall total", "Sum:"),
)
STYLES = (ZH, EN)


@dataclass(frozen=True)
class Sound:
    """A table without a fault: `rows` below `header`, what each of them means in `truth`."""

    style: Style
    header: Cells
    rows: list[Cells]
    truth: list[dict[str, Any]]
    table: str


def survey(rng: random.Random) -> Sound:
    """Answers on 1 to 5 with a number, a region and a comment."""
    style = rng.choice(STYLES)
    items = style.items[: rng.randint(2, 3)]
    header = [style.number, style.region, style.overall, *items, style.comment]
    rows, truth = [], []
    first = rng.choice((1, 101, 5001))
    for n in range(rng.randint(16, 40)):
        ratings = [rng.randint(1, 5) for _ in (style.overall, *items)]
        comment = f"{rng.choice(style.comments)} {n}" if rng.random() < 0.8 else ""
        region = rng.choice(style.regions)
        rows.append([str(first + n), region, *map(str, ratings), comment])
        values = dict(zip(("overall", *items), map(float, ratings), strict=True))
        truth.append({"respondent": str(first + n), "region": region} | values)
    return Sound(style, header, rows, truth, "responses")


def register(rng: random.Random) -> Sound:
    """Stands with a firm, a hall, an area and a fee; in the order of the halls."""
    style = rng.choice(STYLES)
    header = [style.firm, style.hall, style.area, style.fee]
    rows, truth = [], []
    number = 0
    for hall in style.halls[: rng.randint(2, 3)]:
        for _ in range(rng.randint(4, 9)):
            number += 1
            firm = f"{'甲乙丙丁戊己庚辛'[number % 8] if style is ZH else 'Firm'}{number}"
            name = f"{firm}{'' if style is ZH else ' '}{rng.choice(style.firms)}"
            area, fee = rng.choice((9, 12, 18, 36)), rng.randint(80, 400) * 25 + number
            rows.append([name, hall, str(area), str(fee)])
            truth.append({"exhibitor_name": name, "booth_area_sqm": area, "fee": fee})
    return Sound(style, header, rows, truth, "participations")


def truth_of(sound: Sound, lines: dict[int, int]) -> dict[int, dict[str, Any]]:
    """Line -> what is meant, for rows at these places: {place: line}."""
    return {line: sound.truth[place] for place, line in lines.items()}


def csv_lines(rows: list[Cells], delimiter: str = ",", *, quoted: bool = False) -> list[str]:
    """Each row as a line of a CSV file."""
    lines = []
    for row in rows:
        out = io.StringIO()
        how = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
        csv.writer(out, delimiter=delimiter, quoting=how, lineterminator="").writerow(row)
        lines.append(out.getvalue())
    return lines


def csv_bytes(lines: list[str], rng: random.Random) -> bytes:
    """A CSV file, with or without the mark of UTF-8, with one or the other line end."""
    text = rng.choice(("\n", "\r\n")).join([*lines, ""])
    return text.encode(rng.choice(("utf-8", "utf-8-sig")))


def xlsx_bytes(
    rows: list[Cells], hidden: tuple[int, ...] = (), struck: tuple[int, ...] = ()
) -> bytes:
    """A workbook of one sheet; `hidden` and `struck` are lines (1-based)."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_numbers": True}) as book:
        sheet = book.add_worksheet()
        strike = book.add_format({"font_strikeout": True})
        for line, row in enumerate(rows, start=1):
            for place, cell in enumerate(row):
                if cell:
                    sheet.write(line - 1, place, cell, strike if line in struck else None)
            if line in hidden:
                sheet.set_row(line - 1, options={"hidden": True})
    return out.getvalue()


def with_rows(sound: Sound, rows: list[Cells]) -> Sound:
    """The same table with other rows."""
    return replace(sound, rows=rows)
