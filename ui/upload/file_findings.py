"""What was found in a file: the sum that must add up, lines left out, cells left empty."""

from __future__ import annotations

import streamlit as st

from analytics import sheets
from analytics.errors import Unreadable
from analytics.intake.load.column_summary import column_summary
from analytics.intake.load.finding_list import in_order, table
from analytics.intake.load.take_in import TrialImport
from analytics.intake.mapping.column_use import Mapping
from analytics.wording import Say
from ui.frame.safe_labels import md
from ui.server import answer_cache

MOST_SHOWN = 500


def of_check(checked: TrialImport, key: str, say: Say) -> None:
    """What loading a file would store and leave out, and why."""
    text = say(
        "{read} lines in = {stored} rows to store + {left_out} left out",
        read=say.number(checked.lines_read),
        stored=say.number(checked.rows_stored),
        left_out=say.number(checked.rows_left_out),
    )
    findings = in_order(checked.findings)
    if not findings:
        st.success(md(text), icon=":material/done_all:")
        return
    count = say("findings: {count}", count=say.number(len(findings)))
    st.info(f"{md(text)} · {md(count)}", icon=":material/fact_check:")
    with st.expander(say("What was found")):
        shown = table(findings[:MOST_SHOWN], say).drop(columns=say("The line itself"))
        widths = {
            say("Why"): st.column_config.TextColumn(width="large"),
            say("Line"): st.column_config.NumberColumn(format="%d", width="small"),
        }
        st.dataframe(
            shown, hide_index=True, width="stretch", key=f"found-{key}", column_config=widths
        )
        if len(findings) > MOST_SHOWN:
            text = say(
                "The first {count} are shown; all of them come with the receipt.", count=MOST_SHOWN
            )
            st.caption(md(text))


def equation(read: int, stored: int, left_out: int, say: Say) -> str:
    """Lines in = rows stored + lines left out."""
    return say(
        "{read} lines in = {stored} rows stored + {left_out} left out",
        read=say.number(read),
        stored=say.number(stored),
        left_out=say.number(left_out),
    )


def columns(mapping: str, say: Say) -> None:
    """How the columns of an import were taken, from its settings."""
    try:
        lines = column_summary(Mapping.loads(mapping), say)
    except Unreadable:  # of another version
        return
    if lines:
        st.caption("  \n".join(md(line) for line in lines))


def offer(import_id: int, say: Say) -> None:
    """The lines left out of an import, and whatever else was found, to take away."""
    findings = in_order(answer_cache.store().findings(import_id))
    if not findings:
        return
    left_out = sum(finding.is_left_out for finding in findings)
    label = (
        say("Lines left out ({count})", count=left_out)
        if left_out
        else say("Findings ({count})", count=len(findings))
    )
    st.download_button(
        label,
        lambda: sheets.csv_bytes(table(findings, say)),
        file_name=f"import-{import_id}.csv",
        mime="text/csv",
        on_click="ignore",
        key=f"findings-of-{import_id}",
        icon=":material/download:",
        type="tertiary",
    )
