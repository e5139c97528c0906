"""What goes into the store, and what it says back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True)
class Finding:
    """Something about one line of a file. `reason` is a key that
    `analytics.intake.load.finding_sentences` words; `details` fill it in.
    """

    line: int | None
    column: str | None
    value: str | None
    reason: str
    details: dict[str, str] = field(default_factory=dict)
    is_left_out: bool = False


@dataclass(frozen=True, eq=False)
class Batch:
    """Everything one import brings, checked and ready.

    `tables` maps a row table (`response_rows`, …) to its new rows without `import_id`;
    `response_rows` carry `line`, and the store numbers them. `questionnaire` holds rows for
    `dimensions`, `items` and `profile_fields`, which are permanent: rows already there are kept as
    they are. Lists `sat`, `imp`, `expected` are indexed by the items' slots (1-based).
    """

    fair_id: str
    kind: str
    file_name: str
    sha256: str
    mapping: str
    actor: str
    lines_read: int
    lines_stored: int
    lines_left_out: int
    tables: dict[str, pa.Table]
    questionnaire: dict[str, pa.Table] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    fair_names: tuple[str, str] = ("", "")
    is_demo: bool = False


@dataclass(frozen=True)
class Receipt:
    """The store's word that an import is in, whole: lines_read == rows_stored + rows_left_out.

    `is_backed_up`: the copy beside the database was brought up to date too.
    """

    import_id: int
    fair_id: str
    kind: str
    file_name: str
    lines_read: int
    rows_stored: int
    rows_left_out: int
    findings: int
    is_repeat: bool = False
    is_backed_up: bool = True


@dataclass(frozen=True)
class ImportRecord:
    """One line of the import history."""

    import_id: int
    fair_id: str
    file_name: str
    sha256: str
    kind: str
    lines_read: int
    rows_stored: int
    rows_left_out: int
    actor: str
    imported_at: datetime
    undone_at: datetime | None
    undone_by: str | None
    mapping: str

    @classmethod
    def of(cls, row: dict[str, Any]) -> ImportRecord:
        return cls(**{name: row[name] for name in cls.__dataclass_fields__})
