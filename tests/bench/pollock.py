"""Pollock's polluted CSV files (github HPI-Information-Systems/Pollock) through reader and table
builder.

A line is read rightly, or named. The ten measures of a file are Pollock's: whether it was loaded,
and precision, recall and F1 of its header, its records and its cells (Vitagliano et al., PVLDB 16,
2023, 1870–1882).
"""

from __future__ import annotations

import csv
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from analytics.errors import Fault
from analytics.intake.load import reading_child
from analytics.intake.table.text_table import Sheet

Row = Sequence[str]


def read(path: str) -> tuple[list[Row], list[int]] | None:
    """A file's rows as text, header first, and the lines named; None where it is refused."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "file").write_bytes(Path(path).read_bytes())
        order = {"file": "file", "name": Path(path).name, "sha256": ""}
        try:
            inspection = reading_child.inspect(order, place, lambda *_: None)
        except Fault:
            return None
        sheet = Sheet.load(place / reading_child.SHEET)
        columns = [column.to_pylist() for column in sheet.columns]
        records = [[cell or "" for cell in row] for row in zip(*columns, strict=True)]
        return [list(sheet.names), *records], [it["line"] or 0 for it in inspection["remarks"]]


def report() -> None:
    """Score, files refused, files with a wrong row. The folder is the argument after `pollock`."""
    place = sys.argv.index("pollock") + 1 if "pollock" in sys.argv else len(sys.argv)
    folder = _folder(Path(sys.argv[place])) if place < len(sys.argv) else None
    if folder is None:
        print("skipped: no folder with csv/ and clean/ was named")
        return
    names = sorted(path.name for path in (folder / "csv").glob("*.csv"))
    outcomes = [_judged(folder, name) for name in names]
    words = Counter(word for _, word in outcomes)
    print(f"score {sum(points for points, _ in outcomes) / len(names):.3f} of 10")
    print(f"files {len(names)}; refused {words['refused']} ({words['refused'] / len(names):.1%})")
    print(f"wrong or missing rows: {words['named']} named, {words['unsaid']} unsaid")


def _folder(named: Path) -> Path | None:
    for folder in (named, named / "polluted_files"):
        if (folder / "csv").is_dir() and (folder / "clean").is_dir():
            return folder
    return None


def _judged(folder: Path, name: str) -> tuple[float, str]:
    with (folder / "clean" / name).open(newline="", encoding="utf-8") as file:
        clean = list(csv.reader(file))
    reading = read(str(folder / "csv" / name))
    if reading is None:
        return (0.0 if clean else 10.0), "refused"
    rows, lines = reading
    is_whole = Counter(map(_record, rows[1:])) == Counter(map(_record, clean[1:]))
    return 1 + points(rows, clean), "right" if is_whole else "named" if lines else "unsaid"


def points(rows: Sequence[Row], clean: Sequence[Row]) -> float:
    """Precision, recall and F1 of header, records and cells: 0 to 9."""
    pairs = (
        ([_cell(cell) for cell in table[0]] if table else [] for table in (rows, clean)),
        (list(map(_record, table[1:])) for table in (rows, clean)),
        ([_cell(cell) for row in table for cell in row] for table in (rows, clean)),
    )
    return sum(_agreement(*pair) for pair in pairs)


def _record(row: Row) -> str:
    return "\x1f".join(map(_cell, row))


def _cell(text: str) -> str:
    """What a cell says, whatever the notation of its number."""
    text = text.strip()
    sign = "$" if text.startswith("$") else ""
    try:
        return sign + f"{float(text.removeprefix('$').replace(',', '')):g}"
    except ValueError:
        return text.lower()


def _agreement(own: list[str], right: list[str]) -> float:
    """Precision, recall and F1 of two multisets, added up."""
    if not right:
        return 3.0
    both = sum((Counter(own) & Counter(right)).values())
    if not both:
        return 0.0
    precision, recall = both / len(own), both / len(right)
    return precision + recall + 2 * precision * recall / (precision + recall)
