"""A prospect entered by hand: an import of one line, in the history and undone like any other."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass

import pyarrow as pa

from analytics.errors import Unreadable
from analytics.intake.cells.text_keys import name_key, one_line
from analytics.intake.mapping.column_use import Mapping
from analytics.matching.prospect_lists import LISTS
from analytics.store import Batch, Receipt, Store

KIND = "prospects"
LONGEST = 2_000
TEXTS = pa.list_(pa.string())


@dataclass(frozen=True)
class Entry:
    """What somebody typed. `prospect_lists` are keys of our lists."""

    name: str
    prospect_lists: tuple[str, ...]
    seen_at: tuple[str, ...] = ()
    name_en: str = ""
    country: str = ""
    region: str = ""
    industry: str = ""
    contact: str = ""
    note: str = ""


def enter(store: Store, fair_id: str, entry: Entry, actor: str) -> Receipt:
    """Store it; a receipt with `is_repeat` where just this stands there already. Raises Unreadable
    without a name.
    """
    values = {key: _text(value) for key, value in asdict(entry).items() if isinstance(value, str)}
    name = values["name"] or ""
    if not name_key(name):
        raise Unreadable("no_name")
    content = json.dumps(asdict(entry), ensure_ascii=False, sort_keys=True)
    row: dict[str, object] = values | {
        "line": 1,
        "fair_id": fair_id,
        "name_key": name_key(name),
        "prospect_lists": [key for key in entry.prospect_lists if key in LISTS] or None,
        "seen_at": [text for show in entry.seen_at if (text := _text(show))] or None,
    }
    return store.load(
        Batch(
            fair_id=fair_id,
            kind=KIND,
            file_name=name,
            sha256=hashlib.sha256(content.encode()).hexdigest(),
            mapping=Mapping(KIND, (), fair_id).dumps(),
            actor=actor,
            lines_read=1,
            lines_stored=1,
            lines_left_out=0,
            tables={"prospect_rows": _table(row)},
        )
    )


def _text(value: str) -> str | None:
    return one_line(value)[:LONGEST].strip() or None


def _table(row: dict[str, object]) -> pa.Table:
    types = {"line": pa.int32(), "prospect_lists": TEXTS, "seen_at": TEXTS}
    return pa.table(
        {name: pa.array([value], types.get(name, pa.string())) for name, value in row.items()}
    )
