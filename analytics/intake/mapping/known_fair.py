"""What the store already knows of a fair, in a plain form that a child process can be given."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from analytics.errors import Unreadable
from analytics.intake.mapping.column_use import Mapping

if TYPE_CHECKING:
    from analytics.store import Reader

EARLIER_MAPPINGS = 60


@dataclass(frozen=True)
class KnownEdition:
    number: int
    year: int | None = None


@dataclass(frozen=True)
class KnownDimension:
    audience: str
    dimension_id: str
    name_zh: str
    name_en: str


@dataclass(frozen=True)
class KnownItem:
    audience: str
    item_id: str
    slot: int
    dimension_id: str
    name_zh: str
    name_en: str


@dataclass(frozen=True)
class KnownField:
    audience: str
    field_id: str
    name_zh: str
    name_en: str
    is_multiple: bool


PARTS = {
    "editions": KnownEdition,
    "dimensions": KnownDimension,
    "items": KnownItem,
    "profile_fields": KnownField,
}
ROWS = {
    "editions": "select number, year from editions where fair_id = $fair order by number",
    "dimensions": """
        select audience, dimension_id, name_zh, name_en
        from dimensions
        where fair_id = $fair
        order by audience, position
    """,
    "items": """
        select audience, item_id, slot, dimension_id, name_zh, name_en
        from items
        where fair_id = $fair
        order by audience, slot
    """,
    "profile_fields": """
        select audience, field_id, name_zh, name_en, is_multiple
        from profile_fields
        where fair_id = $fair
        order by audience, field_id
    """,
}
MAPPINGS = """
    select mapping from live_imports where fair_id = $fair order by import_id desc limit $most
"""


@dataclass(frozen=True)
class Known:
    """A fair's editions, questionnaire and earlier mappings (newest first, as JSON text)."""

    fair_id: str = ""
    fair_zh: str = ""
    fair_en: str = ""
    editions: tuple[KnownEdition, ...] = ()
    dimensions: tuple[KnownDimension, ...] = ()
    items: tuple[KnownItem, ...] = ()
    profile_fields: tuple[KnownField, ...] = ()
    mappings: tuple[str, ...] = field(default=())

    @cached_property
    def earlier(self) -> tuple[Mapping, ...]:
        """The earlier mappings that this version can read, newest first."""
        return tuple(mapping for text in self.mappings if (mapping := _read(text)))

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def of(cls, values: dict[str, Any]) -> Known:
        rows = {name: tuple(kind(**row) for row in values[name]) for name, kind in PARTS.items()}
        return cls(**values | rows | {"mappings": tuple(values["mappings"])})


def _read(text: str) -> Mapping | None:
    try:
        return Mapping.loads(text)
    except Unreadable:
        return None


@dataclass(frozen=True)
class KnownFair:
    fair_id: str
    name_zh: str
    name_en: str
    is_demo: bool


def fairs(reader: Reader) -> list[KnownFair]:
    """Every fair in the store, the user's own first."""
    rows = reader.rows(
        "select fair_id, name_zh, name_en, is_demo from fairs order by is_demo, name_zh"
    )
    return [KnownFair(**row) for row in rows]


def know(reader: Reader, fair_id: str) -> Known:
    """What the store knows of a fair; an empty Known for one it has never heard of."""
    names = reader.rows("select name_zh, name_en from fairs where fair_id = $fair", fair=fair_id)
    if not names:
        return Known(fair_id)
    rows = {name: reader.rows(query, fair=fair_id) for name, query in ROWS.items()}
    mappings = reader.rows(MAPPINGS, fair=fair_id, most=EARLIER_MAPPINGS)
    return Known.of(
        {
            "fair_id": fair_id,
            "fair_zh": names[0]["name_zh"],
            "fair_en": names[0]["name_en"],
            "mappings": [row["mapping"] for row in mappings],
        }
        | rows
    )
