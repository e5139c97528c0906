"""The command that takes files in, called in a test."""

from __future__ import annotations

from pathlib import Path

from analytics.intake.load.command import import_files
from analytics.intake.load.inbox import NOTHING, Agreed
from analytics.wording import speaker
from tests.intake.files import csv_text

SAY = speaker("en")
COUNTS = csv_text(
    "届次,日期,观众类别,人数", "8,2006-10-12,专业观众,100", "8,2006-10-13,专业观众,120"
)
UNDATED = csv_text("日期,观众类别,人数", "2006-10-12,专业观众,100")


def run(
    *paths: Path,
    fair: str | None = "f",
    edition: int | None = None,
    mapping: Path | None = None,
    wait: float = 0,
    agreed: Agreed = NOTHING,
    findings: Path | None = None,
    mapping_out: Path | None = None,
) -> tuple[int, list[str]]:
    lines: list[str] = []
    code = import_files(
        list(paths),
        fair,
        edition,
        mapping,
        wait,
        SAY,
        lines.append,
        agreed,
        findings,
        mapping_out,
    )
    return code, lines
