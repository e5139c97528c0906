"""Which registers go out and come back: their fields, in the order of the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from analytics.errors import UnknownChoice
from analytics.wording import phrase

Form = Literal["text", "day", "choice"]
KEY, CHECK = phrase("ExpoLens key (leave as it is)"), phrase("ExpoLens check (leave as it is)")


@dataclass(frozen=True)
class TripField:
    """A column. `is_open`: what is written there comes back; else it is for reading alone.
    `names` are a choice's values and what they are called.
    """

    key: str
    label: str
    form: Form = "text"
    is_open: bool = True
    is_needed: bool = False
    names: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class TripTable:
    """A register that goes out and comes back. The order of its open `fields` is that of the check:
    new ones are added at the end.
    """

    key: str
    label: str
    fields: tuple[TripField, ...]

    @property
    def open_fields(self) -> tuple[TripField, ...]:
        return tuple(field for field in self.fields if field.is_open)

    def field(self, key: str) -> TripField:
        return next(field for field in self.fields if field.key == key)


EXHIBITORS = TripTable(
    "exhibitors",
    phrase("Exhibitor list"),
    (
        TripField("code", phrase("Exhibitor code"), is_open=False),
        TripField("name", phrase("Company"), is_needed=True),
        TripField("name_en", phrase("English name")),
        TripField(
            "kind",
            phrase("Enterprise or individual"),
            "choice",
            names={"enterprise": phrase("Enterprise"), "individual": phrase("Individual")},
        ),
        TripField("country", phrase("Country")),
        TripField("region", phrase("Region")),
        TripField("industry", phrase("Industry")),
        TripField("ownership", phrase("Ownership")),
        TripField("size_band", phrase("Company size")),
        TripField("account_owner", phrase("Account owner")),
        TripField("editions", phrase("Editions attended"), is_open=False),
        TripField("last_edition", phrase("Last edition attended"), is_open=False),
    ),
)
TABLES = (EXHIBITORS,)


def table_of(key: str) -> TripTable:
    """The register of this key. Raises UnknownChoice."""
    for table in TABLES:
        if table.key == key:
            return table
    raise UnknownChoice("register", key, tuple(table.key for table in TABLES))
