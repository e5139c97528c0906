"""Files spoiled at random: each is taken in, taken in with a word about it, or refused; and every
line is accounted for.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from analytics.errors import Unreadable
from analytics.folders import ROOT
from analytics.intake.mapping.known_fair import Known
from analytics.intake.mapping.suggest import suggest
from analytics.intake.table import text_table
from analytics.intake.table.file_kinds import kind_of
from tests.intake.files import Converted, convert, csv_text, inspect, workbook

MUTATIONS, FEWEST = 50, 3
HEADER = [
    "编号",
    "填写时间",
    "行业",
    "总体满意度",
    "展位搭建满意度",
    "现场服务满意度",
    "推荐意愿(0-10)",
    "了解渠道",
    "意见",
]
WORDS = ("非常满意", "满意", "一般", "不满意", "非常不满意")
REMARKS = (
    "服务人员很热情",
    "“网络”太慢,希望改进",
    "餐饮贵；排队久",
    "",
    "下届还来\n展位大一点",
    'a "quoted" word',
)


@pytest.fixture(autouse=True)
def short_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cell too long to keep need not be long."""
    monkeypatch.setattr(text_table, "LONGEST_CELL", 100)


def answers(rows: int = 40) -> list[list[str]]:
    return [HEADER] + [
        [
            f"{n:04}",
            f"2006-10-{n % 28 + 1:02} 09:{n % 60:02}",
            ("机械", "轻工", "家电")[n % 3],
            str(n % 5 + 1),
            WORDS[n % 5],
            f"{n % 5 + 1}分",
            str(n % 11),
            "官网┋朋友" if n % 2 else "邀请函",
            REMARKS[n % len(REMARKS)],
        ]
        for n in range(1, rows + 1)
    ]


def as_text(table: list[list[str]], delimiter: str = ",") -> str:
    return csv_text(*(delimiter.join(_quoted(cell, delimiter) for cell in row) for row in table))


