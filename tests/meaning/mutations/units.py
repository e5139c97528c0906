"""Laws 11 and 13: what stands beside a number, days that nobody means, editions to come."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

from tests.meaning.mutations.drawn_file import ASKED, STORED, Drawn, head
from tests.meaning.mutations.shapes import DrawnTable, firms

CURRENCIES = {"CNY": ("人民币", "RMB", "CNY"), "USD": ("美元", "USD"), "EUR": ("欧元", "EUR")}
MARKS = ("US$", "€", "$", "£")
NOBODYS_DAYS = ("9999-12-31", "1899-12-30", "2204-06-13", "1900-01-01", "1970-01-01 00:00:00")
SQUARE_FOOT = 0.09290304
Columns = dict[str, Sequence[Any]]


def draw(rng: Random) -> Drawn:
    ways = (_by_row, _mixed_marks, _feet, _counted, _placeholders, _spoiled, _clean)
    return rng.choice(ways)(rng)


def _register(rng: Random, rows: int) -> Columns:
    columns: Columns = {"企业名称": firms(rng, rows)}
    columns["展位面积（㎡）"] = [rng.choice((9, 18, 36)) for _ in range(rows)]
    return columns


def _by_row(rng: Random) -> Drawn:
    """A column of currencies."""
    rows = rng.randint(8, 40)
    columns = _register(rng, rows)
    codes = [*CURRENCIES, *(rng.choice(list(CURRENCIES)) for _ in range(rows - 3))]
    fees = [rng.randint(10, 90) * 100 for _ in range(rows)]
    columns["参展费"] = fees
    columns["币种"] = [rng.choice(CURRENCIES[code]) for code in codes]
    stored = [
        {
            "sum": "fee",
            "table": "participations",
            "where": {"currency": code},
            "value": sum(fee for fee, own in zip(fees, codes, strict=True) if own == code),
        }
        for code in CURRENCIES
    ]
    return DrawnTable("a column of currencies", columns, STORED, stored, ["币种"])


def _mixed_marks(rng: Random) -> Drawn:
    """Some amounts with a foreign mark, the others bare."""
    rows, mark = rng.randint(8, 40), rng.choice(MARKS)
    columns = _register(rng, rows)
    fees: list[Any] = [24_000] * rows
    for row in rng.sample(range(rows), rng.randint(1, rows // 2)):
        fees[row] = f"{mark}3,600"
    columns["参展费"] = fees
    return DrawnTable("bare amounts beside marked ones", columns, ASKED)


def _feet(rng: Random) -> Drawn:
    """Areas in square feet."""
    rows = rng.randint(8, 40)
    header = rng.choice(("Stand area (sq ft)", "Booth size sqft", "Stand area in square feet"))
    areas = [rng.choice((100, 200, 400)) for _ in range(rows)]
    columns: Columns = {"Company": firms(rng, rows), header: areas}
    check = {"sum": "booth_area_sqm", "value": round(sum(areas) * SQUARE_FOOT, 6)}
    return DrawnTable("areas in feet", columns, STORED, [check])


def _counted(rng: Random) -> Drawn:
    """Moments as a program counts them."""
    rows = rng.randint(12, 40)
    columns = head(rng, rows, True)
    start, step = rng.choice(((45_456.5, 0.02), (1_718_269_200, 977)))
    columns["提交时间"] = [start + step * number for number in range(rows)]
    return Drawn("counted moments", columns, ASKED)


def _placeholders(rng: Random) -> Drawn:
    """Days that programs write where they know none."""
    rows = rng.randint(12, 40)
    columns = head(rng, rows, True)
    days = [f"2024-06-{13 + number % 3} 09:{number:02}:00" for number in range(rows)]
    lines = sorted(rng.sample(range(rows), 3))
    for row in lines:
        days[row] = rng.choice(NOBODYS_DAYS)
    columns["提交时间"] = days
    check = {"table": "responses", "where": {"answered_at": None}, "count": 3}
    return Drawn("nobody's days", columns, STORED, [check], [row + 2 for row in lines])


def _spoiled(rng: Random) -> Drawn:
    """Stand numbers that a spreadsheet took for numbers."""
    rows = rng.randint(8, 40)
    columns = _register(rng, rows)
    stands = [f"{1 + number % 4}{'ABCD'[number % 4]}{number:02}" for number in range(rows)]
    row = rng.randrange(rows)
    stands[row] = rng.choice(("3000000000000", "3E+12", "5.00E+10"))
    columns["展位号"] = stands
    check = {"table": "participations", "where": {"booth_no": None}, "count": 1}
    return DrawnTable("a spoiled stand number", columns, STORED, [check], [row + 2])


def _clean(rng: Random) -> Drawn:
    """One currency, square metres, real days."""
    rows = rng.randint(8, 40)
    columns = _register(rng, rows)
    fees = [rng.randint(10, 90) * 100 for _ in range(rows)]
    columns["参展费（元）"] = fees
    columns["展位号"] = [f"{1 + number % 4}A{number:02}" for number in range(rows)]
    return DrawnTable("one currency", columns, STORED, [{"sum": "fee", "value": sum(fees)}])
