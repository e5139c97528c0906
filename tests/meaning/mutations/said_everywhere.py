"""Law 1: what is lost or guessed is named on the command line and in the findings."""

from __future__ import annotations

import io
from random import Random

from openpyxl import Workbook

from tests.meaning.generator import survey
from tests.meaning.mutations import Case

EDITION = ["--edition", "5"]


def second_claim(rng: Random) -> Case:
    """The overall rating stands there twice: neither may win in silence."""
    clean = survey(rng, language="zh")
    again = rng.choice(("整体满意度", "总体评价", "综合满意度"))
    cells = clean.column("总体满意度")
    half = [cell if rng.random() < 0.5 else str(rng.randint(1, 5)) for cell in cells]
    file = clean.with_column(again, half, at=rng.randint(1, len(clean.header)))
    return Case(
        {"survey.csv": file.csv()},
        {"args": EDITION, "outcome": ["asked"]},
        {"survey.csv": clean.csv()},
    )


def unread_sheet(rng: Random) -> Case:
    """Answers on a second sheet: read as well, or the sheet is named."""
    table = survey(rng, size=30, language=rng.choice(("zh", "en")))
    cut = rng.randint(18, 24)
    names = rng.choice((("A馆", "B馆"), ("Day 1", "Day 2"), ("一", "二"), ("Sheet1", "Sheet2")))
    first = [table.header, *table.lines[1:cut]]
    second = [table.header, *table.lines[cut:]]
    return Case(
        {"survey.xlsx": _workbook(dict(zip(names, (first, second), strict=True)))},
        {
            "args": EDITION,
            "outcome": ["stored", "asked"],
            "either": [{"stored": list(table.checks)}, {"named": [names[1]]}],
        },
        {"survey.xlsx": _workbook({names[0]: list(table.lines)})},
    )


def left_out_column(rng: Random) -> Case:
    """A well-filled column that is none of ours is named."""
    clean = survey(rng)
    name = rng.choice(("备注编码", "Badge", "内部参考", "Scanner ID"))
    codes = [f"{rng.choice('ABCDEFG')}{rng.randint(1000, 9999)}X" for _ in clean.lines[1:]]
    return Case(
        {"survey.csv": clean.with_column(name, codes).csv()},
        {
            "args": EDITION,
            "outcome": ["stored", "asked"],
            "stored": list(clean.checks),
            "named": [name],
        },
        {"survey.csv": clean.csv()},
    )


def _workbook(sheets: dict[str, list[tuple[str, ...]]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, lines in sheets.items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append([int(cell) if cell.isdigit() else cell for cell in line])
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


MUTATIONS = (second_claim, unread_sheet, left_out_column)
