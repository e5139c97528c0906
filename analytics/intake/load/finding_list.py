"""What was found in a file, line by line, in words: for page, receipt and command line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analytics.intake.load.finding_sentences import finding_text
from analytics.store import Finding
from analytics.wording import Say

if TYPE_CHECKING:
    import pandas as pd


def in_order(findings: Sequence[Finding]) -> list[Finding]:
    """Those about the file and whole columns, then the lines left out, then all others."""

    def place(finding: Finding) -> tuple[bool, bool, int]:
        is_of_lines = finding.line is not None or finding.reason == "more_of_these"
        return is_of_lines, not finding.is_left_out, finding.line or 0

    return sorted(findings, key=place)


def table(findings: Sequence[Finding], say: Say) -> pd.DataFrame:
    """One row a finding."""
    import pandas as pd

    names = [
        say("Line"),
        say("Column"),
        say("Value in the file"),
        say("Why"),
        say("Left out"),
        say("The line itself"),
    ]
    rows = [
        (
            finding.line,
            finding.column,
            finding.value,
            finding_text(finding.reason, finding.details, say),
            say("yes") if finding.is_left_out else "",
            finding.details.get("row") or _value_as_line(finding),
        )
        for finding in findings
    ]
    return pd.DataFrame(rows, columns=names)


def _value_as_line(finding: Finding) -> str | None:
    """The line itself, where a finding about a whole line holds it as its value."""
    return finding.value if finding.is_left_out and not finding.column else None


def sentence(finding: Finding, say: Say) -> str:
    """One finding on one line."""
    line = say("line {line}", line=say.number(finding.line)) if finding.line is not None else ""
    value = f"“{finding.value}”" if finding.value else ""
    where = " · ".join(part for part in (line, finding.column, value) if part)
    why = finding_text(finding.reason, finding.details, say)
    left_out = say("The line was left out.") if finding.is_left_out else ""
    return " ".join(part for part in (f"{where}:" if where else "", why, left_out) if part)
