"""The statements of one import, run inside the store's transaction."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import duckdb

from analytics import clock
from analytics.store.reader import Reader
from analytics.store.receipt import Batch, Finding, Receipt

if TYPE_CHECKING:
    import pyarrow as pa

ROW_TABLES = (
    "edition_rows",
    "exhibitor_rows",
    "participation_rows",
    "attendance_rows",
    "complaint_rows",
    "prospect_rows",
    "contact_rows",
    "override_rows",
    "question_rows",
    "response_rows",
)
PERMANENT_TABLES = ("dimensions", "items", "profile_fields")
RESPONSES_PER_IMPORT = 100_000_000

SAME_FILE = """
select import_id, lines_read, rows_stored, rows_left_out
from imports
where sha256 = $sha256 and fair_id = $fair and kind = $kind and mapping = $mapping
    and undone_at is null
"""
SHARED_SLOTS = """
select count(*)
from (select 1 from items where fair_id = $fair group by audience, slot having count(*) > 1)
"""
HAS_REGISTER = "select count(*) from exhibitor_rows where import_id = $number"
IS_OF_EDITIONS = "select count(*) from imports where import_id = $number and kind = 'editions'"
HISTORY = """-- one row per import, newest first
select * from imports
where $fair is null or fair_id = $fair
order by import_id desc
"""
FINDINGS = """-- one row per remark about a line
select line, column_name as "column", value, reason, details, is_left_out
from findings
where import_id = $import_id
order by line nulls first
"""
NEWEST_OWN_FAIR = """-- one row: the fair with the newest import, the demo only where it is alone
select f.fair_id
from fairs as f
join live_imports as i on i.fair_id = f.fair_id
group by f.fair_id, f.is_demo
order by f.is_demo, max(i.import_id) desc
limit 1
"""
ASKED_EDITIONS = """
select distinct edition_id from question_rows where import_id = $number order by 1
"""

VERSION = "select version from state"
MOVE_ON = "update state set version = version + $step returning version"
COUNT_ON = """
insert into settings values ('writes', '1')
on conflict (name) do update set value = (value::bigint + 1)::varchar
returning value
"""
UNDO = """
update imports set undone_at = now()::timestamp, undone_by = $actor
where import_id = $import_id and undone_at is null
returning fair_id
"""


def repeated_receipt(reader: Reader, batch: Batch) -> Receipt | None:
    """The receipt of the same file, read the same way into the same fair; None where it is new."""
    imports = reader.rows(
        SAME_FILE,
        sha256=batch.sha256,
        fair=batch.fair_id,
        kind=batch.kind,
        mapping=batch.mapping,
    )
    if not imports:
        return None
    counts = imports[0]
    return Receipt(
        counts["import_id"],
        batch.fair_id,
        batch.kind,
        batch.file_name,
        counts["lines_read"],
        counts["rows_stored"],
        counts["rows_left_out"],
        findings=0,
        is_repeat=True,
    )


def bring_in(cursor: duckdb.DuckDBPyConnection, batch: Batch) -> int:
    """Every row of a batch, under the next import number, which is returned."""
    number = int(_value(cursor, "select coalesce(max(import_id), 0) + 1 from imports"))
    record(cursor, number, batch)
    append_permanent(cursor, batch)
    for table in ROW_TABLES:
        if table in batch.tables:
            append(cursor, table, numbered(table, batch.tables[table], number))
    append_findings(cursor, number, batch.findings)
    return number


def record(cursor: duckdb.DuckDBPyConnection, number: int, batch: Batch) -> None:
    if batch.lines_read != batch.lines_stored + batch.lines_left_out:
        raise ValueError("lines read must equal lines stored plus lines left out")
    zh, en = batch.fair_names
    cursor.execute(
        "insert or ignore into fairs (fair_id, name_zh, name_en, is_demo) values (?, ?, ?, ?)",
        [batch.fair_id, zh or en or batch.fair_id, en or zh or batch.fair_id, batch.is_demo],
    )
    cursor.execute(
        "insert into imports values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, null)",
        [
            number,
            batch.fair_id,
            batch.file_name,
            batch.sha256,
            batch.kind,
            batch.mapping,
            batch.lines_read,
            batch.lines_stored,
            batch.lines_left_out,
            batch.actor,
            clock.now(),
        ],
    )


def numbered(table: str, rows: pa.Table, number: int) -> pa.Table:
    import pyarrow as pa

    if table == "response_rows":
        first = number * RESPONSES_PER_IMPORT
        ids = pa.array(range(first + 1, first + 1 + rows.num_rows), pa.int64())
        rows = rows.append_column("response_id", ids)
    return rows.append_column("import_id", pa.repeat(pa.scalar(number, pa.int32()), rows.num_rows))


def append(
    cursor: duckdb.DuckDBPyConnection, table: str, rows: pa.Table, how: str = "insert into"
) -> None:
    """Tables are named by the constants above, columns by our own schema, never by a file."""
    cursor.register("incoming", rows)
    cursor.execute(f"{how} {table} by name select * from incoming")
    cursor.unregister("incoming")


def append_permanent(cursor: duckdb.DuckDBPyConnection, batch: Batch) -> None:
    for table in PERMANENT_TABLES:
        if table in batch.questionnaire:
            append(cursor, table, batch.questionnaire[table], "insert or ignore into")
    if _value(cursor, SHARED_SLOTS, {"fair": batch.fair_id}):
        raise ValueError("two items were given one slot")


def write_segment(
    cursor: duckdb.DuckDBPyConnection, segment: Sequence[str], members: Sequence[str]
) -> None:
    """A group of exhibitors (id, fair, name, rule, actor) in the place of the one of that id."""
    import pyarrow as pa

    cursor.execute("delete from segment_members where segment_id = ?", [segment[0]])
    cursor.execute(
        "insert or replace into segments values (?, ?, ?, ?, ?, now()::timestamp)", [*segment]
    )
    rows = {"segment_id": [segment[0]] * len(members), "exhibitor_id": [*members]}
    append(cursor, "segment_members", pa.table(rows))


def append_findings(
    cursor: duckdb.DuckDBPyConnection, number: int, findings: tuple[Finding, ...]
) -> None:
    import pyarrow as pa

    if not findings:
        return
    rows = pa.table(
        {
            "import_id": pa.array([number] * len(findings), pa.int32()),
            "line": pa.array([f.line for f in findings], pa.int32()),
            "column_name": pa.array([f.column for f in findings], pa.string()),
            "value": pa.array([f.value for f in findings], pa.string()),
            "reason": [f.reason for f in findings],
            "details": [json.dumps(f.details, ensure_ascii=False) for f in findings],
            "is_left_out": [f.is_left_out for f in findings],
        }
    )
    append(cursor, "findings", rows)


def editions_of(cursor: duckdb.DuckDBPyConnection, number: int) -> list[str] | None:
    """The editions whose answers an import touches; None (all) when it may change what is known of
    exhibitors.
    """
    values = {"number": number}
    if _value(cursor, HAS_REGISTER, values) or _value(cursor, IS_OF_EDITIONS, values):
        return None
    rows = cursor.execute(ASKED_EDITIONS, values).fetchall()
    return [edition for (edition,) in rows]


def _value(
    cursor: duckdb.DuckDBPyConnection, sql: str, values: dict[str, Any] | None = None
) -> Any:
    """The only value of the only row."""
    return cursor.execute(sql, values).fetchall()[0][0]


def receipt(number: int, batch: Batch) -> Receipt:
    return Receipt(
        number,
        batch.fair_id,
        batch.kind,
        batch.file_name,
        batch.lines_read,
        batch.lines_stored,
        batch.lines_left_out,
        len(batch.findings),
    )
