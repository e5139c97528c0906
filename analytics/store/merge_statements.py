"""The statements that join two exhibitors and part them, run inside the store's transaction."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from analytics.errors import UnknownChoice
from analytics.store import derive

Pair = tuple[str, str]

LEADS_TO = "select exhibitor_id from exhibitor_keys where fair_id = $fair and exhibitor_key = $key"
ANSWERED_AT = """
select distinct r.edition_id
from response_rows as r
join edition_rows as e on e.edition_id = r.edition_id and e.fair_id = $fair
join exhibitor_keys as k on k.fair_id = $fair and k.exhibitor_key = r.exhibitor_key
where list_contains($exhibitors::varchar[], k.exhibitor_id)
"""
KEEP_MERGE = """
insert into merges (merge_id, fair_id, kept_key, merged_key, actor, made_at)
select coalesce(max(merge_id), 0) + 1, $fair, $kept, $merged, $actor, now()::timestamp
from merges
returning merge_id
"""
KEEP_DECISION = """
insert into match_decisions
    (decision_id, fair_id, kept_key, other_key, verdict, merge_id, actor, made_at)
select
    coalesce(max(decision_id), 0) + 1, $fair, $kept, $other, $verdict, $merge, $actor,
    now()::timestamp
from match_decisions
returning decision_id
"""
UNDO_MERGE = """
update merges set undone_at = now()::timestamp, undone_by = $actor
where merge_id = $merge and undone_at is null
returning fair_id, kept_key
"""
UNDO_DECISION = """
update match_decisions set undone_at = now()::timestamp, undone_by = $actor
where (decision_id = $decision or merge_id = $merge) and undone_at is null
returning merge_id
"""


def merge(
    cursor: duckdb.DuckDBPyConnection, fair_id: str, pairs: Sequence[Pair], actor: str
) -> list[int]:
    """Join (lasting, merged) pairs of exhibitor keys; the numbers of the merges. A pair that is one
    exhibitor already adds none.
    """
    numbers: list[int] = []
    led_to: dict[str, str] = {}
    for pair in pairs:
        lasting, merged = (_end(_leads_to(cursor, fair_id, key), led_to) for key in pair)
        if lasting != merged:
            led_to[merged] = lasting
            values = {"fair": fair_id, "kept": lasting, "merged": merged, "actor": actor}
            numbers += [int(number) for (number,) in cursor.execute(KEEP_MERGE, values).fetchall()]
    if numbers:
        derive.refresh(cursor, fair_id, answered_at(cursor, fair_id, {*led_to, *led_to.values()}))
    return numbers


def unmerge(cursor: duckdb.DuckDBPyConnection, merge_ids: Sequence[int], actor: str) -> None:
    """Part what merges joined. Raises UnknownChoice where one is not there or already undone."""
    touched: dict[str, set[str]] = {}
    for merge_id in merge_ids:
        undone = cursor.execute(UNDO_MERGE, {"merge": merge_id, "actor": actor}).fetchall()
        if not undone:
            raise UnknownChoice("merge", str(merge_id))
        fair_id, lasting = undone[0]
        cursor.execute(UNDO_DECISION, {"decision": None, "merge": merge_id, "actor": actor})
        rows = cursor.execute(LEADS_TO, {"fair": fair_id, "key": lasting}).fetchall()
        touched.setdefault(fair_id, set()).update(exhibitor for (exhibitor,) in rows)
    for fair_id, exhibitors in touched.items():
        derive.refresh(cursor, fair_id, answered_at(cursor, fair_id, exhibitors))


def decide(
    cursor: duckdb.DuckDBPyConnection, fair_id: str, pair: Pair, is_same: bool, actor: str
) -> int:
    """Keep a verdict on a pair, and merge the two if they are one firm. The decision's number."""
    lasting, other = (_leads_to(cursor, fair_id, key) for key in pair)
    merges = merge(cursor, fair_id, [(lasting, other)], actor) if is_same else []
    values = {
        "fair": fair_id,
        "kept": lasting,
        "other": other,
        "verdict": "same" if is_same else "different",
        "merge": merges[0] if merges else None,
        "actor": actor,
    }
    return int(cursor.execute(KEEP_DECISION, values).fetchall()[0][0])


def undo_decision(cursor: duckdb.DuckDBPyConnection, decision_id: int, actor: str) -> None:
    """Take a decision back, with the merge it made. Raises UnknownChoice where it is not there or
    already undone.
    """
    values = {"decision": decision_id, "merge": None, "actor": actor}
    undone = cursor.execute(UNDO_DECISION, values).fetchall()
    if not undone:
        raise UnknownChoice("decision", str(decision_id))
    if undone[0][0] is not None:
        unmerge(cursor, [undone[0][0]], actor)


def _end(exhibitor: str, led_to: dict[str, str]) -> str:
    """Where an exhibitor leads after the merges just made, which the register does not show yet."""
    while exhibitor in led_to:
        exhibitor = led_to[exhibitor]
    return exhibitor


def _leads_to(cursor: duckdb.DuckDBPyConnection, fair_id: str, key: str) -> str:
    rows = cursor.execute(LEADS_TO, {"fair": fair_id, "key": key}).fetchall()
    if not rows:
        raise UnknownChoice("exhibitor", key)
    return str(rows[0][0])


def answered_at(cursor: duckdb.DuckDBPyConnection, fair_id: str, exhibitors: set[str]) -> list[str]:
    """The editions whose cubes may change: those at which one of the exhibitors answered."""
    values = {"fair": fair_id, "exhibitors": sorted(exhibitors)}
    return [edition for (edition,) in cursor.execute(ANSWERED_AT, values).fetchall()]
