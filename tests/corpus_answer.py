"""What the store holds of a corpus file after its import, as the corpus asks for it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from analytics.intake.load.finding_sentences import finding_text
from analytics.intake.mapping.column_use import Mapping
from analytics.intake.table.inspection import Inspection
from analytics.store import Finding, Receipt, Store
from analytics.wording import speaker
from tests.corpus_mapping import FIELDS, ITEMS

SAY = speaker("en")
TABLES = {"participations": "participation_rows", "attendance": "attendance_rows"}
ROWS = {
    "response_rows": "select * from response_rows",
    "participation_rows": "select * from participation_rows",
    "attendance_rows": "select * from attendance_rows",
}


def stored_answer(
    store: Store, receipt: Receipt, inspection: Inspection, mapping: Mapping, config: dict[str, Any]
) -> dict[str, Any]:
    """What the store holds now."""
    name = TABLES.get(mapping.kind, "response_rows")
    findings = [
        finding
        for finding in store.findings(receipt.import_id)
        if finding.line is not None or finding.reason == "no_header"
    ]
    with store.reader() as reader:
        rows = sorted(reader.table(ROWS[name]).to_pylist(), key=lambda row: row["line"])
        slots = {
            row["item_id"]: row["slot"] for row in reader.rows("select item_id, slot from items")
        }
    return {
        "outcome": "report" if findings else "import",
        "n_rows": len(rows),
        "n_excluded": receipt.rows_left_out,
        "reported": [_problem(finding, inspection) for finding in findings],
        "n_columns": len(inspection.columns),
        "first_header": inspection.names[0],
        "stats": _stats(rows, slots, mapping) if name == "response_rows" else {},
        "columns": _columns(rows, config),
    }


def _problem(finding: Finding, inspection: Inspection) -> dict[str, Any]:
    first = inspection.header_line + inspection.header_lines - 1
    return {
        "row": finding.line - first if finding.line is not None else None,
        "line": finding.line,
        "column": finding.column,
        "value": finding.value,
        "reason": finding_text(finding.reason, finding.details, SAY),
    }


def _stats(rows: list[dict[str, Any]], slots: dict[str, int], mapping: Mapping) -> dict[str, Any]:
    stats: dict[str, Any] = {
        "overall": _mean([row["overall"] for row in rows]),
        "nps": _nps([r["recommend"] for r in rows]),
    }
    for field in ITEMS:
        slot = slots.get(f"other.{field}")
        stats[field] = _mean([row["sat"][slot - 1] for row in rows]) if slot else {}
    stats["channels"] = _counted(rows, mapping)
    return stats


def _mean(values: list[int | None]) -> dict[str, Any]:
    ratings = [value / 100 for value in values if value is not None]
    return {"n": len(ratings), "mean": sum(ratings) / len(ratings) if ratings else None}


def _nps(values: list[int | None]) -> dict[str, Any]:
    ratings = [value / 100 for value in values if value is not None]
    balance = sum((rating >= 9) - (rating <= 6) for rating in ratings)
    return {"n": len(ratings), "score": 100 * balance / len(ratings) if ratings else None}


def _counted(rows: list[dict[str, Any]], mapping: Mapping) -> dict[str, int]:
    """How often each answer of the list of channels was stored; unnamed, that of the first list."""
    lists = [
        use.key
        for use in mapping.columns
        if use.target == "profile" and (use.choice or use.separator)
    ]
    is_named = any(use.key == "channels" for use in mapping.columns)
    key = "channels" if is_named else (lists or [""])[0]
    profiles = (dict(row["profile"] or {}) for row in rows)
    return dict(Counter(answer for profile in profiles for answer in profile.get(key) or ()))


def _columns(rows: list[dict[str, Any]], config: dict[str, Any]) -> dict[str, list[Any]]:
    stored = {"answered_on": "answered_at", "name": "exhibitor_name"}
    names = {
        field: stored.get(FIELDS[field], FIELDS[field])
        for field in FIELDS
        if field in (config.get("map") or {})
    }
    return {
        field: [_plain(row[name]) for row in rows]
        for field, name in names.items()
        if rows and name in rows[0]
    }


def _plain(value: Any) -> Any:
    if hasattr(value, "hour"):
        return value.isoformat(sep=" ")
    return value.isoformat() if hasattr(value, "isoformat") else value