def _quoted(cell: str, delimiter: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if set(cell) & set(f'\n"{delimiter}') else cell


def exhibitors() -> str:
    firms = (
        f"E{n:03},深圳市{'华明海天'[n % 4]}电子{n}有限公司,广东,{n * 9}㎡,{n}.5万"
        for n in range(1, 31)
    )
    return csv_text("展商编号,参展商名称,地区,展位面积,成交额（元）", *firms)


def demo(name: str) -> bytes:
    path = next((ROOT / "data" / "sample").glob(f"*{name}"))
    with path.open("rb") as file:
        return b"".join(islice(file, 31))


FILES: dict[str, Callable[[], bytes]] = {
    "utf-8.csv": lambda: as_text(answers()).encode("utf-8-sig"),
    "gb18030.csv": lambda: as_text(answers()).encode("gb18030"),
    "utf-16.txt": lambda: as_text(answers(), "\t").encode("utf-16"),
    "exhibitors.csv": lambda: exhibitors().encode(),
    "第七届.csv": lambda: demo("七届.csv"),
    "attendance.csv": lambda: demo("观众人数.csv"),
    "book.xlsx": lambda: workbook(answers()),
    "page.xls": lambda: _page(answers()).encode(),
}


def _page(table: list[list[str]]) -> str:
    lines = ("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in table)
    return f"<html><meta charset=utf-8><table>{''.join(lines)}</table></html>"


def flipped(data: bytes, chance: random.Random) -> bytes:
    spoiled = bytearray(data)
    for _ in range(chance.choice((1, 3, 20))):
        spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
    return bytes(spoiled)


def cut(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    if chance.random() < 0.5:
        return data[:start]
    return data[:start] + data[start + chance.randrange(1, 40) :]


def inserted(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data))
    more = chance.choice(
        (
            b"\x00",
            b'"',
            b"\r",
            b",,,",
            b"\xff\xfe",
            b"\xc4\xe3",
            "错".encode(),
            b"<td>",
            b"\n\n",
            b"=1+1",
        )
    )
    return data[:place] + more + data[place:]


def lines_doubled(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    place = chance.randrange(len(lines))
    return b"".join(
        [*lines[: place + 1], *chance.sample(lines, min(3, len(lines))), *lines[place + 1 :]]
    )


def lines_shuffled(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


SPOILERS = (flipped, cut, inserted, lines_doubled, lines_shuffled)


def adds_up(converted: Converted) -> None:
    """Lines in = rows stored + lines listed, none twice; no rating beyond the scale it is on."""
    rows = converted.table(_row_table(converted))
    listed = {remark.line for remark in converted.remarks if remark.is_left_out}
    stored = {row["line"] for row in rows}
    lines_read, lines_stored, lines_left_out = converted.lines
    assert lines_read == lines_stored + lines_left_out
    assert (len(stored), len(listed)) == (lines_stored, lines_left_out)
    assert not stored & listed
    highest = max((use.scale[1] for use in converted.mapping.columns if use.scale), default=0.0)
    assert all(
        0 <= value <= highest * 100
        for row in rows
        for value in row.get("sat") or ()
        if value is not None
    )


def _row_table(converted: Converted) -> str:
    kind = kind_of(converted.mapping.kind)
    if kind.audience:
        return "response_rows"
    return f"{kind.key.removesuffix('s').removesuffix('_row')}_rows"


def _convert_suggested(folder: Path, data: bytes, name: str) -> Converted:
    """The suggested mapping, with an edition where the file says none."""
    suggested = suggest(inspect(folder, data, name), Known("f", "展会", "Fair"))
    edition = None if suggested.field_column("edition") else suggested.edition or 8
    return convert(
        folder, data, name=name, mapping=replace(suggested, fair_id="f", edition=edition)
    )


@pytest.mark.parametrize("name", FILES)
def test_a_file_spoiled_at_random_is_imported_reported_or_refused(
    tmp_path: Path, name: str
) -> None:
    data = FILES[name]()
    imports = 0
    for number in range(MUTATIONS):
        chance = random.Random(f"{name} {number}")
        spoiled = SPOILERS[number % len(SPOILERS)](data, chance)
        try:
            converted = _convert_suggested(tmp_path, spoiled, name)
        except Unreadable:
            continue
        adds_up(converted)
        imports += 1
    assert imports > FEWEST or name == "book.xlsx"  # one wrong byte spoils a zip file


NASTY = (
    "",
    "合计",
    "99",
    "６",
    "=1+1",
    "满意度",
    "2006-13-45",
    "1.23E+17",
    "\u200b",
    "N/A",
    "5分/10分",
    "longer than a cell may be here " * 4,
    "#REF!",
    "１２，５",
)


def cells_replaced(table: list[list[str]], chance: random.Random) -> list[list[str]]:
    spoiled = [list(row) for row in table]
    for _ in range(chance.choice((1, 5, 40))):
        row = spoiled[chance.randrange(1, len(spoiled))]
        row[chance.randrange(len(row))] = chance.choice(NASTY)
    return spoiled


def columns_swapped(table: list[list[str]], chance: random.Random) -> list[list[str]]:
    order = chance.sample(range(len(HEADER)), len(HEADER))
    return [[row[place] for place in order] for row in table]


def rows_doubled(table: list[list[str]], chance: random.Random) -> list[list[str]]:
    return [table[0], *chance.choices(table[1:], k=len(table) + 3)]


def rows_cut_short(table: list[list[str]], chance: random.Random) -> list[list[str]]:
    return [
        table[0],
        *(row[: chance.randrange(1, 10)] if chance.random() < 0.2 else row for row in table[1:]),
    ]


def rows_blank(table: list[list[str]], chance: random.Random) -> list[list[str]]:
    return [table[0], *([""] * len(HEADER) if chance.random() < 0.3 else row for row in table[1:])]


TABLE_SPOILERS = (cells_replaced, columns_swapped, rows_doubled, rows_cut_short, rows_blank)


@pytest.mark.parametrize("container", ["csv", "xlsx"])
@pytest.mark.parametrize("spoil", TABLE_SPOILERS)
def test_every_filled_row_of_a_spoiled_table_is_stored_or_listed(
    tmp_path: Path,
    spoil: Callable[[list[list[str]], random.Random], list[list[str]]],
    container: str,
) -> None:
    imports = 0
    for number in range(MUTATIONS // len(TABLE_SPOILERS)):
        table = spoil(answers(), random.Random(f"{spoil.__name__} {number}"))
        data = as_text(table).encode() if container == "csv" else workbook(table)
        try:
            converted = _convert_suggested(tmp_path, data, f"x.{container}")
        except Unreadable:
            continue
        adds_up(converted)
        assert converted.answer["lines_read"] == sum(
            any(cell.strip() for cell in row) for row in table[1:]
        )
        imports += 1
    assert imports > MUTATIONS // len(TABLE_SPOILERS) // 2
