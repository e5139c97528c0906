"""What people write into the register of exhibitors: statements of one transaction, which the
caller begins and ends. Every row is an event with who, when and its undo.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb

from analytics import clock
from analytics.errors import AlreadyThere, ChangedMeanwhile, FieldChange, UnknownChoice
from analytics.store import derive
from analytics.store.merge_statements import answered_at

FIELDS = (
    "name",
    "name_en",
    "kind",
    "country",
    "region",
    "industry",
    "ownership",
    "size_band",
    "account_owner",
)
# Fields by which answers are counted in the cubes.
COUNTED_BY = frozenset({"industry", "region"})

NEXT_ACT = """
select greatest(
    (select coalesce(max(act_id), 0) from hand_edits),
    (select coalesce(max(act_id), 0) from hand_exhibitors)
) + 1
"""
AS_IT_IS = """
select {fields} from exhibitors where fair_id = $fair and exhibitor_id = $exhibitor
"""
LEADS_TO = "select exhibitor_id from exhibitor_keys where fair_id = $fair and exhibitor_key = $key"
LED_TO = """
select distinct exhibitor_id from exhibitor_keys
where fair_id = $fair and exhibitor_key in (select unnest($keys::varchar[]))
"""
WHO_LAST = """
select arg_max(coalesce(e.undone_by, e.actor), coalesce(e.undone_at, e.made_at))
from hand_edits as e
join exhibitor_keys as k on k.fair_id = e.fair_id and k.exhibitor_key = e.exhibitor_key
where e.fair_id = $fair and k.exhibitor_id = $exhibitor and e.field = $field
"""
KEEP_EDIT = """
insert into hand_edits (
    edit_id, act_id, fair_id, exhibitor_key, field, old_value, new_value, name_key, actor, made_at,
    after_import
)
select
    (select coalesce(max(edit_id), 0) + 1 from hand_edits), $act, $fair, $exhibitor, $field, $old,
    $new, $name_key, $actor, $at, (select coalesce(max(import_id), 0) from imports)
"""
KEEP_ENTRY = """
insert into hand_exhibitors (
    entry_id, act_id, fair_id, exhibitor_key, code, name, name_key, actor, made_at, after_import
)
select
    (select coalesce(max(entry_id), 0) + 1 from hand_exhibitors), $act, $fair, $exhibitor, $code,
    $name, $name_key, $actor, $at, (select coalesce(max(import_id), 0) from imports)
"""
KEEP_MANY = """
insert into hand_edits (
    edit_id, act_id, fair_id, exhibitor_key, field, old_value, new_value, actor, made_at,
    after_import
)
select
    (select coalesce(max(edit_id), 0) from hand_edits) + row_number() over (order by exhibitor_id),
    $act, $fair, exhibitor_id, $field, {field}, $new, $actor, $at,
    (select coalesce(max(import_id), 0) from imports)
from exhibitors
where fair_id = $fair and {field} is distinct from $new
    and exhibitor_id in (select unnest($exhibitors::varchar[]))
