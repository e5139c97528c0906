"""The connection of a process, opened anew where the engine has given it up.

A disk that is full while the log is written into the file ends every further use of an open
database, even once there is room again; opened anew it is whole.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress

import duckdb


class LiveConnection:
    """Hands out cursors. `open_anew` opens the same database again, or raises StoreFault; the next
    cursor tries again then.
    """

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        open_anew: Callable[[], duckdb.DuckDBPyConnection],
    ) -> None:
        self._connection, self._open_anew = connection, open_anew
        self._opening = threading.Lock()
        self._is_given_up = False

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor for one thread, on a connection that works."""
        if self._is_given_up:
            with self._opening:
                self._replace()
        return self._connection.cursor()

    def give_up(self) -> None:
        """The engine has said that it will not work any more."""
        self._is_given_up = True

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()

    def _replace(self) -> None:
        if self._is_given_up:
            with suppress(duckdb.Error):
                self._connection.close()
            self._connection = self._open_anew()
            self._is_given_up = False
