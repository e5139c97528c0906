"""Whom to call and where they stood: names, account owner, last stand and last contact on file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from analytics.study import statement

if TYPE_CHECKING:
    import pandas as pd

    from analytics.store import Reader
    from analytics.wording import Say


def read_details(reader: Reader, fair: str, number: int, ids: Sequence[str]) -> pd.DataFrame:
    """One row per exhibitor of `ids` that is on the register (exhibitor_id, name, name_en,
    industry, account_owner, booth_area_sqm, booth_type, hall, booth_no, person, role, phone,
    email), by the edition of that number.
    """
    return reader.frame(statement(__package__, "details"), fair=fair, number=number, ids=list(ids))


def name_of(row: Mapping[str, Any], say: Say) -> str:
    """The name in the reader's language, else the other, else the id."""
    return say.name(text_of(row, "name"), text_of(row, "name_en")) or str(row["exhibitor_id"])


def stand(row: Mapping[str, Any], say: Say) -> str:
    """Hall, number and size of the stand taken last, as far as known; else empty."""
    area = row["booth_area_sqm"]
    size = "" if area is None or area != area else f"{say.number(area)} m²"
    return " · ".join(filter(None, (text_of(row, "hall"), text_of(row, "booth_no"), size)))


def contact(row: Mapping[str, Any], say: Say) -> str:
    """Who was named last in the log of contacts, with telephone and address; else empty."""
    person, role = text_of(row, "person"), text_of(row, "role")
    who = say("{person} ({role})", person=person, role=role) if person and role else person
    return " · ".join(filter(None, (who, text_of(row, "phone"), text_of(row, "email"))))


def text_of(row: Mapping[str, Any], column: str) -> str:
    """A text that may be missing."""
    value = row[column]
    return value if isinstance(value, str) else ""
