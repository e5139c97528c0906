"""100 k rows × 45 columns of .xlsx: the product's import against the fastest reader's reading."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import python_calamine
import xlsxwriter

from analytics.folders import ROOT
from analytics.intake.load.command import import_files
from analytics.intake.load.draft import Draft
from analytics.wording import speaker
from tests.bench.viewer import Viewer
from tests.e2e.browser import Server

ROWS, RATED, COLUMNS, ROUNDS = 100_000, 40, 45, 3
IDLE_S = 10


def write_file(path: Path, rows: int = ROWS) -> None:
    """As an online tool exports it: number, code, industry, 40 ratings, overall score, comment."""
    ratings = np.random.default_rng(7).integers(1, 6, (rows, RATED + 1)).tolist()
    header = [
        "Respondent",
        "Exhibitor code",
        "Industry",
        *(f"Venue hardware - Question {n}" for n in range(RATED)),
        "Overall satisfaction",
        "Comment",
    ]
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, header)
        for n in range(rows):
            industry = ("electronics", "software", "biotech")[n % 3]
            sheet.write_row(
                n + 1, 0, [f"R{n}", n, industry, *ratings[n], "a fine fair" if n % 4 else ""]
            )


def report() -> None:
    """Print the times of the bare reader, our reading and the whole import, with their ratios."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "survey_edition_1.xlsx"
        write_file(path)
        bare, read, whole = [], [], []
        for n in range(ROUNDS):
            bare.append(_seconds(lambda: _bare(path)))
            read.append(_seconds(lambda n=n: _read(path, Path(folder) / f"drafts{n}")))  # type: ignore[misc]
            whole.append(_seconds(lambda n=n: _import(path, Path(folder) / f"data{n}")))  # type: ignore[misc]
        _felt_by_others(path, Path(folder) / "running")
    times = [statistics.median(seconds) for seconds in (bare, read, whole)]
    print(
        f"{ROWS:,} × {COLUMNS} of .xlsx: calamine alone {times[0]:.2f} s; read by the product"
        f" {times[1]:.2f} s, {times[1] / times[0]:.2f}×; imported {times[2]:.2f} s,"
        f" {times[2] / times[0]:.2f}×"
    )


def _felt_by_others(path: Path, folder: Path) -> None:
    """Print what another reader's page takes while the app takes the file in, and when idle."""
    _import(path, folder)  # a fair to look at; what comes in meanwhile belongs to another
    with Server(data=folder) as server:
        with Viewer(server.url, "satisfaction") as idle:
            time.sleep(IDLE_S)
        with Viewer(server.url, "satisfaction") as meanwhile:
            command = [
                sys.executable,
                "-m",
                "analytics",
                "import",
                str(path),
                "--fair",
                "second",
                "--edition",
                "1",
            ]
            subprocess.run(command, cwd=ROOT, env=os.environ, check=True, stdout=subprocess.DEVNULL)
    print(
        f"another reader's p95: idle {idle.p95() * 1000:.0f} ms, while the file comes in"
        f" {meanwhile.p95() * 1000:.0f} ms over {len(meanwhile.seconds)} runs"
    )


def _bare(path: Path) -> None:
    assert (
        len(python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python())
        == ROWS + 1
    )


def _read(path: Path, drafts: Path) -> None:
    assert Draft.create(path.name, path, drafts).inspect().lines_read == ROWS


def _import(path: Path, folder: Path) -> None:
    os.environ["EXPOLENS_DATA"] = str(folder)
    import_files([path], "bench", 1, None, 0.0, speaker("en"))


def _seconds(work: Callable[[], None]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
