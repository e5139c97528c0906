"""What a store holds, as rows that a manifest can speak of: ratings in scale points, editions by
number, items and questions under every name they go by.
"""

from __future__ import annotations

from typing import Any

from analytics.intake.cells.text_keys import label_key
from analytics.store import Reader, Store

Row = dict[str, Any]
MEASURES = ("overall", "goal_attainment", "intention", "recommend")
LISTS = {"sat": "", "imp": "importance:", "expected": "expectation:"}
TABLES = {
    "responses": "response_rows",
    "participations": "participation_rows",
    "attendance": "attendance_rows",
    "complaints": "complaint_rows",
    "exhibitor_rows": "exhibitor_rows",
    "edition_rows": "edition_rows",
    "questions": "question_rows",
}
VIEWS = {
    "exhibitors": "select * from exhibitors",
    "editions": "select * from editions",
    "items": "select * from items",
    "profile_fields": "select * from profile_fields",
    "imports": "select import_id, fair_id, file_name, kind, lines_read, rows_stored,"
    " rows_left_out from live_imports",
    "fairs": "select * from fairs",
}
ALIASES = {
    "company": "exhibitor_name",
    "stand": "booth_no",
    "area": "booth_area_sqm",
    "group": "visitor_group",
}


class StoredRows:
    """Every table of a store, read once."""

    def __init__(self, store: Store) -> None:
        with store.reader() as reader:
            self._numbers = _numbers(reader)
            self.tables = {name: reader.rows(sql) for name, sql in VIEWS.items()}
            self.tables |= {name: self._live(reader, table) for name, table in TABLES.items()}
            self._labels = _labels(reader)
        self.tables["responses"] = [self._spelled_out(row) for row in self.tables["responses"]]

    def rows(self, table: str, where: Row | None = None) -> list[Row]:
        """The rows of a table for which everything in `where` holds. Raises KeyError for a table
        or column that is not there.
        """
        rows = self.tables[table]
        for name, value in (where or {}).items():
            rows = [row for row in rows if is_same(column(row, name), value)]
        return rows

    def table_of(self, name: str) -> str:
        """The table that holds a column of numbers. Raises KeyError where none does."""
        for table in ("participations", "attendance", "editions", "responses"):
            rows = self.tables[table]
            if rows and any(_cell(row, name) is not None for row in rows):
                return table
        raise KeyError(name)

    def texts(self) -> list[str]:
        """Every text stored, for words that may not be among them."""
        tables = (rows for name, rows in self.tables.items() if name not in ("imports", "fairs"))
        return [text for rows in tables for row in rows for text in _texts(row)]

    def _live(self, reader: Reader, table: str) -> list[Row]:
        sql = f"select r.* from {table} as r join live_imports as i on i.import_id = r.import_id"
        rows = reader.rows(sql)
        for row in rows:
            row["edition"] = self._numbers.get(row.get("edition_id") or "")
        return rows

    def _spelled_out(self, row: Row) -> Row:
        """A response with its items and questions as columns, under every name of theirs."""
        whole = {
            name: value / 100 if name in MEASURES and value is not None else value
            for name, value in row.items()
            if name not in LISTS and name != "profile"
        }
        for part, prefix in LISTS.items():
            ratings = row[part] or []
            for slot, names in self._labels["items"].get(row["audience"], {}).items():
                value = ratings[slot - 1] if slot <= len(ratings) else None
                value = None if value is None else value / 100
                whole |= {f"{prefix}{label_key(name)}": value for name in names}
        answers = dict(row["profile"] or {})
        for field, names in self._labels["fields"].get(row["audience"], {}).items():
            whole |= {label_key(name): answers.get(field) for name in names if name}
        return whole


def column(row: Row, name: str) -> Any:
    """A cell by any name of its column. Raises KeyError where there is none."""
    if name in row:
        return row[name]
    if (alias := ALIASES.get(name)) and alias in row:
        return row[alias]
    prefix, separator, rest = name.rpartition(":")
    is_list = separator and f"{prefix}:" in LISTS.values()
    key = f"{prefix}:{label_key(rest)}" if is_list else label_key(name)
    return row[key if key in row else _nearest(key, row)]


def _nearest(key: str, row: Row) -> str:
    """The name of a column that is part of a key, or holds it: a header keeps what a name leaves
    out. The key itself where there is none.
    """
    part, _, text = key.rpartition(":")
    nearby = [
        name
        for name in row
        if name.rpartition(":")[0] == part
        and min(len(text), len(name) - len(part)) > 1
        and (name.rpartition(":")[2] in text or text in name)
    ]
    return min(nearby, key=lambda name: abs(len(name) - len(key)), default=key)


def is_same(stored: Any, value: Any) -> bool:
    """Is a stored cell what a manifest says: numbers within rounding, one of several answers."""
    if isinstance(stored, (list, tuple)):
        return value == list(stored) or any(is_same(part, value) for part in stored)
    if isinstance(stored, bool) or isinstance(value, bool):
        return bool(stored is value)
    if isinstance(stored, (int, float)) and isinstance(value, (int, float)):
        return abs(stored - value) <= 1e-6 * max(1.0, abs(value))
    if stored is None or value is None:
        return stored is value
    return str(stored) == str(value)


def _cell(row: Row, name: str) -> Any:
    try:
        return column(row, name)
    except KeyError:
        return None


def _numbers(reader: Reader) -> dict[str, int]:
    return {
        row["edition_id"]: row["number"]
        for row in reader.rows("select distinct edition_id, number from edition_rows")
    }


def _labels(reader: Reader) -> dict[str, dict[str, dict[Any, set[str]]]]:
    """Audience -> slot (of an item) or key (of a question) -> its names."""
    labels: dict[str, dict[str, dict[Any, set[str]]]] = {"items": {}, "fields": {}}
    asked = reader.rows("select audience, item_id, label_as_asked from question_rows")
    for row in reader.rows("select * from items"):
        names = {row["item_id"], row["name_zh"], row["name_en"]}
        names |= {
            question["label_as_asked"]
            for question in asked
            if (question["audience"], question["item_id"]) == (row["audience"], row["item_id"])
        }
        labels["items"].setdefault(row["audience"], {})[row["slot"]] = names
    for row in reader.rows("select * from profile_fields"):
        names = {row["field_id"], row["name_zh"], row["name_en"]}
        labels["fields"].setdefault(row["audience"], {})[row["field_id"]] = names
    return labels


def _texts(row: Row) -> list[str]:
    texts: list[str] = []
    for value in row.values():
        parts = value if isinstance(value, (list, tuple)) else [value]
        texts += [part for part in parts if isinstance(part, str)]
    return texts
