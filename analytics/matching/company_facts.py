"""What the register says of the companies of a pair, to tell whether they are one firm."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from analytics.fairs import Edition
from analytics.store import Reader
from analytics.study import statement


@dataclass(frozen=True)
class Company:
    """A company by one of its keys, and what is known of the exhibitor that key leads to now."""

    key: str
    name: str
    code: str | None = None
    country: str | None = None
    region: str | None = None
    industry: str | None = None
    editions: tuple[Edition, ...] = ()


def companies(reader: Reader, fair: str, keys: Iterable[str]) -> dict[str, Company]:
    """Every key asked about; one that the register no longer holds is its own name."""
    rows = reader.rows(statement(__package__ or "", "companies"), fair=fair, keys=list(keys))
    return {
        row["key"]: Company(
            **row | {"editions": tuple(Edition(**edition) for edition in row["editions"] or ())}
        )
        for row in rows
    }


def newcomers(reader: Reader, fair: str, import_id: int) -> frozenset[str]:
    """The exhibitors that this import was the first, and is the only one, to name."""
    rows = reader.rows(statement(__package__ or "", "newcomers"), fair=fair, import_id=import_id)
    return frozenset(row["exhibitor_id"] for row in rows)
