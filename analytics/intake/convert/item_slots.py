"""Which items a file asks, under which permanent ids and slots.

The same label in the same dimension is the same item in every edition.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from analytics.errors import Unreadable
from analytics.intake.cells.text_keys import label_key, slug
from analytics.intake.convert.value_columns import table_of
from analytics.intake.mapping.column_use import ColumnUse, Mapping
from analytics.intake.mapping.known_fair import Known, KnownItem
from analytics.intake.mapping.standard_questionnaire import OTHER, Standard, standard_dimension

LAST_SLOT = 32_000
HEAD = {
    "fair_id": pa.string(),
    "audience": pa.string(),
    "name_zh": pa.string(),
    "name_en": pa.string(),
}
TYPES = {
    "dimensions": HEAD | {"dimension_id": pa.string(), "position": pa.int32()},
    "items": HEAD | {"item_id": pa.string(), "slot": pa.int16(), "dimension_id": pa.string()},
    "profile_fields": HEAD | {"field_id": pa.string(), "is_multiple": pa.bool_()},
}


@dataclass(frozen=True)
class RatingColumn:
    """A column with the slots it fills: its item's, or all of a dimension's for an importance."""

    use: ColumnUse
    slots: tuple[int, ...]
    item: KnownItem | None = None


class Questionnaire:
    """The items of one fair and audience: those the store knows and those this file brings."""

    def __init__(self, mapping: Mapping, known: Known, audience: str) -> None:
        self.mapping, self.known, self.audience = mapping, known, audience
        self.items = [item for item in known.items if item.audience == audience]
        self.new: list[KnownItem] = []
        self.rating_columns = self._with_slots()

    @property
    def width(self) -> int:
        """How long the answer lists are: the highest slot this file fills."""
        return max((slot for column in self.rating_columns for slot in column.slots), default=0)

    def _with_slots(self) -> list[RatingColumn]:
        columns = []
        slots: dict[str, list[int]] = {}
        for use in self.mapping.columns:
            if use.target == "item":
                item = self._item(use)
                slots.setdefault(item.dimension_id, []).append(item.slot)
                columns.append(RatingColumn(use, (item.slot,), item))
        columns += [
            RatingColumn(use, self._slots_of_importance(use, slots))
            for use in self.mapping.columns
            if use.target in ("importance", "expectation")
        ]
        self._refuse_doubles(columns)
        return columns

    def _slots_of_importance(self, use: ColumnUse, slots: dict[str, list[int]]) -> tuple[int, ...]:
        """Its own item's slot, else those of every item of its dimension that the file asks."""
        if use.key or use.name_zh or use.name_en or not slots.get(use.dimension):
            return (self._item(use).slot,)
        return tuple(slots[use.dimension])

    def _item(self, use: ColumnUse) -> KnownItem:
        dimension = use.dimension or OTHER
        labels = {label_key(name) for name in (use.name_zh, use.name_en) if name} - {""}
        for item in self.items:
            by_id = use.key and item.item_id == use.key
            by_name = (
                not use.key
                and item.dimension_id == dimension
                and labels & {label_key(item.name_zh), label_key(item.name_en)}
            )
            as_whole = not use.key and not labels and item.item_id == dimension
            if by_id or by_name or as_whole:
                return item
        return self._add(use, dimension)

    def _add(self, use: ColumnUse, dimension: str) -> KnownItem:
        label = use.name_en or use.name_zh
        key = use.key or (f"{dimension}.{slug(label)}" if label else dimension)
        standard = self._dimension(dimension)
        slot = max((item.slot for item in self.items), default=0) + 1
        if slot > LAST_SLOT:
            raise Unreadable("too_many_items", {"limit": str(LAST_SLOT)})
        names = (use.name_zh, use.name_en) if label else (standard.name_zh, standard.name_en)
        item = KnownItem(self.audience, key, slot, dimension, *names)
        self.items.append(item)
        self.new.append(item)
        return item

    def _refuse_doubles(self, columns: list[RatingColumn]) -> None:
        """Two columns for one item: neither may win in silence."""
        first_columns: dict[tuple[str, int], str] = {}
        for column in columns:
            for slot in column.slots:
                other = first_columns.setdefault((column.use.target, slot), column.use.column)
                if other != column.use.column:
                    raise Unreadable("item_twice", {"first": other, "second": column.use.column})

    def _dimension(self, key: str) -> Standard:
        of_file = {key: Standard(key, zh, en) for key, zh, en in self.mapping.dimensions}
        of_fair = {
            dimension.dimension_id: Standard(
                dimension.dimension_id, dimension.name_zh, dimension.name_en
            )
            for dimension in self.known.dimensions
        }
        return (
            of_fair.get(key)
            or of_file.get(key)
            or standard_dimension(key)
            or Standard(key, key, key)
        )

    def tables(self) -> dict[str, pa.Table]:
        """New rows for `dimensions`, `items` and `profile_fields`."""
        head = {"fair_id": self.mapping.fair_id, "audience": self.audience}
        known = [
            dimension.dimension_id
            for dimension in self.known.dimensions
            if dimension.audience == self.audience
        ]
        fresh = [
            key
            for key in dict.fromkeys(item.dimension_id for item in self.items)
            if key not in known
        ]
        dimensions = [
            head | self._dimension_row(key, place)
            for place, key in enumerate(fresh, start=len(known))
        ]
        items = [head | vars(item) for item in self.new]
        uses = {use.key: use for use in reversed(self.mapping.columns) if use.target == "profile"}
        fields = [head | _field(use) for use in reversed(uses.values())]
        rows_of_tables = {"dimensions": dimensions, "items": items, "profile_fields": fields}
        return {name: table_of(rows, TYPES[name]) for name, rows in rows_of_tables.items() if rows}

    def _dimension_row(self, key: str, place: int) -> dict[str, Any]:
        dimension = self._dimension(key)
        return {
            "dimension_id": key,
            "position": place,
            "name_zh": dimension.name_zh,
            "name_en": dimension.name_en,
        }


def _field(use: ColumnUse) -> dict[str, Any]:
    names = {"name_zh": use.name_zh, "name_en": use.name_en or ("" if use.name_zh else use.key)}
    return {"field_id": use.key, "is_multiple": bool(use.separator or use.choice)} | names
