"""100 k survey responses: the product's import against DuckDB merely reading the same file."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

import duckdb
import numpy as np

from analytics.intake.load.command import import_files
from analytics.wording import speaker

ROWS = 100_000
ROUNDS = 3


def write_file(path: Path, rows: int = ROWS) -> None:
    """As an online tool exports it: 25 ratings, an overall score, profile and a comment."""
    rng = np.random.default_rng(7)
    ratings = rng.integers(1, 6, (rows, 26))
    header = [
        "Respondent",
        "Exhibitor code",
        "Industry",
        *[f"Venue hardware - Question {n}" for n in range(25)],
        "Overall satisfaction",
        "Comment",
    ]
    industries = np.array(["electronics", "software", "biotech"])[rng.integers(0, 3, rows)]
    with path.open("w", encoding="utf-8") as file:
        file.write(",".join(header) + "\n")
        for n in range(rows):
            file.write(f"R{n},{n},{industries[n]},{','.join(map(str, ratings[n]))},a fine fair\n")


def report() -> None:
    """Print both times and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "survey.csv"
        write_file(path)
        raw = statistics.median(_seconds(lambda: _raw(path)) for _ in range(ROUNDS))
        ours = statistics.median(
            _import_seconds(path, Path(folder) / f"data{n}") for n in range(ROUNDS)
        )
    print(
        f"import of {ROWS:,} responses: {ours:.2f} s; DuckDB reading the file into a table:"
        f" {raw:.2f} s; {ours / raw:.1f}×"
    )


def _raw(path: Path) -> None:
    with duckdb.connect() as connection:
        connection.execute("create table t as select * from read_csv(?)", [str(path)])


def _import_seconds(path: Path, folder: Path) -> float:
    import os

    os.environ["EXPOLENS_DATA"] = str(folder)
    return _seconds(lambda: import_files([path], "bench", 1, None, 0.0, speaker("en")))


def _seconds(work: object) -> float:
    started = time.perf_counter()
    assert callable(work)
    work()
    return time.perf_counter() - started
