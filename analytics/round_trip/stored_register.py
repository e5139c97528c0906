"""The register as it stands, under every key that leads to a row of it."""

from __future__ import annotations

from datetime import datetime

from analytics.round_trip.tables import TripTable
from analytics.round_trip.taken_table import Row, stored_rows
from analytics.store import Reader
from analytics.study import statement

Writer = tuple[str, datetime | None]
NOBODY: Writer = ("", None)


class StoredRegister:
    """Rows by key; `by_hand` says who wrote a field that holds as written by hand, and when."""

    def __init__(self, reader: Reader, fair: str, table: TripTable) -> None:
        self.fair, self.table = fair, table
        self.rows: dict[str, Row] = {
            str(row["key"]): row for row in stored_rows(reader, fair, table)
        }
        self.leads_to: dict[str, str] = {
            row["exhibitor_key"]: row["exhibitor_id"]
            for row in reader.rows(statement(__package__, "keys"), fair=fair)
        }
        self.by_hand: dict[tuple[str, str], Writer] = {
            (row["key"], row["field"]): (row["actor"], row["made_at"])
            for row in reader.rows(statement(__package__, f"{table.key}_by_hand"), fair=fair)
        }

    def row(self, key: str) -> Row | None:
        """The row of a key, also of one that was joined to another since."""
        return self.rows.get(key) or self.rows.get(self.leads_to.get(key, ""))

    def writer(self, row: Row, field: str) -> Writer:
        """Who wrote a field last by hand."""
        return self.by_hand.get((str(row["key"]), field), NOBODY)
