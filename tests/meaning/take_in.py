"""An entry's files through `python -m analytics import`, in this process and into a new store."""

from __future__ import annotations

import contextlib
import csv
import io
import os
import shutil
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

from analytics import __main__ as command_line
from analytics import worker
from analytics.errors import Fault, Unreadable
from analytics.intake.load import command
from analytics.intake.load.outcome import outcome_of
from analytics.intake.load.same_answers import SameAnswers
from analytics.intake.load.take_in import ReadAnotherWay
from analytics.intake.mapping.open_points import NotSettled
from analytics.store import Store
from tests import in_process

FAIR = "probe"
DAY = "EXPOLENS_TODAY"
ASKS = (NotSettled, SameAnswers, ReadAnotherWay)
WAYS_ON = ("mendable",)
FINDINGS = "findings.csv"


@dataclass
class TakenIn:
    """What became of an entry's files: 'stored', 'asked', 'refused' or 'broken' (a bug), what was
    said of them and the rows of the findings files. `reasons` are those of questions and faults.
    """

    outcome: str = "stored"
    said: str = ""
    findings: list[dict[str, str]] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    bugs: list[str] = field(default_factory=list)


def empty_store(folder: Path) -> Path:
    """A new store, to be copied for each entry: that takes a fifth of making one."""
    Store(folder).close()
    return folder


def take_in(
    files: list[Path], args: tuple[tuple[str, ...], ...], folder: Path, today: str = ""
) -> TakenIn:
    """Import the files one after the other into the store of `folder`."""
    result = TakenIn()
    with _surroundings(folder, today, result):
        for path, of_file in zip(files, args, strict=True):
            _import(path, of_file, folder, result)
    return result


def _import(path: Path, args: tuple[str, ...], folder: Path, result: TakenIn) -> None:
    out = folder / FINDINGS
    out.unlink(missing_ok=True)
    fair = () if "--fair" in args else ("--fair", FAIR)
    call = ["import", str(path), *fair, *args, "--findings", str(out)]
    text = io.StringIO()
    with contextlib.redirect_stdout(text), contextlib.redirect_stderr(text):
        try:
            code = command_line.main(call)
        except SystemExit as stop:
            code = int(stop.code or 0)
    result.said += text.getvalue()
    if out.exists():
        rows = csv.DictReader(io.StringIO(out.read_text("utf-8-sig")))
        result.findings += list(rows)
    if code and result.outcome == "stored":
        result.outcome = "refused"


@contextlib.contextmanager
def _surroundings(folder: Path, today: str, result: TakenIn) -> Iterator[None]:
    """The command line's own path without a child process, in the store of `folder`."""
    surroundings = {"EXPOLENS_DATA": str(folder)} | ({DAY: today} if today else {})

    def note_outcome(work: Any) -> dict[str, Any]:
        outcome = outcome_of(work)
        if outcome["state"] == "failed":
            _note(outcome.get("fault"), result)
        return outcome

    def run(task: str, values: dict[str, Any], at: Path, **_: Any) -> Any:
        try:
            return in_process.run(task, values, at)
        except Fault:
            raise
        except Exception as bug:
            result.bugs.append("".join(traceback.format_exception(bug)))
            raise worker.ChildStopped("crash") from bug

    with (
        mock.patch.dict(os.environ, surroundings),
        mock.patch.object(command, "outcome_of", note_outcome),
        mock.patch.object(worker, "run", run),
        mock.patch.object(worker, "ready", return_value=contextlib.nullcontext()),
    ):
        yield


def _note(fault: Fault | None, result: TakenIn) -> None:
    """What became of the entry so far; the first file that was not taken in decides."""
    if isinstance(fault, NotSettled):
        result.reasons += [f"{point.reason}({point.column})" for point in fault.points]
    else:
        reason = getattr(fault, "reason", "")
        result.reasons.append(f"{type(fault).__name__} {reason}".strip())
    is_way_on = isinstance(fault, Unreadable) and fault.reason in WAYS_ON
    is_bug = fault is None or bool(result.bugs)
    if result.outcome == "stored" or is_bug:
        result.outcome = "asked" if isinstance(fault, ASKS) or is_way_on else "refused"
        result.outcome = "broken" if is_bug else result.outcome


def copied(template: Path, folder: Path) -> Path:
    shutil.copytree(template, folder, dirs_exist_ok=True)
    return folder
