"""A file that says otherwise than somebody wrote by hand: what was written holds, unless a person
says, field by field, that the file does. A list of exhibitors waits for that answer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pyarrow as pa

from analytics.errors import Fault
from analytics.intake.mapping.column_use import Mapping
from analytics.store import Batch, Finding, Store
from analytics.study import statement

FIELDS = (
    "name",
    "name_en",
    "country",
    "region",
    "industry",
    "ownership",
    "size_band",
    "account_owner",
)
ASKING = "exhibitors"
MOST_FINDINGS, MOST_SHOWN = 60, 20
Row = dict[str, Any]


@dataclass(eq=False)
class HeldByHand(Fault):
    """Fields of which nobody has said yet whether the file or the hand holds: field -> how many
    exhibitors; of the first of them `examples`: field, name, by_hand, by_file, actor, at.
    """

    counts: dict[str, int]
    examples: list[dict[str, str]]


def fields_held(store: Store, batch: Batch) -> list[Row]:
    """One row a field of an exhibitor where a batch and what was written by hand differ:
    exhibitor_id, field, name, by_hand, actor, at, by_file, line.
    """
    rows = batch.tables.get("exhibitor_rows")
    if rows is None or not rows.num_rows:
        return []
    with store.reader() as reader:
        if not reader.value("select count(*) from hand_edits where fair_id = $f", f=batch.fair_id):
            return []
        sql = statement(__package__ or "", "fields_held")
        return reader.compared(_said_by(rows), sql, fair=batch.fair_id)


def refuse_unsaid(held: list[Row], mapping: Mapping, corrects: int) -> None:
    """Raises HeldByHand for a list of exhibitors whose mapping leaves open what holds; a file that
    is read anew gives way, like every file that is no such list.
    """
    if mapping.kind != ASKING or mapping.accepts_guesses or corrects:
        return
    open_rows = [row for row in held if row["field"] not in mapping.held_fields]
    if not open_rows:
        return
    counts: dict[str, int] = {}
    for row in open_rows:
        counts[row["field"]] = counts.get(row["field"], 0) + 1
    names = ("field", "name", "by_hand", "by_file", "actor", "at")
    examples = [{name: row[name] or "" for name in names} for row in open_rows[:MOST_SHOWN]]
    raise HeldByHand(counts, examples)


def with_verdicts(batch: Batch, held: list[Row], mapping: Mapping) -> Batch:
    """The batch with what holds where, and a finding about every such field."""
    if not held:
        return batch
    by_file = [row for row in held if mapping.held_fields.get(row["field"]) == "file"]
    tables = dict(batch.tables)
    if by_file:
        tables["override_rows"] = pa.table(
            {
                "fair_id": [batch.fair_id] * len(by_file),
                "exhibitor_key": [row["exhibitor_id"] for row in by_file],
                "field": [row["field"] for row in by_file],
            }
        )
    findings = _findings([row for row in held if row not in by_file], mapping, "held_by_hand")
    findings += _findings(by_file, mapping, "taken_over_from_hand")
    return replace(batch, tables=tables, findings=(*batch.findings, *findings))


def _findings(rows: list[Row], mapping: Mapping, reason: str) -> list[Finding]:
    findings = [
        Finding(
            line=row["line"],
            column=_column(mapping, row["field"]),
            value=row["by_file"],
            reason=reason,
            details={name: row[name] or "–" for name in ("name", "by_hand", "actor", "at")},
            is_left_out=False,
        )
        for row in rows[:MOST_FINDINGS]
    ]
    if (more := len(rows) - len(findings)) > 0:
        details = {"reason": reason, "count": str(more)}
        findings.append(Finding(None, None, None, "more_of_these", details, is_left_out=False))
    return findings


def _column(mapping: Mapping, field: str) -> str | None:
    use = mapping.field_column(field)
    return use.column if use else None


def _said_by(rows: pa.Table) -> pa.Table:
    """What the rows of a register say, every field there, by the key of the exhibitor."""
    empty = pa.nulls(rows.num_rows, pa.string())
    columns = {
        name: rows[name] if name in rows.column_names else empty
        for name in ("line", "code", "name_key", *FIELDS)
    }
    pairs = zip(columns.pop("code").to_pylist(), columns.pop("name_key").to_pylist(), strict=True)
    keys = [f"c:{code}" if code else f"n:{key}" for code, key in pairs]
    return pa.table(columns | {"exhibitor_key": pa.array(keys, pa.string())})
