"""What would differ from run to run in an examined process: today's date, the order of sums."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Any

DAY = datetime(2026, 1, 2, tzinfo=UTC)


def hold() -> None:
    """Call this before the product is imported."""
    stand_on_one_day()
    sum_in_one_order()


def stand_on_one_day() -> None:
    """Move `time.time`, and with it `date.today`, by whole days; the hour goes on.

    `date.today` asks `time.time`; what measures how long something takes asks other clocks.
    """
    real = time.time
    midnight = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    shift = (midnight - DAY) // timedelta(days=1) * 86400

    def moved() -> float:
        """Never past midnight: from there on the last second of the day stands still."""
        return min(real() - shift, DAY.timestamp() + 86399)

    time.time = moved


def sum_in_one_order() -> None:
    """One thread for the engine: two add up in an order of chance, and last digits differ.

    A rank or a fit turns a last digit into a fifth one.
    """
    import duckdb

    real = duckdb.connect

    def connect(*arguments: Any, **settings: Any) -> Any:
        """The same connection with one thread."""
        settings["config"] = {**(settings.get("config") or {}), "threads": 1}
        return real(*arguments, **settings)

    duckdb.connect = connect