returning exhibitor_key
"""
OF_OWNER = "select exhibitor_id from exhibitors where fair_id = $fair and account_owner = $owner"
UNDO_EDITS = """
update hand_edits set undone_at = $at, undone_by = $actor
where act_id = $act and coalesce(edit_id = $edit, true) and undone_at is null
returning fair_id, exhibitor_key, field
"""
UNDO_ENTRY = """
update hand_exhibitors set undone_at = $at, undone_by = $actor
where act_id = $act and $edit::integer is null and undone_at is null
returning fair_id, exhibitor_key, 'name'
"""

Values = Mapping[str, str | None]


def edit(
    cursor: duckdb.DuckDBPyConnection,
    fair_id: str,
    exhibitor_id: str,
    values: Values,
    at_start: Values,
    actor: str,
    name_key: str = "",
) -> int:
    """Write fields of an exhibitor; the number of the act, 0 where all stood there already.

    `at_start`: what each field held when the person began; raises ChangedMeanwhile, with who
    changed it, where that is no longer so, and UnknownChoice for a field or exhibitor there is not.
    `name_key`: the folded form of a new name.
    """
    now = _as_it_is(cursor, fair_id, exhibitor_id, values)
    moved = [
        FieldChange(
            field, at_start[field], now[field], _who_last(cursor, fair_id, exhibitor_id, field)
        )
        for field in values
        if field in at_start and now[field] not in (at_start[field], values[field])
    ]
    if moved:
        raise ChangedMeanwhile(tuple(moved))
    changed = {field: value for field, value in values.items() if now[field] != value}
    if not changed:
        return 0
    act = _next_act(cursor)
    event = {"act": act, "fair": fair_id, "exhibitor": exhibitor_id, "actor": actor}
    _keep_edits(cursor, event, changed, now, name_key)
    refresh(cursor, fair_id, [exhibitor_id], changed)
    return act


def edit_many(
    cursor: duckdb.DuckDBPyConnection,
    fair_id: str,
    exhibitor_ids: Sequence[str],
    field: str,
    value: str | None,
    actor: str,
) -> tuple[int, int]:
    """Write one field (no name) of several exhibitors as one act: its number, and how many of them
    held something else; 0 and 0 where none did.
    """
    _refuse_unknown_fields((field,))
    act = _next_act(cursor)
    values = {"act": act, "fair": fair_id, "exhibitors": list(exhibitor_ids), "field": field}
    values |= {"new": value, "actor": actor, "at": clock.now()}
    edited = cursor.execute(KEEP_MANY.format(field=field), values).fetchall()
    if not edited:
        return 0, 0
    refresh(cursor, fair_id, [exhibitor for (exhibitor,) in edited], (field,))
    return act, len(edited)


def reassign(
    cursor: duckdb.DuckDBPyConnection, fair_id: str, owner: str, to: str | None, actor: str
) -> tuple[int, int]:
    """Give every exhibitor of an account owner to another one (None: to nobody) as one act: its
    number, and of how many. Raises UnknownChoice where the owner has none.
    """
    rows = cursor.execute(OF_OWNER, {"fair": fair_id, "owner": owner}).fetchall()
    if not rows:
        raise UnknownChoice("owner", owner)
    exhibitors = [exhibitor for (exhibitor,) in rows]
    return edit_many(cursor, fair_id, exhibitors, "account_owner", to, actor)


def enter(
    cursor: duckdb.DuckDBPyConnection,
    fair_id: str,
    code: str | None,
    name_key: str,
    values: Values,
    actor: str,
) -> str:
    """Enter a new exhibitor, whose id is returned. Raises AlreadyThere where the register leads the
    name or the code to one.
    """
    name = values.get("name")
    if not name or not name_key:
        raise UnknownChoice("name", "")
    exhibitor_id = f"c:{code}" if code else f"n:{name_key}"
    for key in (exhibitor_id, f"n:{name_key}"):
        if known := cursor.execute(LEADS_TO, {"fair": fair_id, "key": key}).fetchall():
            raise AlreadyThere(str(known[0][0]), name)
    _refuse_unknown_fields(values)
    act = _next_act(cursor)
    event = {"act": act, "fair": fair_id, "exhibitor": exhibitor_id, "actor": actor}
    cursor.execute(
        KEEP_ENTRY, event | {"code": code, "name": name, "name_key": name_key, "at": clock.now()}
    )
    further = {field: value for field, value in values.items() if field != "name" and value}
    _keep_edits(cursor, event, further, {}, "")
    refresh(cursor, fair_id, [exhibitor_id], ("name",))
    return exhibitor_id


def undo(
    cursor: duckdb.DuckDBPyConnection, act_id: int, actor: str, edit_id: int | None = None
) -> None:
    """Take an act back, or one field of it. Raises UnknownChoice where nothing of it stands."""
    values = {"act": act_id, "edit": edit_id, "actor": actor, "at": clock.now()}
    undone = cursor.execute(UNDO_EDITS, values).fetchall()
    undone += cursor.execute(UNDO_ENTRY, values).fetchall()
    if not undone:
        raise UnknownChoice("edit", str(act_id))
    fair_id, fields = undone[0][0], {field for *_, field in undone}
    exhibitors = _led_to(cursor, fair_id, [key for _, key, _ in undone])
    refresh(cursor, fair_id, exhibitors, fields)


def refresh(
    cursor: duckdb.DuckDBPyConnection,
    fair_id: str,
    exhibitor_ids: Sequence[str],
    fields: Sequence[str] | Values | set[str],
) -> None:
    """Rebuild what follows from fields of exhibitors: their rows, all keys where a name changed,
    the cubes of the editions they answered at where these count by the field.
    """
    if "name" in fields:
        before = answered_at(cursor, fair_id, set(exhibitor_ids))
        derive.refresh(cursor, fair_id, [])
        after = answered_at(cursor, fair_id, set(exhibitor_ids))
        derive.refresh_cubes(cursor, fair_id, {*before, *after})
        return
    derive.refresh_exhibitors(cursor, fair_id, exhibitor_ids)
    if COUNTED_BY & set(fields):
        derive.refresh_cubes(cursor, fair_id, answered_at(cursor, fair_id, set(exhibitor_ids)))


def _keep_edits(
    cursor: duckdb.DuckDBPyConnection,
    event: dict[str, Any],
    values: Values,
    now: Values,
    name_key: str,
) -> None:
    for field, value in values.items():
        change = {"field": field, "old": now.get(field), "new": value, "at": clock.now()}
        key = {"name_key": name_key or None if field == "name" else None}
        cursor.execute(KEEP_EDIT, event | change | key)


def _as_it_is(
    cursor: duckdb.DuckDBPyConnection,
    fair_id: str,
    exhibitor_id: str,
    fields: Sequence[str] | Values,
) -> dict[str, str | None]:
    _refuse_unknown_fields(fields)
    names = tuple(fields)
    sql = AS_IT_IS.format(fields=", ".join(names or ("name",)))
    rows = cursor.execute(sql, {"fair": fair_id, "exhibitor": exhibitor_id}).fetchall()
    if not rows:
        raise UnknownChoice("exhibitor", exhibitor_id)
    return dict(zip(names, rows[0], strict=False))


def _refuse_unknown_fields(fields: Sequence[str] | Values) -> None:
    for field in fields:
        if field not in FIELDS:
            raise UnknownChoice("field", field, FIELDS)


def _who_last(
    cursor: duckdb.DuckDBPyConnection, fair_id: str, exhibitor_id: str, field: str
) -> str:
    """Who wrote a field last by hand; '' where a file did."""
    values = {"fair": fair_id, "exhibitor": exhibitor_id, "field": field}
    return str(cursor.execute(WHO_LAST, values).fetchall()[0][0] or "")


def _led_to(cursor: duckdb.DuckDBPyConnection, fair_id: str, keys: Sequence[str]) -> list[str]:
    """The exhibitors that keys lead to; a key that leads nowhere is none."""
    rows = cursor.execute(LED_TO, {"fair": fair_id, "keys": list(keys)}).fetchall()
    return [exhibitor for (exhibitor,) in rows]


def _next_act(cursor: duckdb.DuckDBPyConnection) -> int:
    return int(cursor.execute(NEXT_ACT).fetchall()[0][0])
