"""The demo fair, set up by the examined checkout's own command."""

from __future__ import annotations

from pathlib import Path

import duckdb

from tests.unchanged import tables
from tests.unchanged.checkout import Checkout, write

FIX_MOMENTS = """
update imports set imported_at = timestamp '2026-01-02 03:04:00' + to_minutes(import_id)
"""


def take(checkout: Checkout, out: Path) -> None:
    """Set the demo fair up; write what was printed and every row it holds."""
    checkout.demo.mkdir(parents=True)
    outcome = checkout.run(["set-up"], checkout.demo)
    write(out / "set-up.json", vars(outcome))
    for name, table in tables.of_folder(checkout.demo).items():
        write(out / f"{name}.json", table)
    with duckdb.connect(str(next(checkout.demo.glob("*.duckdb")))) as connection:
        connection.execute(FIX_MOMENTS)  # the pages say when each file was brought in
