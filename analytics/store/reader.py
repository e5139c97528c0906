"""One cursor, one question."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import duckdb

from analytics.errors import StoreFault
from analytics.store.engine_faults import engine_errors

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

PLACEHOLDER = re.compile(r"\$([a-z_][a-z0-9_]*)")


class Reader:
    """Reads facts. SQL is the product's own text; everything a user or a file says is bound as a
    value.

    Named values (`$slice`, `$fair` …) that the statement does not mention are left aside, so one
    set of values serves all.
    """

    def __init__(
        self, cursor: duckdb.DuckDBPyConnection, on_end: Callable[[], object] = lambda: None
    ) -> None:
        self._cursor, self._on_end = cursor, on_end

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self._cursor.close()

    def rows(self, sql: str, **values: Any) -> list[dict[str, Any]]:
        """Every row as a dictionary. For results the questionnaire bounds."""
        with engine_errors(None, self._on_end):
            result = self._run(sql, values)
            names = [column[0] for column in result.description or ()]
            return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    def compared(self, incoming: pa.Table, sql: str, **values: Any) -> list[dict[str, Any]]:
        """The same for a statement that compares facts with rows from outside, `incoming`."""
        self._cursor.register("incoming", incoming)
        try:
            return self.rows(sql, **values)
        finally:
            self._cursor.unregister("incoming")

    def value(self, sql: str, **values: Any) -> Any:
        """The first column of the only row; None where there is no row."""
        with engine_errors(None, self._on_end):
            rows = self._run(sql, values).fetchall()
        return rows[0][0] if rows else None

    def frame(self, sql: str, **values: Any) -> pd.DataFrame:
        """The result as a pandas frame."""
        with engine_errors(None, self._on_end):
            return self._run(sql, values).df()

    def table(self, sql: str, **values: Any) -> pa.Table:
        """The result as an Arrow table: for a row an exhibitor, where a frame would hold everything
        twice on the way.
        """
        with engine_errors(None, self._on_end):
            return self._relation(sql, values).to_arrow_table()

    def batches(self, sql: str, rows: int = 65_536, **values: Any) -> Iterator[pa.RecordBatch]:
        """The result in Arrow batches, for what must see rows without holding them all."""
        try:
            with engine_errors(None, self._on_end):
                yield from self._relation(sql, values).to_arrow_reader(rows)
        # What Arrow makes of the engine's own errors while it hands over rows.
        except OSError as error:
            raise StoreFault("too_slow") from error

    def _relation(self, sql: str, values: dict[str, Any]) -> Any:
        return self._cursor.sql(sql, params=_values_in(sql, values))

    def _run(self, sql: str, values: dict[str, Any]) -> duckdb.DuckDBPyConnection:
        return self._cursor.execute(sql, _values_in(sql, values))


def _values_in(sql: str, values: dict[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in set(PLACEHOLDER.findall(sql)) if name in values}
