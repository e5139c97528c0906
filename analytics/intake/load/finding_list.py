"""What was found in a file, line by line, in words: on the page, beside the receipt and on the
command line.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analytics.intake.load.finding_sentences import finding_text
from analytics.store import Finding
from analytics.wording import Say

if TYPE_CHECKING:
    import pandas as pd


def about_lines(findings: Sequence[Finding]) -> list[Finding]:
    """The findings about lines and cells, lines left out first; not those about whole columns."""
    told = [
        finding
        for finding in findings
        if finding.line is not None or finding.is_left_out or finding.reason == "more_of_these"
    ]
    return sorted(told, key=lambda one: (not one.is_left_out, one.line or 0))


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
            finding.details.get("row")
            or (finding.value if finding.is_left_out and not finding.column else None),
        )
        for finding in findings
    ]
    return pd.DataFrame(rows, columns=names)


def sentence(one: Finding, say: Say) -> str:
    """One finding on one line."""
    line = say("line {line}", line=say.number(one.line)) if one.line is not None else ""
    where = " · ".join(
        part for part in (line, one.column, f"“{one.value}”" if one.value else "") if part
    )
    why = finding_text(one.reason, one.details, say)
    left_out = say("The line was left out.") if one.is_left_out else ""
    return " ".join(part for part in (f"{where}:" if where else "", why, left_out) if part)
